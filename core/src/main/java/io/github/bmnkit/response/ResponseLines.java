package io.github.bmnkit.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Reads many responses to one form from a stream that has one JSON document in each line (NDJSON), holding one line at a
 * time. What is wrong with a line is found with the number of the line and the byte offset in the stream, and the lines
 * after it are read. Lines may end with LF or CRLF; a byte-order mark and blank lines are passed over.
 *
 * <p>It belongs to one thread at a time. To read with several threads, one thread {@linkplain #split splits} the stream
 * and each of the others has a {@code ResponseLines} of its own.
 */
public final class ResponseLines {
    private final ResponseLimits limits;
    private final ResponseReader reader;

    private ResponseLines(Questionnaire form, ResponseLimits limits) {
        this.limits = requireNonNull(limits, "limits");
        this.reader = new ResponseReader(requireNonNull(form, "form"), limits);
    }

    /**
     * Returns a reader of responses to a form, within {@link ResponseLimits#DEFAULT}.
     *
     * @param form the form that was answered
     * @return the reader
     */
    public static ResponseLines of(Questionnaire form) {
        return of(form, ResponseLimits.DEFAULT);
    }

    /**
     * Returns a reader of responses to a form.
     *
     * @param form the form that was answered
     * @param limits how much of each line is read before the line is refused
     * @return the reader
     */
    public static ResponseLines of(Questionnaire form, ResponseLimits limits) {
        return new ResponseLines(form, limits);
    }

    /**
     * Splits a stream into its lines without reading what they say. A line that is longer than the limit is skipped to
     * its end, and given without its bytes; so is the last one if the stream cannot be read any further.
     *
     * @param ndjson the lines, UTF-8; read as lines are asked for, to its end, and not closed
     * @param limits how many bytes of a line are taken in
     * @return the lines that are not blank, by one thread at a time
     */
    public static Iterator<ResponseLine> split(InputStream ndjson, ResponseLimits limits) {
        return new LineSplitter(requireNonNull(ndjson, "ndjson"), limits.bytes());
    }

    /**
     * Reads a line that was split off a stream.
     *
     * @param line the line
     * @return the response, if the line holds one to the form, and everything found, with line, byte offset in the stream
     *     and JSON Pointer
     */
    public Reading<HouseholdResponse> read(ResponseLine line) {
        Finding fault = line.fault();
        if (fault != null) {
            return Reading.nothing(List.of(placed(fault, line)));
        }
        Reading<HouseholdResponse> reading = reader.read(line.bytes(), 0, line.size());
        if (reading.findings().isEmpty()) {
            return reading;
        }
        List<Finding> findings = reading.findings().stream()
                .map(finding -> placed(finding, line))
                .toList();
        return reading.optional().isPresent() ? Reading.of(reading.value(), findings) : Reading.nothing(findings);
    }

    /**
     * Reads all lines of a stream, one after the other.
     *
     * @param ndjson the lines, UTF-8; read to its end and not closed
     * @param each is given every line that is not blank, and what came of reading it
     */
    public void read(InputStream ndjson, BiConsumer<ResponseLine, Reading<HouseholdResponse>> each) {
        requireNonNull(each, "each");
        Iterator<ResponseLine> lines = split(ndjson, limits);
        while (lines.hasNext()) {
            ResponseLine line = lines.next();
            each.accept(line, read(line));
        }
    }

    /**
     * Writes a response as one line: its canonical JSON and a line feed.
     *
     * @param response the response
     * @param out where the line is written, UTF-8; neither flushed nor closed
     * @throws IOException if it cannot be written
     */
    public static void write(HouseholdResponse response, OutputStream out) throws IOException {
        out.write((response.toJson() + "\n").getBytes(UTF_8));
    }

    private static Finding placed(Finding finding, ResponseLine line) {
        Place place = finding.place();
        int number = (int) Math.min(line.number(), Integer.MAX_VALUE);
        return finding.at(place.withLine(number, 0)
                .withOffset(line.offset() + place.offset().orElse(0)));
    }
}
