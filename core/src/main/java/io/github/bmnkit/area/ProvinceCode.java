package io.github.bmnkit.area;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.IntStream;

/**
 * The code of a province (จังหวัด): 2 digits, as the Department of Provincial Administration gives them. The 76 provinces
 * and Bangkok are known by name.
 *
 * @param number the code as a number of 2 digits
 */
public record ProvinceCode(int number) implements AreaCode {
    /** Bangkok, which lies outside the survey's rounds. */
    public static final ProvinceCode BANGKOK = new ProvinceCode(10);

    private static final TextBundle NAMES =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.area.Provinces", locale));

    /**
     * Checks that there is such a province.
     *
     * @param number the code as a number of 2 digits
     * @throws IllegalArgumentException if there is none
     */
    public ProvinceCode {
        if (!isKnown(number)) {
            throw new IllegalArgumentException("no province has the code " + number);
        }
    }

    /**
     * Returns the code that a text says.
     *
     * @param text 2 digits, Thai or Arabic
     * @return the code
     * @throws IllegalArgumentException if the text is no province's code; the message says why
     */
    public static ProvinceCode of(String text) {
        return Digits.orThrow(parse(text));
    }

    /**
     * Reads the code that a text says.
     *
     * @param text 2 digits, Thai or Arabic; blanks around them are ignored
     * @return the code, or a finding that says why there is none
     */
    public static Reading<ProvinceCode> parse(String text) {
        Reading<Integer> digits = Digits.parse(text, 2, AreaLevel.PROVINCE);
        if (digits.optional().isPresent() && !isKnown(digits.value())) {
            return Digits.nothing(
                    Finding.of(AreaFinding.UNKNOWN_PROVINCE).with("code", Integer.toString(digits.value())));
        }
        return digits.map(ProvinceCode::new);
    }

    /**
     * Returns all provinces.
     *
     * @return Bangkok and the 76 provinces, by code
     */
    public static List<ProvinceCode> all() {
        return IntStream.range(10, 100)
                .filter(ProvinceCode::isKnown)
                .mapToObj(ProvinceCode::new)
                .toList();
    }

    /**
     * Returns the official name of the province, without the word จังหวัด.
     *
     * @return the name in Thai and English
     */
    public Text name() {
        return NAMES.text(value());
    }

    /**
     * Returns the code in ISO 3166-2.
     *
     * @return {@code TH-} and the two digits
     */
    public String iso3166() {
        return "TH-" + number;
    }

    @Override
    public String value() {
        return Integer.toString(number);
    }

    @Override
    public AreaLevel level() {
        return AreaLevel.PROVINCE;
    }

    @Override
    public String toString() {
        return value();
    }

    private static boolean isKnown(int number) {
        return (number >= 10 && number <= 27)
                || (number >= 30 && number <= 67 && number != 59)
                || (number >= 70 && number <= 77)
                || (number >= 80 && number <= 86)
                || (number >= 90 && number <= 96);
    }
}
