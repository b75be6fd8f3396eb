package io.github.bmnkit.benchmarks;

import static io.github.bmnkit.benchmarks.ByHandLogic.FAIL;
import static io.github.bmnkit.benchmarks.ByHandLogic.NOT_APPLICABLE;
import static io.github.bmnkit.benchmarks.ByHandLogic.PASS;
import static io.github.bmnkit.benchmarks.ByHandLogic.TRUE;
import static io.github.bmnkit.benchmarks.ByHandLogic.and;
import static io.github.bmnkit.benchmarks.ByHandLogic.blank;
import static io.github.bmnkit.benchmarks.ByHandLogic.chosen;
import static io.github.bmnkit.benchmarks.ByHandLogic.digits;
import static io.github.bmnkit.benchmarks.ByHandLogic.eq;
import static io.github.bmnkit.benchmarks.ByHandLogic.ge;
import static io.github.bmnkit.benchmarks.ByHandLogic.is;
import static io.github.bmnkit.benchmarks.ByHandLogic.le;
import static io.github.bmnkit.benchmarks.ByHandLogic.lt;
import static io.github.bmnkit.benchmarks.ByHandLogic.must;
import static io.github.bmnkit.benchmarks.ByHandLogic.ne;
import static io.github.bmnkit.benchmarks.ByHandLogic.truth;
import static io.github.bmnkit.benchmarks.ByHandLogic.undecided;
import static io.github.bmnkit.benchmarks.ByHandLogic.when;
import static io.github.bmnkit.benchmarks.ByHandLogic.why;

/** The rules about a member's health, welfare card, occupation and education, written by hand. */
final class ByHandLives {
    private static final int OTHER_USE = 7;
    private static final int CASH_USE = 6;

    private ByHandLives() {}

    static void outcomes(ByHandMember m, byte[] out, int at) {
        health(m, out, at);
        welfare(m, out, at + 4);
        work(m, out, at + 10);
        school(m, out, at + 17);
    }

    private static void health(ByHandMember m, byte[] out, int at) {
        out[at] = when(
                and(eq(m.health, 0), and(ge(m.age, 7), lt(m.age, 80))),
                why(m.health, m.age),
                must(eq(m.ability, 1), why(m.ability)));
        out[at + 1] = is(m.ability, 1, must(ge(m.age, 2), why(m.age)));
        out[at + 2] = is(m.health, 2, must(ge(m.age, 15), why(m.age)));
        out[at + 3] = when(
                and(eq(m.ability, 0), truth(!blank(m.group))),
                why(m.ability, m.group),
                m.group <= ByHandMember.STUDENT ? PASS : FAIL);
    }

    private static void welfare(ByHandMember m, byte[] out, int at) {
        out[at] = is(m.card, 1, must(ge(m.age, 18), why(m.age)));
        out[at + 1] = is(m.card, 1, must(ne(m.group, ByHandMember.GOVERNMENT), why(m.group)));
        out[at + 2] = is(
                m.card,
                1,
                m.id == null ? undecided(why(m.idKind)) : digits(m.id, 13) && m.id.charAt(0) == '0' ? FAIL : PASS);
        out[at + 3] = is(m.storedCard, 0, blank(m.storedCardUse) ? PASS : FAIL);
        out[at + 4] =
                blank(m.storedCardCash) ? NOT_APPLICABLE : chosen(m.storedCardUse, CASH_USE) == TRUE ? PASS : FAIL;
        out[at + 5] = when(chosen(m.cardUse, OTHER_USE), why(m.cardUse), ByHandMembers.given(m.cardOther));
    }

    private static void work(ByHandMember m, byte[] out, int at) {
        byte noWork = m.group <= ByHandMember.STUDENT ? PASS : FAIL;
        int hasGroup = truth(!blank(m.group));
        out[at] = is(m.group, ByHandMember.STUDENT, must(ge(m.age, 3), why(m.age)));
        out[at + 1] = is(m.group, ByHandMember.STUDENT, must(lt(m.age, 35), why(m.age)));
        out[at + 2] = when(and(lt(m.age, 7), hasGroup), why(m.age, m.group), noWork);
        out[at + 3] = when(and(and(ge(m.age, 7), lt(m.age, 15)), hasGroup), why(m.age, m.group), noWork);
        out[at + 4] = is(m.group, ByHandMember.GOVERNMENT, must(and(ge(m.age, 18), le(m.age, 60)), why(m.age)));
        out[at + 5] = when(
                and(and(ge(m.age, 7), le(m.age, 14)), hasGroup),
                why(m.age, m.group),
                m.group == ByHandMember.STUDENT ? PASS : FAIL);
        out[at + 6] = m.occupation == null
                ? undecided(why(m.occupationKind))
                : !m.occupation.equals("0110") && !m.occupation.equals("0210")
                        ? NOT_APPLICABLE
                        : m.group == ByHandMember.STUDENT ? PASS : FAIL;
    }

    private static void school(ByHandMember m, byte[] out, int at) {
        out[at] = is(m.rank, 8, must(ge(m.age, 22), why(m.age)));
        out[at + 1] = is(m.rank, 7, must(ge(m.age, 20), why(m.age)));
        out[at + 2] = is(m.rank, 6, must(ge(m.age, 18), why(m.age)));
        out[at + 3] = is(m.rank, 5, must(ge(m.age, 16), why(m.age)));
        out[at + 4] = is(m.rank, 4, must(ge(m.age, 13), why(m.age)));
        out[at + 5] = is(m.rank, 3, must(ge(m.age, 10), why(m.age)));
        out[at + 6] = when(ge(m.rank, 1), why(m.rank), must(ge(m.age, 2), why(m.age)));
        out[at + 7] = when(and(ge(m.age, 10), le(m.age, 40)), why(m.age), must(ne(m.rank, 0), why(m.rank)));
        out[at + 8] = when(
                and(eq(m.group, ByHandMember.GOVERNMENT), truth(!blank(m.rank))),
                why(m.group, m.rank),
                must(ge(m.rank, 3), why(m.rank)));
    }
}
