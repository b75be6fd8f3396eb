package io.github.bmnkit.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Responses;
import io.github.bmnkit.testing.RosterForms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ResponseLinesProperties {
    private static final ResponseLimits LIMITS = new ResponseLimits(6_000, 16, 10_000, 200);

    /** What came of a line, and where it was. */
    private record Line(long number, long offset, Reading<HouseholdResponse> reading) {}

    @Property
    void everyLineIsReadAsIfItStoodAloneHoweverTheStreamComes(@ForAll Random random) throws IOException {
        Questionnaire form = RosterForms.form(8, random);
        byte[] stream = stream(form, random);
        List<Line> lines = new ArrayList<>();
        ResponseLines.of(form, LIMITS)
                .read(
                        new InPieces(stream, random),
                        (line, reading) -> lines.add(new Line(line.number(), line.offset(), reading)));
        assertThat(lines).isEqualTo(naive(form, stream));
        Cases.met(
                "bad lines among good ones",
                lines.stream().anyMatch(line -> line.reading.optional().isEmpty()));
        Cases.met("lines that are too long", codes(lines).contains("document.too-large"));
        Cases.met("answers that cannot be read", codes(lines).contains("response.unreadable"));
        Cases.met(
                "blank lines", lines.size() < new String(stream, UTF_8).lines().count());
        Cases.met("offsets in characters would be wrong", !lines.equals(inCharacters(form, stream)));
    }

    @Property(tries = 100)
    void whatIsWrittenReadsBack(@ForAll Random random) throws IOException {
        Questionnaire form = RosterForms.form(8, random);
        List<HouseholdResponse> written = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = random.nextInt(5); i >= 0; i--) {
            written.add(Responses.any(form, random.nextInt(4), random));
            ResponseLines.write(written.get(written.size() - 1), out);
        }
        List<HouseholdResponse> read = new ArrayList<>();
        ResponseLines.of(form).read(new ByteArrayInputStream(out.toByteArray()), (line, reading) -> {
            assertThat(reading.findings()).isEmpty();
            read.add(reading.value());
        });
        assertThat(read).isEqualTo(written);
    }

    private static List<String> codes(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.reading.findings().stream())
                .map(finding -> finding.code().id())
                .toList();
    }

    private static byte[] stream(Questionnaire form, Random random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (random.nextInt(4) == 0) {
            out.write("\uFEFF".getBytes(UTF_8));
        }
        for (int i = 2 + random.nextInt(6); i > 0; i--) {
            String json =
                    Responses.any(form, random.nextInt(4), random).toJson().replace("\"invalid\"", "\"other\"");
            String line = switch (random.nextInt(8)) {
                case 0 -> " \t ";
                case 1 -> json.substring(0, random.nextInt(json.length()));
                case 2 -> json.replaceFirst("\"answers\"", " ".repeat(6_000) + "\"answers\"");
                case 3 -> "{\"สวัสดี\":[[1]],\"form\":" + random.nextInt(9) + "}";
                default -> json;
            };
            out.write(line.getBytes(UTF_8));
            if (i > 1 || random.nextBoolean()) {
                out.write((random.nextBoolean() ? "\n" : "\r\n").getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** Holds all in memory and reads each line by itself. */
    private static List<Line> naive(Questionnaire form, byte[] stream) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (long number = 1; start < stream.length; number++) {
            int end = start;
            while (end < stream.length && stream[end] != '\n') {
                end++;
            }
            int stop = end > start && stream[end - 1] == '\r' ? end - 1 : end;
            byte[] line = Arrays.copyOfRange(stream, start, stop);
            if (!new String(line, UTF_8).replace("\uFEFF", "").isBlank()) {
                lines.add(new Line(number, start, placed(read(form, line), number, start)));
            }
            start = end + 1;
        }
        return lines;
    }

    /** A wrong implementation: it takes bytes for characters. */
    private static List<Line> inCharacters(Questionnaire form, byte[] stream) {
        List<Line> lines = new ArrayList<>();
        int offset = 0;
        long number = 1;
        for (String line : new String(stream, UTF_8).split("\n", -1)) {
            String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (!text.replace("\uFEFF", "").isBlank()) {
                lines.add(new Line(number, offset, placed(read(form, text.getBytes(UTF_8)), number, offset)));
            }
            number++;
            offset += line.length() + 1;
        }
        return lines;
    }

    private static Reading<HouseholdResponse> read(Questionnaire form, byte[] line) {
        return HouseholdResponse.read(form, new ByteArrayInputStream(line), LIMITS);
    }

    private static Reading<HouseholdResponse> placed(Reading<HouseholdResponse> reading, long number, int offset) {
        List<Finding> findings = reading.findings().stream()
                .map(finding -> finding.at(finding.place()
                        .withLine((int) number, 0)
                        .withOffset(offset + finding.place().offset().orElse(0))))
                .toList();
        return reading.optional().isPresent() ? Reading.of(reading.value(), findings) : Reading.nothing(findings);
    }

    /** Gives some bytes at a time, as a network does. */
    private static final class InPieces extends InputStream {
        private final InputStream bytes;
        private final Random random;

        InPieces(byte[] bytes, Random random) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.random = random;
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            return bytes.read(to, from, Math.min(length, 1 + random.nextInt(3_000)));
        }
    }
}
