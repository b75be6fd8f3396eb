package io.github.bmnkit.benchmarks;

import static io.github.bmnkit.benchmarks.ByHandLogic.FAIL;
import static io.github.bmnkit.benchmarks.ByHandLogic.NOT_APPLICABLE;
import static io.github.bmnkit.benchmarks.ByHandLogic.PASS;
import static io.github.bmnkit.benchmarks.ByHandLogic.TRUE;
import static io.github.bmnkit.benchmarks.ByHandLogic.UNKNOWN;
import static io.github.bmnkit.benchmarks.ByHandLogic.and;
import static io.github.bmnkit.benchmarks.ByHandLogic.blank;
import static io.github.bmnkit.benchmarks.ByHandLogic.chosen;
import static io.github.bmnkit.benchmarks.ByHandLogic.digits;
import static io.github.bmnkit.benchmarks.ByHandLogic.eq;
import static io.github.bmnkit.benchmarks.ByHandLogic.ge;
import static io.github.bmnkit.benchmarks.ByHandLogic.gt;
import static io.github.bmnkit.benchmarks.ByHandLogic.is;
import static io.github.bmnkit.benchmarks.ByHandLogic.kind;
import static io.github.bmnkit.benchmarks.ByHandLogic.le;
import static io.github.bmnkit.benchmarks.ByHandLogic.minus;
import static io.github.bmnkit.benchmarks.ByHandLogic.missing;
import static io.github.bmnkit.benchmarks.ByHandLogic.must;
import static io.github.bmnkit.benchmarks.ByHandLogic.ne;
import static io.github.bmnkit.benchmarks.ByHandLogic.or;
import static io.github.bmnkit.benchmarks.ByHandLogic.orZero;
import static io.github.bmnkit.benchmarks.ByHandLogic.plus;
import static io.github.bmnkit.benchmarks.ByHandLogic.same;
import static io.github.bmnkit.benchmarks.ByHandLogic.times;
import static io.github.bmnkit.benchmarks.ByHandLogic.truth;
import static io.github.bmnkit.benchmarks.ByHandLogic.undecided;
import static io.github.bmnkit.benchmarks.ByHandLogic.when;
import static io.github.bmnkit.benchmarks.ByHandLogic.why;
import static io.github.bmnkit.benchmarks.ByHandLogic.within;

import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.ResolvedHousehold;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The peer: every third rule about the household, in the order of the set, as a programmer would write it in Java for
 * answers that lie ready in arrays. It knows four outcomes, and why an answer is missing, as the engine does; it does
 * not know counts of which only bounds are known.
 */
