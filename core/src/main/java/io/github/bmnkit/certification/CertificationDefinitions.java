package io.github.bmnkit.certification;

import io.github.bmnkit.fieldwork.Roles;
import io.github.bmnkit.round.DefinitionStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The definitions of certification that the SDK ships. */
public final class CertificationDefinitions {
    private CertificationDefinitions() {}

    /**
     * Returns the process of the round of B.E. 2569 as the activity list of the papers has it, steps 10 to 15. Nothing
     * blocks and no extension is on. Who records the arrival of papers is a reading of ours, and marked so.
     *
     * @return the definition, of the status {@link DefinitionStatus#REFERENCE}
     */
    public static CertificationDefinition bmn2569() {
        return Bmn2569.DEFINITION;
    }

    private static final class Bmn2569 {
        static final CertificationDefinition DEFINITION = load("bmn-2569.json");
    }

    private static CertificationDefinition load(String resource) {
        try (InputStream in = CertificationDefinitions.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return CertificationDefinition.read(in, Roles.bmn2569()).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
