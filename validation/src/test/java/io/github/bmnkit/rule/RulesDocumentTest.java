package io.github.bmnkit.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/RULES.md");

    /** To renew the document after a change that is meant: {@code -Dgolden.renew=true}. */
    @Test
    void theDocumentSaysWhatTheRulesSay() throws IOException {
        String document = RulesDocument.of(RuleSets.bmn2560());
        if (Boolean.getBoolean("golden.renew")) {
            Files.writeString(DOCUMENT, document, UTF_8);
        }
        assertThat(Files.readString(DOCUMENT, UTF_8)).isEqualToNormalizingNewlines(document);
        for (Rule rule : RuleSets.bmn2560().rules()) {
            assertThat(document)
                    .contains(
                            "### " + rule.id() + "\n",
                            rule.message().th(),
                            rule.message().en());
        }
    }
}
