package io.github.bmnkit.rule;

import io.github.bmnkit.questionnaire.Questionnaires;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The sets of rules that the SDK ships. */
public final class RuleSets {
    private RuleSets() {}

    /**
     * Returns the rules for {@link Questionnaires#bmn2560()}, put together from public sources: hard and soft edits, with
     * what each of them rests on. None is known to be an edit of the department. A host that has filled the lists of the
     * form takes {@link RuleSet#withForm}.
     *
     * @return the rules, of the status {@link io.github.bmnkit.round.DefinitionStatus#REFERENCE}
     */
    public static RuleSet bmn2560() {
        return Bmn2560.RULES;
    }

    private static final class Bmn2560 {
        static final RuleSet RULES = load("bmn-2560.json");
    }

    private static RuleSet load(String resource) {
        try (InputStream in = RuleSets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return RuleSet.read(Questionnaires.bmn2560(), in).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
