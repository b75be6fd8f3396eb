package io.github.bmnkit.release;

import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.ObjectFields;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.release.ReleaseRequest.Field;
import io.github.bmnkit.release.Treatment.DatePart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The form of a field of a request in JSON: a question, and at most one treatment. */
final class FieldDecoder {
    private static final long MOST = 1_000_000_000_000L;

    private final Questionnaire form;
    private final Classification classification;

    FieldDecoder(Classification classification) {
        this.classification = classification;
        form = classification.form();
    }

    Decoder<Field> field() {
        return Decoder.object(this::field);
    }

    private Optional<Field> field(ObjectFields fields) {
        Optional<Item> item = fields.required("question", Decoder.TEXT.then((name, value) -> {
            Item found = form.item(name).filter(Item::hasValue).orElse(null);
            return found == null
                    ? Reading.nothing(
                            List.of(Finding.of(ReleaseFinding.UNKNOWN_QUESTION).with("question", name)))
                    : Reading.of(found);
        }));
        Optional<Boolean> keyed = fields.optional("keyed", Decoder.TRUTH);
        Optional<List<List<Long>>> bands =
                fields.optional("bands", Decoder.list(Decoder.list(Decoder.integer(0, MOST))));
        Optional<List<Map<String, String>>> groups = fields.optional("groups", Decoder.list(Decoder.map(Decoder.TEXT)));
        Optional<List<DatePart>> dates = fields.optional("dates", Decoder.list(Decoder.constant(DatePart.class)));
        Optional<Long> roundTo = fields.optional("roundTo", Decoder.integer(1, MOST));
        Optional<Long> topFrom = fields.optional("topFrom", Decoder.integer(1, MOST));
        Optional<String> reason = fields.optional("reason", Decoder.TEXT);
        if (item.isEmpty()) {
            return fields.build(() -> null);
        }
        String name = item.get().name();
        DisclosureRole role = classification.role(name);
        boolean isKeyed = keyed.orElse(false);
        if (role == DisclosureRole.DIRECT_IDENTIFIER && !isKeyed) {
            refuse(fields, ReleaseFinding.DIRECT_IDENTIFIER, name);
        }
        if (role == DisclosureRole.FREE_TEXT && !isKeyed && reason.isEmpty()) {
            refuse(fields, ReleaseFinding.FREE_TEXT, name);
        }
        long treatments = Stream.of(bands, groups, dates, roundTo.or(() -> topFrom))
                        .filter(Optional::isPresent)
                        .count()
                + (isKeyed ? 1 : 0);
        ValueType type = item.get().symbol().type();
        boolean number = type == ValueType.INTEGER || type == ValueType.DECIMAL;
        // The keys of what takes few values would tell which are alike, and how often.
        boolean fits = treatments <= 1
                && !(isKeyed && role == DisclosureRole.QUASI_IDENTIFIER)
                && (bands.isEmpty() || number)
                && (roundTo.isEmpty() || number)
                && (topFrom.isEmpty() || number)
                && (groups.isEmpty() || type == ValueType.CODE)
                && (dates.isEmpty() || type == ValueType.DATE);
        if (!fits) {
            refuse(fields, ReleaseFinding.TREATMENT, name);
        }
        boolean nested = areNested(bands.orElse(List.of()))
                && areNestedGroups(groups.orElse(List.of()))
                && areInOrder(dates.orElse(List.of()))
                && bands.stream().noneMatch(List::isEmpty)
                && dates.stream().noneMatch(List::isEmpty);
        if (!nested) {
            refuse(fields, ReleaseFinding.NOT_NESTED, name);
        }
        groups.ifPresent(levels -> checkCodes(fields, item.get(), levels));
        Treatment.AsIs asIs = asIs(item.get());
        return fields.build(() -> {
            Treatment treatment = asIs;
            if (isKeyed) {
                treatment = new Treatment.Keyed();
            } else if (bands.isPresent()) {
                treatment = new Treatment.Bands(bands.get());
            } else if (groups.isPresent()) {
                treatment = new Treatment.Groups(asIs, groups.get());
            } else if (dates.isPresent()) {
                treatment = new Treatment.Dates(dates.get());
            } else if (roundTo.isPresent() || topFrom.isPresent()) {
                treatment = new Treatment.Rounded(roundTo.orElse(1L), topFrom.orElse(Long.MAX_VALUE));
            }
            return new Field(name, treatment, reason.orElse(null));
        });
    }

    private static void refuse(ObjectFields fields, FindingCode code, String question) {
        fields.refuse(Finding.of(code).at(fields.place()).with("question", question));
    }

    private Treatment.AsIs asIs(Item item) {
        CodeList list =
                Optional.ofNullable(item.question().list()).flatMap(form::list).orElse(null);
        return list == null
                ? new Treatment.AsIs(List.of(), false)
                : new Treatment.AsIs(list.codes().stream().map(Code::code).toList(), list.open());
    }

    private void checkCodes(ObjectFields fields, Item item, List<Map<String, String>> levels) {
        List<String> listed = asIs(item).listed();
        levels.stream()
                .flatMap(level -> level.keySet().stream())
                .distinct()
                .filter(code -> !listed.contains(code))
                .sorted()
                .forEach(code -> fields.refuse(Finding.of(ReleaseFinding.UNKNOWN_CODE)
                        .at(fields.place())
                        .with("question", item.name())
                        .with("code", code)));
    }

    /** Bounds in order, each level some of those before it, and the first bound the same. */
    private static boolean areNested(List<List<Long>> levels) {
        for (int i = 0; i < levels.size(); i++) {
            List<Long> bounds = levels.get(i);
            boolean ordered = !bounds.isEmpty()
                    && bounds.stream().sorted().distinct().toList().equals(bounds);
            if (!ordered) {
                return false;
            }
            List<Long> before = levels.get(Math.max(0, i - 1));
            if (!before.containsAll(bounds) || !before.get(0).equals(bounds.get(0))) {
                return false;
            }
        }
        return true;
    }

    /** Codes that are together at a level stay together. */
    private static boolean areNestedGroups(List<Map<String, String>> levels) {
        for (int i = 1; i < levels.size(); i++) {
            Map<String, String> coarser = levels.get(i);
            Map<String, String> above = new HashMap<>();
            List<String> codes = new ArrayList<>(levels.get(i - 1).keySet());
            if (!coarser.keySet().equals(levels.get(i - 1).keySet())) {
                return false;
            }
            for (String code : codes) {
                String group = coarser.getOrDefault(code, "");
                String known = above.putIfAbsent(levels.get(i - 1).getOrDefault(code, ""), group);
                if (known != null && !known.equals(group)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean areInOrder(List<DatePart> parts) {
        return parts.stream().sorted().distinct().toList().equals(parts);
    }
}
