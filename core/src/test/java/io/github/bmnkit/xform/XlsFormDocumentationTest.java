package io.github.bmnkit.xform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class XlsFormDocumentationTest {
    @Test
    void theDocumentedTablesLoad() throws IOException {
        String docs = Files.readString(Path.of("../docs/xlsform.md"), UTF_8);
        List<String> tables = Pattern.compile("```csv\n(.*?)```", Pattern.DOTALL)
                .matcher(docs)
                .results()
                .map(match -> match.group(1))
                .toList();
        Reading<Questionnaire> reading = XlsForm.read(
                XlsFormProperties.in(tables.get(0)),
                XlsFormProperties.in(tables.get(1)),
                XlsFormProperties.in(tables.get(2)));
        assertThat(reading.value().questions())
                .extracting(Question::name)
                .containsExactly("age", "n_children", "enough", "months", "school");
        assertThat(reading.value().holdsFor(2571)).isTrue();
        assertThat(reading.findings())
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .extracting(Finding::code)
                .containsExactly(XlsFormFinding.MISSING_TRANSLATION);
        assertThat(XlsFormProperties.read(XlsForm.of(reading.value())).value()).isEqualTo(reading.value());
    }
}
