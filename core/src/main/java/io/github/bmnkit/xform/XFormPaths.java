package io.github.bmnkit.xform;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.questionnaire.Parameter;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Roster;
import io.github.bmnkit.questionnaire.Section;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a form stand in its instance. A section is an element with the questions of the household in it;
 * the roster is one repeated element with all questions about members, whatever their section.
 */
final class XFormPaths {
    static final String ROOT = "/data";
    static final String META = "meta";

    /** The names of the elements right below the root, which must differ. */
    private final Set<String> outer = new HashSet<>(Set.of(META));

    private final Set<String> questions = new HashSet<>();
    private final Map<String, String> sections = new LinkedHashMap<>();
    private final Map<String, String> household = new LinkedHashMap<>();
    private final @Nullable String roster;

    XFormPaths(Questionnaire form) {
        for (Parameter parameter : form.parameters()) {
            household.put(parameter.name(), ROOT + '/' + unique(parameter.name()));
        }
        roster = form.roster().map(Roster::name).map(this::unique).orElse(null);
        for (Section section : form.sections()) {
            String group = ROOT + '/' + unique(section.id());
            sections.put(section.id(), group);
            for (Question question : section.questions()) {
                questions.add(question.name());
                if (question.level() == Level.HOUSEHOLD) {
                    household.put(question.name(), group + '/' + question.name());
                }
            }
        }
    }

    /** A name that no element right below the root has yet, after the one wanted. */
    private String unique(String wanted) {
        String name = wanted;
        for (int i = 2; !outer.add(name); i++) {
            name = wanted + '_' + i;
        }
        return name;
    }

    String section(String id) {
        return Objects.requireNonNull(sections.get(id));
    }

    String roster() {
        return ROOT + '/' + Objects.requireNonNull(roster);
    }

    /** The path of a value of the household; null if each member has one. */
    @Nullable
    String household(String name) {
        return household.get(name);
    }

    /** The path of every value, those of a member within the repeated element. */
    String of(String name) {
        String path = household.get(name);
        return path == null ? roster() + '/' + name : path;
    }

    /** Adds a calculation that the form does not have, and returns its name. */
    String helper(Level level) {
        String name = unique("helper");
        while (questions.contains(name)) {
            name = unique("helper");
        }
        if (level == Level.HOUSEHOLD) {
            household.put(name, ROOT + '/' + name);
        }
        return name;
    }

    static String lastOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
