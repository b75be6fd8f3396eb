package io.github.bmnkit.constraints;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.rule.RuleSets;
import io.github.bmnkit.validation.HouseholdValidator;
import io.github.bmnkit.validation.ValidationReport;
import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeBuilderCustomizableContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks {@link ValidHousehold}; found by the provider, or made by the host with validators of its own. */
public final class ValidHouseholdValidator implements ConstraintValidator<ValidHousehold, HouseholdResponse> {
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private final Function<String, Optional<HouseholdValidator>> validators;
    private @Nullable HouseholdValidator validator;
    private Set<Severity> severities = Set.of();
    private Locale locale = Locale.ROOT;

    /** Returns a validator for the rule set {@code bmn-2560}, for the provider. */
    public ValidHouseholdValidator() {
        this(id -> id.equals(RuleSets.bmn2560().id())
                ? Optional.of(HouseholdValidator.of(Questionnaires.bmn2560(), RuleSets.bmn2560()))
                : Optional.empty());
    }

    /**
     * Returns a validator for the rule sets of a host.
     *
     * @param validators gives the validator for the id of a rule set; empty if there is none
     */
    public ValidHouseholdValidator(Function<String, Optional<HouseholdValidator>> validators) {
        this.validators = requireNonNull(validators, "validators");
    }

    @Override
    public void initialize(ValidHousehold constraint) {
        validator = validators
                .apply(constraint.rules())
                .orElseThrow(
                        () -> new ConstraintDeclarationException("no validator for the rules " + constraint.rules()));
        severities = Set.of(constraint.severities());
        locale = Locale.forLanguageTag(constraint.language());
    }

    @Override
    public boolean isValid(@Nullable HouseholdResponse value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        LocalDate today = LocalDate.now(context.getClockProvider().getClock().withZone(BANGKOK));
        ValidationReport report = requireNonNull(validator).validate(value, today);
        List<Finding> findings = report.findings().stream()
                .filter(finding -> severities.contains(finding.severity()))
                .toList();
        if (!findings.isEmpty()) {
            context.disableDefaultConstraintViolation();
            List<Integer> members = value.members();
            findings.forEach(finding -> add(context, finding, members));
        }
        return findings.isEmpty();
    }

    private void add(ConstraintValidatorContext context, Finding finding, List<Integer> members) {
        ConstraintViolationBuilder violation =
                context.buildConstraintViolationWithTemplate(literal(finding.message(locale)));
        String pointer = finding.place().pointer().orElse("");
        int answers = pointer.indexOf("/answers/");
        OptionalInt member = finding.place().member();
        if (answers < 0) {
            violation.addConstraintViolation();
            return;
        }
        String question = pointer.substring(answers + "/answers/".length());
        NodeBuilderCustomizableContext node;
        if (member.isPresent() && pointer.startsWith("/members/")) {
            node = violation
                    .addPropertyNode("members")
                    .addPropertyNode("answers")
                    .inIterable()
                    .atIndex(members.indexOf(member.getAsInt()))
                    .addPropertyNode(question);
        } else {
            node = violation.addPropertyNode("answers").addPropertyNode(question);
        }
        node.addConstraintViolation();
    }

    /** A message in which nothing is a parameter or an expression. */
    private static String literal(String message) {
        StringBuilder literal = new StringBuilder(message.length());
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            if (c == '\\' || c == '{' || c == '}' || c == '$') {
                literal.append('\\');
            }
            literal.append(c);
        }
        return literal.toString();
    }
}
