package io.github.bmnkit.constraints;

import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import jakarta.validation.ConstraintValidatorContext;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says the particular reason of a violation, unless the host has a message of its own. */
final class Violations {
    private static final String OURS = "{io.github.bmnkit.constraints.";
    private static final String DEFAULT = ".message}";

    private Violations() {}

    /** Tells whether a text is null or reads without error; the first error becomes the reason of the violation. */
    static boolean noError(
            @Nullable CharSequence text,
            Function<String, ? extends Reading<?>> parse,
            ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        return parse.apply(text.toString()).findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .map(finding -> {
                    String id = finding.code().id();
                    return refuse(id.substring(id.indexOf('.') + 1), context);
                })
                .orElse(true);
    }

    /** Returns false, and replaces the default message by that of the reason. */
    static boolean refuse(String reason, ConstraintValidatorContext context) {
        String template = context.getDefaultConstraintMessageTemplate();
        if (template.startsWith(OURS) && template.endsWith(DEFAULT)) {
            String prefix = template.substring(0, template.length() - DEFAULT.length());
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(prefix + "." + reason + "}")
                    .addConstraintViolation();
        }
        return false;
    }
}
