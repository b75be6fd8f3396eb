package io.github.bmnkit.examples.synthetic;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.HouseholdResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes up complete households for the reference form as {@link HostCodes#form} has it: what a careful collector would
 * bring home from people who tell the truth. It knows what the questions mean, not what any rule demands.
 */
public final class CleanHouseholds {
    private static final List<String> NAMES =
            List.of("สมชาย", "สมหญิง", "บุญมี", "ใจดี", "มาลี", "ประเสริฐ", "กุ้ง", "วันดี");

    private CleanHouseholds() {}

    /**
     * Makes up the household of a seed, somewhere, in one of the rounds of the form.
     *
     * @param form the form, as {@link HostCodes#form} has it
     * @param seed any number; the same one gives the same household
     * @return the household
     */
    public static CleanHousehold household(Questionnaire form, long seed) {
        Random random = random(seed);
        int round = form.firstRound() + random.nextInt(5);
        return household(form, HouseholdId.of("H-" + seed), round, null, random);
    }

    /**
     * Makes up the household of a seed in a village.
     *
     * @param form the form, as {@link HostCodes#form} has it
     * @param seed any number; the same one gives the same people and answers
     * @param id the id of the household
     * @param round the round of the interview
     * @param village where they live
     * @return the household
     */
    public static CleanHousehold household(
            Questionnaire form, long seed, HouseholdId id, int round, VillageCode village) {
        return household(form, id, round, village, random(seed));
    }

    /** Seeds that follow one another give a plain Random first numbers that are alike. */
    private static Random random(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    private static CleanHousehold household(
            Questionnaire form, HouseholdId id, int round, @Nullable VillageCode village, Random random) {
        LocalDate survey = LocalDate.of(round - 543, 1, 5).plusDays(random.nextInt(60));
        List<Person> persons = Families.family(survey, random);
        HouseholdResponse.Builder answers = HouseholdResponse.builder(form, id, round);
        persons.forEach(person -> answers.addMember());
        Sheet sheet = new Sheet(answers, round, persons, random);
        sheet.put("round_year", round);
        sheet.value("survey_date", Value.of(survey));
        sheet.text("collector_id", "C-" + sheet.between(1, 500));
        place(sheet, village == null ? somewhere(sheet) : village);
        land(sheet);
        persons.forEach(person -> member(sheet, person));
        CleanAnswers.health(sheet);
        CleanAnswers.environment(sheet);
        CleanAnswers.education(sheet);
        CleanMoney.work(sheet);
        CleanMoney.income(sheet);
        CleanValues.values(sheet);
        claims(sheet);
        sheet.code("consent", true);
        sheet.signature("sign_informant");
        return new CleanHousehold(sheet.response(), persons, survey);
    }

    private static VillageCode somewhere(Sheet sheet) {
        String province =
                List.of("20", "30", "34", "40", "50", "57", "65", "80", "90").get(sheet.between(0, 8));
        String district = province + two(sheet.between(1, 25));
        String tambon = district + two(sheet.between(1, 15));
        return VillageCode.of(tambon + two(sheet.between(1, 20)));
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    private static void place(Sheet sheet, VillageCode code) {
        String village = code.value();
        String province = village.substring(0, 2);
        String district = village.substring(0, 4);
        if (sheet.code("has_house_no", sheet.chance(95))) {
            sheet.text("hid", district + String.format(Locale.ROOT, "%07d", sheet.between(1, 9_999_999)));
        }
        sheet.text("hnum", sheet.between(1, 300) + "/" + sheet.between(1, 9));
        sheet.put("moo", Integer.parseInt(village.substring(6)));
        sheet.code("province_code", province);
        sheet.code("amphur_code", district);
        sheet.code("tumbon_code", village.substring(0, 6));
        sheet.code("community_code", village);
        sheet.code("harea", Integer.toString(sheet.between(1, province.equals("20") ? 5 : 4)));
        sheet.value("gps_lat", Value.of(BigDecimal.valueOf(sheet.between(5_700_000, 20_400_000) / 10 * 10 + 3, 6)));
        sheet.value("gps_lon", Value.of(BigDecimal.valueOf(sheet.between(97_400_000, 105_600_000) / 10 * 10 + 7, 6)));
    }

    private static void land(Sheet sheet) {
        int home = sheet.chance(80) ? 1 : sheet.between(2, 4);
        sheet.code("hlive", Integer.toString(home));
        sheet.put("hlive_rai", sheet.between(0, 3));
        sheet.put("hlive_wah", sheet.between(20, 399));
        if (home == 1) {
            sheet.code("hlive_deed", "1");
        }
        if (home == 4) {
            sheet.text("hlive_other", "ที่ดินของญาติ");
        }
        sheet.code("q8_1", home == 1 || (home != 3 && sheet.chance(50)));
        boolean farm = sheet.count(person -> person.occupation().equals("FARM")) > 0;
        int job = farm ? sheet.between(1, 4) : sheet.between(1, 5);
        sheet.code("hjob", Integer.toString(job));
        if (job != 5) {
            sheet.put("hjob_rai", sheet.between(0, 40));
            sheet.put("hjob_wah", sheet.between(1, 399));
        }
        if (job == 1) {
            sheet.code("hjob_deed", "1");
        }
        if (job == 4) {
            sheet.text("hjob_other", "ที่ดินของวัด");
        }
    }

    private static void member(Sheet sheet, Person person) {
        sheet.of(person, "prefix", Value.code(HostCodes.prefix(person.male(), person.age() < 15)));
        sheet.of(
                person,
                "first_name",
                Value.text(NAMES.get(sheet.between(0, 7)) + "กขคงจฉชซญด".charAt(person.key() - 1)));
        sheet.of(person, "last_name", Value.text("ทดสอบ"));
        sheet.of(person, "sex", Value.code(person.male() ? "1" : "2"));
        long number = sheet.between(0, 7) * 1_000_000_000L + sheet.between(0, 99_999_999) * 10L + person.key() % 10;
        sheet.of(person, "id_card", Value.text(NationalIds.of(number).digits()));
        sheet.of(person, "birth_date", Value.of(person.birth()));
        sheet.of(person, "occupation", Value.code(HostCodes.occupation(person.occupation())));
        sheet.of(person, "education", Value.code(HostCodes.education(person.rank())));
        sheet.of(person, "religion", Value.code("1"));
        boolean head = person.role().equals("HEAD");
        if (!head) {
            sheet.of(person, "relation", Value.code(HostCodes.relation(person.role())));
        }
        sheet.of(person, "health", Value.code(Integer.toString(person.health())));
        sheet.of(person, "ability", Value.code(person.able() ? "1" : "0"));
        sheet.of(person, "informant", Value.code(head ? "1" : "0"));
        sheet.of(person, "welfare_card", Value.code(person.card() ? "1" : "0"));
        if (person.card()) {
            boolean cash = sheet.chance(30);
            sheet.of(person, "welfare_use", Value.codes(cash ? List.of("1", "6") : List.of("1", "3")));
            if (cash) {
                sheet.of(person, "welfare_cash", Value.codes(List.of("62", "67")));
            }
        }
    }

    /** Every other document has some of the counts, too, as a host's software made them. */
    private static void claims(Sheet sheet) {
        if (!sheet.chance(50)) {
            return;
        }
        sheet.put("n_members", sheet.persons.size());
        sheet.put("q22_members", sheet.persons.size());
        int children = sheet.count(person -> person.age() <= 12);
        sheet.code("q3_1", children > 0);
        if (children > 0) {
            sheet.put("q3_1_n", children);
        }
        int old = sheet.count(person -> person.age() >= 60);
        if (sheet.code("q27_1", old > 0)) {
            sheet.put("q27_1_n", old);
        }
        for (Person person : sheet.persons) {
            sheet.of(person, "age", Value.of(person.age()));
            sheet.of(person, "member_no", Value.of(person.key()));
        }
    }
}
