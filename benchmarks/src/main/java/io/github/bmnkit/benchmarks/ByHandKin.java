package io.github.bmnkit.benchmarks;

import static io.github.bmnkit.benchmarks.ByHandLogic.FALSE;
import static io.github.bmnkit.benchmarks.ByHandLogic.TRUE;
import static io.github.bmnkit.benchmarks.ByHandLogic.UNKNOWN;
import static io.github.bmnkit.benchmarks.ByHandLogic.and;
import static io.github.bmnkit.benchmarks.ByHandLogic.blank;
import static io.github.bmnkit.benchmarks.ByHandLogic.eq;
import static io.github.bmnkit.benchmarks.ByHandLogic.ge;
import static io.github.bmnkit.benchmarks.ByHandLogic.gt;
import static io.github.bmnkit.benchmarks.ByHandLogic.is;
import static io.github.bmnkit.benchmarks.ByHandLogic.le;
import static io.github.bmnkit.benchmarks.ByHandLogic.lt;
import static io.github.bmnkit.benchmarks.ByHandLogic.minus;
import static io.github.bmnkit.benchmarks.ByHandLogic.must;
import static io.github.bmnkit.benchmarks.ByHandLogic.ne;
import static io.github.bmnkit.benchmarks.ByHandLogic.truth;
import static io.github.bmnkit.benchmarks.ByHandLogic.when;
import static io.github.bmnkit.benchmarks.ByHandLogic.why;

/** The rules about how a member is related to the head, written by hand. */
final class ByHandKin {
    private ByHandKin() {}

    static void outcomes(ByHandMembers home, ByHandMember m, byte[] out, int at) {
        spouses(home, m, out, at);
        children(home, m, out, at + 5);
        elders(home, m, out, at + 9);
    }

    private static void spouses(ByHandMembers home, ByHandMember m, byte[] out, int at) {
        out[at] = is(m.role, ByHandMember.HEAD, must(ge(m.age, 15), why(m.age)));
        out[at + 1] = is(m.role, ByHandMember.SPOUSE, must(ge(m.age, 13), why(m.age)));
        out[at + 2] = when(
                and(eq(m.role, ByHandMember.SPOUSE), ge(m.age, 13)),
                why(m.role, m.age),
                must(ge(m.age, 17), why(m.age)));
        out[at + 3] = is(m.role, ByHandMember.SPOUSE, atMost30YearsApart(m.age, home.headAge));
        out[at + 4] = when(
                and(eq(m.role, ByHandMember.SPOUSE), truth(!blank(m.sex))),
                why(m.role, m.sex),
                must(ne(m.sex, home.headSex), why(m.sex, home.headSex)));
    }

    private static void children(ByHandMembers home, ByHandMember m, byte[] out, int at) {
        long older = minus(home.headAge, m.age);
        int why = why(home.headAge, m.age);
        out[at] = is(m.role, ByHandMember.CHILD, must(lt(m.age, home.headAge), why));
        out[at + 1] = when(
                and(eq(m.role, ByHandMember.CHILD), lt(m.age, home.headAge)),
                Math.max(why, why(m.role)),
                must(ge(older, 15), why));
        out[at + 2] = is(m.role, ByHandMember.CHILD, must(le(older, 60), why));
        out[at + 3] = when(
                and(eq(m.role, ByHandMember.CHILD), hasOneSpouse(home)),
                Math.max(why(m.role), whyRoles(home)),
                must(lt(m.age, home.spouseAge), why(m.age, home.spouseAge)));
    }

    private static void elders(ByHandMembers home, ByHandMember m, byte[] out, int at) {
        long older = minus(m.age, home.headAge);
        long younger = minus(home.headAge, m.age);
        int why = why(home.headAge, m.age);
        out[at] = is(m.role, ByHandMember.PARENT, must(gt(m.age, home.headAge), why));
        out[at + 1] = when(
                and(eq(m.role, ByHandMember.PARENT), gt(m.age, home.headAge)),
                Math.max(why, why(m.role)),
                must(ge(older, 15), why));
        out[at + 2] = is(m.role, ByHandMember.GRANDCHILD, must(lt(m.age, home.headAge), why));
        out[at + 3] = when(
                and(eq(m.role, ByHandMember.GRANDCHILD), lt(m.age, home.headAge)),
                Math.max(why, why(m.role)),
                must(ge(younger, 30), why));
        out[at + 4] = is(m.role, ByHandMember.GRANDPARENT, must(ge(older, 30), why));
        out[at + 5] = is(m.role, ByHandMember.CHILD_IN_LAW, must(ge(m.age, 15), why(m.age)));
        out[at + 6] = is(m.role, ByHandMember.SIBLING, atMost30YearsApart(m.age, home.headAge));
    }

    private static byte atMost30YearsApart(long age, long headAge) {
        long years = minus(age, headAge);
        return must(and(le(years, 30), ge(years, -30)), why(age, headAge));
    }

    /** Whoever has no role might be a spouse. */
    private static int hasOneSpouse(ByHandMembers home) {
        int sure = 0;
        int open = 0;
        for (ByHandMember member : home.members) {
            int spouse = eq(member.role, ByHandMember.SPOUSE);
            sure += spouse == TRUE ? 1 : 0;
            open += spouse == UNKNOWN ? 1 : 0;
        }
        return sure > 1 || sure + open < 1 ? FALSE : open == 0 ? TRUE : UNKNOWN;
    }

    private static int whyRoles(ByHandMembers home) {
        int why = 0;
        for (ByHandMember member : home.members) {
            why = Math.max(why, why(member.role));
        }
        return why;
    }
}