final class ByHand {
    private static final List<String> NAMES = new ArrayList<>();
    private static final int COMMUNITY_CODE = slot("community_code");
    private static final int DEBT_SUM = slot("debt_sum");
    private static final int EXPENSE_SUM = slot("expense_sum");
    private static final int GPS_LAT = slot("gps_lat");
    private static final int GPS_LON = slot("gps_lon");
    private static final int HAPPINESS = slot("happiness");
    private static final int HAREA = slot("harea");
    private static final int HAS_HOUSE_NO = slot("has_house_no");
    private static final int HID = slot("hid");
    private static final int HJOB = slot("hjob");
    private static final int HJOB_RAI = slot("hjob_rai");
    private static final int HJOB_WAH = slot("hjob_wah");
    private static final int HLIVE = slot("hlive");
    private static final int HLIVE_OTHER = slot("hlive_other");
    private static final int HLIVE_RAI = slot("hlive_rai");
    private static final int HLIVE_WAH = slot("hlive_wah");
    private static final int INCOME_SUM = slot("income_sum");
    private static final int LOAN_SUM = slot("loan_sum");
    private static final int N12_DIST = slot("n12_dist");
    private static final int N16_FATE = slot("n16_fate");
    private static final int N17_CONT = slot("n17_cont");
    private static final int N20_NOT = slot("n20_not");
    private static final int N21_NOT = slot("n21_not");
    private static final int N22_ACCESS = slot("n22_access");
    private static final int N22_ASKED = slot("n22_asked");
    private static final int N6_ANY = slot("n6_any");
    private static final int N_AGE_0_12 = slot("n_age_0_12");
    private static final int N_AGE_15_59 = slot("n_age_15_59");
    private static final int N_AGE_6_14 = slot("n_age_6_14");
    private static final int N_AGE_GE_10 = slot("n_age_ge_10");
    private static final int N_AGE_GE_15 = slot("n_age_ge_15");
    private static final int N_AGE_GE_18 = slot("n_age_ge_18");
    private static final int N_AGE_GE_6 = slot("n_age_ge_6");
    private static final int N_AGE_GE_60 = slot("n_age_ge_60");
    private static final int N_AGE_LE_1Y = slot("n_age_le_1y");
    private static final int N_AGE_LT_15 = slot("n_age_lt_15");
    private static final int N_CHRONIC = slot("n_chronic");
    private static final int N_FARM = slot("n_farm");
    private static final int N_MEMBERS = slot("n_members");
    private static final int N_NOEDU_15_59 = slot("n_noedu_15_59");
    private static final int N_NOWORK_15_59 = slot("n_nowork_15_59");
    private static final int N_WELFARE_CARD = slot("n_welfare_card");
    private static final int N_WITH_OCC = slot("n_with_occ");
    private static final int N_WOMEN_15 = slot("n_women_15");
    private static final int N_WORK_15_59 = slot("n_work_15_59");
    private static final int N_WORK_GE_60 = slot("n_work_ge_60");
    private static final int Q11_5_1 = slot("q11_5_1");
    private static final int Q11_5_3 = slot("q11_5_3");
    private static final int Q11_5_4 = slot("q11_5_4");
    private static final int Q12_7 = slot("q12_7");
    private static final int Q13_1_3 = slot("q13_1_3");
    private static final int Q13_2 = slot("q13_2");
    private static final int Q13_2_1 = slot("q13_2_1");
    private static final int Q13_3 = slot("q13_3");
    private static final int Q14_3_BAHT = slot("q14_3_baht");
    private static final int Q16_1_N = slot("q16_1_n");
    private static final int Q16_2_N = slot("q16_2_n");
    private static final int Q16_3 = slot("q16_3");
    private static final int Q16_3_N = slot("q16_3_n");
    private static final int Q16_5 = slot("q16_5");
    private static final int Q17_1 = slot("q17_1");
    private static final int Q17_1_N = slot("q17_1_n");
    private static final int Q17_2_N = slot("q17_2_n");
    private static final int Q17_3 = slot("q17_3");
    private static final int Q17_5 = slot("q17_5");
    private static final int Q18_1 = slot("q18_1");
    private static final int Q18_1_N = slot("q18_1_n");
    private static final int Q18_3_1 = slot("q18_3_1");
    private static final int Q19_2 = slot("q19_2");
    private static final int Q19_3_N = slot("q19_3_n");
    private static final int Q1_1_N = slot("q1_1_n");
    private static final int Q1_2_N = slot("q1_2_n");
    private static final int Q20_1 = slot("q20_1");
    private static final int Q20_2 = slot("q20_2");
    private static final int Q21_1_N = slot("q21_1_n");
    private static final int Q21_2 = slot("q21_2");
    private static final int Q21_2_A = slot("q21_2_a");
    private static final int Q21_5 = slot("q21_5");
    private static final int Q22_1_1 = slot("q22_1_1");
    private static final int Q22_1_3 = slot("q22_1_3");
    private static final int Q22_1_4 = slot("q22_1_4");
    private static final int Q22_1_6 = slot("q22_1_6");
    private static final int Q22_2_2 = slot("q22_2_2");
    private static final int Q22_2_4 = slot("q22_2_4");
    private static final int Q22_2_5 = slot("q22_2_5");
    private static final int Q22_3_1 = slot("q22_3_1");
    private static final int Q22_3_1_8 = slot("q22_3_1_8");
    private static final int Q22_3_2 = slot("q22_3_2");
    private static final int Q22_4_1_N = slot("q22_4_1_n");
    private static final int Q22_4_2 = slot("q22_4_2");
    private static final int Q22_4_3 = slot("q22_4_3");
    private static final int Q22_4_3_BAHT = slot("q22_4_3_baht");
    private static final int Q22_4_3_N = slot("q22_4_3_n");
    private static final int Q23_1 = slot("q23_1");
    private static final int Q23_2 = slot("q23_2");
    private static final int Q23_3 = slot("q23_3");
    private static final int Q23_4 = slot("q23_4");
    private static final int Q23_4_TEXT = slot("q23_4_text");
    private static final int Q23_5 = slot("q23_5");
    private static final int Q23_5_TEXT = slot("q23_5_text");
    private static final int Q24_N_LT15 = slot("q24_n_lt15");
    private static final int Q25_N = slot("q25_n");
    private static final int Q27_2_N = slot("q27_2_n");
    private static final int Q28_2_N = slot("q28_2_n");
    private static final int Q29_1_N = slot("q29_1_n");
    private static final int Q29_2_N = slot("q29_2_n");
    private static final int Q31_1_1 = slot("q31_1_1");
    private static final int Q31_1_2 = slot("q31_1_2");
    private static final int Q31_1_3 = slot("q31_1_3");
    private static final int Q31_2_1 = slot("q31_2_1");
    private static final int Q31_2_2 = slot("q31_2_2");
    private static final int Q32_1_N = slot("q32_1_n");
    private static final int Q32_2_N = slot("q32_2_n");
    private static final int Q32_3_N = slot("q32_3_n");
    private static final int Q33_1 = slot("q33_1");
    private static final int Q33_2_A = slot("q33_2_a");
    private static final int Q33_2_B = slot("q33_2_b");
    private static final int Q33_3 = slot("q33_3");
    private static final int Q3_1_N = slot("q3_1_n");
    private static final int Q3_2 = slot("q3_2");
    private static final int Q3_2_N = slot("q3_2_n");
    private static final int Q6_1_1 = slot("q6_1_1");
    private static final int Q6_1_4 = slot("q6_1_4");
    private static final int Q6_1_5 = slot("q6_1_5");
    private static final int Q6_1_5_TEXT = slot("q6_1_5_text");
    private static final int Q6_2_3 = slot("q6_2_3");
    private static final int Q7_1 = slot("q7_1");
    private static final int Q7_1_A = slot("q7_1_a");
    private static final int Q7_1_B = slot("q7_1_b");
    private static final int Q7_1_N = slot("q7_1_n");
    private static final int FIRST_DOSE = slots("q3_3_", 12);

