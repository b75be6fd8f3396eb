package io.github.bmnkit.examples.synthetic;

import io.github.bmnkit.expression.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** Truthful answers on health, surroundings and schooling. */
final class CleanAnswers {
    /** From how many months on each dose of the calendar is due. */
    private static final int[] DUE_MONTHS = {0, 1, 2, 4, 6, 9, 12, 18, 30, 48, 84, 144};

    private CleanAnswers() {}

    static void health(Sheet sheet) {
        int babies = sheet.count(person -> person.months() < 12);
        int newborns = sheet.count(person -> person.months() < 6);
        if (babies > 0) {
            sheet.allOr("q1_2", "q1_2_n", babies, 80);
        }
        if (newborns > 0) {
            sheet.allOr("q2_2", "q2_2_n", newborns, 60);
        }
        if (babies > newborns) {
            sheet.allOr("q2_4", "q2_4_n", babies - newborns, 60);
        }
        vaccines(sheet);
        for (String item : List.of("q4_1", "q4_2", "q4_3", "q4_4", "q5_1", "q5_2", "q5_3", "q5_4")) {
            sheet.code(item, sheet.chance(90));
        }
        care(sheet);
        int active = sheet.count(person -> person.age() >= 6);
        if (sheet.allOr("q7_1", "q7_1_n", active, 70) == 0) {
            int sport = sheet.between(0, active);
            sheet.put("q7_1_a", sport);
            sheet.put("q7_1_b", sheet.between(active - sport, active));
        }
    }

    private static void vaccines(Sheet sheet) {
        int children = sheet.count(person -> person.age() <= 12);
        int missed = children == 0 ? 0 : sheet.allOr("q3_2", "q3_2_n", children, 75);
        for (int dose = 1; missed > 0 && dose <= 12; dose++) {
            int due = DUE_MONTHS[dose - 1];
            int possible = sheet.count(person -> person.age() <= 12 && person.months() >= due);
            // Each of them missed the first; nobody gets the second, which most offices no longer count.
            sheet.put(
                    "q3_3_" + dose, dose == 1 ? missed : dose == 2 ? 0 : sheet.between(0, Math.min(missed, possible)));
        }
    }

    private static void care(Sheet sheet) {
        int members = sheet.persons.size();
        int officials = sheet.count(person -> person.occupation().equals("GOV"));
        int insured = sheet.count(person -> person.occupation().equals("COMPANY"));
        sheet.put("q6_1_2", officials);
        sheet.put("q6_1_3", insured);
        sheet.put("q6_1_4", members - officials - insured);
        if (sheet.chance(20)) {
            sheet.put("q6_1_5", 1);
            sheet.text("q6_1_5_text", "ประกันโรงเรียน");
        }
        sheet.put("q6_2_1", sheet.between(1, members));
        sheet.put("q6_2_2", sheet.between(0, members));
        if (sheet.chance(10)) {
            sheet.put("q6_2_5", 1);
            sheet.text("q6_2_5_text", "แพทย์แผนไทย");
        }
        int adults = sheet.count(person -> person.age() >= 35);
        int unchecked = adults == 0 ? 0 : sheet.allOr("q6_4", "q6_4_n", adults, 60);
        if (unchecked > 0) {
            sheet.allOr("q6_5", "q6_5_n", unchecked, 50);
        }
    }

    static void environment(Sheet sheet) {
        sheet.code("q8_2", sheet.chance(95));
        boolean water = sheet.code("q9", sheet.chance(90));
        sheet.code("q10", water || sheet.chance(60));
        for (String item : List.of("q11_1", "q11_2", "q11_3", "q11_4", "q11_7", "q11_8")) {
            sheet.code(item, sheet.chance(90));
        }
        boolean sorts = sheet.code("q11_5_2", sheet.chance(60));
        sheet.code("q11_5_1", true);
        sheet.code("q11_5_3", sheet.chance(90));
        sheet.code("q11_5_4", sorts || sheet.chance(90));
        boolean sewage = sheet.chance(5);
        sheet.code("q11_6", !sewage && sheet.chance(90));
        boolean noise = sheet.code("q12_1", sheet.chance(10));
        boolean dust = sheet.code("q12_3", sheet.chance(10));
        sheet.code("q12_2", false);
        sheet.code("q12_4", false);
        sheet.code("q12_5", sewage);
        sheet.code("q12_6", false);
        if (noise || dust || sewage) {
            int source = sheet.between(1, 3);
            sheet.code("q12_7", Integer.toString(source));
            if (source == 3) {
                sheet.text("q12_7_text", "ถนนใหญ่");
            }
        }
        safety(sheet);
    }

