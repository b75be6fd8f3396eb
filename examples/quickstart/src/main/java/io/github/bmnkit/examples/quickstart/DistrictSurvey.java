package io.github.bmnkit.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.DistrictCode;
import io.github.bmnkit.area.TambonCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.batch.AcrossHouseholds;
import io.github.bmnkit.batch.Batch;
import io.github.bmnkit.batch.BatchResult;
import io.github.bmnkit.batch.BatchSummary;
import io.github.bmnkit.examples.synthetic.HostCodes;
import io.github.bmnkit.examples.synthetic.PlantedFaults;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResponseLimits;
import io.github.bmnkit.response.ResponseLines;
import io.github.bmnkit.rule.RuleSets;
import io.github.bmnkit.validation.HouseholdValidator;
import io.github.bmnkit.validation.ValidationReport;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Checks what a whole district sends in, and measures what was found against what was planted. */
final class DistrictSurvey {
    private static final DistrictCode DISTRICT = DistrictCode.of("3601");

    private final Screen screen;
    private final Path folder;
    private final AreaTree tree;
    private final Questionnaire form = HostCodes.form();
    private @Nullable ValidationReport worst;
    private int unreadable;
    private final Recall recall;
    private final MadeUpSurvey survey;
    private final Map<VillageCode, List<HouseholdResponse>> households = new TreeMap<>();

    DistrictSurvey(Screen screen, Path folder, AreaTree tree) {
        this.screen = screen;
        this.folder = folder;
        this.tree = tree;
        this.survey = new MadeUpSurvey(form, villages());
        this.recall = new Recall(survey.planted());
    }

    /** Without the communities of municipalities, whose codes do not begin with that of a tambon. */
    private List<AreaCode> villages() {
        return tree.children(DISTRICT).stream()
                .flatMap(tambon -> tree.children(tambon).stream()
                        .filter(village -> village.value().startsWith(tambon.value())))
                .toList();
    }

    /** What was sent in and could be read, by village, and what the check said of it. */
    record Surveyed(Questionnaire form, Map<VillageCode, List<HouseholdResponse>> byVillage, BatchSummary summary) {
        List<VillageCode> villages() {
            return List.copyOf(byVillage.keySet());
        }

        List<HouseholdResponse> households(VillageCode village) {
            return byVillage.getOrDefault(village, List.of());
        }

        /** How many edits of a severity failed in a village, of those that were decided. */
        Share edits(VillageCode village, Severity severity) {
            return summary.area(village)
                    .map(area -> area.counts(severity))
                    .map(counts -> Share.of(counts.failed(), counts.failed() + counts.passed()))
                    .orElse(Share.of(0, 0));
        }
    }

    Surveyed run() throws IOException {
        screen.heading(Text.of(
                "ตรวจข้อมูลที่ทั้งอำเภอส่งมา (ครัวเรือนสมมุติ)",
                "Checking what a district sends in (made-up households)"));
        Path file = folder.resolve("households-made-up.ndjson");
        survey.write(file);
        Files.writeString(folder.resolve("households-planted.csv"), survey.truth(), UTF_8);
        screen.say(
                "%,d บรรทัด จาก %d หมู่บ้าน ปลูกข้อผิดพลาดไว้ใน %d ครัวเรือน ตัดให้ขาด %d บรรทัด",
                "%,d lines from %d villages; faults were planted into %d households, and %d lines were cut off",
                MadeUpSurvey.HOUSEHOLDS,
                villages().size(),
                survey.planted().size(),
                survey.broken());
        SurveyResults results = new SurveyResults(screen, tree, check(file));
        results.tell();
        if (worst != null) {
            results.tell(worst);
        }
        recall.tell(screen);
        results.write(folder);
        return new Surveyed(form, households, results.summary());
    }

    private BatchSummary check(Path file) throws IOException {
        Batch batch = Batch.builder(HouseholdValidator.of(form, RuleSets.bmn2560()))
                .today(PlantedFaults.TODAY)
                .threads(2)
                .byArea(DistrictSurvey::village)
                .byArea(household -> TambonCode.of(village(household).value().substring(0, 6)))
                .build();
        Path spill = Files.createTempDirectory("bmnkit-quickstart");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                AcrossHouseholds across = AcrossHouseholds.open(batch, spill, newKey())) {
            BatchSummary summary = batch.collectingInto(across)
                    .run(
                            ResponseLines.split(in, ResponseLimits.DEFAULT),
                            () -> ResponseLines.of(form)::read,
                            this::look);
            return summary.merge(across.decide(group -> {}));
        } finally {
            Files.delete(spill);
        }
    }

    /** The host knows where a household lies from the list that it handed out: answers may be wrong. */
    private static VillageCode village(HouseholdResponse household) {
        return VillageCode.of(household.household().value().substring(0, 8));
    }

    private static SecretKey newKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    private void say(Finding finding) {
        Place place = finding.place();
        screen.line(
                "  ! บรรทัด / line %,d, ไบต์ / byte %,d: %s / %s",
                place.line().orElse(0),
                place.offset().orElse(0),
                finding.message(Text.THAI),
                finding.message(Locale.ENGLISH));
    }

    private static boolean isAboutMembers(ValidationReport report) {
        return report.findings().stream()
                .anyMatch(finding -> finding.place().member().isPresent());
    }

    private void look(BatchResult result) {
        if (result.report().isEmpty() && ++unreadable == 1) {
            result.reading().findings().forEach(this::say);
        }
        result.reading()
                .optional()
                .ifPresent(household -> households
                        .computeIfAbsent(village(household), code -> new ArrayList<>())
                        .add(household));
        result.report().ifPresent(report -> {
            recall.look(report);
            if (isAboutMembers(report)
                    && (worst == null
                            || worst.findings().size() < report.findings().size())) {
                worst = report;
            }
        });
    }
}
