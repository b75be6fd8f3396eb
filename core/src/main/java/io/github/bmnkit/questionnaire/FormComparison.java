package io.github.bmnkit.questionnaire;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.FormDiff.Change;
import io.github.bmnkit.questionnaire.FormDiff.Impact;
import io.github.bmnkit.questionnaire.FormDiff.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares two forms part by part. */
final class FormComparison {
    private final Questionnaire older;
    private final Questionnaire newer;
    private final List<Change> changes = new ArrayList<>();

    FormComparison(Questionnaire older, Questionnaire newer) {
        this.older = older;
        this.newer = newer;
    }

    FormDiff compare() {
        if (older.equals(newer)) {
            return new FormDiff(List.of(), List.of());
        }
        String form = newer.id();
        compare(Impact.HARMLESS, Kind.FORM_ID, form, older.id(), newer.id());
        compare(Impact.HARMLESS, Kind.FORM_VERSION, form, older.version(), newer.version());
        compare(Impact.HARMLESS, Kind.FORM_STATUS, form, older.status(), newer.status());
        compare(Impact.HARMLESS, Kind.FORM_TITLE, form, older.title(), newer.title());
        compare(Impact.MAY_CHANGE_VERDICTS, Kind.FORM_ROUNDS, form, rounds(older), rounds(newer));
        if (!older.sources().equals(newer.sources())) {
            add(Impact.HARMLESS, Kind.SOURCES, form, null, null, null);
        }
        roster();
        pairs(older.parameters(), newer.parameters(), Parameter::name, this::parameter);
        pairs(older.lists(), newer.lists(), CodeList::id, this::list);
        pairs(older.sections(), newer.sections(), Section::id, this::section);
        pairs(older.questions(), newer.questions(), Question::name, this::question);
        moved();
        return new FormDiff(changes, FormRenames.between(older, newer));
    }

    /** Compares a part of both forms; null where a form does not have it. */
    @FunctionalInterface
    private interface Pair<T> {
        void compare(@Nullable T before, @Nullable T after);
    }

    private static <T> void pairs(List<T> before, List<T> after, Function<T, String> name, Pair<T> pair) {
        Map<String, T> there = byName(after, name);
        Map<String, T> were = byName(before, name);
        were.forEach((key, part) -> pair.compare(part, there.get(key)));
        there.forEach((key, part) -> {
            if (!were.containsKey(key)) {
                pair.compare(null, part);
            }
        });
    }

    private static <T> Map<String, T> byName(List<T> parts, Function<T, String> name) {
        Map<String, T> byName = new LinkedHashMap<>();
        parts.forEach(part -> byName.put(name.apply(part), part));
        return byName;
    }

    private static String rounds(Questionnaire form) {
        return form.firstRound() + "-" + form.lastRound();
    }

    private void roster() {
        Roster before = older.roster().orElse(null);
        Roster after = newer.roster().orElse(null);
        if (before == null || after == null) {
            if (after != null) {
                add(Impact.HARMLESS, Kind.ROSTER_ADDED, after.name(), null, null, null);
            } else if (before != null) {
                // What becomes of the answers of members is told of the questions.
                add(Impact.MAY_CHANGE_VERDICTS, Kind.ROSTER_REMOVED, before.name(), null, null, null);
            }
            return;
        }
        compare(
                Impact.MAY_CHANGE_VERDICTS,
                Kind.ROSTER_LIMITS,
                after.name(),
                before.min() + "-" + before.max(),
                after.min() + "-" + after.max());
        compare(Impact.HARMLESS, Kind.ROSTER_LABEL, after.name(), before.name(), after.name());
        compare(Impact.HARMLESS, Kind.ROSTER_LABEL, after.name(), before.label(), after.label());
    }