    private static void safety(Sheet sheet) {
        int workers = sheet.count(Person::works);
        boolean ill = sheet.code("q13_3", workers > 0 && sheet.chance(5));
        if (ill) {
            sheet.put("q13_3_n", sheet.between(1, workers));
        }
        sheet.code("q13_1_1", sheet.chance(90));
        sheet.code("q13_1_2", sheet.chance(90));
        sheet.code("q13_1_3", !ill && sheet.chance(90));
        sheet.code("q13_1_4", sheet.chance(80));
        if (sheet.code("q13_2", sheet.chance(15))) {
            boolean other = sheet.chance(20);
            sheet.codes("q13_2_1", other ? List.of("1", "6") : List.of("1", "2"));
            if (other) {
                sheet.text("q13_2_1_text", "ภัยแล้ง");
            }
        }
        sheet.code("q14_1", false);
        sheet.code("q14_2", false);
        if (sheet.code("q14_3", sheet.chance(5))) {
            sheet.put("q14_3_baht", sheet.between(200, 50_000));
        }
        sheet.code("q14_5", sheet.chance(3));
        sheet.code("q14_6", sheet.chance(3));
    }

    static void education(Sheet sheet) {
        int small = sheet.count(person -> person.isAged(3, 5));
        if (small > 0) {
            sheet.allOr("q15_2", "q15_2_n", small, 80);
        }
        int pupils = sheet.count(person -> person.isAged(6, 14));
        if (pupils > 0) {
            int absent = sheet.chance(95) ? 0 : 1;
            if (!sheet.code("q16_2", absent == 0)) {
                sheet.put("q16_2_n", absent);
            }
            dropOuts(sheet, "q16", pupils - absent);
            if (sheet.chance(70)) {
                sheet.value("q16_5", hours(sheet));
            }
        }
        graduates(sheet);
        int young = sheet.count(person -> person.isAged(15, 25));
        if (young > 0 && sheet.chance(80)) {
            if (sheet.code("q17_6", sheet.chance(30))) {
                sheet.put("q17_6_n", sheet.between(1, young));
            }
        }
        training(sheet);
        int adults = sheet.count(person -> person.isAged(15, 59));
        if (adults > 0) {
            int illiterate = sheet.allOr("q19_2", "q19_2_n", adults, 95);
            if (!sheet.code("q19_3", illiterate == 0 && sheet.chance(40))) {
                sheet.put("q19_3_n", sheet.between(Math.max(1, illiterate), adults));
            }
        }
    }

    private static void graduates(Sheet sheet) {
        int teens = sheet.count(person -> person.isAged(14, 18));
        if (sheet.code("q17_1", teens > 0 && sheet.chance(30))) {
            int graduates = (int) sheet.put("q17_1_n", sheet.between(1, teens));
            dropOuts(sheet, "q17", graduates - sheet.allOr("q17_2", "q17_2_n", graduates, 85));
        }
        if (sheet.count(person -> person.isAged(15, 18)) > 0 && sheet.chance(70)) {
            sheet.value("q17_5", hours(sheet));
        }
    }

    /** Some of those at school left it, and do one thing or another now. */
    private static void dropOuts(Sheet sheet, String item, int atSchool) {
        if (atSchool == 0 || !sheet.code(item + "_3", sheet.chance(8))) {
            return;
        }
        int left = (int) sheet.put(item + "_3_n", sheet.between(1, atSchool));
        int working = sheet.between(0, left);
        sheet.put(item + "_4_4", working);
        sheet.put(item + "_4_1", left - working);
        IntStream.of(2, 3, 5).forEach(way -> sheet.put(item + "_4_" + way, 0));
    }

    private static void training(Sheet sheet) {
        int idle =
                sheet.count(person -> person.couldWork() && person.occupation().equals("NONE"));
        if (!sheet.code("q18_1", idle > 0 && sheet.chance(60))) {
            return;
        }
        sheet.put("q18_1_n", idle);
        int untrained = sheet.allOr("q18_2", "q18_2_n", idle, 40);
        if (untrained > 0) {
            sheet.put("q18_3_1", 0);
            sheet.put("q18_3_2", untrained);
            sheet.put("q18_4", sheet.between(0, untrained));
        }
    }

    private static Value hours(Sheet sheet) {
        return Value.of(BigDecimal.valueOf(sheet.between(0, 4_000), 2));
    }
}
