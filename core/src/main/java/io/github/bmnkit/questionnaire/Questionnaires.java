package io.github.bmnkit.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The forms that the SDK ships. */
public final class Questionnaires {
    private Questionnaires() {}

    /**
     * Returns the household form of the rounds 2560 to 2564 with its 31 indicators, put together from public sources. It
     * is no form of another round; its lists that are not public are open, for the host to fill.
     *
     * @return the form, of the status {@link io.github.bmnkit.round.DefinitionStatus#REFERENCE}
     */
    public static Questionnaire bmn2560() {
        return Bmn2560.FORM;
    }

    private static final class Bmn2560 {
        static final Questionnaire FORM = load("bmn-2560.json");
    }

    private static Questionnaire load(String resource) {
        try (InputStream in = Questionnaires.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return Questionnaire.read(in).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