    private final long[] resolved;
    private final long[] stored;
    private final @Nullable String hid;
    private final @Nullable String province;
    private final @Nullable String district;
    private final @Nullable String tambon;
    private final @Nullable String village;
    private final List<String> ids = new ArrayList<>();
    private boolean disabilityCash;

    private ByHand(ResolvedHousehold household) {
        Frame frame = household.frame();
        resolved = numbers(frame, household.form());
        stored = numbers(household.storedView(), household.form());
        hid = text(frame, "hid", 0);
        province = text(frame, "province_code", 0);
        district = text(frame, "amphur_code", 0);
        tambon = text(frame, "tumbon_code", 0);
        village = text(frame, "community_code", 0);
        for (int row = 0; row < household.members(); row++) {
            String id = text(frame, "id_card", row);
            if (id != null) {
                ids.add(id);
            }
            disabilityCash |= frame.get("welfare_cash", row) instanceof Value.Codes codes
                    && codes.value().contains("65");
        }
    }

    /** Puts answers where the rules want them; nobody measures this. */
    static ByHand of(ResolvedHousehold household) {
        return new ByHand(household);
    }

    private static int slot(String name) {
        NAMES.add(name);
        return NAMES.size() - 1;
    }

    /** Slots for names that end in 1, 2, .. */
    private static int slots(String start, int count) {
        int first = NAMES.size();
        for (int i = 1; i <= count; i++) {
            slot(start + i);
        }
        return first;
    }

    private static long[] numbers(Frame frame, Questionnaire form) {
        long[] numbers = new long[NAMES.size()];
        for (int i = 0; i < numbers.length; i++) {
            int digits = form.scope().symbol(NAMES.get(i)).orElseThrow().digits();
            numbers[i] = number(frame.get(NAMES.get(i), 0), digits);
        }
        return numbers;
    }

