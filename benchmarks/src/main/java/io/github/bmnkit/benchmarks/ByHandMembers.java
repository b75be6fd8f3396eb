package io.github.bmnkit.benchmarks;

import static io.github.bmnkit.benchmarks.ByHandLogic.FAIL;
import static io.github.bmnkit.benchmarks.ByHandLogic.NOT_APPLICABLE;
import static io.github.bmnkit.benchmarks.ByHandLogic.PASS;
import static io.github.bmnkit.benchmarks.ByHandLogic.TRUE;
import static io.github.bmnkit.benchmarks.ByHandLogic.UNKNOWN;
import static io.github.bmnkit.benchmarks.ByHandLogic.and;
import static io.github.bmnkit.benchmarks.ByHandLogic.blank;
import static io.github.bmnkit.benchmarks.ByHandLogic.digits;
import static io.github.bmnkit.benchmarks.ByHandLogic.eq;
import static io.github.bmnkit.benchmarks.ByHandLogic.ge;
import static io.github.bmnkit.benchmarks.ByHandLogic.is;
import static io.github.bmnkit.benchmarks.ByHandLogic.le;
import static io.github.bmnkit.benchmarks.ByHandLogic.lt;
import static io.github.bmnkit.benchmarks.ByHandLogic.must;
import static io.github.bmnkit.benchmarks.ByHandLogic.truth;
import static io.github.bmnkit.benchmarks.ByHandLogic.undecided;
import static io.github.bmnkit.benchmarks.ByHandLogic.when;
import static io.github.bmnkit.benchmarks.ByHandLogic.why;

import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.response.ResolvedHousehold;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The peer: all 70 rules about members that one household decides, in the order of the set, as a programmer would write
 * them in Java. This class has those on identity and age; {@link ByHandKin} and {@link ByHandLives} have the others.
 */
final class ByHandMembers {
    static final int RULES = 70;
    static final int FIRST_OF_KIN = 28;
    static final int FIRST_OF_LIVES = 44;

    final ByHandMember[] members;
    final long surveyDay;
    final long headAge;
    final long headSex;
    final long spouseAge;

    private ByHandMembers(ResolvedHousehold household) {
        Frame frame = household.frame();
        Frame stored = household.storedView();
        members = new ByHandMember[household.members()];
        Arrays.setAll(members, row -> new ByHandMember(frame, stored, row));
        surveyDay = ByHandMember.number(frame.get("survey_date", 0));
        headAge = ByHandMember.number(frame.get("head_age", 0));
        headSex = ByHandMember.number(frame.get("head_sex", 0));
        spouseAge = ByHandMember.number(frame.get("spouse_age", 0));
    }

    /** Puts answers where the rules want them; nobody measures this. */
    static ByHandMembers of(ResolvedHousehold household) {
        return new ByHandMembers(household);
    }

    /** Evaluates all rules for all members, one member after the other. */
    byte[] outcomes() {
        byte[] out = new byte[RULES * members.length];
        for (int row = 0; row < members.length; row++) {
            int at = row * RULES;
            persons(row, out, at);
            ages(members[row], out, at + 12);
            titles(members[row], out, at + 21);
            ByHandKin.outcomes(this, members[row], out, at + FIRST_OF_KIN);
            ByHandLives.outcomes(members[row], out, at + FIRST_OF_LIVES);
        }
        return out;
    }

