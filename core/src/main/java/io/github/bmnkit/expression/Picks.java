package io.github.bmnkit.expression;

import io.github.bmnkit.expression.Part.Child;
import io.github.bmnkit.expression.Run.Cond;
import io.github.bmnkit.expression.Run.Num;
import io.github.bmnkit.expression.Run.Txt;
import io.github.bmnkit.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Takes a value of one member: the first for whom a condition holds, or the one at a position. */
final class Picks {
    private Picks() {}

    static Part pick(Checker checker, Expression.Pick pick) {
        if (!pick.roster().equals(checker.scope().roster())) {
            return checker.fail(
                    pick,
                    Finding.of(ExpressionFinding.UNKNOWN_NAME)
                            .with("name", pick.roster())
                            .with(
                                    "suggestion",
                                    Similar.suggest(
                                            pick.roster(),
                                            List.of(checker.scope().roster()),
                                            "${%s}")));
        }
        Part position = checker.typed(pick.position(), ValueType.INTEGER);
        Expression filter = pick.where();
        Rosters.Over over = checker.overRoster(
                pick,
                () -> new Rosters.Over(
                        filter == null ? null : checker.condition(filter), checker.check(pick.value(), null)));
        if (over == null || over.value() == null || position.isError() || Checker.anyError(over.parts())) {
            return Part.error(pick);
        }
        Part value = over.value();
        if (value.type.isTruth()) {
            return Rosters.wrongType(checker, value, ValueType.INTEGER);
        }
        List<Child> children = new ArrayList<>(Checker.children(position));
        children.addAll(Rosters.children(over.parts()));
        Uses uses = Rosters.uses(checker, over.parts()).and(checker.uses(position), checker.scope());
        Num place = position.num();
        Num find = over.where() == null ? at(place) : matching(over.where().cond(), place);
        if (value.type.isText()) {
            Txt text = value.txt();
            return Part.txt(pick, value.type, uses, children, (frame, row, register) -> {
                long member = find.get(frame, row);
                return member < Exact.LIMIT ? Run.unknown(member) : text.read(frame, (int) member, register);
            });
        }
        Num num = value.num();
        return Part.num(pick, value.type, uses, children, (frame, row) -> {
            long member = find.get(frame, row);
            return member < Exact.LIMIT ? Run.missing(Run.unknown(member)) : num.get(frame, (int) member);
        });
    }

    private static Num at(Num place) {
        return (frame, row) -> {
            long position = place.get(frame, row);
            if (position < Exact.LIMIT) {
                return position;
            }
            return position >= 1 && position <= frame.members ? position - 1 : Exact.NEUTRAL;
        };
    }

    /** A member that may match leaves open which one is meant, so that the answer cannot change later. */
    private static Num matching(Cond where, Num place) {
        return (frame, row) -> {
            long left = place.get(frame, row);
            for (int i = 0; i < frame.members; i++) {
                int code = Run.test(where, frame, i);
                if (code > Run.TRUE) {
                    return Run.missing(code);
                }
                if (code == Run.TRUE && --left == 0) {
                    return i;
                }
            }
            return Exact.NEUTRAL;
        };
    }
}
