package io.github.bmnkit.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.testing.BrokenInputStream;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.groups.Tuple;

class CsvReaderProperties {
    private final List<Finding> findings = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    @Property
    void whatIsWrittenIsRead(@ForAll("tables") List<List<String>> table) {
        rows.clear();
        findings.clear();
        CsvWriter writer = new CsvWriter(List.of("a", "b"));
        table.forEach(writer::row);
        assertThat(read(writer.toString())).isTrue();
        assertThat(rows).isEqualTo(table);
        assertThat(findings).isEmpty();
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> field = Arbitraries.strings()
                .withChars("ab ก๑,\"\n\r;'é\uFFFD")
                .ofMaxLength(8)
                .map(String::strip)
                .map(text -> text.isEmpty() ? "-" : text);
        return field.list().ofSize(2).list().ofMaxSize(20);
    }

    @Property
    void noBytesEverBreakTheReaderAndTheRowsBeforeThemStay(@ForAll byte[] tail) {
        rows.clear();
        byte[] head = "a,b\n1,2\n".getBytes(UTF_8);
        byte[] bytes = new byte[head.length + tail.length];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(tail, 0, bytes, head.length, tail.length);
        assertThat(read(bytes)).isTrue();
        assertThat(rows.get(0)).containsExactly("1", "2");
    }

    @Example
    void aFileFromASpreadsheetIsRead() {
        read("\uFEFFA , b\r\n\"x, y\",\"say \"\"hi\"\"\"\r\n\"two\r\nlines\",๑๒\r\n");
        assertThat(rows).containsExactly(List.of("x, y", "say \"hi\""), List.of("two\r\nlines", "๑๒"));
        assertThat(lines).containsExactly(2, 3);
        assertThat(findings).isEmpty();
    }

    @Example
    void theLastLineNeedsNoEndAndBlankLinesDoNotCount() {
        read("\n\na,b\n\n\n1,2\n\r\n3,4");
        assertThat(rows).containsExactly(List.of("1", "2"), List.of("3", "4"));
        assertThat(lines).containsExactly(6, 8);
    }

    @Example
    void aBadRowCostsItselfAloneAndNamesItsLine() {
        read("a,b\n1\n1,2,3\n1,2\n\"x\"y,2\nx\"y,2\n3,4\n\"never closed,5\n6,7\n");
        assertThat(rows).containsExactly(List.of("1", "2"), List.of("3", "4"), List.of("6", "7"));
        assertThat(findings)
                .extracting(Finding::code, Finding::place)
                .containsExactly(
                        at(DocumentFinding.CSV_FIELD_COUNT, 2),
                        at(DocumentFinding.CSV_FIELD_COUNT, 3),
                        at(DocumentFinding.CSV_STRAY_QUOTE, 5),
                        at(DocumentFinding.CSV_STRAY_QUOTE, 6),
                        at(DocumentFinding.CSV_UNCLOSED_QUOTE, 8));
    }

    @Example
    void bytesThatAreNoTextCostTheirRow() {
        byte[] bytes = "a,b\n1,?\n\"?\",2\n3,4\n".getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '?' ? (byte) 0xC3 : bytes[i];
        }
        read(bytes);
        assertThat(rows).containsExactly(List.of("3", "4"));
        assertThat(findings)
                .extracting(Finding::code, Finding::place)
                .containsExactly(at(DocumentFinding.NOT_UTF_8, 2), at(DocumentFinding.NOT_UTF_8, 3));
    }

    @Example
    void aRowWithoutEndIsGivenUp() {
        String longText = "x".repeat(70_000);
        read("a,b\n" + longText + ",1\n\"" + longText + "\n" + longText + "\",1\n1,2\n");
        assertThat(rows).contains(List.of("1", "2"));
        assertThat(findings)
                .extracting(Finding::code)
                .startsWith(DocumentFinding.CSV_ROW_TOO_LONG, DocumentFinding.CSV_ROW_TOO_LONG);
    }

    @Example
    void theHeaderSaysWhatIsMissingDoubleOrUnknown() {
        assertThat(read("a,A,c\n1,2,3\n")).isFalse();
        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(
                        DocumentFinding.CSV_DUPLICATE_COLUMN,
                        DocumentFinding.CSV_UNKNOWN_COLUMN,
                        DocumentFinding.CSV_MISSING_COLUMN);
    }

    @Example
    void anEmptyFileAndABrokenStreamAreFindings() {
        assertThat(read("\uFEFF\n\n")).isFalse();
        assertThat(CsvReader.read(new BrokenInputStream(), List.of("a"), List.of(), findings, row -> {}))
                .isFalse();
        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(DocumentFinding.EMPTY, DocumentFinding.UNREADABLE);
    }

    private static Tuple at(FindingCode code, int line) {
        return tuple(code, Place.line(line));
    }

    private boolean read(String text) {
        return read(text.getBytes(UTF_8));
    }

    private boolean read(byte[] bytes) {
        return CsvReader.read(
                new ByteArrayInputStream(bytes), List.of("a", "b"), List.of("optional"), findings, row -> {
                    assertThat(row.field("optional")).isEmpty();
                    rows.add(List.of(row.field("a"), row.field("b")));
                    lines.add(row.line());
                });
    }
}
