package io.github.bmnkit.finding;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The Thai and English texts of one package, from a resource bundle whose base file is English and whose
 * {@code _th} file is Thai. The default locale of the JVM plays no part.
 */
public final class TextBundle {
    private final ResourceBundle thai;
    private final ResourceBundle english;

    private TextBundle(ResourceBundle thai, ResourceBundle english) {
        this.thai = thai;
        this.english = english;
    }

    /**
     * Loads both languages. Bundles of a Java module are found only from within that module, so the caller names the
     * way: {@code TextBundle.load(locale -> ResourceBundle.getBundle("com.example.texts", locale))}.
     *
     * @param loader gives the bundle for a locale
     * @return the texts
     * @throws MissingResourceException if there is no such bundle
     */
    public static TextBundle load(Function<Locale, ResourceBundle> loader) {
        requireNonNull(loader, "loader");
        return new TextBundle(loader.apply(Text.THAI), loader.apply(Locale.ROOT));
    }

    /**
     * Returns the text of a key.
     *
     * @param key the key in the bundle
     * @return the text in both languages
     * @throws MissingResourceException if the key is in neither file
     */
    public Text text(String key) {
        return Text.of(thai.getString(key), english.getString(key));
    }

    /**
     * Returns all keys, sorted.
     *
     * @return the keys of the English file and those of the Thai file
     */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>(english.keySet());
        keys.addAll(thai.keySet());
        return keys;
    }
}
