package io.github.bmnkit.examples.synthetic;

import java.util.List;

/** Truthful answers on work, income, expenses, debt and saving, in baht. */
final class CleanMoney {
    private CleanMoney() {}

    static void work(Sheet sheet) {
        int could = sheet.count(Person::couldWork);
        if (could > 0) {
            int idle = idle(sheet, "q20", sheet.count(person -> person.couldWork() && isIdle(person)));
            if (idle > 0 && sheet.put("q20_3", sheet.between(0, idle)) > 0) {
                sheet.text("q20_3_text", "ค้าขาย");
            }
        }
        int old = sheet.count(Person::couldWorkOld);
        if (old > 0) {
            int idle = idle(sheet, "q21", sheet.count(person -> person.couldWorkOld() && isIdle(person)));
            if (old > idle && sheet.chance(70) && sheet.code("q21_3", sheet.chance(20))) {
                sheet.put("q21_3_n", sheet.between(1, old - idle));
                sheet.put("q21_3_baht", sheet.between(1, 20) * 1_000L);
            }
            if (idle > 0 && sheet.put("q21_4", sheet.between(0, idle)) > 0) {
                sheet.text("q21_4_text", "จักสาน");
            }
        }
    }

    private static boolean isIdle(Person person) {
        return person.occupation().equals("NONE");
    }

    /** Who has no occupation, without income and with. */
    private static int idle(Sheet sheet, String item, int idle) {
        if (!sheet.code(item + "_2", idle == 0)) {
            int poor = sheet.between(0, idle);
            sheet.put(item + "_2_a", poor);
            sheet.put(item + "_2_b", idle - poor);
            if (item.equals("q21") && poor > 0 && sheet.put("q21_5", sheet.between(0, poor)) > 0) {
                sheet.text("q21_5_text", "ผ้าทอ");
            }
        }
        return idle;
    }

    static void income(Sheet sheet) {
        int members = sheet.persons.size();
        int workers = sheet.count(Person::works);
        boolean farm = sheet.count(person -> person.occupation().equals("FARM")) > 0;
        int old = sheet.count(person -> person.age() >= 60);
        int disabled = sheet.count(person -> person.health() == 1);
        long main = 0;
        for (int i = 0; i < workers; i++) {
            main += sheet.between(60, 250) * 1_000L;
        }
        long side = main > 0 && sheet.chance(40) ? main / 5 : 0;
        long own = farm ? sheet.between(3, 20) * 1_000L : sheet.between(0, 3) * 500L;
        long other = old * 8_400L + disabled * 9_600L + (workers == 0 ? members * 30_000L : members * 6_000L);
        long perHead = (main + side + own + other) / members;
        // Not just above the line, where a clerk would look twice.
        other += perHead >= 38_000 && perHead < 39_000 ? members * 1_500L : 0;
        sheet.put("q22_1_1", main);
        sheet.put("q22_1_2", side);
        sheet.put("q22_1_3", other);
        sheet.put("q22_1_4", own);
        long income = main + side + own + other;
        long costs = farm ? Math.max(500, own / 2) : 0;
        long living = income * sheet.between(30, 50) / 100 + 137;
        sheet.put("q22_2_1", costs);
        sheet.put("q22_2_2", living);
        sheet.put("q22_2_3", living * sheet.between(5, 30) / 100);
        debt(sheet, income);
        saving(sheet, income);
    }

    private static void debt(Sheet sheet, long income) {
        int adults = Math.max(1, sheet.count(person -> person.age() >= 20));
        boolean bank = false;
        boolean fund = false;
        boolean informal = false;
        if (sheet.code("q22_3_1", sheet.chance(35))) {
            int source = sheet.between(1, 9);
            boolean lent = sheet.code("q22_3_1_" + source, sheet.chance(85));
            if (lent) {
                sheet.put("q22_3_1_" + source + "_baht", income / 10);
            }
            if (source == 9) {
                sheet.text("q22_3_1_9_text", "กองทุนของนายจ้าง");
            }
            if (!sheet.code("q22_3_2", lent && sheet.chance(70))) {
                sheet.put("q22_3_2_baht", sheet.between(1, 90) * 1_000L);
            }
            informal = lent && source == 7;
            fund = lent && (source == 8 || source == 1 || source == 2);
            bank = lent && !informal && !fund;
        }
        boolean toBank = debt(sheet, "q22_4_1", bank || sheet.chance(20), adults, income / 3 + 1_000);
        boolean toFund = debt(sheet, "q22_4_2", fund || sheet.chance(20), adults, income / 9 + 1_000);
        boolean toOthers = debt(sheet, "q22_4_3", informal || sheet.chance(5), adults, income / 20 + 1_000);
        sheet.put("q22_2_4", toBank || toFund || toOthers ? Math.max(500, income / 25) : 0);
    }

    private static boolean debt(Sheet sheet, String item, boolean owed, int adults, long baht) {
        if (sheet.code(item, owed)) {
            sheet.put(item + "_n", sheet.between(1, adults));
            sheet.put(item + "_baht", baht);
        }
        return owed;
    }

    private static void saving(Sheet sheet, long income) {
        if (sheet.chance(20)) {
            sheet.codes("q23_1", List.of("12"));
            return;
        }
        boolean other = sheet.chance(10);
        sheet.codes("q23_1", other ? List.of("1", "11") : List.of("1", "2"));
        if (other) {
            sheet.text("q23_1_text", "ตู้ออมสิน");
        }
        sheet.put("q23_2", Math.max(100, income / 8));
        boolean cards = sheet.code("q23_3", sheet.count(Person::card) > 0);
        if (sheet.code("q23_4", cards || sheet.chance(20))) {
            sheet.text("q23_4_text", "เบี้ยยังชีพ");
        }
        if (sheet.code("q23_5", sheet.chance(20))) {
            sheet.text("q23_5_text", "กองทุนสวัสดิการ");
        }
    }
}