    private static long number(Value value, int digits) {
        if (value instanceof Value.None none) {
            return missing(none);
        }
        if (value instanceof Value.Amount amount) {
            return amount.value().movePointRight(digits).longValueExact();
        }
        if (value instanceof Value.Codes codes) {
            return codes.value().stream()
                    .mapToLong(code -> 1L << Long.parseLong(code))
                    .sum();
        }
        return value instanceof Value.Code code && code.value().matches("[0-9]{1,3}")
                ? Long.parseLong(code.value())
                : 0;
    }

    private static @Nullable String text(Frame frame, String name, int row) {
        Value value = frame.get(name, row);
        return value instanceof Value.Words words
                ? words.value()
                : value instanceof Value.Code code ? code.value() : null;
    }

    /** Evaluates all rules. */
    byte[] outcomes() {
        byte[] out = new byte[85];
        header(this, resolved, out);
        numbers(resolved, stored, out);
        health(resolved, out);
        surroundings(resolved, stored, out);
        schooling(resolved, stored, out);
        work(resolved, stored, out);
        money(resolved, stored, out);
        debt(resolved, out);
        saving(this, resolved, stored, out);
        values(resolved, stored, out);
        return out;
    }

    private static void header(ByHand h, long[] v, byte[] out) {
        out[0] = is(v[HAS_HOUSE_NO], 1, digits(h.hid, 11) ? PASS : FAIL);
        out[1] = when(
                and(eq(v[HAS_HOUSE_NO], 1), h.hid == null ? UNKNOWN : truth(digits(h.hid, 11))),
                why(v[HAS_HOUSE_NO], v[HID]),
                starts(h.hid, h.district) ? PASS : FAIL);
        out[2] = digits(h.district, 4) && digits(h.province, 2) && starts(h.district, h.province) ? PASS : FAIL;
        out[3] = h.village == null
                ? undecided(why(v[COMMUNITY_CODE]))
                : !digits(h.village, 8)
                        ? NOT_APPLICABLE
                        : digits(h.tambon, 6) && starts(h.village, h.tambon) ? PASS : FAIL;
        out[4] = is(v[HAREA], 5, "20".equals(h.province) ? PASS : FAIL);
        out[5] = NOT_APPLICABLE; // no household here knows the days of its round
        out[6] = blank(v[GPS_LAT]) && blank(v[GPS_LON]) ? FAIL : PASS;
        out[7] = blank(v[GPS_LAT]) || blank(v[GPS_LON])
                ? NOT_APPLICABLE
                : v[GPS_LAT] < 97_300_000L
                                || v[GPS_LAT] > 105_700_000L
                                || v[GPS_LON] < 5_600_000L
                                || v[GPS_LON] > 20_500_000L
                        ? PASS
                        : FAIL;
        out[8] = is(v[HLIVE], 4, blank(v[HLIVE_OTHER]) ? FAIL : PASS);
        out[9] = when(
                le(v[HLIVE], 3),
                why(v[HLIVE]),
                must(or(ne(orZero(v[HLIVE_RAI]), 0), ne(orZero(v[HLIVE_WAH]), 0)), why(v[HLIVE_RAI], v[HLIVE_WAH])));
        out[10] = must(and(ge(v[HJOB_RAI], 0), ge(v[HJOB_WAH], 0)), why(v[HJOB_RAI], v[HJOB_WAH]));
        out[11] = must(le(v[HLIVE_RAI], 50), why(v[HLIVE_RAI]));
        out[12] = is(v[HJOB], 5, must(eq(v[N_FARM], 0), why(v[N_FARM])));
        out[13] = must(ge(v[N_MEMBERS], 1), why(v[N_MEMBERS]));
        out[14] = h.sameIds() ? FAIL : PASS;
        out[15] = when(gt(v[N_MEMBERS], 0), why(v[N_MEMBERS]), must(gt(v[N_AGE_GE_18], 0), why(v[N_AGE_GE_18])));
    }