    private void parameter(@Nullable Parameter before, @Nullable Parameter after) {
        if (before == null || after == null) {
            boolean added = before == null;
            Parameter there = added ? after : before;
            if (there != null) {
                add(
                        added ? Impact.HARMLESS : Impact.MAY_CHANGE_VERDICTS,
                        added ? Kind.PARAMETER_ADDED : Kind.PARAMETER_REMOVED,
                        there.name(),
                        null,
                        null,
                        null);
            }
            return;
        }
        compare(Impact.MAY_CHANGE_VERDICTS, Kind.PARAMETER_VALUE, after.name(), value(before), value(after));
        compare(Impact.HARMLESS, Kind.PARAMETER_LABEL, after.name(), before.label(), after.label());
    }

    private static Text value(Parameter parameter) {
        String type = parameter.type() + (parameter.digits() == 0 ? "" : "(" + parameter.digits() + ")");
        String unit = parameter.unit() == null ? "" : " " + parameter.unit();
        return parameter.value() == null
                ? Text.of("ไม่มีค่า" + unit + ", " + type, "no value" + unit + ", " + type)
                : Text.of(
                        parameter.value().text(Text.THAI) + unit + ", " + type,
                        parameter.value().text(Locale.ROOT) + unit + ", " + type);
    }

    private void list(@Nullable CodeList before, @Nullable CodeList after) {
        if (before == null || after == null) {
            CodeList there = before == null ? after : before;
            if (there != null) {
                Kind kind = before == null ? Kind.LIST_ADDED : Kind.LIST_REMOVED;
                add(Impact.HARMLESS, kind, there.id(), null, null, null);
            }
            return;
        }
        String id = after.id();
        compare(Impact.HARMLESS, Kind.LIST_LABEL, id, before.label(), after.label());
        compare(Impact.MAY_CHANGE_VERDICTS, Kind.LIST_PARENT, id, before.parent(), after.parent());
        compare(Impact.MAY_CHANGE_VERDICTS, Kind.LIST_ATTRIBUTES, id, attributes(before), attributes(after));
        if (before.open() != after.open()) {
            boolean breaks = before.open() && isStoredByBoth(id);
            Impact closed = breaks ? Impact.BREAKS : Impact.HARMLESS;
            add(
                    after.open() ? Impact.HARMLESS : closed,
                    after.open() ? Kind.LIST_OPENED : Kind.LIST_CLOSED,
                    id,
                    null,
                    null,
                    null);
        }
        Map<String, Code> codes = byName(after.codes(), Code::code);
        for (Code code : before.codes()) {
            Code now = codes.get(code.code());
            if (now != null) {
                code(id, code, now);
            } else {
                Impact impact = after.open() ? Impact.MAY_CHANGE_VERDICTS : Impact.BREAKS;
                add(
                        isStoredByBoth(id) ? impact : Impact.HARMLESS,
                        Kind.CODE_REMOVED,
                        id,
                        code.code(),
                        code.label(),
                        null);
            }
        }
        for (Code code : after.codes()) {
            if (before.code(code.code()).isEmpty()) {
                add(Impact.HARMLESS, Kind.CODE_ADDED, id, code.code(), null, code.label());
            }
        }
        if (!common(before, after).equals(common(after, before))) {
            add(Impact.HARMLESS, Kind.LIST_ORDER, id, null, null, null);
        }
    }

    private static String attributes(CodeList list) {
        return list.attributes().stream()
                .map(attribute -> attribute.name() + (attribute.list() == null ? "" : ":" + attribute.list()))
                .collect(Collectors.joining(" "));
    }

    private static List<String> common(CodeList list, CodeList other) {
        Set<String> codes = other.codes().stream().map(Code::code).collect(Collectors.toSet());
        return list.codes().stream().map(Code::code).filter(codes::contains).toList();
    }

    /** Whether a question of both forms, by the same name, keeps its answers in the codes of this list. */
    private boolean isStoredByBoth(String list) {
        return older.questions().stream()
                .filter(question -> AnswerFit.isStored(question) && list.equals(question.list()))
                .anyMatch(question -> newer.question(question.name())
                        .filter(now -> now.type() == question.type() && list.equals(now.list()))
                        .isPresent());
    }

