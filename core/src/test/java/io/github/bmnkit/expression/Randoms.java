package io.github.bmnkit.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Random expressions that are well typed but for digits, and random households with every kind of missing. */
public final class Randoms {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    private final Random random;
    private int rosters;

    public Randoms(long seed) {
        this.random = new Random(seed);
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    String any(Level level, int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> number(level, depth);
            case 1 -> text(level, depth);
            case 2 -> date(level, depth);
            case 3 -> code(level);
            default -> condition(level, depth);
        };
    }

    public String condition(Level level, int depth) {
        if (depth <= 0) {
            return switch (random.nextInt(6)) {
                case 0 -> code(level) + " = '" + one("1", "0") + "'";
                case 1 -> one("${n1}", "${n2}", "${cnt}") + one(" > ", " = ", " <= ", " != ") + random.nextInt(4);
                case 2 -> one("${n1}", "${t1}", "${many}", "${q1}", "${cnt}") + one(" = ''", " != ''");
                case 3 -> "selected(" + codes(level) + ", '6')";
                case 4 ->
                    level == Level.MEMBER
                            ? one("${age} >= 3", "${sex} = 1", "${name} = ''", "${rel} = '01'", "${uses} != ''")
                            : "${q2} = 1";
                default -> number(level, 0) + one(" < ", " >= ", " = ") + number(level, 0);
            };
        }
        int d = depth - 1;
        return switch (random.nextInt(17)) {
            case 0, 1 -> "(" + condition(level, d) + one(" and ", " or ") + condition(level, d) + ")";
            case 2 -> "not(" + condition(level, d) + ")";
            case 3, 4 ->
                "(" + number(level, d) + one(" < ", " <= ", " > ", " >= ", " = ", " != ") + number(level, d) + ")";
            case 5 -> "(" + text(level, d) + one(" = ", " != ") + text(level, d) + ")";
            case 6 -> "(" + date(level, d) + one(" < ", " >= ", " = ") + date(level, d) + ")";
            case 7 -> "(" + one(number(level, d), text(level, d), date(level, d)) + one(" = ''", " != ''") + ")";
            case 8 -> "regex(" + text(level, d) + ", '" + one("[0-9]*", "^a.*$", "(ab|c)+", "[^x]{1,3}") + "')";
            case 9 -> "thai-id-valid(" + text(level, d) + ")";
            case 10 -> over("any(${member}[", d, "])", "${q1} = 1");
            case 11 -> rosters >= 2 ? "${q1} = 1" : "all(${member}[" + inside(d, true) + "]/(" + inside(d, true) + "))";
            case 12 -> "if(" + condition(level, d) + ", " + condition(level, d) + ", " + condition(level, d) + ")";
            case 13 -> "(" + code(level) + one(" = ", " != ") + code(level) + ")";
            case 14 -> "selected(" + codes(level) + ", " + one("'1'", "'12'") + ")";
            case 15 -> "(" + text(level, d) + " = ${job1})";
            default -> condition(level, 0);
        };
    }

    private String over(String open, int depth, String close, String instead) {
        return rosters >= 2 ? instead : open + inside(depth, true) + close;
    }

    private String inside(int depth, boolean condition) {
        rosters++;
        String inner = condition ? condition(Level.MEMBER, depth) : number(Level.MEMBER, depth);
        rosters--;
        return inner;
    }

    public String number(Level level, int depth) {
        if (depth <= 0) {
            String name = one("${n1}", "${n2}", "${n3}", "${d2}", "${d5}", "${p1}", "${cnt}");
            String literal = one("0", "1", "2", "3", "10", "0.5", "1.25", "9000000000000000000");
            String own = level == Level.MEMBER ? one("${age}", "${w}", "position(..)") : name;
            return one(name, own, literal);
        }
        int d = depth - 1;
        return switch (random.nextInt(25)) {
            case 0, 1 -> "(" + number(level, d) + one(" + ", " - ") + number(level, d) + ")";
            case 2 -> "(" + number(level, d) + " * " + number(level, d) + ")";
            case 3, 4 -> "(" + number(level, d) + " div " + number(level, d) + ")";
            case 5 -> "(" + number(level, d) + " mod " + number(level, d) + ")";
            case 6 -> "-" + number(level, d);
            case 7 -> "if(" + condition(level, d) + ", " + number(level, d) + ", " + one("''", number(level, d)) + ")";
            case 8, 9 -> "coalesce(" + number(level, d) + ", " + one("0", number(level, d)) + ")";
            case 10 -> "abs(" + number(level, d) + ")";
            case 11 -> "int(" + number(level, d) + ")";
            case 12 -> "round(" + number(level, d) + one(")", ", 2)", ", 9)");
            case 13 -> "number(" + one("${q1}", text(level, d), number(level, d)) + ")";
            case 14 -> "string-length(" + text(level, d) + ")";
            case 15 -> one("min(", "max(") + number(level, d) + ", " + number(level, d) + ")";
            case 16 -> over("count(${member}[", d, "])", "${cnt}");
            case 17 ->
                rosters >= 2
                        ? "${n1}"
                        : one("sum(", "min(", "max(") + "${member}[" + inside(d, true) + "]/(" + inside(d, false)
                                + "))";
            case 18 -> over("sum(${member}/if(", d, ", 1, 0))", "${n2}");
            case 19 ->
                rosters >= 2
                        ? "${n3}"
                        : "${member}[" + inside(d, true) + "][" + one("1", "2") + "]/(" + inside(d, false) + ")";
            case 20 ->
                rosters >= 2
                        ? "${n1}"
                        : one(
                                "sum(${age})",
                                "max(${w})",
                                "indexed-repeat(${age}, ${member}, int(" + number(level, d) + "))");
            case 21 -> "attribute(" + (level == Level.MEMBER ? "${rel}" : "${rel1}") + ", 'rank')";
            case 22 -> "(" + date(level, d) + " - " + date(level, d) + ")";
            case 23 -> one("age-years(", "age-months(") + date(level, d) + ", " + date(level, d) + ")";
            default -> rosters >= 2 ? "count-selected(" + codes(level) + ")" : same(level);
        };
    }

