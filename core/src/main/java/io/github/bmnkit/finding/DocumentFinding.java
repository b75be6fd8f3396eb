package io.github.bmnkit.finding;

import java.util.ResourceBundle;

/** What can be wrong with a file as such, before its content is looked at. */
public enum DocumentFinding implements FindingCode {
    /** Nothing is in the file. */
    EMPTY("document.empty", Severity.ERROR),
    /** The file is longer than the limit. */
    TOO_LARGE("document.too-large", Severity.ERROR),
    /** The bytes are not UTF-8. */
    NOT_UTF_8("document.not-utf-8", Severity.ERROR),
    /** The file could not be read to its end. */
    UNREADABLE("document.unreadable", Severity.ERROR),
    /** The text is not JSON (RFC 8259). */
    JSON_MALFORMED("json.malformed", Severity.ERROR),
    /** Objects and arrays are nested beyond the limit. */
    JSON_TOO_DEEP("json.too-deep", Severity.ERROR),
    /** A text or a name is longer than the limit. */
    JSON_TOO_LONG("json.too-long", Severity.ERROR),
    /** A number has an exponent beyond every range. */
    JSON_NUMBER("json.number", Severity.ERROR),
    /** A name stands twice in one object; the first value counts. */
    JSON_DUPLICATE_KEY("json.duplicate-key", Severity.ERROR),
    /** A required field is not there. */
    JSON_MISSING_FIELD("json.missing-field", Severity.ERROR),
    /** A field is not known; it is not used. */
    JSON_UNKNOWN_FIELD("json.unknown-field", Severity.WARNING),
    /** A value has another type than is due. */
    JSON_WRONG_TYPE("json.wrong-type", Severity.ERROR),
    /** A number lies outside its range. */
    JSON_OUT_OF_RANGE("json.out-of-range", Severity.ERROR),
    /** A text is not one of those allowed. */
    JSON_NOT_ALLOWED("json.not-allowed", Severity.ERROR),
    /** A text is blank. */
    JSON_BLANK("json.blank", Severity.ERROR),
    /** A required column is not in the header of a CSV file. */
    CSV_MISSING_COLUMN("csv.missing-column", Severity.ERROR),
    /** A column stands twice in the header. */
    CSV_DUPLICATE_COLUMN("csv.duplicate-column", Severity.ERROR),
    /** A column is not known; it is not used. */
    CSV_UNKNOWN_COLUMN("csv.unknown-column", Severity.WARNING),
    /** A row has more or fewer fields than the header. */
    CSV_FIELD_COUNT("csv.field-count", Severity.ERROR),
    /** A quoted field is never closed. */
    CSV_UNCLOSED_QUOTE("csv.unclosed-quote", Severity.ERROR),
    /** Something stands between a closing quote and the next comma, or a quote stands in an unquoted field. */
    CSV_STRAY_QUOTE("csv.stray-quote", Severity.ERROR),
    /** A row is longer than the limit. */
    CSV_ROW_TOO_LONG("csv.row-too-long", Severity.ERROR);

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.finding.DocumentFinding", locale));

    private final String id;
    private final Severity severity;

    DocumentFinding(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public Text text() {
        return TEXTS.text(id);
    }
}
