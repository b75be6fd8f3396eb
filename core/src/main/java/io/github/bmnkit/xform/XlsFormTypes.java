package io.github.bmnkit.xform;

import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.QuestionType;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of XLSForm and ours. */
final class XlsFormTypes {
    private static final Map<String, QuestionType> TYPES = Map.ofEntries(
            Map.entry("integer", QuestionType.INTEGER),
            Map.entry("int", QuestionType.INTEGER),
            Map.entry("decimal", QuestionType.DECIMAL),
            Map.entry("text", QuestionType.TEXT),
            Map.entry("string", QuestionType.TEXT),
            Map.entry("barcode", QuestionType.TEXT),
            Map.entry("date", QuestionType.DATE),
            Map.entry("geopoint", QuestionType.GEOPOINT),
            Map.entry("location", QuestionType.GEOPOINT),
            Map.entry("gps", QuestionType.GEOPOINT),
            Map.entry("image", QuestionType.ATTACHMENT),
            Map.entry("photo", QuestionType.ATTACHMENT),
            Map.entry("audio", QuestionType.ATTACHMENT),
            Map.entry("video", QuestionType.ATTACHMENT),
            Map.entry("file", QuestionType.ATTACHMENT),
            Map.entry("note", QuestionType.NOTE),
            Map.entry("calculate", QuestionType.CALCULATE),
            Map.entry("calculation", QuestionType.CALCULATE));
    private static final Set<String> METADATA = Set.of(
            "start",
            "end",
            "today",
            "deviceid",
            "subscriberid",
            "simserial",
            "phonenumber",
            "username",
            "email",
            "audit",
            "start-geopoint",
            "background-audio",
            "background-geopoint");
    private static final Set<String> UNSUPPORTED = Set.of(
            "time",
            "datetime",
            "geotrace",
            "geoshape",
            "range",
            "rank",
            "acknowledge",
            "trigger",
            "hidden",
            "xml-external",
            "csv-external",
            "select_one_from_file",
            "select_multiple_from_file",
            "select_one_external",
            "osm");

    /** What a cell of the column {@code type} says. */
    enum Kind {
        BEGIN_GROUP,
        END_GROUP,
        BEGIN_REPEAT,
        END_REPEAT,
        QUESTION,
        METADATA,
        UNSUPPORTED,
        UNKNOWN
    }

    /**
     * A type that was read.
     *
     * @param kind what the row is
     * @param type the type of a question; null otherwise
     * @param list the list from which is chosen; null for none
     */
    record Read(
            Kind kind,
            @Nullable QuestionType type,
            @Nullable String list) {}

    private XlsFormTypes() {}

    static String name(Question question) {
        return switch (question.type()) {
            case INTEGER -> "integer";
            case DECIMAL -> "decimal";
            case TEXT -> "text";
            case DATE -> "date";
            case SELECT_ONE -> "select_one " + question.list();
            case SELECT_MULTIPLE -> "select_multiple " + question.list();
            case GEOPOINT -> "geopoint";
            case ATTACHMENT -> "file";
            case CALCULATE -> "calculate";
            case NOTE -> "note";
        };
    }

    static Read read(String cell) {
        String text = cell.strip().replaceAll("\\s+", " ");
        String lower = text.toLowerCase(Locale.ROOT).replace("select one", "select_one");
        lower = lower.replace("select all that apply", "select_multiple").replace("select multiple", "select_multiple");
        int blank = lower.indexOf(' ');
        String first = blank < 0 ? lower : lower.substring(0, blank);
        if (first.equals("select_one") || first.equals("select1") || first.equals("select_multiple")) {
            return choice(text, first, lower);
        }
        return switch (lower.replace(' ', '_')) {
            case "begin_group" -> new Read(Kind.BEGIN_GROUP, null, null);
            case "end_group" -> new Read(Kind.END_GROUP, null, null);
            case "begin_repeat" -> new Read(Kind.BEGIN_REPEAT, null, null);
            case "end_repeat" -> new Read(Kind.END_REPEAT, null, null);
            default -> plain(lower);
        };
    }

    /** The list is the last word; {@code or_other} behind it asks for a text, which no list takes. */
    private static Read choice(String text, String first, String lower) {
        QuestionType type = first.equals("select_multiple") ? QuestionType.SELECT_MULTIPLE : QuestionType.SELECT_ONE;
        if (lower.endsWith("or_other") || lower.endsWith("or other")) {
            return new Read(Kind.UNSUPPORTED, null, null);
        }
        String list = text.substring(text.lastIndexOf(' ') + 1);
        boolean named = lower.length() > first.length() && !list.isEmpty();
        return named ? new Read(Kind.QUESTION, type, list) : new Read(Kind.UNKNOWN, null, null);
    }

    private static Read plain(String lower) {
        QuestionType type = TYPES.get(lower);
        if (type != null) {
            return new Read(Kind.QUESTION, type, null);
        }
        if (METADATA.contains(lower)) {
            return new Read(Kind.METADATA, null, null);
        }
        int blank = lower.indexOf(' ');
        boolean known = UNSUPPORTED.contains(blank < 0 ? lower : lower.substring(0, blank));
        return new Read(known ? Kind.UNSUPPORTED : Kind.UNKNOWN, null, null);
    }
}
