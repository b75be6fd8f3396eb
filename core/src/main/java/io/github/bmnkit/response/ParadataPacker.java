package io.github.bmnkit.response;

import io.github.bmnkit.fieldwork.ActorId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps the facts of an interview in a few bytes: which are there, then each. */
final class ParadataPacker {
    private static final byte[] NOTHING = {};

    private ParadataPacker() {}

    static byte[] pack(Paradata paradata) {
        if (paradata.equals(Paradata.NONE)) {
            return NOTHING;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            ActorId collector = paradata.collector();
            text(out, collector == null ? null : collector.value());
            text(out, paradata.device());
            time(out, paradata.started());
            time(out, paradata.ended());
            number(out, paradata.latitude());
            number(out, paradata.longitude());
            Integer informant = paradata.informant();
            out.writeInt(informant == null ? 0 : informant);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory can be written
        }
    }

    static Paradata unpack(byte[] packed) {
        if (packed.length == 0) {
            return Paradata.NONE;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
            String collector = text(in);
            String device = text(in);
            Instant started = time(in);
            Instant ended = time(in);
            BigDecimal latitude = number(in);
            BigDecimal longitude = number(in);
            int informant = in.readInt();
            return new Paradata(
                    collector == null ? null : new ActorId(collector),
                    device,
                    started,
                    ended,
                    latitude,
                    longitude,
                    informant == 0 ? null : informant);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory can be read
        }
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeUTF(text == null ? "" : text);
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        String text = in.readUTF();
        return text.isEmpty() ? null : text;
    }

    private static void time(DataOutputStream out, @Nullable Instant time) throws IOException {
        out.writeBoolean(time != null);
        if (time != null) {
            out.writeLong(time.getEpochSecond());
            out.writeInt(time.getNano());
        }
    }

    private static @Nullable Instant time(DataInputStream in) throws IOException {
        return in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
    }

    private static void number(DataOutputStream out, @Nullable BigDecimal number) throws IOException {
        byte[] unscaled = number == null ? NOTHING : number.unscaledValue().toByteArray();
        out.writeByte(unscaled.length);
        if (number != null) {
            out.write(unscaled);
            out.writeByte(number.scale());
        }
    }

    private static @Nullable BigDecimal number(DataInputStream in) throws IOException {
        int length = in.readByte();
        return length == 0 ? null : new BigDecimal(new BigInteger(in.readNBytes(length)), in.readByte());
    }
}
