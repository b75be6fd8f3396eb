package io.github.bmnkit.questionnaire;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.json.Located;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What could be read of a question: enough to check everything else against it, even if the question itself is wrong.
 *
 * @param kind the type of its value; null for a note, and if the type could not be read
 * @param note whether it is a note
 */
record Draft(
        String name,
        Place place,
        Level level,
        @Nullable QuestionType kind,
        boolean note,
        int digits,
        @Nullable String unit,
        @Nullable Located<String> list,
        @Nullable Located<String> within,
        Map<Role, Located<String>> expressions) {

    /** What could be read of a section. */
    record Part(@Nullable Located<String> relevance, List<Draft> questions) {}

    /** A code list, with the places of the list and of each code. */
    record Listed(CodeList value, Place place, List<Place> codes) {}

    /** What could be read of a form; names and lists that are broken are declared, but with errors. */
    record Form(
            @Nullable Roster roster,
            List<Located<Parameter>> parameters,
            Set<String> brokenNames,
            Map<String, Listed> lists,
            Set<String> brokenLists,
            List<Part> parts) {}
}
