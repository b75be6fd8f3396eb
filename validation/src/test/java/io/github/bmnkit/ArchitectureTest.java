package io.github.bmnkit;

import io.github.bmnkit.testing.HouseRules;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final Map<String, Integer> PUBLIC_TYPES =
            Map.of("batch", 9, "constraints", 13, "rule", 6, "validation", 6);

    private final HouseRules all = HouseRules.of(PUBLIC_TYPES.keySet().toArray(String[]::new));

    @Test
    void packagesHaveNoCyclesAndUseOnlyWhatTheyShould() {
        all.noCycles();
        HouseRules.of("constraints")
                .dependOnlyOn("finding", "identity", "area", "questionnaire", "response", "rule", "validation");
        HouseRules.of("rule").dependOnlyOn("finding", "json", "expression", "questionnaire", "response", "round");
    }

    @Test
    void nothingDependsOnTheMachine() {
        all.nothingAmbient();
    }

    @Test
    void publicTypesAreFewClosedAndOurOwn() {
        all.noForeignTypesInSignatures().publicTypesAreClosed().publicTypes(PUBLIC_TYPES);
    }
}
