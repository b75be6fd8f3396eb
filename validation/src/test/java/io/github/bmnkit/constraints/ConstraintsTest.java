package io.github.bmnkit.constraints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.ThaiDigits;
import io.github.bmnkit.testing.Identities;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hibernate.validator.HibernateValidatorFactory;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintsTest {
    private static final String ID = Identities.withCheckDigit(123456789012L).digits();

    private static final ValidatorFactory ENGLISH = factory(Locale.ENGLISH);
    private static final ValidatorFactory THAI = factory(Text.THAI);

    record Person(
            @NationalId CharSequence id,
            @HouseCode String house,
            @BuddhistEraYear Integer born) {}

    record Place(
            @VillageCode CharSequence village, @ProvinceCode CharSequence province) {}

    record Form(
            @BuddhistEraYear(min = 2560, max = 2569) int round,
            @BuddhistEraYear String printed) {}

    record Own(
            @NationalId(message = "no") String id,

            @NationalId(message = "{jakarta.validation.constraints.NotNull.message}")
            String other) {}

    record Members(List<@NationalId String> ids) {}

    record Reversed(@BuddhistEraYear(min = 2569, max = 2568) int year) {}

    interface Sending {}

    static class Bean {
        private final String id;

        Bean(String id) {
            this.id = id;
        }

        @NationalId(groups = Sending.class)
        public String getId() {
            return id;
        }
    }

    @Property(tries = 100)
    void everyIdAndHouseCodeIsValidHoweverItIsWritten(
            @ForAll("ids") io.github.bmnkit.identity.NationalId id,
            @ForAll("houses") io.github.bmnkit.identity.HouseCode house) {
        for (String text : List.of(id.digits(), id.formatted(), ThaiDigits.toThai(id.formatted()))) {
            assertThat(messages(new Person(CharBuffer.wrap(text), house.formatted(), 2569), Locale.ENGLISH))
                    .isEmpty();
        }
    }

    @Property(tries = 200)
    void noMessageRepeatsWhatWasEntered(
            @ForAll("ids") io.github.bmnkit.identity.NationalId id,
            @ForAll("houses") io.github.bmnkit.identity.HouseCode house) {
        String digits = id.digits();
        char last = digits.charAt(12) == '0' ? '1' : '0';
        for (String bad : List.of(digits.substring(1), digits + "1", digits.substring(0, 12) + last, digits + "x")) {
            for (Locale locale : List.of(Locale.ENGLISH, Text.THAI)) {
                assertThat(messages(new Person(bad, house.digits() + "0", 1999), locale))
                        .hasSize(3)
                        .noneMatch(message -> message.matches(".*[0-9๐-๙]{4}.*"));
            }
        }
    }

    @Property
    void everyNumberOfEightDigitsIsAVillageCodeHoweverItIsWritten(
            @ForAll @IntRange(min = 10_000_000, max = 99_999_999) int number) {
        String digits = Integer.toString(number);
        for (String text : List.of(digits, ThaiDigits.toThai(digits), " " + digits + " ")) {
            assertThat(messages(new Place(CharBuffer.wrap(text), null), Locale.ENGLISH))
                    .isEmpty();
        }
    }

    @Property(tries = 1000)
    void noOtherTextIsAVillageCode(@ForAll("almostVillages") String text) {
        assertThat(messages(new Place(text, null), Locale.ENGLISH))
                .hasSize(text.matches("[1-9๑-๙][0-9๐-๙]{7}") ? 0 : 1)
                .noneMatch(message -> message.contains("{") || message.contains(text));
    }

    @Test
    void theProvincesAndNoOtherTwoDigitsAreProvinceCodes() {
        Set<String> provinces = io.github.bmnkit.area.ProvinceCode.all().stream()
                .map(io.github.bmnkit.area.ProvinceCode::value)
                .collect(Collectors.toSet());
        assertThat(provinces).hasSize(77);
        for (int number = 0; number < 100; number++) {
            String digits = "%02d".formatted(number);
            for (String text : List.of(digits, ThaiDigits.toThai(digits))) {
                List<String> messages = messages(new Place(null, CharBuffer.wrap(text)), Locale.ENGLISH);
                assertThat(messages.isEmpty()).as(text).isEqualTo(provinces.contains(digits));
            }
        }
    }

    @Test
    void nullIsValid() {
        assertThat(messages(new Place(null, null), Locale.ENGLISH)).isEmpty();
        assertThat(messages(new Person(null, null, null), Locale.ENGLISH)).isEmpty();
        assertThat(messages(new Form(2569, null), Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', must not be blank, ต้องไม่เว้นว่าง",
        "123, must have 13 digits, ต้องมีตัวเลข 13 หลัก",
        "12345678901x, 'must have only digits, in groups as in x-xxxx-xxxxx-xx-x', ต้องมีเฉพาะตัวเลขตามรูปแบบ x-xxxx-xxxxx-xx-x",
        "12-34567890121, must have separators only as in x-xxxx-xxxxx-xx-x, ต้องมีเครื่องหมายคั่นตามรูปแบบ x-xxxx-xxxxx-xx-x เท่านั้น",
        "1234567890122, 'has a last digit that does not match the others: a digit is wrong, or some are swapped', เลขหลักสุดท้ายไม่สอดคล้องกับหลักอื่น: อาจมีเลขผิดหรือสลับกัน",
        "9234567890122, must not start with this digit: it is not a class of person, เลขหลักแรกไม่ใช่ประเภทบุคคลที่กำหนด"
    })
    void theMessageOfABadIdSaysTheReason(String id, String english, String thai) {
        assertThat(messages(new Person(id, null, null), Locale.ENGLISH)).containsExactly(english);
        assertThat(messages(new Person(id, null, null), Locale.forLanguageTag("th-TH")))
                .containsExactly(thai);
    }

    @ParameterizedTest
    @CsvSource({
        "' ', must not be blank, ต้องไม่เว้นว่าง",
        "123, must have 11 digits, ต้องมีตัวเลข 11 หลัก",
        "1234567890x, 'must have only digits, in groups as in xxxx-xxxxxx-x', ต้องมีเฉพาะตัวเลขตามรูปแบบ xxxx-xxxxxx-x",
        "12-345678901, must have separators only as in xxxx-xxxxxx-x, ต้องมีเครื่องหมายคั่นตามรูปแบบ xxxx-xxxxxx-x เท่านั้น"
    })
    void theMessageOfABadHouseCodeSaysTheReason(String house, String english, String thai) {
        assertThat(messages(new Person(null, house, null), Locale.ENGLISH)).containsExactly(english);
        assertThat(messages(new Person(null, house, null), Text.THAI)).containsExactly(thai);
    }

    @ParameterizedTest
    @CsvSource({
        "' ', must not be blank, ต้องไม่เว้นว่าง",
        "1001010, must have 8 digits, ต้องมีตัวเลข 8 หลัก",
        "100101011, must have 8 digits, ต้องมีตัวเลข 8 หลัก",
        "10-01-01-01, must have only digits, ต้องมีเฉพาะตัวเลข",
        "๐๑๐๐๑๐๑๐, must not start with 0: no province has such a code, ต้องไม่ขึ้นต้นด้วย 0 เพราะไม่มีจังหวัดที่ใช้รหัสเช่นนี้"
    })
    void theMessageOfABadVillageCodeSaysTheReason(String village, String english, String thai) {
        assertThat(messages(new Place(village, null), Locale.ENGLISH)).containsExactly(english);
        assertThat(messages(new Place(village, null), Text.THAI)).containsExactly(thai);
    }

    @ParameterizedTest
    @CsvSource({
        "'', must not be blank, ต้องไม่เว้นว่าง",
        "1, must have 2 digits, ต้องมีตัวเลข 2 หลัก",
        "1001, must have 2 digits, ต้องมีตัวเลข 2 หลัก",
        "TH-10, must have only digits, ต้องมีเฉพาะตัวเลข",
        "๕๙, must be the code of a province: no province has this one, ไม่มีจังหวัดที่ใช้รหัสนี้",
        "05, must be the code of a province: no province has this one, ไม่มีจังหวัดที่ใช้รหัสนี้"
    })
    void theMessageOfABadProvinceCodeSaysTheReason(String province, String english, String thai) {
        assertThat(messages(new Place(null, province), Locale.ENGLISH)).containsExactly(english);
        assertThat(messages(new Place(null, province), Text.THAI)).containsExactly(thai);
    }

    @ParameterizedTest
    @CsvSource({
        "2559, must be a year of the Buddhist Era from 2560 to 2569, ต้องเป็นปี พ.ศ. ตั้งแต่ 2560 ถึง 2569",
        "2570, must be a year of the Buddhist Era from 2560 to 2569, ต้องเป็นปี พ.ศ. ตั้งแต่ 2560 ถึง 2569",
        "69, must be a year of the Buddhist Era from 2560 to 2569, ต้องเป็นปี พ.ศ. ตั้งแต่ 2560 ถึง 2569",
        "2026, 'looks like a year of the Common Era; a year of the Buddhist Era is due, which is 543 more', ดูเหมือนเป็นปี ค.ศ. ต้องใช้ปี พ.ศ. ซึ่งมากกว่า ค.ศ. 543 ปี"
    })
    void theMessageOfABadYearSaysTheReason(int year, String english, String thai) {
        assertThat(messages(new Form(year, null), Locale.ENGLISH)).containsExactly(english);
        assertThat(messages(new Form(year, null), Text.THAI)).containsExactly(thai);
    }

    @ParameterizedTest
    @CsvSource({
        "' ', must not be blank",
        "69, must be a year of four digits",
        "25690, must be a year of four digits",
        "พ.ศ., must be a year of four digits",
        "๒๗๐๑, must be a year of the Buddhist Era from 2400 to 2700",
        "๒๐๒๖, 'looks like a year of the Common Era; a year of the Buddhist Era is due, which is 543 more'"
    })
    void theMessageOfABadYearInTextSaysTheReason(String year, String english) {
        assertThat(messages(new Form(2569, year), Locale.ENGLISH)).containsExactly(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2569", "๒๕๖๙", " 2400 ", "2700"})
    void yearsInTextMayHaveThaiDigits(String year) {
        assertThat(messages(new Form(2560, year), Locale.ENGLISH)).isEmpty();
    }

    @Test
    void aMessageOfTheHostsOwnStaysAsItIs() {
        assertThat(messages(new Own("1", null), Locale.ENGLISH)).containsExactly("no");
        assertThat(messages(new Own(null, "1"), Text.THAI)).containsExactly("ต้องมีค่า");
    }

    @Test
    void elementsOfListsAndGettersInGroupsAreChecked() {
        assertThat(messages(new Members(List.of(ID, "1")), Locale.ENGLISH)).containsExactly("must have 13 digits");
        try (ValidatorFactory factory = factory(Locale.ENGLISH)) {
            assertThat(factory.getValidator().validate(new Bean("1"))).isEmpty();
            assertThat(factory.getValidator().validate(new Bean("1"), Sending.class))
                    .hasSize(1);
        }
    }

    @Test
    void aRangeThatEndsBeforeItStartsIsTheHostsMistake() {
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> messages(new Reversed(2569), Locale.ENGLISH))
                .havingRootCause()
                .withMessage("min is 2569, above max, 2568");
    }

    @Test
    void messagesResolveWithoutAnExpressionLanguage() {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(
                        new ParameterMessageInterpolator(Set.of(Text.THAI), Text.THAI, context -> Text.THAI, false))
                .buildValidatorFactory()) {
            assertThat(factory.getValidator().validate(new Form(2570, null)))
                    .extracting(ConstraintViolation::getMessage)
                    .containsExactly("ต้องเป็นปี พ.ศ. ตั้งแต่ 2560 ถึง 2569");
            assertThat(factory.unwrap(HibernateValidatorFactory.class)).isNotNull();
        }
    }

    @Provide
    Arbitrary<io.github.bmnkit.identity.NationalId> ids() {
        return Identities.nationalIds();
    }

    @Provide
    Arbitrary<io.github.bmnkit.identity.HouseCode> houses() {
        return Identities.houseCodes();
    }

    /** Digits, and characters that other systems take for digits. */
    @Provide
    Arbitrary<String> almostVillages() {
        return Arbitraries.strings()
                .withCharRange('0', '9')
                .withCharRange('๐', '๙')
                .withChars('x', '-', '\uFF11', '\u0661')
                .ofMinLength(7)
                .ofMaxLength(9);
    }

    private static List<String> messages(Object bean, Locale locale) {
        ValidatorFactory factory = locale.getLanguage().equals("th") ? THAI : ENGLISH;
        Validator validator = factory.getValidator();
        return validator.validate(bean).stream()
                .map(ConstraintViolation::getMessage)
                .toList();
    }

    private static ValidatorFactory factory(Locale locale) {
        return Validation.byProvider(org.hibernate.validator.HibernateValidator.class)
                .configure()
                .defaultLocale(locale)
                .locales(locale)
                .buildValidatorFactory();
    }
}