    private void code(String list, Code before, Code after) {
        compare(Impact.HARMLESS, Kind.CODE_LABEL, list, after.code(), before.label(), after.label());
        compare(
                Impact.MAY_CHANGE_VERDICTS,
                Kind.CODE_PARENT,
                list,
                after.code(),
                same(before.parent()),
                same(after.parent()));
        compare(
                Impact.MAY_CHANGE_VERDICTS,
                Kind.CODE_ROUNDS,
                list,
                after.code(),
                same(years(before)),
                same(years(after)));
        compare(
                Impact.MAY_CHANGE_VERDICTS,
                Kind.CODE_ATTRIBUTES,
                list,
                after.code(),
                same(before.attributes()),
                same(after.attributes()));
    }

    private static String years(Code code) {
        return (code.since() == null ? "" : code.since()) + "-" + (code.until() == null ? "" : code.until());
    }

    private void section(@Nullable Section before, @Nullable Section after) {
        if (before == null || after == null) {
            Section there = before == null ? after : before;
            if (there != null) {
                Kind kind = before == null ? Kind.SECTION_ADDED : Kind.SECTION_REMOVED;
                // A condition that comes or goes with its section is told of its questions: they moved.
                add(Impact.HARMLESS, kind, there.id(), null, null, null);
            }
            return;
        }
        compare(Impact.HARMLESS, Kind.SECTION_TITLE, after.id(), before.title(), after.title());
        compare(Impact.MAY_CHANGE_VERDICTS, Kind.SECTION_RELEVANCE, after.id(), before.relevance(), after.relevance());
        if (!before.sources().equals(after.sources())) {
            add(Impact.HARMLESS, Kind.SOURCES, after.id(), null, null, null);
        }
    }

    private void question(@Nullable Question before, @Nullable Question after) {
        if (before == null || after == null) {
            if (after != null) {
                add(Impact.HARMLESS, Kind.QUESTION_ADDED, after.name(), null, null, after.label());
            } else if (before != null) {
                Impact calculated = before.type() == QuestionType.NOTE ? Impact.HARMLESS : Impact.MAY_CHANGE_VERDICTS;
                Impact impact = AnswerFit.isStored(before) ? Impact.BREAKS : calculated;
                add(impact, Kind.QUESTION_REMOVED, before.name(), null, before.label(), null);
            }
            return;
        }
        String name = after.name();
        answers(before, after);
        Impact may = Impact.MAY_CHANGE_VERDICTS;
        compare(may, Kind.QUESTION_WITHIN, name, before.within(), after.within());
        compare(may, Kind.QUESTION_REQUIRED, name, before.required(), after.required());
        compare(may, Kind.QUESTION_REFUSABLE, name, before.refusable(), after.refusable());
        compare(may, Kind.QUESTION_RELEVANCE, name, before.relevance(), after.relevance());
        compare(may, Kind.QUESTION_CONSTRAINT, name, before.constraint(), after.constraint());
        compare(may, Kind.QUESTION_CALCULATION, name, before.calculation(), after.calculation());
        compare(may, Kind.QUESTION_PERIOD, name, before.period(), after.period());
        compare(Impact.HARMLESS, Kind.QUESTION_PERSONAL, name, before.personal(), after.personal());
        compare(Impact.HARMLESS, Kind.QUESTION_LABEL, name, before.label(), after.label());
        compare(Impact.HARMLESS, Kind.QUESTION_NUMBER, name, before.number(), after.number());
        compare(Impact.HARMLESS, Kind.QUESTION_HINT, name, before.hint(), after.hint());
        compare(Impact.HARMLESS, Kind.QUESTION_MESSAGE, name, before.message(), after.message());
    }

