package io.github.bmnkit.examples.synthetic;

import java.util.function.Predicate;

/** Numbers of persons that differ from the roster, and numbers out of their bounds. */
final class NumberFaults {
    private NumberFaults() {}

    static void plant(PlantedFaults faults) {
        bases(faults);
        health(faults);
        schooling(faults);
        home(faults);
    }

    private static void bases(PlantedFaults faults) {
        base(faults, "BAS-01", "q1_1_n", p -> p.months() < 12);
        base(faults, "BAS-02", "q2_1_n", p -> p.months() < 6);
        base(faults, "BAS-03", "q2_3_n", p -> p.months() >= 6 && p.months() < 12);
        base(faults, "BAS-04", "q3_1_n", p -> p.age() <= 12);
        base(faults, "BAS-05", "q6_3_n", p -> p.age() >= 35);
        base(faults, "BAS-06", "q15_1_n", p -> p.isAged(3, 5));
        base(faults, "BAS-07", "q16_1_n", p -> p.isAged(6, 14));
        base(faults, "BAS-08", "q19_1_n", p -> p.isAged(15, 59));
        base(faults, "BAS-09", "q20_1_n", Person::couldWork);
        base(faults, "BAS-10", "q21_1_n", Person::couldWorkOld);
        base(faults, "BAS-11", "q27_1_n", p -> p.age() >= 60);
        base(faults, "BAS-12", "q28_1_n", p -> p.health() == 1);
        base(faults, "BAS-13", "q29_1_n", p -> p.health() == 2);
        base(faults, "BAS-14", "q23_3_n", Person::card);
        base(faults, "BAS-15", "q22_members", p -> true);
        nobody(faults, "BAS-01", "q1_1_n", p -> p.months() < 12);
        nobody(faults, "BAS-06", "q15_1_n", p -> p.isAged(3, 5));
        nobody(faults, "BAS-11", "q27_1_n", p -> p.age() >= 60);
        nobody(faults, "BAS-14", "q23_3_n", Person::card);
    }

    private static void base(PlantedFaults faults, String id, String name, Predicate<Person> counted) {
        faults.add(
                id,
                s -> s.count(counted) > 0 && s.put(name, s.count(counted) + 1L).done());
    }

    /** A number of those who are not there. */
    private static void nobody(PlantedFaults faults, String id, String name, Predicate<Person> counted) {
        faults.add(id, s -> s.count(counted) == 0 && s.put(name, 1).done());
    }

    /** Too many of a group, in a household that has the group. */
    private static void bound(PlantedFaults faults, String id, String gate, String name, Predicate<Person> group) {
        faults.add(
                id,
                s -> s.count(group) > 0
                        && s.code(gate, "0").put(name, s.count(group) + 1L).done());
        faults.add(id, s -> s.count(group) > 0 && s.code(gate, "0").put(name, 0).done());
    }

    private static void health(PlantedFaults faults) {
        bound(faults, "BND-01", "q1_2", "q1_2_n", p -> p.months() < 12);
        bound(faults, "BND-02", "q2_2", "q2_2_n", p -> p.months() < 6);
        bound(faults, "BND-03", "q2_4", "q2_4_n", p -> p.months() >= 6 && p.months() < 12);
        faults.add("BND-04", s -> SectionFaults.doses(s, 0));
        faults.add(
                "BND-05",
                s -> s.count(p -> p.age() >= 35) > 0
                        && s.blankAll("q6_5")
                                .code("q6_4", "0")
                                .put("q6_4_n", s.count(p -> p.age() >= 35) + 1L)
                                .code("q6_5", "1")
                                .done());
        faults.add(
                "BND-06",
                s -> s.count(p -> p.age() >= 35) > 0
                        && s.code("q6_4", "0")
                                .put("q6_4_n", 1)
                                .code("q6_5", "0")
                                .put("q6_5_n", 2)
                                .done());
        faults.add(
                "BND-07",
                s -> s.blankAll("q7_1")
                        .code("q7_1", "0")
                        .put("q7_1_n", s.count(p -> p.age() >= 6) + 1L)
                        .done());
        bound(faults, "BND-24", "q26", "q26_n", p -> p.age() >= 6);
        bound(faults, "BND-25", "q27_2", "q27_2_n", p -> p.age() >= 60);
        bound(faults, "BND-26", "q28_2", "q28_2_n", p -> p.health() == 1);
        bound(faults, "BND-27", "q28_3", "q28_3_n", p -> p.health() == 1);
        bound(faults, "BND-28", "q29_2", "q29_2_n", p -> p.health() == 2);
    }

