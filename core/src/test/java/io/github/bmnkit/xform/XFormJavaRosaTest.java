package io.github.bmnkit.xform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Expression;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.javarosa.xform.parse.XFormParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * JavaRosa, which runs ODK Collect, and this SDK make the same of the same answers. For more households of each form:
 * {@code ./mvnw -pl core test -Dtest=XFormJavaRosaTest -Dxform.households=50}.
 */
class XFormJavaRosaTest {
    private static final int FORMS = 200;
    private static final int HOUSEHOLDS = Integer.getInteger("xform.households", 5);
    private static final int LEAST = 20;
    private static final double MOST_LEFT_OUT = 0.05;

    /** Translations that look right and are not. */
    private enum Wrong {
        NAMES_OUTSIDE_A_PREDICATE_ARE_READ_INSIDE(xml -> xml.replace("current()/../", "./")),
        NAMES_INSIDE_A_PREDICATE_ARE_READ_OUTSIDE(xml -> xml.replace("[./age", "[../age")),
        ALL_MEMBERS_ARE_A_PATH_WITHOUT_PREDICATE(xml -> xml.replace("[true()]", "")),
        THE_GREATEST_IS_MAX(xml -> xml.replace("-min(-", "max(").replace("-(/data", "(/data")),
        A_QUOTIENT_IS_WHOLE(xml -> xml.replace(", 9)", ")")),
        A_QUOTIENT_OF_DECIMALS_IS_TAKEN_AS_IT_IS(
                xml -> xml.replace("* 10)", ")").replace(" div round(0.1)", " div 0.1")),
        MONTHS_ARE_NOT_COMPLETED(xml -> xml.replace(", 1, 0), '')", ", 0, 0), '')")),
        THE_SECOND_IS_THE_FIRST(xml -> xml.replace("[position() = 2]", "[position() = 1]")),
        ZERO_DIVIDES(xml -> xml.replace(" != 0, ", " != 1, "));

        private final UnaryOperator<String> change;

        Wrong(UnaryOperator<String> change) {
            this.change = change;
        }
    }

    private static void run(
            Questionnaire form, RandomXForms forms, String xml, int households, XFormComparison comparison)
            throws XFormParser.ParseException {
        JavaRosaClient client = new JavaRosaClient(form, xml);
        for (int i = 0; i < households; i++) {
            XFormComparison.Household household = forms.household(form, JavaRosaClient.today());
            XFormComparison.fill(client, household);
            comparison.compare(client, household, false);
            if (i == 0) {
                XFormComparison.Household edited = forms.edited(form, household, client::answer);
                comparison.compare(client, edited, true);
                client.refresh();
                comparison.compare(client, edited, false);
            }
        }
    }

    @Test
    void javaRosaAgreesOnRandomFormsWhereNoOperandIsMissing() throws Exception {
        XFormComparison.Tally tally = new XFormComparison.Tally();
        Map<String, Integer> constructs = new TreeMap<>();
        List<String> unexplained = new ArrayList<>();
        for (int seed = 0; seed < FORMS; seed++) {
            RandomXForms forms = new RandomXForms(seed);
            Questionnaire form = forms.form();
            XFormComparison comparison = new XFormComparison(form);
            run(form, forms, XForm.of(form).xml(), HOUSEHOLDS, comparison);
            comparison.constructs().forEach(construct -> constructs.merge(construct, 1, Integer::sum));
            for (String text : comparison.unexplained()) {
                unexplained.add("form " + seed + ": " + text);
            }
            tally.add(comparison);
        }
        System.out.println("random forms: " + tally + "\n" + constructs);
        assertThat(unexplained).isEmpty();
        assertThat(tally.deviating()).isLessThan((int) (tally.total() * MOST_LEFT_OUT));
        Set<String> all = Stream.concat(
                        Stream.of(Expression.Function.values()), Stream.of(Expression.Operator.values()))
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        all.addAll(List.of("FIRST_WHERE", "AT_POSITION", "NEGATION"));
        assertThat(constructs.keySet()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(constructs)
                .allSatisfy(
                        (construct, count) -> assertThat(count).as(construct).isGreaterThanOrEqualTo(LEAST));
    }

    @ParameterizedTest
    @EnumSource
    void wrongTranslationsAreCaught(Wrong wrong) throws Exception {
        for (int seed = 0; seed < FORMS; seed++) {
            RandomXForms forms = new RandomXForms(seed);
            Questionnaire form = forms.form();
            String xml = XForm.of(form).xml();
            String changed = wrong.change.apply(xml);
            XFormComparison comparison = new XFormComparison(form);
            if (!changed.equals(xml) && isCaught(form, forms, changed, comparison)) {
                return;
            }
        }
        assertThat(wrong).as("caught").isNull();
    }

    private static boolean isCaught(Questionnaire form, RandomXForms forms, String xml, XFormComparison comparison)
            throws XFormParser.ParseException {
        try {
            run(form, forms, xml, 3, comparison);
            return !comparison.unexplained().isEmpty();
        } catch (RuntimeException e) {
            return true; // JavaRosa does not even run it
        }
    }

    @Test
    void javaRosaAgreesOnTheReferenceForm() throws Exception {
        agreesOn(Questionnaires.bmn2560(), "reference form");
    }

    @Test
    void javaRosaAgreesOnTheReferenceFormWithRoles() throws Exception {
        agreesOn(ReferenceAnswers.withRoles(), "reference form with roles");
    }

    private static void agreesOn(Questionnaire form, String name) throws XFormParser.ParseException {
        XForm xForm = XForm.of(form);
        JavaRosaClient client = new JavaRosaClient(form, xForm.xml());
        assertThat(client.definition().getParseErrors()).isEmpty();
        assertThat(client.definition().getParseWarnings()).isEmpty();
        ReferenceAnswers answers = new ReferenceAnswers(7);
        XFormComparison comparison = new XFormComparison(form);
        for (int i = 0; i < 4 * HOUSEHOLDS; i++) {
            XFormComparison.Household household = answers.household(form, JavaRosaClient.today());
            XFormComparison.fill(client, household);
            comparison.compare(client, household, false);
        }
        XFormComparison.Tally tally = new XFormComparison.Tally();
        tally.add(comparison);
        System.out.println(name + ": " + tally);
        assertThat(comparison.unexplained()).isEmpty();
        assertThat(tally.deviating()).isLessThan((int) (tally.total() * MOST_LEFT_OUT));
    }
}
