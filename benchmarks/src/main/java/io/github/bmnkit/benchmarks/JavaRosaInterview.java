package io.github.bmnkit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Section;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.xform.XForm;
import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.DecimalData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.IntegerData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xform.util.XFormUtils;

/** The same interview in JavaRosa, which runs the form as this SDK exports it. */
final class JavaRosaInterview {
    private final FormDef definition;
    private final Questionnaire form;
    private final Map<String, String> sections = new HashMap<>();

    JavaRosaInterview(HouseholdResponse response) throws XFormParser.ParseException {
        new XFormsModule().registerModule();
        form = response.form();
        byte[] xml = XForm.of(form).xml().getBytes(UTF_8);
        definition = XFormUtils.getFormFromInputStream(new ByteArrayInputStream(xml));
        definition.initialize(true, new InstanceInitializationFactory());
        for (Section section : form.sections()) {
            section.questions().forEach(question -> sections.put(question.name(), section.id()));
        }
        fill(response);
        calculate();
    }

    /** Takes the answers of another household; nothing is calculated yet. */
    void fill(HouseholdResponse response) {
        TreeElement root = definition.getMainInstance().getRoot();
        TreeElement template = root.getChild("member", TreeReference.INDEX_TEMPLATE);
        root.removeChildren("member");
        root.addChild(template);
        for (int row = 0; row < response.members().size(); row++) {
            TreeElement member = template.deepCopy(false);
            member.setMult(row);
            root.addChild(member);
        }
        for (Item item : form.items(Level.HOUSEHOLD)) {
            element(item.name(), 0).setAnswer(null);
        }
        for (AnswerPath path : response.answered()) {
            int row = path.member() == 0 ? 0 : response.members().indexOf(path.member());
            Value value = response.answer(path);
            if (!(value instanceof Value.None)) {
                element(path.question(), row).setAnswer(data(value));
            }
        }
    }

    /** Calculates all values, relevances and what is due. */
    void calculate() {
        definition.initialize(false, new InstanceInitializationFactory());
    }

    /** The answers that are due and not there, or that do not fulfil their constraint: {@code row/question}. */
    Set<String> faults() {
        Set<String> faults = new TreeSet<>();
        TreeElement root = definition.getMainInstance().getRoot();
        int members = root.getChildMultiplicity("member");
        for (Item item : form.items()) {
            int rows = item.level() == Level.MEMBER ? members : 1;
            for (int row = 0; item.question().type().isAsked() && row < rows; row++) {
                TreeElement element = element(item.name(), row);
                if (element.isRelevant() && isFaulty(element)) {
                    faults.add(row + "/" + item.name());
                }
            }
        }
        return faults;
    }

    private boolean isFaulty(TreeElement element) {
        IAnswerData answer = element.getValue();
        return answer == null ? element.isRequired() : !definition.evaluateConstraint(element.getRef(), answer);
    }

    private TreeElement element(String question, int row) {
        TreeElement root = definition.getMainInstance().getRoot();
        TreeElement member = root.getChild("member", row);
        Item item = form.item(question).orElseThrow();
        if (item.level() == Level.MEMBER) {
            return member.getChild(question, 0);
        }
        String section = sections.get(question);
        return root.getChild(section, 0).getChild(question, 0);
    }

    private static IAnswerData data(Value value) {
        if (value instanceof Value.Amount amount) {
            return amount.value().scale() > 0
                    ? new DecimalData(amount.value().doubleValue())
                    : new IntegerData(amount.value().intValueExact());
        }
        if (value instanceof Value.Day day) {
            return new DateData(
                    Date.from(day.value().atStartOfDay(ZoneId.systemDefault()).toInstant()));
        }
        if (value instanceof Value.Codes codes) {
            return new StringData(String.join(" ", codes.value()));
        }
        return new StringData(value instanceof Value.Code code ? code.value() : ((Value.Words) value).value());
    }

    /** Answers as an interviewer does: what depends on it is calculated. */
    void answer(String question, int row, Value value) {
        definition.setValue(data(value), element(question, row).getRef(), true);
    }

    /** A whole number of the household, calculated or answered. */
    int number(String question) {
        return (Integer) element(question, 0).getValue().getValue();
    }
}
