package io.github.bmnkit.examples.synthetic;

import java.util.List;

/** Truthful answers on habits, care and happiness, and on the items of one round. */
final class CleanValues {
    private CleanValues() {}

    static void values(Sheet sheet) {
        int members = sheet.persons.size();
        int grown = sheet.count(person -> person.age() >= 20);
        if (!sheet.code("q24", grown == 0 || sheet.chance(60))) {
            sheet.put("q24_n_lt15", 0);
            sheet.put("q24_n_15_19", 0);
            sheet.put("q24_n_ge20", sheet.between(1, grown));
            if (sheet.chance(50)) {
                sheet.put("q24_freq", sheet.between(1, 30));
            }
        }
        if (!sheet.code("q25", grown == 0 || sheet.chance(65))) {
            sheet.put("q25_n", sheet.between(1, grown));
            sheet.code("q25_earner", sheet.count(Person::works) > 0 && sheet.chance(50));
        }
        sheet.allOr("q26", "q26_n", sheet.count(person -> person.age() >= 6), 80);
        int old = sheet.count(person -> person.age() >= 60);
        int neglected = old == 0 ? 0 : sheet.allOr("q27_2", "q27_2_n", old, 95);
        int disabled = sheet.count(person -> person.health() == 1);
        if (disabled > 0) {
            sheet.allOr("q28_2", "q28_2_n", disabled, 80);
            sheet.allOr("q28_3", "q28_3_n", disabled, 90);
        }
        int ill = sheet.count(person -> person.health() == 2);
        if (ill > 0) {
            sheet.allOr("q29_2", "q29_2_n", ill, 90);
        }
        sheet.code("q30", sheet.chance(90));
        boolean sad = false;
        if (members > 1) {
            sheet.code("q31_1_1", sheet.chance(90));
            sheet.code("q31_1_2", sheet.chance(95));
            sheet.code("q31_1_3", neglected == 0 && sheet.chance(95));
        } else if (sheet.chance(70)) {
            sheet.code("q31_2_1", sheet.chance(80));
        } else {
            sad = !sheet.code("q31_2_2", sheet.chance(70));
        }
        sheet.put("happiness", sad ? sheet.between(2, 7) : sheet.between(4, 10));
        if (sheet.round == 2563) {
            annex(sheet);
        }
    }

    private static void annex(Sheet sheet) {
        int women = sheet.count(person -> !person.male() && person.age() >= 15);
        int joined = 0;
        if (sheet.code("q32_1", women > 0 && sheet.chance(60))) {
            joined = (int) sheet.put("q32_1_n", sheet.between(1, women));
        }
        if (sheet.code("q32_2", joined > 0 && sheet.chance(30))) {
            sheet.put("q32_2_n", sheet.between(1, joined));
            sheet.put("q32_2_baht", sheet.between(1, 50) * 1_000L);
        }
        if (sheet.code("q32_3", joined > 0 && sheet.chance(50))) {
            sheet.put("q32_3_n", joined);
        }
        if (sheet.code("q33_1", sheet.chance(40))) {
            int trained = (int) sheet.put("q33_1_n", sheet.between(1, sheet.persons.size()));
            sheet.put("q33_2_a", trained);
            sheet.put("q33_2_b", 0);
            sheet.codes("q33_2_kind", List.of("1", "5"));
            if (sheet.code("q33_3", sheet.chance(60))) {
                sheet.put("q33_3_baht", sheet.between(1, 30) * 1_000L);
            }
        }
    }
}
