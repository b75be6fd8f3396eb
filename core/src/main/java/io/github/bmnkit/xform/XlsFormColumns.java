package io.github.bmnkit.xform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of the columns: as they are written, and in the spellings in which they are read. */
final class XlsFormColumns {
    static final String THAI = "::Thai (th)";
    static final String ENGLISH = "::English (en)";
    static final String OWN = "bmn_";
    static final String ATTRIBUTE = "bmn_attribute_";

    /** Columns that hold a text in several languages. */
    private static final Set<String> TRANSLATED =
            Set.of("label", "hint", "constraint_message", "bmn_period", "bmn_title");

    /** What is read but has no counterpart. */
    static final Set<String> NOT_CARRIED = Set.of(
            "default",
            "read_only",
            "trigger",
            "guidance_hint",
            "required_message",
            "image",
            "audio",
            "video",
            "big-image",
            "save_to",
            "autoplay",
            "or_other");

    /** What says how a question looks, or how a tool stores it: passed over. */
    private static final Set<String> LOOKS =
            Set.of("appearance", "parameters", "body::accuracythreshold", "note", "notes", "comment", "comments");

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("value", "name"),
            Map.entry("caption", "label"),
            Map.entry("relevance", "relevant"),
            Map.entry("bind::relevant", "relevant"),
            Map.entry("bind::required", "required"),
            Map.entry("bind::constraint", "constraint"),
            Map.entry("bind::jr:constraintmsg", "constraint_message"),
            Map.entry("bind::calculate", "calculation"),
            Map.entry("calculate", "calculation"),
            Map.entry("calculations", "calculation"),
            Map.entry("bind::readonly", "read_only"),
            Map.entry("readonly", "read_only"),
            Map.entry("bind::jr:requiredmsg", "required_message"),
            Map.entry("repeat_count", "repeat_count"),
            Map.entry("jr:count", "repeat_count"),
            Map.entry("control::jr:count", "repeat_count"),
            Map.entry("body::appearance", "appearance"),
            Map.entry("control::appearance", "appearance"),
            Map.entry("bind::type", "type"),
            Map.entry("media::image", "image"),
            Map.entry("media::audio", "audio"),
            Map.entry("media::video", "video"),
            Map.entry("title", "form_title"),
            Map.entry("id_string", "form_id"));

    static final List<String> SURVEY = survey();
    static final List<String> CHOICES =
            List.of("list_name", "name", "label" + THAI, "label" + ENGLISH, "bmn_parent", "bmn_since", "bmn_until");
    static final List<String> SETTINGS = List.of("form_title", "form_id", "version", "default_language");

    private XlsFormColumns() {}

    private static List<String> survey() {
        List<String> columns = new ArrayList<>(List.of("type", "name"));
        both(columns, "label");
        both(columns, "hint");
        columns.addAll(List.of("required", "relevant", "constraint"));
        both(columns, "constraint_message");
        columns.addAll(List.of("calculation", "choice_filter", "bmn_number"));
        both(columns, "bmn_period");
        return List.copyOf(columns);
    }

    private static void both(List<String> columns, String name) {
        columns.add(name + THAI);
        columns.add(name + ENGLISH);
    }

    /**
     * The name under which a column is kept: {@code label@th}, {@code label@en}, {@code label@} if it has no language and
     * {@code label@?} for another one; null if the column is not known, empty if it is passed over.
     */
    static @Nullable String survey(String heading) {
        String name = canonical(heading);
        if (name.startsWith(OWN) || name.contains("@") || NOT_CARRIED.contains(name)) {
            return name;
        }
        if (heading.isEmpty() || LOOKS.contains(name)) {
            return "";
        }
        return switch (name) {
            case "type",
                    "name",
                    "required",
                    "relevant",
                    "constraint",
                    "calculation",
                    "choice_filter",
                    "repeat_count",
                    "disabled" -> name;
            default -> null;
        };
    }

    /** Every column of the choices may be one that a filter reads. */
    static String choices(String heading) {
        String name = canonical(heading);
        return name.equals("list name") || name.equals("list") ? "list_name" : name;
    }

    static @Nullable String settings(String heading) {
        String name = canonical(heading);
        boolean own = name.startsWith(OWN) && !name.contains("@");
        return own ? heading.strip() : name;
    }

    private static String canonical(String heading) {
        String text = heading.strip();
        if (text.startsWith(OWN) && !text.contains("::")) {
            return text; // the names of attributes are told apart by their case
        }
        String lower = text.toLowerCase(Locale.ROOT);
        String whole = spelled(lower);
        if (TRANSLATED.contains(whole)) {
            return whole + "@";
        }
        int end = lower.indexOf(':');
        if (end > 0) {
            String base = spelled(lower.substring(0, end));
            String language = lower.substring(end).replaceFirst("^::?", "").strip();
            if (TRANSLATED.contains(base)) {
                return base + "@" + language(language);
            }
            if (NOT_CARRIED.contains(base)) {
                return base;
            }
            if (base.equals("media")) {
                return spelled("media::" + language.replaceFirst(":.*$", ""));
            }
        }
        return whole;
    }

    private static String spelled(String lower) {
        String name = lower.strip().replaceAll("[ _]+", "_");
        return SPELLINGS.getOrDefault(name, name);
    }

    /** Which of our languages a suffix or setting names: {@code th}, {@code en}, or one that begins with {@code ?}. */
    static String language(String named) {
        String name = named.toLowerCase(Locale.ROOT).strip();
        if (name.equals("th") || name.contains("thai") || name.contains("(th") || name.contains("ไทย")) {
            return "th";
        }
        boolean english =
                name.equals("en") || name.contains("english") || name.contains("(en") || name.contains("อังกฤษ");
        return english ? "en" : "?" + name;
    }
}
