package io.github.bmnkit.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Responses;
import io.github.bmnkit.testing.RosterForms;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ResponseTablesProperties {
    private static final List<String> WORDS = List.of(
            "=1+1",
            "+A1",
            "-A1",
            "@SUM(1)",
            "＝1+1",
            ".r",
            ".x",
            "'=1",
            "'",
            "-5",
            "+66",
            "a,\"b\"\nc",
            "..",
            "-",
            ".i");

    @Property(tries = 1_000)
    void theLongTableReadsBackAsTheResolvedValues(@ForAll Random random) throws IOException {
        ResolvedHousehold household = household(40, random);
        StringBuilder csv = new StringBuilder();
        ResponseTables.of(household.form()).answers(csv).add(household);
        Map<AnswerPath, Value> read = new HashMap<>();
        for (Map<String, String> row : Csv.rows(csv.toString())) {
            Item item = household.form().item(row.get("question")).orElseThrow();
            String member = row.get("_member");
            AnswerPath path = new AnswerPath(item.name(), member.isEmpty() ? 0 : Integer.parseInt(member));
            assertThat(read.put(path, value(item, row.get("value"), row.get("missing"))))
                    .isNull();
        }
        Map<AnswerPath, Value> resolved = resolved(household);
        Cases.met("not asked", resolved.containsValue(Value.of(Missing.NOT_ASKED)));
        resolved.values().removeIf(Value.of(Missing.NOT_ASKED)::equals);
        assertThat(read).isEqualTo(resolved);
        Cases.met("uncertain counts", resolved.values().stream().anyMatch(Value.Between.class::isInstance));
        Cases.met("refused", resolved.containsValue(Value.of(Missing.REFUSED)));
        Cases.met("nothing chosen", resolved.containsValue(Value.codes(List.of())));
    }

    @Property
    void theWideTablesReadBackAsTheResolvedValues(@ForAll Random random) throws IOException {
        ResolvedHousehold household = household(15, random);
        StringBuilder ofHousehold = new StringBuilder();
        StringBuilder ofMembers = new StringBuilder();
        ResponseTables.of(household.form()).households(ofHousehold).add(household);
        ResponseTables.of(household.form()).members(ofMembers).add(household);
        List<Map<String, String>> households = Csv.rows(ofHousehold.toString());
        List<Map<String, String>> members = Csv.rows(ofMembers.toString());
        assertThat(households).hasSize(1);
        assertThat(households.get(0)).containsEntry("_members", Integer.toString(household.members()));
        assertThat(members).hasSize(household.members());
        resolved(household).forEach((path, value) -> {
            Item item = household.form().item(path.question()).orElseThrow();
            Map<String, String> row = path.member() == 0 ? households.get(0) : members.get(household.row(path));
            Value shown = value instanceof Value.Between between ? Value.of(between.reason()) : value;
            if (path.member() > 0) {
                assertThat(row).containsEntry("_member", Integer.toString(path.member()));
            }
            assertThat(wide(item, row)).as(path.toString()).isEqualTo(shown);
        });
    }

    @Property
    void noCellRunsInASpreadsheetAndNumbersStay(@ForAll Random random) throws IOException {
        ResolvedHousehold household = household(15, random);
        StringBuilder csv = new StringBuilder();
        ResponseTables tables = ResponseTables.of(household.form());
        tables.households(csv).add(household);
        tables.members(csv).add(household);
        tables.answers(csv).add(household);
        tables.codebook(csv);
        assertThat(Csv.cells(csv.toString())).allSatisfy(row -> assertThat(row).noneMatch(this::runs));
        boolean wouldRun = resolved(household).values().stream()
                .map(ResponseTablesProperties::onlyQuoted)
                .anyMatch(this::runs);
        Cases.met("a table that only quotes would run", wouldRun);
    }

    private boolean runs(String cell) {
        return !cell.isEmpty() && "=+-@＝＋－＠".indexOf(cell.charAt(0)) >= 0 && !cell.matches("[+-]?[0-9.]*[0-9][0-9.]*");
    }

    /** A wrong implementation: quotes do not keep a spreadsheet from running a cell. */
    private static String onlyQuoted(Value value) {
        return value instanceof Value.Words words
                ? words.value()
                : value instanceof Value.Code code ? code.value() : "";
    }

    private static ResolvedHousehold household(int questions, Random random) {
        Questionnaire form = RosterForms.form(questions, random);
        HouseholdResponse.Builder response =
                Responses.any(form, random.nextInt(5), random).edit();
        for (AnswerPath path : response.build().answered()) {
            QuestionType type = form.question(path.question()).orElseThrow().type();
            boolean open = type == QuestionType.SELECT_ONE
                    && form.item(path.question()).orElseThrow().symbol().codes().isOpen();
            if ((type == QuestionType.TEXT || open) && random.nextBoolean()) {
                response.answer(path, Value.text(WORDS.get(random.nextInt(WORDS.size()))));
            }
        }
        ResolvedHousehold household = ResolvedHousehold.of(form);
        household.resolve(response.build(), random.nextBoolean(), Responses.TODAY);
        return household;
    }

    private static Map<AnswerPath, Value> resolved(ResolvedHousehold household) {
        Map<AnswerPath, Value> values = new HashMap<>();
        for (Item item : household.form().items()) {
            if (item.hasValue()) {
                int rows = item.level() == Level.HOUSEHOLD ? 1 : household.members();
                for (int row = 0; row < rows; row++) {
                    int key = item.level() == Level.HOUSEHOLD ? 0 : household.key(row);
                    AnswerPath path = new AnswerPath(item.name(), key);
                    values.put(path, household.value(path));
                }
            }
        }
        return values;
    }

    private static Value wide(Item item, Map<String, String> row) {
        if (item.symbol().type() != ValueType.CODES) {
            return wide(item, row.get(item.name()));
        }
        List<String> codes = item.symbol().codes().codes();
        String first = row.get(item.name() + "." + codes.get(0));
        return first.equals("0") || first.equals("1")
                ? Value.codes(codes.stream()
                        .filter(code -> row.get(item.name() + "." + code).equals("1"))
                        .toList())
                : wide(item, first);
    }

    private static Value wide(Item item, String cell) {
        Missing missing = switch (cell) {
            case "" -> Missing.NOT_ANSWERED;
            case ".n" -> Missing.NOT_ASKED;
            case ".r" -> Missing.REFUSED;
            case ".d" -> Missing.DONT_KNOW;
            case ".i" -> Missing.INVALID;
            default -> null;
        };
        return missing == null ? value(item, cell, "") : Value.of(missing);
    }

    private static Value value(Item item, String cell, String missing) {
        if (!missing.isEmpty()) {
            Missing kind = Missing.valueOf(missing);
            int dots = cell.indexOf("..");
            return dots < 0
                    ? Value.of(kind)
                    : new Value.Between(
                            Long.parseLong(cell.substring(0, dots)), Long.parseLong(cell.substring(dots + 2)), kind);
        }
        String text = cell.startsWith("'") ? cell.substring(1) : cell;
        return switch (item.symbol().type()) {
            case INTEGER, DECIMAL -> Value.of(new BigDecimal(cell));
            case DATE -> Value.of(LocalDate.parse(cell));
            case CODE -> Value.code(text);
            case CODES -> Value.codes(text.isEmpty() ? List.of() : List.of(text.split(" ")));
            case TEXT -> Value.text(text);
            case TRUTH -> throw new AssertionError("no question has a truth");
        };
    }
}
