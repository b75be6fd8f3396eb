package io.github.bmnkit.benchmarks;

import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One member's answers, where the rules written by hand want them: numbers and codes as numbers, texts as texts. */
final class ByHandMember {
    static final int HEAD = 1;
    static final int SPOUSE = 2;
    static final int CHILD = 3;
    static final int PARENT = 4;
    static final int GRANDCHILD = 5;
    static final int GRANDPARENT = 6;
    static final int CHILD_IN_LAW = 7;
    static final int SIBLING = 8;

    static final int NOBODY_WORKS = 1;
    static final int STUDENT = 2;
    static final int GOVERNMENT = 3;

    static final int MALE = 1;
    static final int FEMALE = 2;

    static final int BOY_OR_GIRL = 1;
    static final int ADULT = 2;
    static final int MONK = 3;

    private static final List<String> ROLES =
            List.of("HEAD", "SPOUSE", "CHILD", "PARENT", "GRANDCHILD", "GRANDPARENT", "CHILD_IN_LAW", "SIBLING");
    private static final List<String> GROUPS = List.of("NONE", "STUDENT", "GOV");
    private static final List<String> SEXES = List.of("M", "F");
    private static final List<String> KINDS = List.of("CHILD", "ADULT", "MONK");

    /** Of higher codes the rules ask only whether there are any. */
    private static final int MOST_BITS = 60;

    final long number;
    final long claimedNumber;
    final long role;
    final long group;
    final long rank;
    final long titleSex;
    final long titleKind;
    final long age;
    final long birth;
    final long sex;
    final long health;
    final long ability;
    final long informant;
    final long card;
    final long cardUse;
    final long storedCard;
    final long storedCardUse;
    final long storedCardCash;
    final long cardOther;
    final long relation;
    final long firstNameKind;
    final long lastNameKind;
    final long idKind;
    final long occupationKind;
    final long education;
    final long religion;
    final @Nullable String firstName;
    final @Nullable String lastName;
    final @Nullable String id;
    final @Nullable String occupation;

    /** Takes a member out of the values that expressions read, and those that are stored. */
    ByHandMember(Frame frame, Frame stored, int row) {
        number = number(frame.get("member_no", row));
        claimedNumber = number(stored.get("member_no", row));
        role = code(frame.get("rel_role", row), ROLES);
        group = code(frame.get("occ_group", row), GROUPS);
        rank = number(frame.get("edu_rank", row));
        titleSex = code(frame.get("prefix_sex", row), SEXES);
        titleKind = code(frame.get("prefix_kind", row), KINDS);
        age = number(frame.get("age", row));
        birth = number(frame.get("birth_date", row));
        sex = number(frame.get("sex", row));
        health = number(frame.get("health", row));
        ability = number(frame.get("ability", row));
        informant = number(frame.get("informant", row));
        card = number(frame.get("welfare_card", row));
        cardUse = number(frame.get("welfare_use", row));
        storedCard = number(stored.get("welfare_card", row));
        storedCardUse = number(stored.get("welfare_use", row));
        storedCardCash = number(stored.get("welfare_cash", row));
        cardOther = number(frame.get("welfare_use_other", row));
        relation = number(frame.get("relation", row));
        firstNameKind = number(frame.get("first_name", row));
        lastNameKind = number(frame.get("last_name", row));
        idKind = number(frame.get("id_card", row));
        occupationKind = number(frame.get("occupation", row));
        education = number(frame.get("education", row));
        religion = number(frame.get("religion", row));
        firstName = text(frame.get("first_name", row));
        lastName = text(frame.get("last_name", row));
        id = text(frame.get("id_card", row));
        occupation = text(frame.get("occupation", row));
    }

    /** A number, day, code that is one, or bits of chosen ones; for a text only whether there is any. */
    static long number(Value value) {
        if (value instanceof Value.None none) {
            return ByHandLogic.missing(none);
        }
        if (value instanceof Value.Amount amount) {
            return amount.value().longValueExact();
        }
        if (value instanceof Value.Day day) {
            return day.value().toEpochDay();
        }
        if (value instanceof Value.Codes codes) {
            return codes.value().stream()
                    .filter(code -> code.length() < 3)
                    .mapToInt(Integer::parseInt)
                    .filter(code -> code < MOST_BITS)
                    .mapToLong(code -> 1L << code)
                    .sum();
        }
        return value instanceof Value.Code code && ByHandLogic.digits(code.value(), 1)
                ? Long.parseLong(code.value())
                : 0;
    }

    /** The place of a code among those that rules name, from 1; 99 for another one. */
    private static long code(Value value, List<String> known) {
        if (value instanceof Value.None none) {
            return ByHandLogic.missing(none);
        }
        int index = value instanceof Value.Code code ? known.indexOf(code.value()) : -1;
        return index < 0 ? 99 : index + 1;
    }

    private static @Nullable String text(Value value) {
        return value instanceof Value.Words words
                ? words.value()
                : value instanceof Value.Code code ? code.value() : null;
    }
}