    private static void numbers(long[] v, long[] s, byte[] out) {
        out[16] = same(s[Q1_1_N], s[N_AGE_LE_1Y]);
        out[17] = same(s[Q3_1_N], s[N_AGE_0_12]);
        out[18] = same(s[Q16_1_N], s[N_AGE_6_14]);
        out[19] = same(s[Q21_1_N], s[N_WORK_GE_60]);
        out[20] = same(s[Q29_1_N], s[N_CHRONIC]);
        out[21] = within(v[Q1_2_N], 1, v[N_AGE_LE_1Y]);
        out[22] = within(v[Q3_2_N], 1, v[N_AGE_0_12]);
        out[23] = within(v[Q7_1_N], 1, v[N_AGE_GE_6]);
        out[24] = within(v[Q16_2_N], 1, v[N_AGE_6_14]);
        out[25] = within(v[Q17_2_N], 1, v[Q17_1_N]);
        out[26] = within(v[Q18_1_N], 1, v[N_MEMBERS]);
        out[27] = within(v[Q19_3_N], 1, v[N_AGE_15_59]);
        out[28] = within(v[Q22_4_3_N], 1, v[N_MEMBERS]);
        out[29] = within(v[Q27_2_N], 1, v[N_AGE_GE_60]);
        out[30] = within(v[Q29_2_N], 1, v[N_CHRONIC]);
    }

    private static void health(long[] v, byte[] out) {
        long doses = 0;
        int worst = kind(v, Q3_2_N);
        boolean known = true;
        for (int i = FIRST_DOSE; i < FIRST_DOSE + 12; i++) {
            long dose = orZero(v[i]);
            known &= !blank(dose);
            doses += blank(dose) ? 0 : dose;
            worst = Math.max(worst, kind(v, i));
        }
        out[31] = is(v[Q3_2], 0, must(known ? ge(doses, v[Q3_2_N]) : UNKNOWN, worst));
        out[32] = within(v[Q6_1_1], 0, v[N_MEMBERS]);
        out[33] = within(v[Q6_1_4], 0, v[N_MEMBERS]);
        out[34] = when(
                gt(v[N_MEMBERS], 0),
                why(v[N_MEMBERS]),
                must(ge(v[N6_ANY], v[N_MEMBERS]), why(v[N6_ANY], v[N_MEMBERS])));
        out[35] = within(v[Q6_2_3], 0, v[N_MEMBERS]);
        out[36] = when(gt(v[Q6_1_5], 0), why(v[Q6_1_5]), blank(v[Q6_1_5_TEXT]) ? FAIL : PASS);
        out[37] = when(
                and(eq(v[Q7_1], 1), truth(!blank(v[Q7_1_A]) || !blank(v[Q7_1_B]))),
                Math.max(why(v[Q7_1]), why(v[Q7_1_A], v[Q7_1_B])),
                must(
                        ge(plus(orZero(v[Q7_1_A]), orZero(v[Q7_1_B])), v[N_AGE_GE_6]),
                        Math.max(why(v[Q7_1_A], v[Q7_1_B]), why(v[N_AGE_GE_6]))));
    }

    private static void surroundings(long[] v, long[] s, byte[] out) {
        out[38] = when(eq(s[N12_DIST], 0), why(s[N12_DIST]), blank(s[Q12_7]) ? PASS : FAIL);
        out[39] = is(s[Q13_2], 0, blank(s[Q13_2_1]) ? PASS : FAIL);
        out[40] = must(le(v[Q14_3_BAHT], 1_000_000), why(v[Q14_3_BAHT]));
        out[41] = when(
                and(eq(v[Q11_5_3], 1), eq(v[Q11_5_4], 1)),
                why(v[Q11_5_3], v[Q11_5_4]),
                must(eq(v[Q11_5_1], 1), why(v[Q11_5_1])));
        out[42] = is(v[Q13_3], 1, must(eq(v[Q13_1_3], 0), why(v[Q13_1_3])));
    }

    private static void schooling(long[] v, long[] s, byte[] out) {
        out[43] = is(v[Q16_3], 1, eq(v[N16_FATE], v[Q16_3_N]) == TRUE ? PASS : FAIL);
        out[44] = within(v[Q16_5], 0, 168_00);
        out[45] = when(le(v[Q17_5], 168_00), why(v[Q17_5]), must(le(v[Q17_5], 60_00), why(v[Q17_5])));
        out[46] = is(s[Q17_3], 1, must(gt(s[N17_CONT], 0), why(s[N17_CONT])));
        out[47] = when(gt(v[Q18_3_1], 0), why(v[Q18_3_1]), must(eq(v[Q17_1], 1), why(v[Q17_1])));
        out[48] = is(v[Q19_2], 1, must(eq(v[N_NOEDU_15_59], 0), why(v[N_NOEDU_15_59])));
    }