    private static void schooling(PlantedFaults faults) {
        Predicate<Person> pupil = p -> p.isAged(6, 14);
        bound(faults, "BND-09", "q15_2", "q15_2_n", p -> p.isAged(3, 5));
        faults.add(
                "BND-10",
                s -> s.count(pupil) > 0
                        && s.code("q16_2", "0").put("q16_2_n", 0).done());
        faults.add(
                "BND-11",
                s -> s.count(pupil) > 0
                        && s.blankAll("q16_2_n", "q16_4")
                                .code("q16_2", "1")
                                .code("q16_3", "1")
                                .put("q16_3_n", s.count(pupil) + 1L)
                                .put("q16_4_4", s.count(pupil) + 1L)
                                .done());
        faults.add(
                "BND-12",
                s -> s.blankAll("q17_2", "q17_3", "q17_4")
                        .code("q17_1", "1")
                        .put("q17_1_n", s.size() + 1L)
                        .code("q17_2", "1")
                        .code("q17_3", "0")
                        .done());
        faults.add(
                "BND-13",
                s -> graduates(s, "0").put("q17_2_n", 2).blank("q17_3").done());
        faults.add(
                "BND-14",
                s -> graduates(s, "1")
                        .code("q17_3", "1")
                        .put("q17_3_n", 2)
                        .put("q17_4_4", 2)
                        .done());
        faults.add(
                "BND-15",
                s -> s.count(p -> p.isAged(15, 25)) > 0
                        && s.code("q17_6", "1")
                                .put("q17_6_n", s.count(p -> p.isAged(15, 25)) + 1L)
                                .done());
        faults.add(
                "BND-16",
                s -> s.blankAll("q18_")
                        .code("q18_1", "1")
                        .put("q18_1_n", s.size() + 1L)
                        .code("q18_2", "1")
                        .done());
        faults.add(
                "BND-17",
                s -> s.blankAll("q18_")
                        .code("q18_1", "1")
                        .put("q18_1_n", 1)
                        .code("q18_2", "0")
                        .put("q18_2_n", 2)
                        .put("q18_3_2", 2)
                        .done());
        bound(faults, "BND-18", "q19_2", "q19_2_n", p -> p.isAged(15, 59));
        bound(faults, "BND-19", "q19_3", "q19_3_n", p -> p.isAged(15, 59));
    }

    /** One finished grade 9 and did (1) or did not (0) go on. */
    static Slip graduates(Slip slip, String wentOn) {
        return slip.blankAll("q17_1", "q17_2", "q17_3", "q17_4")
                .code("q17_1", "1")
                .put("q17_1_n", 1)
                .code("q17_2", wentOn);
    }

    private static void home(PlantedFaults faults) {
        faults.add(
                "BND-08",
                s -> s.code("q13_3", "1").put("q13_3_n", s.size() + 1L).done());
        debt(faults, "BND-20", "q22_4_1");
        debt(faults, "BND-21", "q22_4_2");
        debt(faults, "BND-22", "q22_4_3");
        faults.add("BND-23", s -> s.code("q25", "0").put("q25_n", s.size() + 1L).done());
        faults.add("BND-23", s -> s.code("q25", "0").put("q25_n", 0).done());
    }

    private static void debt(PlantedFaults faults, String id, String item) {
        faults.add(
                id,
                s -> s.code(item, "1")
                        .put(item + "_n", s.size() + 1L)
                        .put(item + "_baht", 5_000)
                        .done());
    }
}
