package io.github.bmnkit;

import static java.util.Map.entry;

import io.github.bmnkit.testing.HouseRules;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final Map<String, Integer> PUBLIC_TYPES = Map.ofEntries(
            entry("finding", 11),
            entry("identity", 7),
            entry("area", 16),
            entry("round", 12),
            entry("fieldwork", 15),
            entry("certification", 30),
            entry("expression", 14),
            entry("questionnaire", 14),
            entry("response", 17),
            entry("indicator", 23),
            entry("registry", 10),
            entry("release", 16),
            entry("interview", 3),
            entry("xform", 4));

    private final HouseRules exported = HouseRules.of(PUBLIC_TYPES.keySet().toArray(String[]::new));
    private final HouseRules all =
            HouseRules.of(Stream.concat(PUBLIC_TYPES.keySet().stream(), Stream.of("json", "csv", "html"))
                    .toArray(String[]::new));

    @Test
    void packagesHaveNoCyclesAndCoreStandsAlone() {
        all.noCycles().dependOnlyOn();
    }

    @Test
    void nothingDependsOnTheMachine() {
        all.nothingAmbient();
    }

    @Test
    void publicTypesAreFewClosedAndOurOwn() {
        exported.noForeignTypesInSignatures().publicTypesAreClosed().publicTypes(PUBLIC_TYPES);
    }
}
