package io.github.bmnkit.release;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Reads;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The roles of questions about which nobody has said anything: rather too careful. What the form calls personal, places on
 * the map, photographs and signatures are direct identifiers, every other text is free. Dates, what is asked of each member,
 * codes of open lists or within other codes, such as those of places, and what is calculated from any of these or from the
 * roster are quasi-identifiers.
 */
final class DefaultRoles {
    private DefaultRoles() {}

    static Map<String, DisclosureRole> of(Questionnaire form) {
        Map<String, DisclosureRole> roles = new LinkedHashMap<>();
        // Calculations may read what is defined after them, so the roles are carried over until nothing changes.
        for (Item item : form.items()) {
            if (item.hasValue()) {
                roles.put(item.name(), asked(item, form));
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Item item : form.items()) {
                if (item.hasValue() && roles.get(item.name()) == DisclosureRole.OTHER && readsIdentifier(item, roles)) {
                    roles.put(item.name(), DisclosureRole.QUASI_IDENTIFIER);
                    changed = true;
                }
            }
        }
        return roles;
    }

    private static DisclosureRole asked(Item item, Questionnaire form) {
        QuestionType type = item.question().type();
        if (item.question().personal() || type == QuestionType.GEOPOINT || type == QuestionType.ATTACHMENT) {
            return DisclosureRole.DIRECT_IDENTIFIER;
        }
        if (item.symbol().type() == ValueType.TEXT) {
            return DisclosureRole.FREE_TEXT;
        }
        boolean place = type == QuestionType.SELECT_ONE && (item.question().within() != null || isOpen(item, form));
        boolean known =
                item.symbol().type() == ValueType.DATE || (item.level() == Level.MEMBER && type.isAsked()) || place;
        return known ? DisclosureRole.QUASI_IDENTIFIER : DisclosureRole.OTHER;
    }

    private static boolean isOpen(Item item, Questionnaire form) {
        return Optional.ofNullable(item.question().list())
                .flatMap(form::list)
                .filter(CodeList::open)
                .isPresent();
    }

    private static boolean readsIdentifier(Item item, Map<String, DisclosureRole> roles) {
        Formula calculation = item.calculation().orElse(null);
        if (calculation == null) {
            return false;
        }
        Reads reads = calculation.reads();
        Set<String> names = new HashSet<>(reads.household());
        names.addAll(reads.member());
        names.addAll(reads.everyMember());
        return reads.roster()
                || reads.position()
                || names.stream()
                        .map(name -> roles.getOrDefault(name, DisclosureRole.OTHER))
                        .anyMatch(role -> role != DisclosureRole.OTHER);
    }
}
