package io.github.bmnkit.examples.synthetic;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Faults to plant into clean households. Each says itself which edit must find it; none is made from the expression of a
 * rule.
 */
public final class PlantedFaults {
    /** The day of the check, after all interviews; one fault is an interview on the day after. */
    public static final LocalDate TODAY = LocalDate.of(2021, 3, 15);

    private final List<PlantedFault> faults = new ArrayList<>();

    private PlantedFaults() {}

    /**
     * Returns all faults.
     *
     * @return at least one for each hard rule, and some for derived checks and soft rules
     */
    public static List<PlantedFault> all() {
        PlantedFaults all = new PlantedFaults();
        all.header();
        all.land();
        MemberFaults.plant(all);
        NumberFaults.plant(all);
        SectionFaults.plant(all);
        MoneyFaults.plant(all);
        all.derived();
        SoftFaults.plant(all);
        return List.copyOf(all.faults);
    }

    void add(String id, PlantedFault.Planting planting, String... consequences) {
        faults.add(new PlantedFault(id, Set.of(consequences), planting));
    }

    private void header() {
        add("HDR-01", s -> s.is("has_house_no", "1") && s.text("hid", "1234").done());
        add("HDR-01", s -> s.is("has_house_no", "1") && s.blank("hid").done());
        add(
                "HDR-02",
                s -> s.is("has_house_no", "1") && s.code("has_house_no", "0").done());
        add("HDR-03", s -> s.blank("hnum").done());
        add("HDR-05", s -> !s.is("harea", "5") && s.blank("province_code").done(), "HDR-07");
        add("HDR-05", s -> !s.is("harea", "5") && s.code("province_code", "29").done(), "HDR-07");
        add("HDR-07", s -> s.code("harea", "1").code("province_code", "58").done());
        add("HDR-07", s -> s.blank("amphur_code").done(), "HDR-08");
        add("HDR-08", s -> s.code("tumbon_code", "999999").done());
        add("HDR-08", s -> s.blank("tumbon_code").done());
        add("HDR-09", s -> s.code("community_code", "12ab").done());
        add("HDR-09", s -> s.blank("community_code").done());
        add("HDR-12", s -> s.put("moo", 1_000).done());
        add("HDR-13", s -> !s.is("province_code", "20") && s.code("harea", "5").done());
        add("HDR-14", s -> s.code("harea", "6").done());
        add("HDR-15", PlantedFaults::interviewTomorrow);
        add("HDR-17", s -> s.code("consent", "0").done());
        add("HDR-17", s -> s.blank("consent").done());
        add("HDR-18", s -> s.blank("sign_informant").done());
        add("GPS-02", s -> s.blank("gps_lon").done());
        add(
                "GPS-03",
                s -> s.value("gps_lat", Value.of(new BigDecimal("21.123456"))).done());
        add(
                "GPS-04",
                s -> s.value("gps_lat", s.answer("gps_lon"))
                        .value("gps_lon", s.answer("gps_lat"))
                        .done(),
                "GPS-03");
    }

    /** The day after the check, if nobody gets a year older until then. */
    private static boolean interviewTomorrow(Slip slip) {
        LocalDate day = TODAY.plusDays(1);
        boolean same = slip.household.persons().stream()
                .allMatch(person -> person.age() >= 20
                        && Period.between(person.birth(), day).getYears() == person.age());
        return same && slip.value("survey_date", Value.of(day)).done();
    }

    private void land() {
        add("LND-01", s -> s.is("hlive", "1") && s.blank("hlive_deed").done());
        add("LND-02", s -> s.is("hlive", "4") && s.blank("hlive_other").done());
        add("LND-03", s -> s.put("hlive_rai", -1).done());
        add("LND-06", s -> s.is("hjob", "1") && s.blank("hjob_deed").done());
        add("LND-07", s -> s.is("hjob", "4") && s.blank("hjob_other").done());
        add("LND-08", s -> !s.is("hjob", "5") && s.put("hjob_wah", -1).done());
        add("LND-13", s -> s.is("hjob", "5") && s.put("hjob_rai", 3).done());
    }

    /** What the form itself finds, and no rule. */
    private void derived() {
        add(
                "round_year:constraint",
                s -> s.household.response().round() != 2563
                        && s.put("round_year", 2559).done());
        add(
                "round_year:required",
                s -> s.household.response().round() != 2563
                        && s.blank("round_year").done());
        add("collector_id:required", s -> s.blank("collector_id").done());
        add(
                "has_house_no:code-list",
                s -> s.blank("hid").code("has_house_no", "7").done());
        add("q4_1:required", s -> s.blank("q4_1").done());
        add("q9:required", s -> s.value("q9", Value.of(Missing.REFUSED)).done());
        add("q10:code-list", s -> s.code("q10", "2").done());
        add("q30:required", s -> s.value("q30", Value.of(Missing.DONT_KNOW)).done());
        add(
                "q22_1_1:type",
                s -> s.blankAll("q22_1_5", "q22_1_6").text("q22_1_1", "มาก").done());
        add("q22_1_2:required", s -> s.blank("q22_1_2").done());
        add("q22_2_4:required", s -> s.blank("q22_2_4").done());
        add("happiness:type", s -> s.text("happiness", "9.5").done());
        add(
                "q16_5:type",
                s -> s.count(p -> p.isAged(6, 14)) > 0
                        && s.text("q16_5", "1.234").done());
        add(
                "n_members:claim",
                s -> s.size() > 1
                        && s.blank("q22_members")
                                .put("n_members", s.size() + 1L)
                                .done());
        // Rules about what stands in the document compare it with the number that the document claims.
        add(
                "n_members:claim",
                s -> s.size() > 1
                        && s.put("q22_members", s.size())
                                .put("n_members", s.size() + 1L)
                                .done(),
                "BAS-15");
        add(
                "n_members:claim",
                s -> s.size() == 1
                        && s.blankAll("q31")
                                .code("q31_2_1", "1")
                                .blank("q22_members")
                                .put("n_members", 2)
                                .done(),
                "S5-17");
        add("q31:claim", s -> s.code("q31", s.size() > 1 ? "0" : "1").done());
        add("age:claim", s -> s.to(p -> true, "age", Value.of(121)));
        add("rel_role:claim", s -> s.to(p -> true, "rel_role", Value.code("CHILD")));
        add("prefix:required", s -> s.to(p -> true, "prefix", Value.of(Missing.NOT_ANSWERED)));
        add("informant:required", s -> s.to(p -> true, "informant", Value.of(Missing.NOT_ANSWERED)));
        add("q8_1:required", s -> s.blank("q8_1").done());
        add("q7_1:required", s -> s.blankAll("q7_1").done());
        add("q23_1:required", s -> s.blankAll("q23_").done());
        add(
                "q14_3_baht:type",
                s -> s.code("q14_3", "1").text("q14_3_baht", "สิบ").done());
        add("sex:code-list", s -> s.to(p -> true, "sex", Value.code("3")), "MEM-21");
        add("birth_date:type", s -> s.to(p -> true, "birth_date", Value.text("31/31/2500")), "MEM-17");
    }
}
