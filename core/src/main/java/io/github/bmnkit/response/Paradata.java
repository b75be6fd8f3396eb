package io.github.bmnkit.response;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.fieldwork.ActorId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an interview came about: paradata, in the word of survey methodology. It is kept with the answers but is no part of
 * what their fingerprint binds. Everything may be unknown.
 *
 * @param collector who asked
 * @param device the host's id of the device; at most 64 characters
 * @param started when the interview began
 * @param ended when the interview ended
 * @param latitude where it took place, in degrees north, -90 to 90, at most 9 digits after the point
 * @param longitude where it took place, in degrees east, -180 to 180, at most 9 digits after the point
 * @param informant the key of the member who answered
 */
public record Paradata(
        @Nullable ActorId collector,
        @Nullable String device,
        @Nullable Instant started,
        @Nullable Instant ended,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable Integer informant) {
    /** Nothing is known. */
    public static final Paradata NONE = new Paradata(null, null, null, null, null, null, null);

    private static final int MAX_DIGITS = 9;

    /**
     * Checks the ranges, and removes zeros at the end of the degrees.
     *
     * @param collector who asked
     * @param device the host's id of the device; at most 64 characters
     * @param started when the interview began
     * @param ended when the interview ended
     * @param latitude where it took place, in degrees north, -90 to 90, at most 9 digits after the point
     * @param longitude where it took place, in degrees east, -180 to 180, at most 9 digits after the point
     * @param informant the key of the member who answered
     * @throws IllegalArgumentException if something is out of its range
     */
    public Paradata {
        if (device != null && (device.isBlank() || device.length() > ActorId.MAX_LENGTH)) {
            throw new IllegalArgumentException("a device has 1 to " + ActorId.MAX_LENGTH + " characters");
        }
        latitude = degrees(latitude, 90);
        longitude = degrees(longitude, 180);
        if (informant != null && informant < 1) {
            throw new IllegalArgumentException("keys of members start at 1: " + informant);
        }
    }

    private static @Nullable BigDecimal degrees(@Nullable BigDecimal degrees, int limit) {
        if (degrees == null) {
            return null;
        }
        BigDecimal plain = degrees.stripTrailingZeros();
        if (plain.scale() > MAX_DIGITS || plain.abs().compareTo(BigDecimal.valueOf(limit)) > 0) {
            throw new IllegalArgumentException("not a number of degrees up to " + limit);
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /**
     * Returns this with the collector and the device.
     *
     * @param newCollector who asked
     * @param newDevice the host's id of the device
     * @return the paradata
     */
    public Paradata by(ActorId newCollector, String newDevice) {
        requireNonNull(newCollector, "newCollector");
        requireNonNull(newDevice, "newDevice");
        return new Paradata(newCollector, newDevice, started, ended, latitude, longitude, informant);
    }

    /**
     * Returns this with the time of the interview.
     *
     * @param startInclusive when it began
     * @param endExclusive when it ended; null if it goes on
     * @return the paradata
     */
    public Paradata during(Instant startInclusive, @Nullable Instant endExclusive) {
        requireNonNull(startInclusive, "startInclusive");
        return new Paradata(collector, device, startInclusive, endExclusive, latitude, longitude, informant);
    }

    /** Shows who and when; the place may be personal. */
    @Override
    public String toString() {
        return "Paradata[collector=" + collector + ", device=" + device + ", started=" + started + ", ended=" + ended
                + "]";
    }
}
