package io.github.bmnkit.examples.synthetic;

import io.github.bmnkit.expression.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Faults in the section on work, income, debt and saving. */
final class MoneyFaults {
    private static final List<String> ITEMS =
            List.of("q22_1_1", "q22_1_2", "q22_1_3", "q22_1_4", "q22_2_1", "q22_2_2", "q22_2_3", "q22_2_4");

    private MoneyFaults() {}

    static void plant(PlantedFaults faults) {
        work(faults);
        sums(faults);
        debts(faults);
        saving(faults);
    }

    private static void work(PlantedFaults faults) {
        work(faults, "q20", "S4-01", "S4-02", "S4-03", "q20_3", Person::couldWork);
        work(faults, "q21", "S4-06", "S4-07", "S4-09", "q21_4", Person::couldWorkOld);
        Predicate<Person> old = Person::couldWorkOld;
        faults.add(
                "S4-08",
                s -> s.count(old) > 0
                        && s.blankAll("q21_")
                                .code("q21_2", "1")
                                .code("q21_3", "1")
                                .put("q21_3_n", s.count(old) + 1L)
                                .done());
        faults.add(
                "S4-10",
                s -> s.count(old) > 0
                        && s.blankAll("q21_")
                                .code("q21_2", "0")
                                .put("q21_2_a", 1)
                                .put("q21_4", 0)
                                .put("q21_5", 2)
                                .done());
    }

    private static void work(
            PlantedFaults faults,
            String item,
            String none,
            String hidden,
            String willing,
            String willingName,
            Predicate<Person> group) {
        faults.add(
                none,
                s -> s.count(group) > 0
                        && s.blankAll(item + "_")
                                .code(item + "_2", "0")
                                .put(willingName, 0)
                                .done());
        faults.add(
                hidden,
                s -> s.count(group) > 0
                        && s.blankAll(item + "_")
                                .code(item + "_2", "1")
                                .put(item + "_2_b", 1)
                                .done());
        faults.add(
                willing,
                s -> s.count(group) > 0
                        && s.blankAll(item + "_")
                                .code(item + "_2", "0")
                                .put(item + "_2_b", 1)
                                .put(willingName, 2)
                                .done());
    }

    private static long number(Slip slip, String name) {
        return slip.answer(name) instanceof Value.Amount amount ? amount.value().longValue() : 0;
    }

    private static long sum(Slip slip, String start) {
        return ITEMS.stream()
                .filter(name -> name.startsWith(start))
                .mapToLong(name -> number(slip, name))
                .sum();
    }

    private static void sums(PlantedFaults faults) {
        for (int i = 0; i < ITEMS.size(); i++) {
            String name = ITEMS.get(i);
            faults.add(
                    String.format(Locale.ROOT, "MON-%02d", i + 1),
                    s -> s.put(name, -5).done());
        }
        faults.add(
                "MON-10",
                s -> s.put("q22_1_5", sum(s, "q22_1") + 600_000)
                        .put("q22_1_6", sum(s, "q22_1") / s.size())
                        .done());
        // The income per head follows from the sum that the document claims, so it is wrong as well.
        faults.add("MON-10", s -> s.put("q22_1_5", sum(s, "q22_1") + 600_000).done(), "MON-11");
        faults.add(
                "MON-11", s -> s.put("q22_1_6", sum(s, "q22_1") / s.size() + 1).done());
        faults.add("MON-12", s -> s.put("q22_2_5", sum(s, "q22_2") - 1).done());
        faults.add("MON-12", s -> s.put("q22_2_5", 0).done());
    }

    private static Slip loan(Slip slip, String applied) {
        return slip.blankAll("q22_3_1", "q22_3_2").code("q22_3_1", applied);
    }

    private static void debts(PlantedFaults faults) {
        faults.add("DBT-01", s -> loan(s, "1").code("q22_3_2", "1").done());
        faults.add("DBT-02", s -> loan(s, "0").code("q22_3_1_3", "0").done());
        faults.add("DBT-02", s -> loan(s, "0").code("q22_3_2", "1").done());
        faults.add("DBT-03", s -> loan(s, "1").code("q22_3_1_2", "0").done());
        faults.add(
                "DBT-05",
                s -> loan(s, "1").code("q22_3_1_2", "0").code("q22_3_2", "0").done());
        faults.add(
                "DBT-06",
                s -> loan(s, "1").code("q22_3_1_9", "0").code("q22_3_2", "1").done());
        List<String> rules = List.of("DBT-12", "DBT-14", "DBT-16");
        for (int i = 0; i < rules.size(); i++) {
            String item = "q22_4_" + (i + 1);
            faults.add(
                    rules.get(i),
                    s -> s.code(item, "1")
                            .put(item + "_n", 1)
                            .blank(item + "_baht")
                            .done());
            faults.add(
                    rules.get(i),
                    s -> s.code(item, "1")
                            .put(item + "_n", 1)
                            .put(item + "_baht", 0)
                            .done());
        }
        faults.add(
                "q22_3_1_4_baht:required",
                s -> loan(s, "1").code("q22_3_1_4", "1").code("q22_3_2", "1").done());
    }

    private static boolean saves(Slip slip) {
        return slip.answer("q23_2") instanceof Value.Amount;
    }

    private static void saving(PlantedFaults faults) {
        faults.add("SAV-01", s -> s.blankAll("q23_").codes("q23_1", "1", "12").done());
        faults.add("SAV-02", s -> saves(s) && s.blank("q23_2").done());
        faults.add("SAV-02", s -> saves(s) && s.put("q23_2", 0).done());
        faults.add("MON-09", s -> saves(s) && s.put("q23_2", -3).done(), "SAV-02");
        faults.add(
                "SAV-03",
                s -> s.blankAll("q23_").codes("q23_1", "12").put("q23_2", 500).done());
        faults.add(
                "SAV-04",
                s -> saves(s) && s.blank("q23_1_text").codes("q23_1", "1", "11").done());
        faults.add(
                "SAV-09",
                s -> saves(s)
                        && s.count(Person::card) == 0
                        && s.code("q23_3", "1").done());
        faults.add(
                "SAV-10",
                s -> saves(s)
                        && s.count(Person::card) > 0
                        && s.code("q23_3", "0").done());
        faults.add(
                "SAV-12",
                s -> saves(s) && s.code("q23_4", "1").blank("q23_4_text").done());
        faults.add(
                "SAV-12",
                s -> saves(s) && s.code("q23_5", "1").blank("q23_5_text").done());
        faults.add(
                "q23_2:type",
                s -> saves(s)
                        && s.value("q23_2", Value.of(new BigDecimal("0.5"))).done());
    }
}
