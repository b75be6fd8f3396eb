package io.github.bmnkit;

import io.github.bmnkit.testing.HouseRules;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final Map<String, Integer> PUBLIC_TYPES =
            Map.of("apportionment", 19, "progress", 10, "quota", 14, "volunteer", 11);
    private static final String[] CORE = {"finding", "identity", "area", "round", "fieldwork", "csv", "html", "json"};

    private final HouseRules all = HouseRules.of(PUBLIC_TYPES.keySet().toArray(String[]::new));

    @Test
    void packagesHaveNoCyclesAndUseOnlyCore() {
        all.noCycles().dependOnlyOn(CORE);
    }

    @Test
    void volunteersKnowQuotasAndQuotasKnowApportionmentButNotTheOtherWayRound() {
        HouseRules.of("apportionment").dependOnlyOn(CORE);
        HouseRules.of("apportionment", "quota").dependOnlyOn(CORE);
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
