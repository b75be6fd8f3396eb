package io.github.bmnkit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.TextBundle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What every enum of finding codes promises. */
public final class FindingCatalogue {
    private static final Pattern ID = Pattern.compile("[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-zA-Z]+}");
    private static final Pattern THAI = Pattern.compile("\\p{IsThai}");

    private FindingCatalogue() {}

    /** Ids are unique and well formed; both languages have exactly these keys, with the same placeholders. */
    public static <E extends Enum<E> & FindingCode> void check(Class<E> codes) {
        check(codes, codes.getName());
    }

    /** The same for an enum whose bundle has another name than its class. */
    public static <E extends Enum<E> & FindingCode> void check(Class<E> codes, String bundle) {
        Set<String> ids = Arrays.stream(codes.getEnumConstants())
                .map(FindingCode::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ids)
                .hasSize(codes.getEnumConstants().length)
                .allMatch(id -> ID.matcher(id).matches());
        for (Locale locale : List.of(Locale.ROOT, Locale.forLanguageTag("th"))) {
            ResourceBundle own = ResourceBundle.getBundle(bundle, locale);
            assertThat(own.getLocale()).isEqualTo(locale);
            assertThat(TextBundle.load(any -> own).keys()).isEqualTo(ids);
        }
        for (E code : codes.getEnumConstants()) {
            String th = code.text().th();
            String en = code.text().en();
            assertThat(placeholders(th)).as(code.id()).isEqualTo(placeholders(en));
            assertThat(th).as(code.id()).containsPattern(THAI);
            assertThat(en).as(code.id()).doesNotContainPattern(THAI);
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
