package io.github.bmnkit.examples.synthetic;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import java.math.BigDecimal;

/** What is unlikely rather than wrong, of each group of soft edits. */
final class SoftFaults {
    private SoftFaults() {}

    static void plant(PlantedFaults faults) {
        members(faults);
        faults.add(
                "HDR-04",
                s -> s.is("has_house_no", "1") && s.text("hid", "99990000001").done());
        faults.add("HDR-10", s -> s.code("community_code", "99999901").done());
        faults.add("GPS-01", s -> s.blank("gps_lat", "gps_lon").done());
        faults.add(
                "GPS-05",
                s -> s.value("gps_lat", Value.of(new BigDecimal("13.75")))
                        .value("gps_lon", Value.of(new BigDecimal("100.5")))
                        .done());
        faults.add("LND-04", s -> s.put("hlive_wah", 400).done());
        faults.add("LND-11", s -> s.put("hlive_rai", 51).done());
        faults.add("LND-15", s -> s.is("hlive", "3") && s.code("q8_1", "1").done());
        faults.add("S2-12", s -> s.code("q9", "1").code("q10", "0").done());
        faults.add(
                "S1-11", s -> s.put("q6_1_4", s.size()).put("q6_1_3", s.size()).done());
        faults.add("MON-26", s -> s.put("q22_2_2", 0).done());
        faults.add(
                "DBT-09",
                s -> s.is("q22_4_3", "0")
                        && s.blankAll("q22_3_1", "q22_3_2")
                                .code("q22_3_1", "1")
                                .code("q22_3_1_7", "1")
                                .put("q22_3_1_7_baht", 900)
                                .code("q22_3_2", "1")
                                .done());
        faults.add(
                "SAV-07",
                s -> s.answer("q23_2") instanceof Value.Amount
                        && s.put("q23_2", 99).done());
        faults.add(
                "S5-16",
                s -> s.size() == 1
                        && s.code("q31_2_1", "1").code("q31_2_2", "1").done());
        faults.add("HAP-02", s -> s.blank("happiness").done());
        faults.add("HAP-03", s -> s.put("happiness", 0).done());
        faults.add("HAP-04", s -> s.code("q14_1", "1").put("happiness", 10).done());
        faults.add("S3-01", s -> s.is("q16_2", "1") && s.count(p -> p.isAged(6, 14)) > 1 && pupilsWithoutSchool(s));
        faults.add(
                "S4-04",
                s -> s.is("q20_2", "1")
                        && s.to(p -> p.couldWork(), "occupation", Value.code(HostCodes.occupation("NONE"))));
    }

    private static boolean pupilsWithoutSchool(Slip slip) {
        slip.household.persons().stream()
                .filter(person -> person.isAged(6, 14))
                .forEach(person ->
                        slip.to(p -> p.equals(person), "occupation", Value.code(HostCodes.occupation("NONE"))));
        return true;
    }

    private static void members(PlantedFaults faults) {
        Value none = Value.of(Missing.NOT_ANSWERED);
        faults.add("MEM-08", s -> s.to(p -> true, "last_name", none));
        faults.add("MEM-09", s -> s.to(p -> true, "first_name", Value.text("สมชาย2")));
        faults.add("MEM-11", s -> s.to(p -> true, "id_card", Value.of(Missing.REFUSED)));
        faults.add("MEM-31", s -> s.to(p -> true, "informant", Value.code("0")));
        faults.add("HLT-01", s -> s.to(p -> p.health() == 0 && p.isAged(7, 79), "ability", Value.code("0")));
        faults.add("EDU-05", s -> s.to(p -> p.age() < 13, "education", Value.code(HostCodes.education(4))));
        faults.add("OCC-05", s -> s.to(p -> p.age() > 60, "occupation", Value.code(HostCodes.occupation("GOV"))));
        faults.add(
                "WEL-01", s -> s.count(Person::card) > 0 && s.to(p -> p.age() < 15, "welfare_card", Value.code("1")));
        faults.add(
                "REL-06",
                s -> s.household.response().round() != 2563
                        && s.to(
                                p -> p.role().equals("SPOUSE")
                                        && s.household.persons().get(0).male(),
                                "sex",
                                Value.code("1")));
    }
}
