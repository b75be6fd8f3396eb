package io.github.bmnkit.finding;

import io.github.bmnkit.area.AreaFinding;
import io.github.bmnkit.expression.ExpressionFinding;
import io.github.bmnkit.identity.IdentityFinding;
import io.github.bmnkit.questionnaire.MigrationFinding;
import io.github.bmnkit.questionnaire.QuestionnaireFinding;
import io.github.bmnkit.round.RoundFinding;
import io.github.bmnkit.testing.FindingCatalogue;
import io.github.bmnkit.xform.XlsFormFinding;
import org.junit.jupiter.api.Test;

class FindingCodesTest {
    @Test
    void everyCodeHasAnIdAndTextsInBothLanguages() {
        FindingCatalogue.check(DocumentFinding.class);
        FindingCatalogue.check(IdentityFinding.class);
        FindingCatalogue.check(AreaFinding.class);
        FindingCatalogue.check(RoundFinding.class);
        FindingCatalogue.check(ExpressionFinding.class);
        FindingCatalogue.check(QuestionnaireFinding.class);
        FindingCatalogue.check(MigrationFinding.class);
        FindingCatalogue.check(XlsFormFinding.class);
    }
}