    private void persons(int row, byte[] out, int at) {
        ByHandMember m = members[row];
        out[at] = is(m.number, 1, eq(m.role, ByHandMember.HEAD) == TRUE ? PASS : FAIL);
        out[at + 1] = m.claimedNumber == row + 1 ? PASS : FAIL;
        out[at + 2] = m.role == ByHandMember.HEAD ? NOT_APPLICABLE : given(m.relation);
        out[at + 3] = given(m.firstNameKind);
        out[at + 4] = given(m.lastNameKind);
        out[at + 5] = must(
                and(
                        m.firstName == null ? UNKNOWN : truth(!hasDigit(m.firstName)),
                        m.lastName == null ? UNKNOWN : truth(!hasDigit(m.lastName))),
                why(m.firstNameKind, m.lastNameKind));
        out[at + 6] = blank(m.firstNameKind) || blank(m.birth) ? NOT_APPLICABLE : alone(m);
        out[at + 7] = given(m.idKind);
        out[at + 8] = m.id == null ? NOT_APPLICABLE : digits(m.id, 13) ? PASS : FAIL;
        out[at + 9] = m.id == null
                ? undecided(why(m.idKind))
                : !digits(m.id, 13) ? NOT_APPLICABLE : isNationalId(m.id) ? PASS : FAIL;
        out[at + 10] = m.id == null
                ? undecided(why(m.idKind))
                : digits(m.id, 13) && (m.id.charAt(0) == '0' || m.id.charAt(0) == '9') ? FAIL : PASS;
        out[at + 11] = given(m.birth);
    }

    private void ages(ByHandMember m, byte[] out, int at) {
        out[at] = must(le(m.birth, surveyDay), why(m.birth, surveyDay));
        out[at + 1] = must(le(m.age, 120), why(m.age));
        out[at + 2] = when(le(m.age, 120), why(m.age), m.age <= 100 ? PASS : FAIL);
        out[at + 3] = given(m.sex);
        out[at + 4] = given(m.occupationKind);
        out[at + 5] = given(m.education);
        out[at + 6] = given(m.religion);
        out[at + 7] = given(m.health);
        out[at + 8] = given(m.ability);
    }

    private static void titles(ByHandMember m, byte[] out, int at) {
        out[at] = blank(m.titleSex)
                ? undecided(why(m.titleSex))
                : m.titleSex > ByHandMember.FEMALE ? NOT_APPLICABLE : must(eq(m.sex, m.titleSex), why(m.sex));
        out[at + 1] = is(m.titleKind, ByHandMember.BOY_OR_GIRL, must(lt(m.age, 15), why(m.age)));
        out[at + 2] = is(m.titleKind, ByHandMember.ADULT, must(ge(m.age, 15), why(m.age)));
        out[at + 3] = is(m.titleKind, ByHandMember.MONK, must(eq(m.sex, ByHandMember.MALE), why(m.sex)));
        out[at + 4] = is(m.informant, 1, must(ge(m.age, 10), why(m.age)));
        out[at + 5] =
                when(and(eq(m.informant, 1), ge(m.age, 10)), why(m.informant, m.age), must(ge(m.age, 18), why(m.age)));
        out[at + 6] = is(m.informant, 1, must(eq(m.ability, 1), why(m.ability)));
    }

    /** Nobody else has the same names and the same birthday, as far as one can tell. */
    private byte alone(ByHandMember m) {
        int sure = 0;
        int open = 0;
        int why = 0;
        for (ByHandMember other : members) {
            int same =
                    and(sameText(m.firstName, other.firstName), and(sameLastName(m, other), eq(m.birth, other.birth)));
            sure += same == TRUE ? 1 : 0;
            open += same == UNKNOWN ? 1 : 0;
            why = Math.max(why, Math.max(why(other.firstNameKind, other.lastNameKind), why(other.birth)));
        }
        return sure > 1 ? FAIL : sure + open <= 1 ? PASS : undecided(why);
    }

    private static int sameText(@Nullable String one, @Nullable String other) {
        return one == null || other == null ? UNKNOWN : truth(one.equals(other));
    }

    /** Who has no last name is called a dash; who refuses to say has one that nobody knows. */
    private static int sameLastName(ByHandMember one, ByHandMember other) {
        return why(one.lastNameKind) > 2 || why(other.lastNameKind) > 2
                ? UNKNOWN
                : truth(Objects.requireNonNullElse(one.lastName, "-")
                        .equals(Objects.requireNonNullElse(other.lastName, "-")));
    }

    static byte given(long value) {
        return blank(value) ? FAIL : PASS;
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static boolean isNationalId(String id) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (id.charAt(i) - '0') * (13 - i);
        }
        return id.charAt(12) - '0' == (11 - sum % 11) % 10;
    }
}
