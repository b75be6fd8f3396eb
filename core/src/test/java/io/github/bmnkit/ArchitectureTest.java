package io.github.bmnkit;

import io.github.bmnkit.testing.HouseRules;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final Map<String, Integer> PUBLIC_TYPES = Map.of(
            "finding",
            11,
            "identity",
            7,
            "area",
            16,
            "round",
            12,
            "fieldwork",
            2,
            "expression",
            14,
            "questionnaire",
            11,
            "response",
            14);

    private final HouseRules exported = HouseRules.of(PUBLIC_TYPES.keySet().toArray(String[]::new));
    private final HouseRules all = HouseRules.of(
            "finding",
            "identity",
            "area",
            "round",
            "fieldwork",
            "expression",
            "questionnaire",
            "response",
            "json",
            "csv",
            "html");

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
