package io.github.bmnkit.validation;

import io.github.bmnkit.testing.FindingCatalogue;
import org.junit.jupiter.api.Test;

class ValidationFindingTest {
    @Test
    void everyCodeHasAnIdAndTextsInBothLanguages() {
        FindingCatalogue.check(ValidationFinding.class);
    }
}