    private static void work(long[] v, long[] s, byte[] out) {
        out[49] = is(
                v[Q20_2],
                0,
                must(and(ge(v[N20_NOT], 1), le(v[N20_NOT], v[N_WORK_15_59])), why(v[N20_NOT], v[N_WORK_15_59])));
        out[50] = is(v[Q20_2], 1, must(eq(v[N_NOWORK_15_59], 0), why(v[N_NOWORK_15_59])));
        out[51] = is(s[Q21_2], 1, must(eq(s[N21_NOT], 0), why(s[N21_NOT])));
        out[52] = must(le(v[Q21_5], orZero(v[Q21_2_A])), why(v[Q21_5], v[Q21_2_A]));
        out[53] = when(
                and(eq(v[Q18_1], 1), eq(v[Q20_1], 1)),
                why(v[Q18_1], v[Q20_1]),
                must(le(v[Q18_1_N], v[N20_NOT]), why(v[Q18_1_N], v[N20_NOT])));
    }

    private static void money(long[] v, long[] s, byte[] out) {
        out[54] = must(ge(v[Q22_1_3], 0), why(v[Q22_1_3]));
        out[55] = must(ge(v[Q22_2_2], 0), why(v[Q22_2_2]));
        out[56] = must(ge(v[Q23_2], 0), why(v[Q23_2]));
        out[57] = same(s[Q22_2_5], s[EXPENSE_SUM]);
        out[58] = must(le(v[Q22_1_6], 1_000_000), why(v[Q22_1_6]));
        out[59] = when(gt(v[N_WITH_OCC], 0), why(v[N_WITH_OCC]), must(ne(v[Q22_1_1], 0), why(v[Q22_1_1])));
        out[60] = when(gt(v[N_AGE_GE_60], 0), why(v[N_AGE_GE_60]), must(ne(v[Q22_1_3], 0), why(v[Q22_1_3])));
        out[61] = when(gt(v[N_FARM], 0), why(v[N_FARM]), must(ne(v[Q22_1_4], 0), why(v[Q22_1_4])));
        out[62] = when(
                and(gt(v[Q22_2_2], 0), gt(v[N_MEMBERS], 0)),
                why(v[Q22_2_2], v[N_MEMBERS]),
                must(ge(v[Q22_2_2], times(v[N_MEMBERS], 3_000)), why(v[Q22_2_2], v[N_MEMBERS])));
        out[63] = when(
                gt(v[INCOME_SUM], 0),
                why(v[INCOME_SUM]),
                must(le(times(v[EXPENSE_SUM], 2), times(v[INCOME_SUM], 3)), why(v[EXPENSE_SUM], v[INCOME_SUM])));
    }

    private static void debt(long[] v, byte[] out) {
        out[64] = is(v[Q22_3_1], 1, must(gt(v[N22_ASKED], 0), why(v[N22_ASKED])));
        out[65] = when(eq(v[N22_ACCESS], 0), why(v[N22_ACCESS]), must(eq(v[Q22_3_2], 0), why(v[Q22_3_2])));
        out[66] = must(le(v[LOAN_SUM], 5_000_000), why(v[LOAN_SUM]));
        out[67] = is(v[Q22_3_1_8], 1, must(eq(v[Q22_4_2], 1), why(v[Q22_4_2])));
        out[68] = must(le(v[Q22_4_1_N], v[N_AGE_GE_15]), why(v[Q22_4_1_N], v[N_AGE_GE_15]));
        out[69] = is(
                v[Q22_4_3],
                1,
                gt(orZero(v[Q22_4_3_BAHT]), 0) == TRUE
                        ? PASS
                        : must(gt(orZero(v[Q22_4_3_BAHT]), 0), why(v[Q22_4_3_BAHT])));
        out[70] = when(gt(v[DEBT_SUM], 0), why(v[DEBT_SUM]), must(ne(v[Q22_2_4], 0), why(v[Q22_2_4])));
        out[71] = when(
                gt(v[INCOME_SUM], 0),
                why(v[INCOME_SUM]),
                must(le(v[DEBT_SUM], times(v[INCOME_SUM], 20)), why(v[DEBT_SUM], v[INCOME_SUM])));
    }

