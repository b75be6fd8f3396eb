package io.github.bmnkit.xform;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.questionnaire.CodeList;
import java.util.List;
import java.util.Map;

/** Turns the JSON Pointers of a form that was put together into the cells from which it came. */
final class XlsFormPlaces {
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("relevance", "relevant"),
            Map.entry("required", "required"),
            Map.entry("constraint", "constraint"),
            Map.entry("message", "constraint_message"),
            Map.entry("calculation", "calculation"),
            Map.entry("list", "type"),
            Map.entry("type", "type"),
            Map.entry("within", "choice_filter"),
            Map.entry("label", "label"),
            Map.entry("title", "label"),
            Map.entry("hint", "hint"),
            Map.entry("name", "name"),
            Map.entry("id", "name"),
            Map.entry("result", "bmn_result"),
            Map.entry("digits", "bmn_digits"),
            Map.entry("unit", "bmn_unit"),
            Map.entry("refusable", "bmn_refusable"),
            Map.entry("personal", "bmn_personal"),
            Map.entry("period", "bmn_period"),
            Map.entry("sources", "bmn_sources"),
            Map.entry("value", "calculation"),
            Map.entry("min", "bmn_min"),
            Map.entry("max", "bmn_max"),
            Map.entry("code", "name"),
            Map.entry("parent", "bmn_parent"),
            Map.entry("since", "bmn_since"),
            Map.entry("until", "bmn_until"));

    private final XlsFormSurvey survey;
    private final XlsFormLists lists;

    XlsFormPlaces(XlsFormSurvey survey, XlsFormLists lists) {
        this.survey = survey;
        this.lists = lists;
    }

    Finding locate(Finding finding) {
        String pointer = finding.place().pointer().orElse("");
        List<String> steps = List.of(pointer.split("/", -1));
        return finding.at(place(steps));
    }

    private Place place(List<String> steps) {
        String first = step(steps, 1);
        int index = number(step(steps, 2));
        if (first.equals("sections") && index >= 0) {
            XlsFormItem.Part part = survey.parts().get(index);
            int question = number(step(steps, 4));
            return step(steps, 3).equals("questions") && question >= 0
                    ? cell(
                            "survey",
                            step(steps, 5),
                            part.items.get(question).row.line())
                    : cell("survey", step(steps, 3), part.line);
        }
        if (first.equals("parameters") && index >= 0) {
            return cell("survey", step(steps, 3), survey.parameters().get(index).line());
        }
        if (first.equals("roster")) {
            return cell("survey", step(steps, 2), survey.rosterLine());
        }
        if (first.equals("lists") && index >= 0) {
            CodeList list = lists.lists().get(index);
            List<Integer> lines = lists.lines(list.id());
            int code = number(step(steps, 4));
            int line = lines.isEmpty() ? 0 : lines.get(Math.max(code, 0));
            return cell("choices", code < 0 ? "" : step(steps, 5), line);
        }
        return XlsFormTable.cell("settings", first.equals("rounds") ? "bmn_first_round" : "", 0);
    }

    private static Place cell(String sheet, String field, int line) {
        return XlsFormTable.cell(sheet, COLUMNS.getOrDefault(field, ""), line);
    }

    private static String step(List<String> steps, int index) {
        return index < steps.size() ? steps.get(index) : "";
    }

    private static int number(String step) {
        boolean whole = !step.isEmpty() && step.length() <= 9 && step.chars().allMatch(Character::isDigit);
        return whole ? Integer.parseInt(step) : -1;
    }
}
