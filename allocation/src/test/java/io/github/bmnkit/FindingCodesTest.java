package io.github.bmnkit;

import io.github.bmnkit.apportionment.ApportionmentFinding;
import io.github.bmnkit.apportionment.Explanation;
import io.github.bmnkit.apportionment.RowExplanation;
import io.github.bmnkit.apportionment.TableFinding;
import io.github.bmnkit.progress.ProgressFinding;
import io.github.bmnkit.quota.QuotaFinding;
import io.github.bmnkit.quota.Reallocation;
import io.github.bmnkit.quota.TargetFinding;
import io.github.bmnkit.testing.FindingCatalogue;
import io.github.bmnkit.volunteer.VisitFinding;
import io.github.bmnkit.volunteer.VolunteerFinding;
import org.junit.jupiter.api.Test;

class FindingCodesTest {
    @Test
    void everyCodeHasAnIdAndTextsInBothLanguages() {
        FindingCatalogue.check(ApportionmentFinding.class);
        FindingCatalogue.check(Reallocation.Reason.class, Reallocation.class.getName());
        FindingCatalogue.check(TargetFinding.class);
        FindingCatalogue.check(Explanation.Reason.class, Explanation.class.getName());
        FindingCatalogue.check(RowExplanation.Reason.class, RowExplanation.class.getName());
        FindingCatalogue.check(QuotaFinding.class);
        FindingCatalogue.check(TableFinding.class);
        FindingCatalogue.check(ProgressFinding.class);
        FindingCatalogue.check(VolunteerFinding.class);
        FindingCatalogue.check(VisitFinding.class);
    }
}
