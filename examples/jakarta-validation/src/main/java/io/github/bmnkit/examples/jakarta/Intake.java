package io.github.bmnkit.examples.jakarta;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.examples.synthetic.CleanHousehold;
import io.github.bmnkit.examples.synthetic.CleanHouseholds;
import io.github.bmnkit.examples.synthetic.HostCodes;
import io.github.bmnkit.examples.synthetic.NationalIds;
import io.github.bmnkit.examples.synthetic.PlantedFaults;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.rule.RuleSets;
import io.github.bmnkit.validation.HouseholdValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Takes in what collectors send, and says what is wrong with it. Everybody here is made up. */
public final class Intake {
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private final Questionnaire form = HostCodes.form();
    private final PrintStream out;

    Intake(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the example.
     *
     * @param args none
     */
    public static void main(String[] args) {
        new Intake(new PrintStream(System.out, true, UTF_8)).run();
    }

    void run() {
        out.println("A collector's registration");
        print(registration(), Locale.ENGLISH);
        out.println("ใบสมัครผู้จัดเก็บข้อมูล");
        print(registration(), Text.THAI);
        out.println("ข้อมูลครัวเรือนที่ส่งเข้ามา");
        print(new Delivery("V-1", household()), Text.THAI);
    }

    private <T> void print(T object, Locale locale) {
        try (ValidatorFactory factory = factory(locale)) {
            Validator validator = factory.getValidator();
            validator.validate(object).stream()
                    .map(violation -> "  " + violation.getPropertyPath() + ": " + violation.getMessage())
                    .sorted()
                    .forEach(out::println);
        }
    }

    /** A provider without an expression language; the day is that of the made-up households. */
    private ValidatorFactory factory(Locale locale) {
        HibernateValidatorConfiguration configuration =
                Validation.byProvider(HibernateValidator.class).configure();
        HouseholdValidator households = HouseholdValidator.of(form, RuleSets.bmn2560());
        return configuration
                .messageInterpolator(new ParameterMessageInterpolator(Set.of(Text.THAI, Locale.ENGLISH), locale, false))
                .constraintValidatorFactory(
                        new HostFactory(configuration.getDefaultConstraintValidatorFactory(), households))
                .clockProvider(() ->
                        Clock.fixed(PlantedFaults.TODAY.atStartOfDay(BANGKOK).toInstant(), BANGKOK))
                .buildValidatorFactory();
    }

    private static CollectorForm registration() {
        String id = NationalIds.of(1).digits();
        String mistyped = id.substring(0, 12) + (id.charAt(12) - '0' + 1) % 10;
        return new CollectorForm(" ", mistyped, "1234", "3601010", "99", 2026, "somewhere");
    }

    /** A clean household in which a member's national ID was then mistyped. */
    private HouseholdResponse household() {
        CleanHousehold clean = CleanHouseholds.household(form, 1);
        return PlantedFaults.all().stream()
                .filter(fault -> fault.id().equals("MEM-13"))
                .flatMap(fault -> fault.in(clean).stream())
                .findFirst()
                .orElseThrow();
    }
}
