package io.github.bmnkit.examples.synthetic;

import io.github.bmnkit.expression.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Faults in the sections on health, surroundings, schooling and values. */
final class SectionFaults {
    private SectionFaults() {}

    private static boolean isChild(Person person) {
        return person.age() <= 12;
    }

    private static boolean isPupil(Person person) {
        return person.isAged(6, 14);
    }

    static void plant(PlantedFaults faults) {
        vaccines(faults);
        care(faults);
        surroundings(faults);
        schooling(faults);
        habits(faults);
        family(faults);
    }

    /** Says how many children missed a vaccine, and of each dose that nobody did; false without children. */
    static boolean doses(Slip slip, int missed) {
        slip.code("q3_2", "0").put("q3_2_n", missed);
        for (int dose = 1; dose <= 12; dose++) {
            slip.put("q3_3_" + dose, 0);
        }
        return slip.count(SectionFaults::isChild) > 0;
    }

    private static void vaccines(PlantedFaults faults) {
        faults.add(
                "S1-01",
                s -> s.count(SectionFaults::isChild) > 1
                        && doses(s, 1)
                        && s.put("q3_3_1", 2).done());
        faults.add(
                "S1-02",
                s -> s.count(p -> p.age() == 12) == 0
                        && doses(s, 1)
                        && s.put("q3_3_1", 1).put("q3_3_12", 1).done());
        faults.add("S1-03", s -> doses(s, 1));
        faults.add(
                "S1-04",
                s -> s.count(SectionFaults::isChild) > 0
                        && s.blankAll("q3_2", "q3_3")
                                .code("q3_2", "1")
                                .put("q3_3_1", 1)
                                .done());
    }

    private static void care(PlantedFaults faults) {
        for (int i = 1; i <= 5; i++) {
            String scheme = "q6_1_" + i;
            String place = "q6_2_" + i;
            faults.add(String.format(Locale.ROOT, "S1-%02d", 5 + i), s -> tooMany(s, scheme));
            faults.add(String.format(Locale.ROOT, "S1-%02d", 12 + i), s -> tooMany(s, place));
        }
        faults.add("S1-18", s -> s.put("q6_1_5", 1).blank("q6_1_5_text").done());
        faults.add("S1-19", s -> s.put("q6_2_5", 1).blank("q6_2_5_text").done());
        faults.add(
                "S1-20",
                s -> s.blank("q7_1_n")
                        .code("q7_1", "1")
                        .put("q7_1_a", s.count(p -> p.age() >= 6) + 1L)
                        .put("q7_1_b", 0)
                        .done());
    }

    private static boolean tooMany(Slip slip, String name) {
        slip.put(name, slip.size() + 1L);
        return !name.endsWith("_5") || slip.text(name + "_text", "อื่น ๆ").done();
    }

    private static Slip quiet(Slip slip) {
        slip.blankAll("q12_7");
        for (int i = 1; i <= 6; i++) {
            slip.code("q12_" + i, "0");
        }
        return slip;
    }

    private static void surroundings(PlantedFaults faults) {
        faults.add("S2-01", s -> quiet(s).code("q12_1", "1").done());
        faults.add("S2-02", s -> quiet(s).code("q12_7", "1").done());
        faults.add("S2-03", s -> quiet(s).code("q12_1", "1").code("q12_7", "3").done());
        faults.add("S2-04", s -> s.blankAll("q13_2_1").code("q13_2", "1").done());
        faults.add(
                "S2-05",
                s -> s.blankAll("q13_2_1")
                        .code("q13_2", "0")
                        .codes("q13_2_1", "1")
                        .done());
        faults.add(
                "S2-06",
                s -> s.blankAll("q13_2_1")
                        .code("q13_2", "1")
                        .codes("q13_2_1", "6")
                        .done());
        faults.add("S2-07", s -> s.code("q14_3", "1").blank("q14_3_baht").done());
        faults.add("S2-07", s -> s.code("q14_3", "1").put("q14_3_baht", 0).done());
    }

