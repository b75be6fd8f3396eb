package io.github.bmnkit.examples.synthetic;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The reference form with made-up codes in the lists whose codes only a host knows. */
public final class HostCodes {
    private static final List<String> ROLES = List.of(
            "HEAD",
            "SPOUSE",
            "CHILD",
            "CHILD_IN_LAW",
            "GRANDCHILD",
            "PARENT",
            "PARENT_IN_LAW",
            "GRANDPARENT",
            "SIBLING",
            "OTHER_KIN",
            "NON_KIN");
    private static final List<String> GROUPS =
            List.of("NONE", "FARM", "FISH_LIVESTOCK", "GOV", "COMPANY", "TRADE", "LABOUR", "SELF_OTHER");

    private HostCodes() {}

    /**
     * Returns the form, in which every relation, occupation, education and name title says what it means.
     *
     * @return the reference form
     */
    public static Questionnaire form() {
        return Questionnaires.bmn2560()
                .withCodes("relation", relations())
                .value()
                .withCodes("occupation", occupations())
                .value()
                .withCodes("education", educations())
                .value()
                .withCodes("prefix", prefixes())
                .value();
    }

    /** The code of a relation to the head. */
    static String relation(String role) {
        return String.format(Locale.ROOT, "%02d", ROLES.indexOf(role) + 1);
    }

    /** The code of an occupation of a group. */
    static String occupation(String group) {
        return group.equals("STUDENT") ? "0110" : String.format(Locale.ROOT, "%d000", GROUPS.indexOf(group) + 1);
    }

    /** The code of an education of a rank from 0, none, to 8. */
    static String education(int rank) {
        return "0" + rank;
    }

    /** The code of the title of a child, or else of an adult. */
    static String prefix(boolean male, boolean child) {
        return (child ? "0" : "1") + (male ? "1" : "2");
    }

    private static List<Code> relations() {
        return ROLES.stream()
                .map(role -> code(relation(role)).withAttribute("rel_role", role))
                .toList();
    }

    private static List<Code> occupations() {
        List<Code> codes = new ArrayList<>();
        codes.add(code("0110").withAttribute("occ_group", "STUDENT"));
        codes.add(code("0210").withAttribute("occ_group", "STUDENT"));
        GROUPS.forEach(group -> codes.add(code(occupation(group)).withAttribute("occ_group", group)));
        return codes;
    }

    private static List<Code> educations() {
        List<Code> codes = new ArrayList<>();
        for (int rank = 0; rank <= 8; rank++) {
            codes.add(code(education(rank)).withAttribute("edu_rank", Integer.toString(rank)));
        }
        return codes;
    }

    private static List<Code> prefixes() {
        List<Code> codes = new ArrayList<>();
        for (boolean child : new boolean[] {false, true}) {
            codes.add(title(prefix(true, child), "M", child ? "CHILD" : "ADULT"));
            codes.add(title(prefix(false, child), "F", child ? "CHILD" : "ADULT"));
        }
        codes.add(title("21", "M", "MONK"));
        return codes;
    }

    private static Code title(String code, String sex, String kind) {
        return code(code).withAttribute("prefix_sex", sex).withAttribute("prefix_kind", kind);
    }

    private static Code code(String code) {
        return Code.of(code, Text.of("รหัส " + code, "code " + code));
    }
}