    private String same(Level level) {
        String duplicates = one("count-duplicates(${name})", "count-duplicates(${age}, ${sex})");
        String same = "count-same(" + one("${name}", "${age}, ${born}", "${job}", "${sex}, ${name}") + ")";
        return level == Level.MEMBER && random.nextBoolean() ? same : duplicates;
    }

    public String text(Level level, int depth) {
        if (depth <= 0) {
            String own = level == Level.MEMBER ? "${name}" : "${t2}";
            return one("${t1}", own, "'ab'", "'12'", "'1101700230708'");
        }
        int d = depth - 1;
        return switch (random.nextInt(9)) {
            case 0 -> "concat(" + text(level, d) + ", " + one(number(level, d), "${q1}", date(level, d), "'x'") + ")";
            case 1 -> "substr(" + text(level, d) + ", " + one("0", "1", "-2", "int(" + number(level, 0) + ")") + ")";
            case 2 -> "substr(" + text(level, d) + ", 0, " + one("1", "2", "-1", "99") + ")";
            case 3 -> "string(" + one(number(level, d), date(level, d), "${rel1}", text(level, d)) + ")";
            case 4 -> "if(" + condition(level, d) + ", " + text(level, d) + ", " + one("''", text(level, d)) + ")";
            case 5 -> "coalesce(" + text(level, d) + ", " + text(level, d) + ")";
            case 6 -> rosters >= 2 ? "${t2}" : "${member}[" + inside(d, true) + "][1]/${name}";
            default -> text(level, 0);
        };
    }

    public String date(Level level, int depth) {
        if (depth <= 0) {
            return one("${day1}", level == Level.MEMBER ? "${born}" : "${day1}", "today()", "date('2024-02-29')");
        }
        int d = depth - 1;
        return switch (random.nextInt(7)) {
            case 0 -> "(" + date(level, d) + one(" + ", " - ") + "int(" + number(level, 0) + "))";
            case 1 -> "if(" + condition(level, d) + ", " + date(level, d) + ", " + date(level, d) + ")";
            case 2 -> "coalesce(" + date(level, d) + ", " + date(level, d) + ")";
            case 3 -> rosters >= 2 ? "today()" : one("min(${born})", "max(${born})");
            default -> date(level, 0);
        };
    }

    public String code(Level level) {
        return level == Level.MEMBER ? one("${sex}", "${q1}") : one("${q1}", "${q2}");
    }

    public String codes(Level level) {
        return level == Level.MEMBER ? one("${uses}", "${many}") : one("${many}", "join(' ', ${uses})");
    }

    /** A household of up to four members; rarely nothing is missing, and rarely numbers are huge. */
    Household household() {
        boolean draft = random.nextBoolean();
        Household household = new Household(
                draft, random.nextInt(10) == 0 ? null : DAY.plusDays(random.nextInt(900)), random.nextInt(5));
        int missing = random.nextInt(4) == 0 ? 0 : random.nextInt(60);
        boolean huge = random.nextInt(5) == 0;
        for (Symbol symbol : Household.SCOPE.symbols()) {
            int rows = symbol.level() == Level.HOUSEHOLD ? 1 : household.members.size();
            for (int row = 0; row < rows; row++) {
                household.put(symbol.name(), row, value(symbol, missing, huge));
            }
        }
        return household;
    }

    Value value(Symbol symbol, int missing, boolean huge) {
        if (random.nextInt(100) < missing) {
            Missing kind = symbol.parameter() ? Missing.INVALID : Missing.values()[random.nextInt(5)];
            long low = random.nextInt(3);
            return symbol.bounded() && random.nextBoolean()
                    ? new Value.Between(low, low + 1 + random.nextInt(3), kind)
                    : Value.of(kind);
        }
        return present(symbol, huge);
    }

    public Value present(Symbol symbol, boolean huge) {
        Codes codes = symbol.codes();
        return switch (symbol.type()) {
            case INTEGER, DECIMAL -> {
                long small = random.nextInt(12) - 2;
                long unscaled = symbol.digits() == 0 ? small : small * 25;
                long large = Exact.MOST / (1 + random.nextInt(5)) * (random.nextBoolean() ? 1 : -1);
                yield Value.of(BigDecimal.valueOf(huge && random.nextInt(3) == 0 ? large : unscaled, symbol.digits()));
            }
            case TEXT -> Value.text(one("ab", "12", "1101700230708", "abc", "ก่อน", "-3.5", "x"));
            case DATE -> Value.of(DAY.plusDays(random.nextInt(1200) - 600));
            case CODE ->
                Value.code(
                        codes == null || codes.isOpen()
                                ? one("0110", "0210", "x", "y")
                                : codes.codes().get(random.nextInt(codes.codes().size())));
            case CODES ->
                Value.codes(List.of("1", "2", "6", "12").stream()
                        .filter(code -> random.nextBoolean())
                        .toList());
            case TRUTH -> throw new IllegalArgumentException("no such name");
        };
    }
}
