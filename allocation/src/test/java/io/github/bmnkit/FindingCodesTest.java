package io.github.bmnkit;

import io.github.bmnkit.quota.QuotaFinding;
import io.github.bmnkit.testing.FindingCatalogue;
import io.github.bmnkit.volunteer.VolunteerFinding;
import org.junit.jupiter.api.Test;

/** The codes of apportionment share one bundle, so they are checked together, in {@code ApportionmentProblemTest}. */
class FindingCodesTest {
    @Test
    void everyCodeHasAnIdAndTextsInBothLanguages() {
        FindingCatalogue.check(QuotaFinding.class);
        FindingCatalogue.check(VolunteerFinding.class);
    }
}
