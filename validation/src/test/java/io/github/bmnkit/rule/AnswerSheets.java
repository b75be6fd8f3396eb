package io.github.bmnkit.rule;

import io.github.bmnkit.expression.Codes;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Scope;
import io.github.bmnkit.expression.Symbol;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes up answers that lie around the bounds of a rule: the numbers that its text names and their neighbours, values
 * that other names have, codes of the list, texts that are nearly right, and blanks.
 */
final class AnswerSheets {
    private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.{\\['])\\d+(?:\\.\\d+)?(?![\\w'])");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private static final Map<String, List<String>> TEXTS = Map.ofEntries(
            Map.entry("hid", List.of("10010000001", "50010123456", "20040123456", "5001", "5001012345a")),
            Map.entry("province_code", provinces()),
            Map.entry("amphur_code", List.of("1001", "5001", "5001", "2004", "50", "50a1")),
            Map.entry("tumbon_code", List.of("100101", "500101", "500101", "200401", "5001")),
            Map.entry("community_code", List.of("10010101", "50010102", "50010199", "20040103", "123", "5001010x")),
            Map.entry("first_name", List.of("ทดสอบ", "สมมุติ", "T3st")),
            Map.entry("last_name", List.of("ทดสอบ", "สมมุติ", "4")),
            Map.entry(
                    "id_card",
                    List.of(
                            id("110010000001"),
                            id("350010000002"),
                            id("012345678901"),
                            id("912345678901"),
                            wrong(id("110010000001")),
                            "123",
                            "110010000001x")),
            Map.entry(
                    "gps_lat",
                    List.of(
                            "13.75",
                            "13.751234",
                            "5.6",
                            "5.59",
                            "20.5",
                            "20.51",
                            "97.3",
                            "97.35",
                            "98",
                            "105.7",
                            "105.75",
                            "106")),
            Map.entry(
                    "gps_lon",
                    List.of(
                            "100.5",
                            "100.501234",
                            "97.3",
                            "97.29",
                            "105.7",
                            "105.71",
                            "5.6",
                            "5.65",
                            "20.5",
                            "20.55",
                            "21")),
            Map.entry("occupation", List.of("0110", "0210", "1000")));
    private static final List<String> DATES = List.of(
            "1900-06-15",
            "1985-01-31",
            "2019-12-31",
            "2020-05-31",
            "2020-06-01",
            "2020-06-14",
            "2020-06-15",
            "2020-06-16");

    private final Questionnaire form;
    private final Set<String> neverBlank;
    private final SplittableRandom random;
    private final Set<String> names = new TreeSet<>();
    private final List<BigDecimal> numbers = new ArrayList<>();
    private final List<String> quoted = new ArrayList<>();
    private boolean negative = true;
    /** Whether answers are small and counts are large, so that little is wrong. */
    private boolean calm;

    /** Sheets for one rule. */
    AnswerSheets(Questionnaire form, String text, Set<String> more, long seed) {
        this(form, seed);
        NAME.matcher(text).results().forEach(match -> names.add(match.group(1)));
        names.addAll(more);
        NUMBER.matcher(NAME.matcher(text).replaceAll(""))
                .results()
                .map(match -> new BigDecimal(match.group()))
                .forEach(this::addNumber);
        QUOTED.matcher(text).results().forEach(match -> quoted.add(match.group(1)));
        if (text.contains("duplicate-ids")) {
            names.add("id_card");
        }
    }

    /** Beside a factor such as 1.5 stand 15 and 10, amounts of which one is the other times the factor. */
    private void addNumber(BigDecimal number) {
        numbers.add(number);
        if (number.scale() > 0) {
            numbers.add(new BigDecimal(number.unscaledValue()));
            numbers.add(BigDecimal.TEN.pow(number.scale()));
        }
    }

    /** Sheets with every name of the form. */
    AnswerSheets(Questionnaire form, long seed) {
        this.form = form;
        this.random = new SplittableRandom(seed);
        this.neverBlank = form.questions().stream()
                .filter(question -> question.type() == QuestionType.CALCULATE && question.level() == Level.HOUSEHOLD)
                .map(question -> question.name())
                .filter(name -> !name.matches("q.*|head_.*|spouse_age|welfare_cash_any"))
                .collect(Collectors.toSet());
    }

    AnswerSheets withEveryName() {
        form.scope().symbols().forEach(symbol -> names.add(symbol.name()));
        return this;
    }

    AnswerSheets withoutNegativeNumbers() {
        negative = false;
        return this;
    }

    private static String id(String digits) {
        return "0123456789"
                .chars()
                .mapToObj(last -> digits + (char) last)
                .filter(FiresWhen::isNationalId)
                .findFirst()
                .orElseThrow();
    }

    /** The first and the last of each run of codes, and more often those that districts here belong to. */
    private static List<String> provinces() {
        List<String> codes =
                new ArrayList<>(List.of("27", "30", "58", "60", "67", "70", "77", "80", "86", "90", "96", "20", "20"));
        for (int i = 0; i < 8; i++) {
            codes.add("10");
            codes.add("50");
        }
        return codes;
    }

    private static String wrong(String id) {
        return id.substring(0, 12) + (id.charAt(12) == '0' ? '1' : '0');
    }

    Answers next() {
        Scope scope = form.scope();
        Map<String, String> household = new LinkedHashMap<>();
        List<Map<String, String>> members = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            members.add(new HashMap<>());
        }
        List<String> used = new ArrayList<>();
        // A sheet with nothing missing, or with much missing, is as likely as one in between.
        calm = random.nextInt(6) == 0;
        int blanks = new int[] {0, 10, 50, 90}[random.nextInt(4)];
        for (String name : names) {
            Symbol symbol = scope.symbol(name).orElseThrow();
            for (int i = 0; i < (symbol.level() == Level.MEMBER ? count : 1); i++) {
                boolean blank = random.nextInt(100) < blanks && !neverBlank.contains(name);
                String value = name.equals("income_line") ? "38000" : blank ? "" : value(symbol, used);
                (symbol.level() == Level.MEMBER ? members.get(i) : household).put(name, value);
            }
        }
        String cash = members.stream()
                .map(member -> member.getOrDefault("welfare_cash", ""))
                .filter(codes -> !codes.isEmpty())
                .collect(Collectors.joining(" "));
        household.put("welfare_cash_any", cash);
        return new Answers(
                household,
                members,
                1 + random.nextInt(5),
                random.nextBoolean() ? Missing.NOT_ANSWERED : Missing.NOT_ASKED);
    }

    private String value(Symbol symbol, List<String> used) {
        Codes codes = symbol.codes();
        if (TEXTS.containsKey(symbol.name())) {
            return pick(TEXTS.get(symbol.name()));
        }
        return switch (symbol.type()) {
            case INTEGER, DECIMAL -> {
                String number = number(symbol, used);
                used.add(number);
                yield number;
            }
            case DATE -> pick(DATES);
            case CODE -> code(codes == null || codes.isOpen() ? List.of("1", "2") : codes.codes());
            case CODES -> {
                Set<String> chosen = new TreeSet<>();
                for (int i = random.nextInt(3); i >= 0; i--) {
                    chosen.add(code(codes == null ? List.of() : codes.codes()));
                }
                yield String.join(" ", chosen);
            }
            default -> "ทดสอบ";
        };
    }

    /** A code; one that the rule names is likely. */
    private String code(List<String> list) {
        List<String> named = quoted.stream().filter(list::contains).toList();
        List<String> small = list.stream()
                .filter(code ->
                        numbers.stream().anyMatch(number -> number.toString().equals(code)))
                .toList();
        if (!named.isEmpty() && random.nextBoolean()) {
            return pick(named);
        }
        return !small.isEmpty() && random.nextBoolean() ? pick(small) : pick(list);
    }

    private String number(Symbol symbol, List<String> used) {
        if (calm) {
            return Integer.toString(random.nextInt(2) + (neverBlank.contains(symbol.name()) ? 2 : 0));
        }
        boolean whole = symbol.digits() == 0;
        BigDecimal value;
        int way = random.nextInt(10);
        if (way < 4 && !numbers.isEmpty()) {
            value = numbers.get(random.nextInt(numbers.size()))
                    .multiply(BigDecimal.valueOf(1L + random.nextInt(20) / 18));
        } else if (way < 7 && !used.isEmpty()) {
            value = new BigDecimal(pick(used));
        } else {
            value = BigDecimal.valueOf(random.nextInt(4));
        }
        int step = new int[] {-1, 0, 0, 1}[random.nextInt(4)];
        value = value.add(whole ? BigDecimal.valueOf(step) : new BigDecimal("0.01").multiply(BigDecimal.valueOf(step)));
        if (!whole && random.nextInt(4) == 0) {
            value = value.add(
                    new BigDecimal("0.12345").setScale(Math.min(5, symbol.digits()), java.math.RoundingMode.DOWN));
        }
        boolean refuse = !negative || neverBlank.contains(symbol.name());
        value = refuse && value.signum() < 0 ? BigDecimal.ZERO : value;
        return value.setScale(Math.min(symbol.digits(), 6), java.math.RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
