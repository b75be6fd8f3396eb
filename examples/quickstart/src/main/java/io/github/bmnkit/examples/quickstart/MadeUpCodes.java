package io.github.bmnkit.examples.quickstart;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import java.util.List;

/** The codes that a host would bring for the lists that are not public. But for the district they are made up. */
final class MadeUpCodes {
    private MadeUpCodes() {}

    /** The reference form with made-up codes in the lists that are not public. */
    static Questionnaire form() {
        return Questionnaires.bmn2560()
                .withCodes(
                        "district",
                        List.of(Code.of("3601", Text.of("เมืองชัยภูมิ", "Mueang Chaiyaphum"))
                                .withParent("36")))
                .value()
                .withCodes("tambon", List.of(code("360101", "ตำบลสมมุติ").withParent("3601")))
                .value()
                .withCodes("community", List.of(code("36010105", "บ้านสมมุติ หมู่ 5")))
                .value()
                .withCodes("land_deed", List.of(code("D1", "โฉนดสมมุติ")))
                .value()
                .withCodes(
                        "prefix",
                        List.of(
                                prefix("P1", "นาย", "M", "ADULT"),
                                prefix("P2", "นาง", "F", "ADULT"),
                                prefix("P3", "ด.ญ.", "F", "CHILD")))
                .value()
                .withCodes(
                        "occupation",
                        List.of(
                                occupation("9001", "ทำนา", "FARM"),
                                occupation("9002", "ค้าขาย", "TRADE"),
                                occupation("9003", "ไม่มีอาชีพ", "NONE"),
                                occupation("0110", "กำลังศึกษา", "STUDENT")))
                .value()
                .withCodes(
                        "education",
                        List.of(
                                education("E2", "ต่ำกว่าประถมศึกษา", "2"),
                                education("E4", "มัธยมศึกษาตอนต้น", "4"),
                                education("E5", "มัธยมศึกษาตอนปลาย", "5")))
                .value()
                .withCodes("religion", List.of(code("R1", "พุทธ")))
                .value()
                .withCodes(
                        "relation",
                        List.of(
                                relation("L1", "ภรรยา", "SPOUSE"),
                                relation("L2", "บุตร", "CHILD"),
                                relation("L3", "มารดา", "PARENT")))
                .value();
    }

    private static Code prefix(String code, String label, String sex, String kind) {
        return code(code, label).withAttribute("prefix_sex", sex).withAttribute("prefix_kind", kind);
    }

    private static Code occupation(String code, String label, String group) {
        return code(code, label).withAttribute("occ_group", group);
    }

    private static Code education(String code, String label, String rank) {
        return code(code, label).withAttribute("edu_rank", rank);
    }

    private static Code relation(String code, String label, String role) {
        return code(code, label).withAttribute("rel_role", role);
    }

    private static Code code(String code, String label) {
        return Code.of(code, Text.of(label + " (รหัสสมมุติ)", label + " (made-up code)"));
    }
}
