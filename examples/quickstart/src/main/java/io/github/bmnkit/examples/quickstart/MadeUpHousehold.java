package io.github.bmnkit.examples.quickstart;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.response.Attachment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Four people who do not exist, and what they answer. Their national IDs begin with an office that there is not. */
final class MadeUpHousehold {
    static final HouseholdId ID = HouseholdId.of("MADE-UP-1");
    static final int MEMBERS = 4;

    /** The daughter; at first her year of birth is typed ten years too early. */
    static final int DAUGHTER = 3;

    static final Value RIGHT_BIRTH_DATE = Value.text("1 สิงหาคม 2553");

    /** The size of the plot, which is first given in words. */
    static final String IN_WORDS = "hlive_rai";

    static final Value IN_DIGITS = Value.text("๒");

    private static final String REFUSED = "ไม่ยินดีตอบ";
    private static final String NOTHING = "-";

    /** The household's answers, as a volunteer would type them. */
    private static final String ANSWERS = """
            round_year: 2564
            survey_date: 15 มีนาคม 2564
            collector_id: MADE-UP-V1
            has_house_no: 1
            hid: 36019900001
            hnum: 99/9
            moo: 5
            province_code: 36
            amphur_code: 3601
            tumbon_code: 360101
            community_code: 36010105
            harea: 1
            hlive: 1
            hlive_rai: สองไร่
            hlive_wah: 50
            hlive_deed: D1
            hjob: 1
            hjob_rai: 12
            hjob_wah: 0
            hjob_deed: D1
            q6_1_4: 4
            q6_2_1: 3
            q6_2_2: 1
            q7_1_a: 1
            q7_1_b: 3
            q16_3: 0
            q16_5: 10.5
            q17_1: 0
            q17_6: 0
            q18_1: 0
            q21_2: 0
            q21_2_a: 0
            q21_2_b: 1
            q21_4: 0
            q22_1_1: 180000
            q22_1_2: 24000
            q22_1_3: 8400
            q22_1_4: 15000
            q22_2_1: 45000
            q22_2_2: 96000
            q22_2_3: ไม่ยินดีตอบ
            q22_2_4: 24000
            q22_4_1_n: 1
            q22_4_1_baht: 120000
            q22_4_2: 0
            q22_4_3: 0
            q23_1: 1 2 6
            q23_2: 12000
            q23_4_text: บัตรสวัสดิการแห่งรัฐ
            q23_5: 0
            q25: 0
            q25_n: 1
            q25_earner: 1
            happiness: 8
            consent: 1
            """;

    /** The answers of the father, mother, daughter and grandmother. */
    private static final String MEMBERS_ANSWERS = """
            prefix: P1 | P2 | P3 | P2
            first_name: สมมุติชาย | สมมุติหญิง | สมมุติน้อย | สมมุติเฒ่า
            last_name: ตัวอย่าง | ตัวอย่าง | ตัวอย่าง | ตัวอย่าง
            sex: 1 | 2 | 2 | 2
            birth_date: 20 พฤษภาคม 2516 | 3 มกราคม 2519 | 1 สิงหาคม 2543 | 9 กันยายน 2489
            occupation: 9001 | 9002 | 0110 | 9003
            education: E5 | E4 | E2 | E2
            religion: R1 | R1 | R1 | R1
            relation: - | L1 | L2 | L3
            health: 0 | 0 | 0 | 2
            ability: 1 | 1 | 1 | 1
            informant: 0 | 1 | 0 | 0
            welfare_card: 0 | 0 | 0 | 1
            welfare_use: - | - | - | 1 2
            """;

    /** What is answered to all other questions that are due, by their code lists: the household is well off. */
    private static final Map<String, String> BY_LIST = Map.of(
            "yes_no", "1",
            "have_no", "1",
            "all_some", "1",
            "enough", "1",
            "got", "1",
            "took_part", "1",
            "drink", "1",
            "disturbed", "0",
            "event", "0",
            "borrow", "0");

    private final Map<String, List<String>> answers = new HashMap<>();

    MadeUpHousehold() {
        (ANSWERS + MEMBERS_ANSWERS).lines().forEach(line -> {
            String[] parts = line.split(": ", 2);
            answers.put(parts[0], List.of(parts[1].split(" \\| ")));
        });
        answers.put("id_card", List.of(nationalId(1), nationalId(2), nationalId(3), nationalId(4)));
        answers.put("sign_informant", List.of(new Attachment("0".repeat(64), 0, "image/png").toString()));
    }

    /** What the household says to a question; empty if it need not say anything. */
    Optional<Value> says(Item item, int member) {
        List<String> said = answers.getOrDefault(item.name(), List.of());
        if (!said.isEmpty()) {
            String text = said.get(Math.max(0, member - 1));
            return text.equals(NOTHING)
                    ? Optional.empty()
                    : Optional.of(text.equals(REFUSED) ? Value.of(Missing.REFUSED) : Value.text(text));
        }
        String list = item.question().list();
        return item.required().isPresent() && list != null
                ? Optional.ofNullable(BY_LIST.get(list)).map(Value::text)
                : Optional.empty();
    }

    /** Twelve digits that belong to nobody, and the digit that checks them. */
    private static String nationalId(int person) {
        String twelve = "19999000000" + person;
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (twelve.charAt(i) - '0') * (13 - i);
        }
        return twelve + (11 - sum % 11) % 10;
    }
}
