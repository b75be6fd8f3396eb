package io.github.bmnkit.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaFinding;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.IdentityFinding;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class MessagesTest {
    private static final String OURS = "io.github.bmnkit.constraints.";
    private static final String STANDARD = "jakarta.validation.constraints.";

    record Bean(
            @NotNull String name,
            @Size(min = 1, max = 2) String code,
            @DecimalMin("2") Integer low,
            @DecimalMax(value = "1", inclusive = false) Integer high) {}

    @Test
    void bothLanguagesHoldTheSameKeysAndPlaceholders() throws IOException {
        Properties english = read("/ContributorValidationMessages.properties");
        Properties thai = read("/ContributorValidationMessages_th.properties");
        assertThat(keys(thai, OURS)).isEqualTo(keys(english, OURS)).hasSameSizeAs(english.keySet());
        for (String key : keys(english, OURS)) {
            assertThat(placeholders(thai, key)).as(key).isEqualTo(placeholders(english, key));
        }
    }

    @Test
    void everyStandardConstraintHasAThaiMessageWithThePlaceholdersOfTheEnglishOne() throws IOException {
        Properties english = read("/org/hibernate/validator/ValidationMessages.properties");
        Properties thai = read("/ContributorValidationMessages_th.properties");
        assertThat(keys(thai, STANDARD)).isEqualTo(keys(english, STANDARD)).hasSize(22);
        for (String key : keys(english, STANDARD)) {
            assertThat(placeholders(thai, key)).as(key).isEqualTo(placeholders(english, key));
            assertThat(thai.getProperty(key)).matches("(?s).*[\\u0E01-\\u0E2E].*");
        }
    }

    @Test
    void theThaiFileReadsTheSameInEveryReleaseOfTheProvider() throws IOException {
        try (InputStream stream =
                MessagesTest.class.getResourceAsStream("/ContributorValidationMessages_th.properties")) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .matches("[\\x00-\\x7F]*");
        }
    }

    @Test
    void everyReasonThatAnIdOrAHouseCodeMayBeRefusedForHasAMessage() throws IOException {
        Properties english = read("/ContributorValidationMessages.properties");
        Set<IdentityFinding> both = Set.of(
                IdentityFinding.BLANK,
                IdentityFinding.NOT_A_DIGIT,
                IdentityFinding.DIGIT_COUNT,
                IdentityFinding.MISPLACED_SEPARATOR);
        for (IdentityFinding finding : both) {
            String reason = finding.id().substring("identity.".length());
            assertThat(english).containsKeys(OURS + "NationalId." + reason, OURS + "HouseCode." + reason);
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        }
    }

    @Test
    void everyReasonThatTheCodeOfAnAreaMayBeRefusedForHasAMessage() throws IOException {
        Properties english = read("/ContributorValidationMessages.properties");
        Set<AreaFinding> both = Set.of(
                AreaFinding.CODE_BLANK,
                AreaFinding.CODE_NOT_DIGITS,
                AreaFinding.CODE_LENGTH,
                AreaFinding.UNKNOWN_PROVINCE);
        for (AreaFinding finding : both) {
            String reason = finding.id().substring("area.".length());
            assertThat(english).containsKeys(OURS + "VillageCode." + reason, OURS + "ProvinceCode." + reason);
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        }
    }

    @Test
    void noMessageRepeatsTheValidatedValue() throws IOException {
        for (String file : List.of("", "_th")) {
            assertThat(read("/ContributorValidationMessages" + file + ".properties")
                            .values())
                    .noneMatch(message -> message.toString().contains("validatedValue"));
        }
    }

    @Test
    void standardConstraintsSpeakThai() {
        assertThat(messages(Text.THAI))
                .containsExactlyInAnyOrder(
                        "ต้องมีค่า", "ขนาดต้องอยู่ระหว่าง 1 ถึง 2", "ต้องมากกว่าหรือเท่ากับ 2", "ต้องน้อยกว่า 1");
    }

    /** Without an English file of its own, the bundle of the default locale would come first. */
    @Test
    @ResourceLock(Resources.LOCALE)
    void englishReadersAreAnsweredInEnglishOnAMachineThatIsSetToThai() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("th-TH"));
        try {
            assertThat(messages(Locale.ENGLISH))
                    .contains("must not be null")
                    .allMatch(text -> text.startsWith("must") || text.startsWith("size"));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<String> messages(Locale locale) {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new org.hibernate.validator.messageinterpolation.ResourceBundleMessageInterpolator(
                        Set.of(locale), locale, context -> locale, false))
                .buildValidatorFactory()) {
            return factory.getValidator().validate(new Bean(null, "", 1, 1)).stream()
                    .map(violation -> violation.getMessage())
                    .toList();
        }
    }

    private static Properties read(String resource) throws IOException {
        try (InputStream stream = MessagesTest.class.getResourceAsStream(resource)) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties;
        }
    }

    private static Set<String> keys(Properties properties, String prefix) {
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(Properties properties, String key) {
        return Stream.of(properties.getProperty(key).split("(?=\\{)"))
                .filter(part -> part.matches("(?s)\\{[a-z]+}.*"))
                .map(part -> part.substring(0, part.indexOf('}') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
