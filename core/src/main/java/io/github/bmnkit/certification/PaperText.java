package io.github.bmnkit.certification;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.ThaiDigits;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** A text with fields in braces, in both languages: words and names of fields by turns, beginning with words. */
record PaperText(List<String> th, List<String> en) {
    static Reading<PaperText> parse(Text text) {
        List<Finding> findings = new ArrayList<>();
        List<String> th = split(text.th(), findings);
        List<String> en = split(text.en(), findings);
        if (!findings.isEmpty()) {
            return Reading.nothing(findings);
        }
        PaperText parsed = new PaperText(th, en);
        return fields(th).equals(fields(en))
                ? Reading.of(parsed)
                : Reading.nothing(List.of(Finding.of(CertificationFinding.PAPER_LANGUAGES)));
    }

    private static List<String> split(String text, List<Finding> findings) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int open = text.indexOf('{');
        while (open >= 0) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String name = text.substring(open + 1, close);
            if (PaperField.find(name).isEmpty()) {
                findings.add(
                        Finding.of(CertificationFinding.PAPER_UNKNOWN_FIELD).with("field", name));
            }
            parts.add(text.substring(from, open));
            parts.add(name);
            from = close + 1;
            open = text.indexOf('{', from);
        }
        parts.add(text.substring(from));
        for (int i = 0; i < parts.size(); i += 2) {
            if (parts.get(i).indexOf('{') >= 0 || parts.get(i).indexOf('}') >= 0) {
                findings.add(Finding.of(CertificationFinding.PAPER_BRACE));
            }
        }
        return List.copyOf(parts);
    }

    private static Set<PaperField> fields(List<String> parts) {
        Set<PaperField> fields = EnumSet.noneOf(PaperField.class);
        for (int i = 1; i < parts.size(); i += 2) {
            PaperField.find(parts.get(i)).ifPresent(fields::add);
        }
        return fields;
    }

    Set<PaperField> fields() {
        return fields(th);
    }

    /** The text with its fields filled in; the words of the Thai text in Thai digits, what is filled in as it comes. */
    Text filled(Locale locale, Function<PaperField, String> values) {
        List<String> parts = Text.of("th", "en").in(locale).equals("th") ? th : en;
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (i % 2 == 1) {
                out.append(values.apply(PaperField.valueOf(part)));
            } else {
                out.append(Text.of(ThaiDigits.toThai(part), part).in(locale));
            }
        }
        return Text.of(out.toString(), out.toString());
    }
}
