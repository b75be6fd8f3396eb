package io.github.bmnkit.release;

import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.round.DefinitionStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The classifications that the SDK ships. */
public final class Classifications {
    private Classifications() {}

    /**
     * Returns the classification of the household form of the rounds 2560 to 2564. It is a reading of ours, made for this
     * SDK: no paper of the survey says which answers identify somebody.
     *
     * @return the classification, of the status {@link DefinitionStatus#REFERENCE}
     */
    public static Classification bmn2560() {
        return Bmn2560.CLASSIFICATION;
    }

    private static final class Bmn2560 {
        static final Classification CLASSIFICATION = load("bmn-2560.json");
    }

    private static Classification load(String resource) {
        try (InputStream in = Classifications.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return Classification.read(in, Questionnaires.bmn2560()).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