    private static void saving(ByHand h, long[] v, long[] s, byte[] out) {
        out[72] = when(chosen(s[Q23_1], 12), why(s[Q23_1]), blank(s[Q23_2]) || s[Q23_2] <= 0 ? PASS : FAIL);
        out[73] = when(
                and(gt(v[Q23_2], 0), gt(v[INCOME_SUM], 0)),
                why(v[Q23_2], v[INCOME_SUM]),
                must(
                        or(
                                le(v[Q23_2], plus(minus(v[INCOME_SUM], v[EXPENSE_SUM]), orZero(v[LOAN_SUM]))),
                                le(times(v[Q23_2], 5), v[INCOME_SUM])),
                        Math.max(why(v[Q23_2], v[INCOME_SUM]), why(v[EXPENSE_SUM], v[LOAN_SUM]))));
        out[74] = is(v[Q23_3], 1, must(gt(v[N_WELFARE_CARD], 0), why(v[N_WELFARE_CARD])));
        out[75] = when(
                or(eq(v[Q23_4], 1), eq(v[Q23_5], 1)),
                why(v[Q23_4], v[Q23_5]),
                must(
                        and(
                                or(eq(v[Q23_4], 0), truth(!blank(v[Q23_4_TEXT]))),
                                or(eq(v[Q23_5], 0), truth(!blank(v[Q23_5_TEXT])))),
                        Math.max(why(v[Q23_4], v[Q23_5]), why(v[Q23_4_TEXT], v[Q23_5_TEXT]))));
        out[79] = when(
                and(gt(v[Q28_2_N], 0), eq(v[Q23_4], 1)), why(v[Q28_2_N], v[Q23_4]), h.disabilityCash ? FAIL : PASS);
    }

    private static void values(long[] v, long[] s, byte[] out) {
        out[76] = must(le(v[Q24_N_LT15], v[N_AGE_LT_15]), why(v[Q24_N_LT15], v[N_AGE_LT_15]));
        out[77] = must(le(v[Q24_N_LT15], 0), why(v[Q24_N_LT15]));
        out[78] = must(le(v[Q25_N], v[N_AGE_GE_10]), why(v[Q25_N], v[N_AGE_GE_10]));
        out[80] = is(v[N_MEMBERS], 1, blank(v[Q31_2_1]) && blank(v[Q31_2_2]) ? FAIL : PASS);
        out[81] = is(s[N_MEMBERS], 1, blank(s[Q31_1_1]) && blank(s[Q31_1_2]) && blank(s[Q31_1_3]) ? PASS : FAIL);
        out[82] = must(ne(v[HAPPINESS], 0), why(v[HAPPINESS]));
        out[83] = must(
                and(le(v[Q32_1_N], v[N_WOMEN_15]), and(le(v[Q32_2_N], v[N_WOMEN_15]), le(v[Q32_3_N], v[N_WOMEN_15]))),
                Math.max(why(v[Q32_1_N], v[Q32_2_N]), why(v[Q32_3_N], v[N_WOMEN_15])));
        out[84] = when(
                and(eq(v[Q33_1], 1), eq(v[Q33_3], 1)),
                why(v[Q33_1], v[Q33_3]),
                must(ne(plus(orZero(v[Q33_2_A]), orZero(v[Q33_2_B])), 0), why(v[Q33_2_A], v[Q33_2_B])));
    }

    private static boolean starts(@Nullable String text, @Nullable String start) {
        return text != null && start != null && text.startsWith(start);
    }

    private boolean sameIds() {
        for (int i = 1; i < ids.size(); i++) {
            for (int k = 0; k < i; k++) {
                if (ids.get(i).equals(ids.get(k))) {
                    return true;
                }
            }
        }
        return false;
    }
}
