package io.github.bmnkit.xform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Symbol;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.DecimalData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.IntegerData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.core.model.utils.DateUtils;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xform.util.XFormUtils;
import org.jspecify.annotations.Nullable;

/** A form as JavaRosa runs it, with one household in it. */
final class JavaRosaClient {
    private final Questionnaire form;
    private final XFormPaths paths;
    private final FormDef definition;

    JavaRosaClient(Questionnaire form, String xml) throws XFormParser.ParseException {
        new XFormsModule().registerModule();
        this.form = form;
        this.paths = new XFormPaths(form);
        this.definition = XFormUtils.getFormFromInputStream(new ByteArrayInputStream(xml.getBytes(UTF_8)));
        definition.initialize(true, new InstanceInitializationFactory());
    }

    FormDef definition() {
        return definition;
    }

    /** The day that JavaRosa takes for today. */
    static LocalDate today() {
        return day(DateUtils.roundDate(new Date()));
    }

    private static LocalDate day(Date date) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(date.getTime()), ZoneId.systemDefault());
    }

    private TreeElement root() {
        return definition.getMainInstance().getRoot();
    }

    /** Empties the form, and makes room for so many members. */
    void reset(int members) {
        form.roster().ifPresent(roster -> {
            String name = XFormPaths.lastOf(paths.roster());
            TreeElement template = root().getChild(name, TreeReference.INDEX_TEMPLATE);
            root().removeChildren(name);
            root().addChild(template);
            for (int row = 0; row < members; row++) {
                TreeElement member = template.deepCopy(false);
                member.setMult(row);
                root().addChild(member);
            }
        });
        form.questions().stream()
                .filter(question -> paths.household(question.name()) != null)
                .forEach(question -> element(question.name(), 0).setAnswer(null));
    }

    TreeElement element(String name, int row) {
        TreeElement element = root();
        String path = paths.of(name).substring(XFormPaths.ROOT.length() + 1);
        boolean member = paths.household(name) == null;
        for (String step : path.split("/")) {
            element = element.getChild(step, member && element == root() ? row : 0);
        }
        return element;
    }

    /** Puts an answer in its place; nothing is calculated yet. */
    void put(String name, int row, Value value) {
        element(name, row).setAnswer(data(symbol(name), value));
    }

    /** Calculates all. */
    void refresh() {
        definition.initialize(false, new InstanceInitializationFactory());
    }

    /** Answers a question as an interviewer does; what depends on it is calculated. */
    void answer(String name, int row, Value value) {
        definition.setValue(data(symbol(name), value), element(name, row).getRef(), true);
    }

    boolean isRelevant(String name, int row) {
        return element(name, row).isRelevant();
    }

    boolean isRequired(String name, int row) {
        return element(name, row).isRequired();
    }

    boolean meetsConstraint(String name, int row, Value value) {
        return definition.evaluateConstraint(element(name, row).getRef(), data(symbol(name), value));
    }

    private Symbol symbol(String name) {
        return form.scope().symbol(name).orElseThrow();
    }

    private static @Nullable IAnswerData data(Symbol symbol, Value value) {
        if (value instanceof Value.Amount amount) {
            return symbol.type() == ValueType.INTEGER
                    ? new IntegerData(amount.value().intValueExact())
                    : new DecimalData(amount.value().doubleValue());
        }
        if (value instanceof Value.Day day) {
            return new DateData(
                    Date.from(day.value().atStartOfDay(ZoneId.systemDefault()).toInstant()));
        }
        String text = value instanceof Value.Words words
                ? words.value()
                : value instanceof Value.Code code
                        ? code.value()
                        : value instanceof Value.Codes codes ? String.join(" ", codes.value()) : "";
        return text.isEmpty() ? null : new StringData(text);
    }

    /** The value that JavaRosa has, as one of ours; a blank is not answered. */
    Value get(String name, int row) {
        TreeElement element = element(name, row);
        IAnswerData data = element.isRelevant() ? element.getValue() : null;
        if (data == null) {
            return Value.of(Missing.NOT_ANSWERED);
        }
        return switch (symbol(name).type()) {
            case INTEGER -> Value.of(((Number) data.getValue()).longValue());
            case DECIMAL -> Value.of(BigDecimal.valueOf(((Number) data.getValue()).doubleValue()));
            case DATE -> Value.of(day((Date) data.getValue()));
            case TEXT -> Value.text(data.getDisplayText());
            case CODE -> Value.code(data.getDisplayText());
            case CODES -> Value.codes(List.of(data.getDisplayText().split(" ")));
            case TRUTH -> throw new IllegalStateException(name);
        };
    }

    /** Whether two values are the same; nothing chosen, and an empty text, are blanks to JavaRosa. */
    static boolean same(Value ours, Value theirs) {
        if (ours instanceof Value.Amount a && theirs instanceof Value.Amount b) {
            return a.value().compareTo(b.value()) == 0;
        }
        return isBlank(ours) ? isBlank(theirs) : ours.equals(theirs);
    }

    static boolean isBlank(Value value) {
        return value instanceof Value.None
                || value instanceof Value.Between
                || value.equals(Value.text(""))
                || value.equals(Value.codes(List.of()));
    }
}
