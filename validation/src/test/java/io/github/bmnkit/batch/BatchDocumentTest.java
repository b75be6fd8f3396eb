package io.github.bmnkit.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.OutcomeCounts;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.validation.HouseholdValidator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
        List<FoundAcross> found = new ArrayList<>();
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
            summary = summary.merge(across.decide(each -> found.add(each)));
        }
        String page = BatchReport.of(summary).toHtml(locale);

        assertThat(summary.households()).isEqualTo(50);
        assertThat(log).hasSize(1);
        assertThat(found).isNotEmpty();
        assertThat(summary.edit("MEM-01").counts().failed()).isPositive();
        assertThat(page).contains("MEM-01");
    }

    @Test
    void theExampleAcrossHouseholdsRuns() {
        SecretKey key = new SecretKeySpec("a key of 32 bytes for tests only".getBytes(UTF_8), "HMAC");
        VillageCode village = VillageCode.of("50010101");
        List<HouseholdId> targeted = List.of(HouseholdId.of("H-1"), HouseholdId.of("H-2000"));
        List<HouseholdResponse> responses = Households.any(50, new Random(1));
        Iterator<HouseholdResponse> responsesOfLastRound =
                Households.before(responses, new Random(2)).iterator();
        Batch batch = Households.batch().build();
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);

        try (AcrossHouseholds across = AcrossHouseholds.builder(batch)
                .collectors(response -> response.paradata().collector(), collector -> 40)
                .villages(this::village, each -> List.of(each, district(each)))
                .members("id_card", "pid")
                .amount("income", "total", 10)
                .open(directory, key)) {
            across.target(village, 2);
            across.listed(village, targeted);
            across.lastRound(responsesOfLastRound, response -> List.of());
            BatchSummary summary = batch.collectingInto(across, "north.ndjson").run(responses.iterator(), each -> {});
            summary = summary.merge(across.decide(each -> {
                out.println(each.finding().message(Text.THAI) + " " + each.first());
            }));
            OutcomeCounts members = summary.edit("across.member-gone").counts();
            out.println(members.failureShare());
        }

        assertThat(text.toString()).contains("H-2000", "north.ndjson", "ไม่ทราบผู้จัดเก็บ");
    }

    private VillageCode village(HouseholdResponse response) {
        return (VillageCode) Households.village(response);
    }

    private AreaCode district(VillageCode village) {
        return Households.district(village);
    }

    @Test
    void theDocumentationShowsTheExamples() throws IOException {
        String docs = Files.readString(Path.of("../docs/batch.md"), UTF_8);
        String source = Files.readString(Path.of("src/test/java/io/github/bmnkit/batch/BatchDocumentTest.java"), UTF_8);
        String[] parts = docs.split("```java\n");
        assertThat(parts).hasSize(3);
        for (String part : List.of(parts).subList(1, parts.length)) {
            String code = part.substring(0, part.indexOf("```"));
            assertThat(source.replaceAll("\\s", "")).contains(code.replaceAll("\\s", ""));
        }
    }
}
