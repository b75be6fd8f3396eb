package io.github.bmnkit.constraints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

class ValidHouseholdTest {
    record Delivery(@ValidHousehold(rules = "bmn-2560") HouseholdResponse household) {}

    record Soft(
            @ValidHousehold(rules = "bmn-2560", severities = Severity.WARNING, language = "en")
            HouseholdResponse household) {}

    record Unknown(@ValidHousehold(rules = "bmn-2570") HouseholdResponse household) {}

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .clockProvider(() -> Clock.fixed(Instant.parse("2020-02-29T18:00:00Z"), ZoneOffset.UTC))
            .buildValidatorFactory()
            .getValidator();

    private static HouseholdResponse household() {
        HouseholdResponse.Builder builder =
                HouseholdResponse.builder(Questionnaires.bmn2560(), HouseholdId.of("H-1"), 2563);
        builder.addMember();
        int second = builder.addMember();
        return builder.answer(AnswerPath.of("sex", second), Value.text("${1 + 1} {x}"))
                .answer(AnswerPath.of("survey_date"), Value.text("2020-03-01"))
                .answer(AnswerPath.of("hlive_rai"), Value.of(51))
                .build();
    }

    private static <T> Map<String, String> violations(T bean) {
        return VALIDATOR.validate(bean).stream()
                .collect(Collectors.toMap(
                        violation -> violation.getPropertyPath().toString(),
                        ConstraintViolation::getMessage,
                        (one, other) -> one));
    }

    @Test
    void violationsPointAtTheMemberAndTheAnswer() {
        Map<String, String> violations = violations(new Delivery(household()));
        assertThat(violations).containsKeys("household.members[1].answers.sex", "household.answers.hnum");
        assertThat(violations.get("household.members[1].answers.sex"))
                .contains("เพศ")
                .doesNotContain("1 + 1");
    }

    @Test
    void softEditsAreViolationsOnlyIfAskedFor() {
        assertThat(violations(new Soft(household())).get("household.answers.hlive_rai"))
                .isEqualTo("Dwelling land over 50 rai: check");
        assertThat(violations(new Delivery(household()))).doesNotContainKey("household.answers.hlive_rai");
        assertThat(VALIDATOR.validate(new Delivery(null))).isEmpty();
    }

    @Test
    void theDayIsThatOfBangkok() {
        // It is already 1 March there, so the interview of that day is not in the future.
        assertThat(violations(new Delivery(household()))).doesNotContainKey("household.answers.survey_date");
    }

    @Test
    void anUnknownRuleSetIsAMistakeOfTheProgrammer() {
        assertThatThrownBy(() -> VALIDATOR.validate(new Unknown(household())))
                .isInstanceOf(ValidationException.class)
                .hasStackTraceContaining("bmn-2570");
    }
}
