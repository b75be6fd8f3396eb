package io.github.bmnkit.csv;

import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table in CSV: UTF-8 with or without byte-order mark, a header, fields quoted or not, lines ended by LF or
 * CRLF. A bad row is a finding with its line, and the rows after it are read; a quote that is never closed costs its own
 * line only.
 */
public final class CsvReader {
    private static final int MAX_BYTES = 256 << 20;
    private static final int MAX_ROW_BYTES = 64 << 10;
    private static final char REPLACEMENT = '\uFFFD';
    private static final byte QUOTE = '"';

    private final byte[] bytes;
    private final List<Finding> findings;
    // A decoder rather than new String(..): bytes that are no text must not turn into question marks.
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private int position;
    private int line = 1;

    private CsvReader(byte[] bytes, List<Finding> findings) {
        this.bytes = bytes;
        this.findings = findings;
    }

    /**
     * Reads all rows. Names of columns are compared without regard to case and blanks; columns beyond those named are
     * reported and not used.
     *
     * @return false if nothing could be read: the file is empty or a required column is missing
     */
    public static boolean read(
            InputStream in,
            List<String> required,
            List<String> optional,
            List<Finding> findings,
            Consumer<CsvRow> rows) {
        Set<String> known = new HashSet<>(required);
        known.addAll(optional);
        return read(
                in,
                required,
                heading -> {
                    String name = heading.toLowerCase(Locale.ROOT);
                    return known.contains(name) ? name : null;
                },
                findings,
                rows);
    }

    /**
     * Reads all rows of a table whose headings have several spellings. The naming says which column a heading means, or
     * null for one that is not known, or an empty name to pass over it with what stands beneath.
     *
     * @return false if nothing could be read: the file is empty or a required column is missing
     */
    public static boolean read(
            InputStream in,
            List<String> required,
            Function<String, @Nullable String> naming,
            List<Finding> findings,
            Consumer<CsvRow> rows) {
        byte[] bytes;
        try {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            findings.add(Finding.of(DocumentFinding.UNREADABLE));
            return false;
        }
        if (bytes.length > MAX_BYTES) {
            findings.add(Finding.of(DocumentFinding.TOO_LARGE).with("limit", MAX_BYTES));
            return false;
        }
        return new CsvReader(bytes, findings).readAll(required, naming, rows);
    }

