package io.github.bmnkit.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A household as maps of values, for the naive evaluator; and the names that the tests use. */
final class Household {
    static final Codes YES_NO = Codes.of("yes_no", List.of("1", "0"));
    static final Codes ROLES = Codes.of("roles", List.of("HEAD", "SPOUSE", "CHILD"));
    static final Codes RELATIONS = Codes.of("relations", List.of("01", "02", "03", "04"))
            .withAttribute("role", ROLES, Map.of("01", "HEAD", "02", "SPOUSE", "03", "CHILD"))
            .withNumbers("rank", Map.of("01", 1L, "02", 2L, "04", 9L));
    static final Codes JOBS = Codes.open("jobs", List.of("0110", "0210"))
            .withAttribute(
                    "group", Codes.of("groups", List.of("STUDENT", "FARM")), Map.of("0110", "STUDENT", "x", "FARM"));
    static final Codes USES = Codes.of("uses", List.of("1", "2", "6", "12"));

    static final Scope SCOPE = Scope.of(
            "member",
            List.of(
                    Symbol.of("n1", Level.HOUSEHOLD, ValueType.INTEGER),
                    Symbol.of("n2", Level.HOUSEHOLD, ValueType.INTEGER),
                    Symbol.of("n3", Level.HOUSEHOLD, ValueType.INTEGER),
                    Symbol.decimal("d2", Level.HOUSEHOLD, 2),
                    Symbol.decimal("d5", Level.HOUSEHOLD, 5),
                    Symbol.of("t1", Level.HOUSEHOLD, ValueType.TEXT),
                    Symbol.of("t2", Level.HOUSEHOLD, ValueType.TEXT),
                    Symbol.of("day1", Level.HOUSEHOLD, ValueType.DATE),
                    Symbol.code("q1", Level.HOUSEHOLD, YES_NO),
                    Symbol.code("q2", Level.HOUSEHOLD, YES_NO),
                    Symbol.code("rel1", Level.HOUSEHOLD, RELATIONS),
                    Symbol.codes("many", Level.HOUSEHOLD, USES),
                    Symbol.code("job1", Level.HOUSEHOLD, JOBS),
                    Symbol.of("p1", Level.HOUSEHOLD, ValueType.INTEGER).asParameter(),
                    Symbol.of("cnt", Level.HOUSEHOLD, ValueType.INTEGER).withBounds(),
                    Symbol.of("age", Level.MEMBER, ValueType.INTEGER),
                    Symbol.decimal("w", Level.MEMBER, 1),
                    Symbol.code("sex", Level.MEMBER, YES_NO),
                    Symbol.code("rel", Level.MEMBER, RELATIONS),
                    Symbol.code("job", Level.MEMBER, JOBS),
                    Symbol.of("name", Level.MEMBER, ValueType.TEXT),
                    Symbol.of("born", Level.MEMBER, ValueType.DATE),
                    Symbol.codes("uses", Level.MEMBER, USES)));

    final boolean draft;
    final @Nullable LocalDate today;
    final Map<String, Value> values = new LinkedHashMap<>();
    final List<Map<String, Value>> members = new ArrayList<>();

    Household(boolean draft, @Nullable LocalDate today, int size) {
        this.draft = draft;
        this.today = today;
        for (int i = 0; i < size; i++) {
            members.add(new LinkedHashMap<>());
        }
        for (Symbol symbol : SCOPE.symbols()) {
            Value none = Value.of(symbol.parameter() ? Missing.INVALID : Missing.NOT_ANSWERED);
            if (symbol.level() == Level.HOUSEHOLD) {
                values.put(symbol.name(), none);
            } else {
                members.forEach(member -> member.put(symbol.name(), none));
            }
        }
    }

    static Household complete(int size) {
        return new Household(false, LocalDate.of(2026, 11, 22), size);
    }

    static Household draft(int size) {
        return new Household(true, LocalDate.of(2026, 11, 22), size);
    }

    Household with(String name, Value value) {
        values.put(name, value);
        return this;
    }

    Household with(String name, long value) {
        return with(name, Value.of(value));
    }

    Household with(int row, String name, Value value) {
        members.get(row).put(name, value);
        return this;
    }

    Household with(int row, String name, long value) {
        return with(row, name, Value.of(value));
    }

    Value get(String name, int row) {
        return SCOPE.symbol(name).orElseThrow().level() == Level.HOUSEHOLD
                ? values.get(name)
                : members.get(row).get(name);
    }

    void put(String name, int row, Value value) {
        if (SCOPE.symbol(name).orElseThrow().level() == Level.HOUSEHOLD) {
            values.put(name, value);
        } else {
            members.get(row).put(name, value);
        }
    }

    Household copy() {
        Household copy = new Household(draft, today, members.size());
        copy.values.putAll(values);
        for (int i = 0; i < members.size(); i++) {
            copy.members.get(i).putAll(members.get(i));
        }
        return copy;
    }

    /** A number with the digits of its name. */
    static Value number(Symbol symbol, long unscaled) {
        return Value.of(BigDecimal.valueOf(unscaled, symbol.digits()));
    }

    Frame frame() {
        Frame frame = Frame.of(SCOPE);
        fill(frame);
        return frame;
    }

    void fill(Frame frame) {
        frame.reset(draft, members.size(), today);
        values.forEach((name, value) -> frame.set(name, 0, value));
        for (int i = 0; i < members.size(); i++) {
            int row = i;
            members.get(i).forEach((name, value) -> frame.set(name, row, value));
        }
    }

    @Override
    public String toString() {
        return (draft ? "draft " : "") + values + members;
    }
}
