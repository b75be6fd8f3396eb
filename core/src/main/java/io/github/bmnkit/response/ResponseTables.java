package io.github.bmnkit.response;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.csv.Cell;
import io.github.bmnkit.csv.CsvWriter;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Writes responses as tables in CSV (UTF-8, RFC 4180) for analysts, household by household, and the codebook that says
 * what stands in them. The wide tables have one row for each household, or each member, and a column for each question; a
 * question that takes several codes has a column of 0 and 1 for each code, named {@code question.code}. The long table
 * has one row for each answer. Names that do not come from the form begin with an underscore.
 *
 * <p>Values are those of the resolved household: what was not to be asked is not there, calculations are made. Personal
 * questions are left out unless asked for. A missing value is an empty cell (not answered), {@code .n} (not asked),
 * {@code .r} (refused), {@code .d} (don't know) or {@code .i} (invalid). A text that a spreadsheet would run, or that reads
 * like a kind of missing, has an apostrophe before it, and so has one that begins with an apostrophe.
 */
public final class ResponseTables {
    static final String HOUSEHOLD = "_household";
    static final String ROUND = "_round";
    static final String STATE = "_state";
    static final String MEMBERS = "_members";
    static final String MEMBER = "_member";
    static final String POSITION = "_position";

    private final Questionnaire form;
    private final boolean personal;
    private final boolean stored;

    private ResponseTables(Questionnaire form, boolean personal, boolean stored) {
        this.form = form;
        this.personal = personal;
        this.stored = stored;
    }

    /**
     * Returns the tables of a form, without personal questions.
     *
     * @param form the form that was answered
     * @return the tables
     */
    public static ResponseTables of(Questionnaire form) {
        return new ResponseTables(requireNonNull(form, "form"), false, false);
    }

    /**
     * Returns these tables with the personal questions, too.
     *
     * @return the tables
     */
    public ResponseTables withPersonal() {
        return new ResponseTables(form, true, stored);
    }

    /**
     * Returns these tables with what is stored instead of what the form makes of it: answers that should not have been
     * given are there, and calculations are what the document claims.
     *
     * @return the tables
     */
    public ResponseTables asStored() {
        return new ResponseTables(form, personal, true);
    }

    /**
     * Starts the wide table of households with its header.
     *
     * @param out where the table is written; neither flushed nor closed
     * @return the table
     * @throws IOException if it cannot be written
     */
    public Table households(Appendable out) throws IOException {
        List<Item> items = items(Level.HOUSEHOLD);
        return start(out, header(List.of(HOUSEHOLD, ROUND, STATE, MEMBERS), items), (household, table) -> {
            HouseholdResponse source = household.source();
            List<String> row = new ArrayList<>(household(source));
            row.add(source.state().name());
            row.add(Integer.toString(household.members()));
            items.forEach(item -> wide(item, value(household, item, 0), row));
            table.row(row);
        });
    }

    /**
     * Starts the wide table of members with its header.
     *
     * @param out where the table is written; neither flushed nor closed
     * @return the table
     * @throws IOException if it cannot be written
     */
    public Table members(Appendable out) throws IOException {
        List<Item> items = items(Level.MEMBER);
        return start(out, header(List.of(HOUSEHOLD, ROUND, MEMBER, POSITION), items), (household, table) -> {
            for (int member = 0; member < household.members(); member++) {
                int at = member;
                List<String> row = new ArrayList<>(household(household.source()));
                row.add(Integer.toString(household.key(at)));
                row.add(Integer.toString(at + 1));
                items.forEach(item -> wide(item, value(household, item, at), row));
                table.row(row);
            }
        });
    }

    /**
     * Starts the long table of answers with its header. What was not asked has no row; if the tables show what is stored,
     * what is not stored has none. A count that is not certain has its least and greatest value, such as {@code 2..3}, and
     * the kind of missing that makes it so.
     *
     * @param out where the table is written; neither flushed nor closed
     * @return the table
     * @throws IOException if it cannot be written
     */
    public Table answers(Appendable out) throws IOException {
        List<Item> ofHousehold = items(Level.HOUSEHOLD);
        List<Item> ofMember = items(Level.MEMBER);
        List<String> header = List.of(HOUSEHOLD, ROUND, MEMBER, "question", "value", "label_th", "label_en", "missing");
        return start(out, header, (household, table) -> {
            for (Item item : ofHousehold) {
                answer(household, item, 0, table);
            }
            for (int row = 0; row < household.members(); row++) {
                for (Item item : ofMember) {
                    answer(household, item, row, table);
                }
            }
        });
    }

    /**
     * Writes the codebook: what the form is and rests on, what stands for missing values, and every variable with its
     * codes.
     *
     * @param out where the table is written; neither flushed nor closed
     * @throws IOException if it cannot be written
     */
    public void codebook(Appendable out) throws IOException {
        new Codebook(form, personal).write(out);
    }

    /** Names of the columns in which a question stands in the wide tables. */
    static List<String> columns(Item item) {
        return item.symbol().type() == ValueType.CODES
                ? codes(item).stream().map(code -> column(item, code)).toList()
                : List.of(item.name());
    }

    /** A point can't stand in the name of a question, so no other column has this name. */
    static String column(Item item, String code) {
        return item.name() + "." + code;
    }

    private static List<String> codes(Item item) {
        return requireNonNull(item.symbol().codes()).codes();
    }

    private List<Item> items(Level level) {
        return form.items(level).stream()
                .filter(item -> personal || !item.question().personal())
                .toList();
    }

    private static List<String> header(List<String> ours, List<Item> items) {
        List<String> header = new ArrayList<>(ours);
        items.forEach(item -> header.addAll(columns(item)));
        return header;
    }

    private Table start(Appendable out, List<String> header, Rows rows) throws IOException {
        Table table = new Table(requireNonNull(out, "out"), form, rows);
        table.row(header);
        return table;
    }

    private static List<String> household(HouseholdResponse source) {
        return List.of(Cell.text(source.household().value()), Integer.toString(source.round()));
    }

    private Value value(ResolvedHousehold household, Item item, int row) {
        return stored ? household.stored(item, row) : household.frame().get(item.name(), row);
    }

    private static void wide(Item item, Value value, List<String> row) {
        if (item.symbol().type() != ValueType.CODES) {
            row.add(Cell.value(value));
            return;
        }
        for (String code : codes(item)) {
            row.add(
                    value instanceof Value.Codes chosen
                            ? (chosen.value().contains(code) ? "1" : "0")
                            : Cell.value(value));
        }
    }

    private void answer(ResolvedHousehold household, Item item, int row, Table table) throws IOException {
        Value value = value(household, item, row);
        Missing missing = value instanceof Value.None none
                ? none.reason()
                : value instanceof Value.Between between ? between.reason() : null;
        if (value instanceof Value.None && missing == (stored ? Missing.NOT_ANSWERED : Missing.NOT_ASKED)) {
            return;
        }
        List<String> cells = new ArrayList<>(household(household.source()));
        cells.add(item.level() == Level.MEMBER ? Integer.toString(household.key(row)) : "");
        cells.add(item.name());
        cells.add(Cell.given(value));
        cells.add(label(item, value, Text.THAI));
        cells.add(label(item, value, Locale.ENGLISH));
        cells.add(missing == null ? "" : missing.name());
        table.row(cells);
    }

    private String label(Item item, Value value, Locale locale) {
        List<String> codes = value instanceof Value.Code code
                ? List.of(code.value())
                : value instanceof Value.Codes several ? several.value() : List.of();
        String id = item.question().list();
        CodeList list = codes.isEmpty() || id == null ? null : form.list(id).orElse(null);
        if (list == null) {
            return "";
        }
        List<String> labels = codes.stream()
                .map(code -> list.code(code).map(Code::label).orElse(null))
                .filter(Objects::nonNull)
                .map(label -> label.in(locale))
                .toList();
        return Cell.text(String.join("; ", labels));
    }

    /** Shows the form and what is asked for. */
    @Override
    public String toString() {
        return "ResponseTables[" + form.id() + ":" + form.version() + ", personal=" + personal + ", stored=" + stored
                + "]";
    }

    /** What a household adds to a table. */
    @FunctionalInterface
    private interface Rows {
        void add(ResolvedHousehold household, Table table) throws IOException;
    }

    /** A table to which households are added one after the other. It holds one row at a time, and belongs to one thread. */
    public static final class Table {
        private final Appendable out;
        private final Questionnaire form;
        private final Rows rows;
        private final StringBuilder line = new StringBuilder();

        private Table(Appendable out, Questionnaire form, Rows rows) {
            this.out = out;
            this.form = form;
            this.rows = rows;
        }

        /**
         * Writes the rows of a household.
         *
         * @param household the household; one may be added to several tables
         * @throws IOException if they cannot be written
         * @throws IllegalArgumentException if it answered another form
         * @throws IllegalStateException if no household was resolved
         */
        public void add(ResolvedHousehold household) throws IOException {
            if (!household.form().equals(form)) {
                throw new IllegalArgumentException("a household of another form: " + household);
            }
            rows.add(household, this);
        }

        private void row(List<String> cells) throws IOException {
            line.setLength(0);
            CsvWriter.append(line, cells);
            out.append(line);
        }
    }
}
