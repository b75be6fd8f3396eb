package io.github.bmnkit.questionnaire;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Codes;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the code lists of a form against one another, and makes of them what expressions read. */
final class ListCheck {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,15}");

    private final Map<String, Draft.Listed> lists;
    private final List<Finding> findings;
    private final Map<String, Codes> plain = new HashMap<>();

    ListCheck(Map<String, Draft.Listed> lists, List<Finding> findings) {
        this.lists = lists;
        this.findings = findings;
    }

    /** The lists by id; one with an error in itself is there without what is wrong. */
    Map<String, Codes> check() {
        lists.forEach((id, list) -> plain.put(id, plain(list.value())));
        Map<String, Codes> checked = new HashMap<>();
        lists.forEach((id, list) -> {
            checkParent(list);
            checkAttributesKnown(list);
            Codes codes = codes(id);
            for (CodeList.Attribute attribute : list.value().attributes()) {
                codes = attribute(codes, list, attribute);
            }
            checked.put(id, codes);
        });
        return checked;
    }

    private static Codes plain(CodeList list) {
        List<String> codes = list.codes().stream().map(Code::code).distinct().toList();
        return list.open() ? Codes.open(list.id(), codes) : Codes.of(list.id(), codes);
    }

    private Codes codes(String id) {
        return requireNonNull(plain.get(id));
    }

    private void checkParent(Draft.Listed listed) {
        CodeList list = listed.value();
        String parent = list.parent();
        if (parent != null && !lists.containsKey(parent)) {
            findings.add(unknownList(parent, listed.place()));
        } else if (parent != null && isAboveItself(list)) {
            findings.add(Finding.of(QuestionnaireFinding.LIST_CYCLE)
                    .with("list", list.id())
                    .at(listed.place()));
        } else {
            each(listed, (code, place) -> {
                String above = code.parent();
                boolean right = parent == null
                        ? above == null
                        : above != null
                                && (codes(parent).isOpen() || codes(parent).index(above) >= 0);
                if (!right) {
                    findings.add(outside(above == null ? "''" : above, parent == null ? "''" : parent, place));
                }
            });
        }
    }

    private boolean isAboveItself(CodeList list) {
        Set<String> seen = new HashSet<>();
        @Nullable String above = list.parent();
        while (above != null && seen.add(above)) {
            if (above.equals(list.id())) {
                return true;
            }
            Draft.Listed next = lists.get(above);
            above = next == null ? null : next.value().parent();
        }
        return false;
    }

    private void checkAttributesKnown(Draft.Listed listed) {
        Set<String> known = new HashSet<>();
        listed.value().attributes().forEach(attribute -> known.add(attribute.name()));
        each(
                listed,
                (code, place) -> code.attributes().keySet().stream()
                        .filter(name -> !known.contains(name))
                        .forEach(name -> findings.add(Finding.of(QuestionnaireFinding.UNKNOWN_ATTRIBUTE)
                                .with("attribute", name)
                                .with("list", listed.value().id())
                                .at(place))));
    }

    private Codes attribute(Codes codes, Draft.Listed listed, CodeList.Attribute attribute) {
        String id = attribute.list();
        if (id == null) {
            return numbers(codes, listed, attribute.name());
        }
        Draft.Listed values = lists.get(id);
        if (values == null) {
            findings.add(unknownList(id, listed.place()));
            return codes;
        }
        if (values.value().open() || !values.value().attributes().isEmpty()) {
            findings.add(wrongValues(attribute.name(), id, listed.place()));
            return codes;
        }
        Map<String, String> byCode = new LinkedHashMap<>();
        each(listed, (code, place) -> {
            String value = code.attributes().get(attribute.name());
            if (value != null && codes(id).index(value) < 0) {
                findings.add(outside(value, id, place));
            } else if (value != null) {
                byCode.put(code.code(), value);
            }
        });
        return codes.withAttribute(attribute.name(), codes(id), byCode);
    }

    private Codes numbers(Codes codes, Draft.Listed listed, String attribute) {
        Map<String, Long> byCode = new LinkedHashMap<>();
        each(listed, (code, place) -> {
            String value = code.attributes().get(attribute);
            if (value != null && !WHOLE_NUMBER.matcher(value).matches()) {
                findings.add(wrongValues(attribute, value, place));
            } else if (value != null) {
                byCode.put(code.code(), Long.parseLong(value));
            }
        });
        return codes.withNumbers(attribute, byCode);
    }

    private static void each(Draft.Listed listed, BiConsumer<Code, Place> action) {
        for (int i = 0; i < listed.codes().size(); i++) {
            action.accept(listed.value().codes().get(i), listed.codes().get(i));
        }
    }

    private static Finding unknownList(String id, Place place) {
        return Finding.of(QuestionnaireFinding.UNKNOWN_LIST).with("list", id).at(place);
    }

    private static Finding outside(String code, String list, Place place) {
        return Finding.of(QuestionnaireFinding.CODE_OUTSIDE_LIST)
                .with("code", code)
                .with("list", list)
                .at(place);
    }

    private static Finding wrongValues(String attribute, String found, Place place) {
        return Finding.of(QuestionnaireFinding.ATTRIBUTE_VALUES)
                .with("attribute", attribute)
                .with("found", found)
                .at(place);
    }
}