    private static Slip pupils(Slip slip, String dropOuts) {
        return slip.blankAll("q16_2", "q16_3", "q16_4").code("q16_2", "1").code("q16_3", dropOuts);
    }

    private static void schooling(PlantedFaults faults) {
        Value tooLong = Value.of(new BigDecimal("168.25"));
        faults.add(
                "S3-03",
                s -> s.count(SectionFaults::isPupil) > 0
                        && pupils(s, "1").put("q16_3_n", 1).done());
        faults.add(
                "S3-04",
                s -> s.count(SectionFaults::isPupil) > 0
                        && pupils(s, "1")
                                .code("q16_2", "0")
                                .put("q16_2_n", s.count(SectionFaults::isPupil))
                                .done());
        faults.add(
                "S3-06",
                s -> s.count(SectionFaults::isPupil) > 0
                        && s.value("q16_5", tooLong).done());
        faults.add(
                "S3-08",
                s -> s.count(p -> p.isAged(15, 18)) > 0
                        && s.value("q17_5", tooLong).done());
        faults.add(
                "S3-11",
                s -> NumberFaults.graduates(s, "1")
                        .code("q17_3", "1")
                        .put("q17_3_n", 1)
                        .done());
        faults.add(
                "S3-12",
                s -> NumberFaults.graduates(s, "0")
                        .put("q17_2_n", 1)
                        .code("q17_3", "1")
                        .done());
        faults.add("S3-13", s -> untrained(s).done());
        faults.add("S3-14", s -> untrained(s).put("q18_3_2", 1).put("q18_4", 2).done());
    }

    private static Slip untrained(Slip slip) {
        return slip.blankAll("q18_")
                .code("q18_1", "1")
                .put("q18_1_n", 1)
                .code("q18_2", "0")
                .put("q18_2_n", 1);
    }

    private static Slip drinkers(Slip slip, String nobody) {
        return slip.blankAll("q24").code("q24", nobody);
    }

    private static void habits(PlantedFaults faults) {
        faults.add("S5-01", s -> drinkers(s, "0").put("q24_n_ge20", 0).done());
        faults.add("S5-02", s -> drinkers(s, "1").put("q24_n_ge20", 1).done());
        faults.add(
                "S5-03",
                s -> drinkers(s, "0")
                        .put("q24_n_lt15", s.count(p -> p.age() < 15) + 1L)
                        .done());
        faults.add(
                "S5-04",
                s -> drinkers(s, "0")
                        .put("q24_n_15_19", s.count(p -> p.isAged(15, 19)) + 1L)
                        .done());
        faults.add(
                "S5-05",
                s -> drinkers(s, "0")
                        .put("q24_n_ge20", s.count(p -> p.age() >= 20) + 1L)
                        .done());
        faults.add("S5-08", s -> drinkers(s, "1").put("q24_freq", 4).done());
        faults.add(
                "S5-10",
                s -> s.blankAll("q25").code("q25", "1").code("q25_earner", "1").done());
    }

    private static void family(PlantedFaults faults) {
        faults.add("S5-15", s -> s.size() == 1 && s.blankAll("q31").done());
        faults.add("S5-17", s -> s.size() > 1 && s.code("q31_2_1", "1").done());
        faults.add("S5-18", s -> s.size() == 1 && s.code("q31_1_1", "1").done());
        faults.add("HAP-01", s -> s.put("happiness", 11).done());
        for (String item : List.of("q32_1", "q32_2", "q32_3")) {
            faults.add(
                    "ANX-01",
                    s -> s.household.response().round() == 2563
                            && s.code(item, "1")
                                    .put(item + "_n", s.count(p -> !p.male() && p.age() >= 15) + 1L)
                                    .put("q32_2_baht", 100)
                                    .done()
                            && (item.equals("q32_2") || s.is("q32_2", "1")));
        }
        faults.add(
                "ANX-03",
                s -> s.household.response().round() == 2563
                        && s.blankAll("q33_")
                                .code("q33_1", "1")
                                .put("q33_1_n", 1)
                                .put("q33_2_a", 2)
                                .done());
    }
}