    /** What kind of answer it takes; that codes of its list are gone is told of the list. */
    private void answers(Question before, Question after) {
        List<AnswerFit> obstacles = AnswerFit.isStored(before)
                ? AnswerFit.obstacles(before, AnswerFit.list(older, before), after, AnswerFit.list(newer, after))
                : List.of();
        Set<Kind> breaking = obstacles.stream().map(AnswerFit::kind).collect(Collectors.toSet());
        boolean codes = breaking.contains(Kind.CODE_REMOVED) || breaking.contains(Kind.LIST_CLOSED);
        String name = after.name();
        compare(impact(breaking, Kind.QUESTION_TYPE), Kind.QUESTION_TYPE, name, type(before), type(after));
        compare(impact(breaking, Kind.QUESTION_LEVEL), Kind.QUESTION_LEVEL, name, before.level(), after.level());
        boolean fewer = breaking.contains(Kind.QUESTION_DIGITS);
        compare(fewer ? Impact.BREAKS : Impact.HARMLESS, Kind.QUESTION_DIGITS, name, before.digits(), after.digits());
        compare(impact(breaking, Kind.QUESTION_UNIT), Kind.QUESTION_UNIT, name, before.unit(), after.unit());
        compare(
                codes ? Impact.BREAKS : Impact.MAY_CHANGE_VERDICTS,
                Kind.QUESTION_LIST,
                name,
                before.list(),
                after.list());
    }

    private static Impact impact(Set<Kind> breaking, Kind kind) {
        return breaking.contains(kind) ? Impact.BREAKS : Impact.MAY_CHANGE_VERDICTS;
    }

    private static String type(Question question) {
        return question.result() == null ? question.type().name() : question.type() + " " + question.result();
    }

    /** The fewest questions whose moving explains the new order, and those that are in another section. */
    private void moved() {
        Map<String, String> before = sections(older);
        Map<String, String> after = sections(newer);
        List<String> common =
                before.keySet().stream().filter(after::containsKey).toList();
        Map<String, Integer> order = new HashMap<>();
        after.keySet().stream().filter(before::containsKey).forEach(name -> order.put(name, order.size()));
        Set<String> steady = new LinkedHashSet<>();
        for (int at : longestRise(common.stream().map(order::get).toList())) {
            steady.add(common.get(at));
        }
        for (String name : common) {
            if (!steady.contains(name) || !Objects.equals(before.get(name), after.get(name))) {
                Impact impact = Objects.equals(relevance(older, before.get(name)), relevance(newer, after.get(name)))
                                || Objects.equals(before.get(name), after.get(name))
                        ? Impact.HARMLESS
                        : Impact.MAY_CHANGE_VERDICTS;
                add(impact, Kind.QUESTION_MOVED, name, null, same(before.get(name)), same(after.get(name)));
            }
        }
    }

    private static @Nullable String relevance(Questionnaire form, @Nullable String section) {
        return form.sections().stream()
                .filter(each -> each.id().equals(section))
                .map(Section::relevance)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> sections(Questionnaire form) {
        Map<String, String> sections = new LinkedHashMap<>();
        form.sections()
                .forEach(section ->
                        section.questions().forEach(question -> sections.put(question.name(), section.id())));
        return sections;
    }

    /** The places of a longest rising subsequence. */
    private static List<Integer> longestRise(List<Integer> numbers) {
        int[] ends = new int[numbers.size()];
        int[] previous = new int[numbers.size()];
        int length = 0;
        for (int i = 0; i < numbers.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) / 2;
                if (numbers.get(ends[middle]) < numbers.get(i)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : ends[low - 1];
            ends[low] = i;
            length = Math.max(length, low + 1);
        }
        List<Integer> places = new ArrayList<>();
        for (int at = length == 0 ? -1 : ends[length - 1]; at >= 0; at = previous[at]) {
            places.add(0, at);
        }
        return places;
    }

    private void compare(Impact impact, Kind kind, String name, @Nullable Object before, @Nullable Object after) {
        compare(impact, kind, name, null, same(before), same(after));
    }

    private void compare(
            Impact impact, Kind kind, String name, @Nullable String code, @Nullable Text before, @Nullable Text after) {
        if (!Objects.equals(before, after)) {
            add(impact, kind, name, code, before, after);
        }
    }

    private static @Nullable Text same(@Nullable Object value) {
        if (value instanceof Text text) {
            return text;
        }
        return value == null ? null : Text.of(value.toString(), value.toString());
    }

    private void add(
            Impact impact, Kind kind, String name, @Nullable String code, @Nullable Text before, @Nullable Text after) {
        changes.add(new Change(impact, kind, name, code, before, after));
    }
}
