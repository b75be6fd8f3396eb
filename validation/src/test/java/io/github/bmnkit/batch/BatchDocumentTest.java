package io.github.bmnkit.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.validation.HouseholdValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchDocumentTest {
    @TempDir
    Path directory;

    private final List<Finding> log = new ArrayList<>();

    private void log(Finding finding) {
        log.add(finding);
    }

    @Test
    void theExampleOfTheDocumentationRuns() throws IOException {
        HouseholdValidator validator = Households.VALIDATOR;
        SecretKey key = new SecretKeySpec("a key of 32 bytes for tests only".getBytes(UTF_8), "HMAC");
        Locale locale = Text.THAI;
        List<SameValues> shared = new ArrayList<>();
        List<String> texts = new ArrayList<>(List.of("not json"));
        Households.any(50, new Random(1)).forEach(each -> texts.add(each.toJson()));
        Iterator<String> lines = texts.iterator();
        Function<String, Reading<HouseholdResponse>> reader = line -> HouseholdResponse.read(Households.FORM, line);

        Batch batch = Batch.builder(validator)
                .today(LocalDate.of(2027, 3, 1))
                .threads(2)
                .byArea(Households::village)
                .byArea(Households::district)
                .build();
        BatchSummary summary;
        try (AcrossHouseholds across = AcrossHouseholds.open(batch, directory, key)) {
            summary = batch.collectingInto(across).run(lines, () -> reader, result -> {
                result.reading().findings().forEach(this::log);
            });
            summary = summary.merge(across.decide(group -> shared.add(group)));
        }
        String page = BatchReport.of(summary).toHtml(locale);

        assertThat(summary.households()).isEqualTo(50);
        assertThat(log).hasSize(1);
        assertThat(shared).isNotEmpty();
        assertThat(summary.edit("MEM-01").counts().failed()).isPositive();
        assertThat(page).contains("MEM-01");
    }

    @Test
    void theDocumentationShowsTheExample() throws IOException {
        String docs = Files.readString(Path.of("../docs/batch.md"), UTF_8);
        int start = docs.indexOf("```java\n") + 8;
        String code = docs.substring(start, docs.indexOf("```", start));
        String source = Files.readString(Path.of("src/test/java/io/github/bmnkit/batch/BatchDocumentTest.java"), UTF_8);
        assertThat(source.replaceAll("\\s", "")).contains(code.replaceAll("\\s", ""));
    }
}