    private boolean readAll(List<String> required, Function<String, @Nullable String> naming, Consumer<CsvRow> rows) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            position = 3;
        }
        skipBlankLines();
        if (position >= bytes.length) {
            findings.add(Finding.of(DocumentFinding.EMPTY));
            return false;
        }
        int headerLine = line;
        List<String> header = record();
        Map<String, Integer> columns = header == null ? Map.of() : columns(header, headerLine, naming);
        boolean complete = true;
        for (String name : required) {
            if (!columns.containsKey(name)) {
                complete = false;
                findings.add(Finding.of(DocumentFinding.CSV_MISSING_COLUMN)
                        .at(Place.line(headerLine))
                        .with("name", name));
            }
        }
        if (!complete || header == null) {
            return false;
        }
        for (skipBlankLines(); position < bytes.length; skipBlankLines()) {
            int start = line;
            List<String> fields = record();
            if (fields != null && fields.size() != header.size()) {
                findings.add(Finding.of(DocumentFinding.CSV_FIELD_COUNT)
                        .at(Place.line(start))
                        .with("found", fields.size())
                        .with("expected", header.size()));
            } else if (fields != null) {
                rows.accept(new CsvRow(start, columns, fields));
            }
        }
        return true;
    }

    private Map<String, Integer> columns(
            List<String> header, int headerLine, Function<String, @Nullable String> naming) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = naming.apply(header.get(i));
            if (name != null && name.isEmpty()) {
                continue;
            }
            DocumentFinding problem = name == null
                    ? DocumentFinding.CSV_UNKNOWN_COLUMN
                    : columns.putIfAbsent(name, i) != null ? DocumentFinding.CSV_DUPLICATE_COLUMN : null;
            if (problem != null) {
                findings.add(Finding.of(problem).at(Place.line(headerLine)).with("name", header.get(i)));
            }
        }
        return columns;
    }

    private void skipBlankLines() {
        while (position < bytes.length && (bytes[position] == '\n' || bytes[position] == '\r')) {
            if (bytes[position] == '\n') {
                line++;
            }
            position++;
        }
    }

    /** Reads one row and moves behind it; null if it is bad, which a finding then says. */
    private @Nullable List<String> record() {
        int start = position;
        int startLine = line;
        List<String> fields = new ArrayList<>();
        DocumentFinding problem = null;
        while (true) {
            int from = position;
            if (from < bytes.length && bytes[from] == QUOTE) {
                int close = closingQuote(start);
                if (close < 0) {
                    // Give the line up, not the file.
                    position = start;
                    line = startLine;
                    skipLine();
                    return bad(
                            close == -1 ? DocumentFinding.CSV_UNCLOSED_QUOTE : DocumentFinding.CSV_ROW_TOO_LONG,
                            startLine);
                }
                String field = decode(from + 1, close);
                if (field == null) {
                    problem = DocumentFinding.NOT_UTF_8;
                } else {
                    fields.add(
                            field.indexOf('"') < 0
                                    ? field.strip()
                                    : field.replace("\"\"", "\"").strip());
                }
                position = close + 1;
                if (!atFieldEnd()) {
                    problem = DocumentFinding.CSV_STRAY_QUOTE;
                    skipField();
                }
            } else {
                skipField();
                for (int i = from; i < position; i++) {
                    if (bytes[i] == QUOTE) {
                        problem = DocumentFinding.CSV_STRAY_QUOTE;
                    }
                }
                String field = decode(from, position);
                if (field == null) {
                    problem = DocumentFinding.NOT_UTF_8;
                } else {
                    fields.add(field.strip());
                }
            }
            if (position < bytes.length && bytes[position] == ',') {
                position++;
                continue;
            }
            if (position - start > MAX_ROW_BYTES) {
                problem = DocumentFinding.CSV_ROW_TOO_LONG;
            }
            skipLine();
            return problem == null ? fields : bad(problem, startLine);
        }
    }

    private @Nullable List<String> bad(DocumentFinding problem, int at) {
        findings.add(Finding.of(problem).at(Place.line(at)).with("limit", MAX_ROW_BYTES));
        return null;
    }

    /** From an opening quote to its closing one; -1 if the file ends first, -2 if the row grows too long. */
    private int closingQuote(int rowStart) {
        int i = position + 1;
        while (i < bytes.length) {
            if (i - rowStart > MAX_ROW_BYTES) {
                return -2;
            }
            if (bytes[i] == '\n') {
                line++;
            } else if (bytes[i] == QUOTE) {
                if (i + 1 < bytes.length && bytes[i + 1] == QUOTE) {
                    i++;
                } else {
                    return i;
                }
            }
            i++;
        }
        return -1;
    }

    private boolean atFieldEnd() {
        return position >= bytes.length || bytes[position] == ',' || bytes[position] == '\n' || bytes[position] == '\r';
    }

    private void skipField() {
        while (!atFieldEnd()) {
            position++;
        }
    }

    private void skipLine() {
        while (position < bytes.length && bytes[position] != '\n') {
            position++;
        }
        if (position < bytes.length) {
            position++;
            line++;
        }
    }

    private @Nullable String decode(int from, int to) {
        boolean ascii = true;
        for (int i = from; i < to && ascii; i++) {
            ascii = bytes[i] >= 0;
        }
        if (ascii) {
            return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
        }
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        // Either the file has this character, or its bytes are no text: only the strict decoder knows.
        try {
            return decoder.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
