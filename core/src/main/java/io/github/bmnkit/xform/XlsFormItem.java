package io.github.bmnkit.xform;

import io.github.bmnkit.csv.CsvRow;
import io.github.bmnkit.expression.Expression;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.QuestionType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A question in the making, with the row that it comes from and the groups around it whose conditions are its own. */
final class XlsFormItem {
    /** A section in the making. */
    static final class Part {
        final String id;
        final Text title;
        final int line;
        final @Nullable CsvRow row;
        final boolean inRepeat;
        final List<String> sources;
        final List<XlsFormItem> items = new ArrayList<>();

        @Nullable
        String relevance;

        Part(String id, Text title, int line, @Nullable CsvRow row, boolean inRepeat, List<String> sources) {
            this.id = id;
            this.title = title;
            this.line = line;
            this.row = row;
            this.inRepeat = inRepeat;
            this.sources = sources;
        }
    }

    final CsvRow row;
    final String name;
    final Level level;
    final QuestionType type;
    final @Nullable String list;
    final Text label;
    final List<CsvRow> around;
    final Map<String, String> expressions = new LinkedHashMap<>();

    @Nullable
    Text hint;

    @Nullable
    Text message;

    @Nullable
    Text period;

    @Nullable
    String within;

    @Nullable
    QuestionType result;

    @Nullable
    String resultList;

    int digits;
    boolean refusable;
    boolean personal;

    XlsFormItem(
            CsvRow row,
            String name,
            Level level,
            QuestionType type,
            @Nullable String list,
            Text label,
            List<CsvRow> around) {
        this.row = row;
        this.name = name;
        this.level = level;
        this.type = type;
        this.list = list;
        this.label = label;
        this.around = List.copyOf(around);
    }

    boolean isCalculated() {
        return type == QuestionType.CALCULATE;
    }

    /** Adds a condition to those under which it is asked. */
    void require(@Nullable String condition) {
        if (condition != null) {
            expressions.merge("relevant", condition, (own, other) -> "(" + other + ") and (" + own + ")");
        }
    }

    /** The names that must be known before it. */
    Set<String> reads() {
        Set<String> read = new TreeSet<>();
        expressions.forEach((column, text) -> {
            if (!column.equals("constraint")) {
                read.addAll(names(text));
            }
        });
        return read;
    }

    static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Expression.parse(text).optional().ifPresent(tree -> {
            Deque<Expression> left = new ArrayDeque<>(List.of(tree));
            while (!left.isEmpty()) {
                Expression expression = left.pop();
                if (expression instanceof Expression.Name name) {
                    names.add(name.name());
                }
                expression.parts().forEach(left::push);
            }
        });
        return names;
    }

    Question question() {
        return new Question(
                name,
                XlsFormTable.field(row, "bmn_number"),
                level,
                type,
                result,
                digits,
                XlsFormTable.field(row, "bmn_unit"),
                label,
                hint,
                list != null ? list : resultList,
                within,
                expressions.get("required"),
                refusable,
                expressions.get("relevant"),
                expressions.get("constraint"),
                message,
                expressions.get("calculation"),
                personal,
                period);
    }
}
