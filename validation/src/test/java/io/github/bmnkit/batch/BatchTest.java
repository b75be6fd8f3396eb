package io.github.bmnkit.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bmnkit.area.DistrictCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.OutcomeCounts;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResponseState;
import io.github.bmnkit.testing.FindingCatalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
    private static final SecretKey KEY = new SecretKeySpec("a key of 32 bytes for tests only".getBytes(UTF_8), "HMAC");

    @TempDir
    Path directory;

    /** A line of a file, as a splitter of lines gives it. */
    private record Line(int number, long offset, String text) {}

    private static Reading<HouseholdResponse> read(Line line) {
        Reading<HouseholdResponse> reading = HouseholdResponse.read(Households.FORM, line.text());
        List<Finding> placed = reading.findings().stream()
                .map(each -> each.at(each.place()
                        .withLine(line.number(), 0)
                        .withOffset(line.offset() + each.place().offset().orElse(0))))
                .toList();
        return reading.optional().isPresent() ? Reading.of(reading.value(), placed) : Reading.nothing(placed);
    }

    private static Iterator<Line> lines(List<String> texts) {
        List<Line> lines = new ArrayList<>();
        long offset = 0;
        for (String text : texts) {
            lines.add(new Line(lines.size() + 1, offset, text));
            offset += text.getBytes(UTF_8).length + 1;
        }
        return lines.iterator();
    }

    @Test
    void everyCodeHasAnIdAndTextsInBothLanguages() {
        FindingCatalogue.check(BatchFinding.class);
        FindingCatalogue.check(AcrossFinding.class);
    }

    @Test
    void badLinesAreCountedAndFoundWithLineAndOffsetAndEndNothing() {
        List<String> texts = new ArrayList<>();
        for (HouseholdResponse each : Households.any(100, new Random(1))) {
            texts.add(each.toJson());
        }
        texts.set(3, "{\"form\":");
        texts.set(40, "not json");
        for (int threads : List.of(1, 4, -4)) {
            List<BatchResult> results = new ArrayList<>();
            Batch.Builder builder = Households.batch().threads(Math.abs(threads));
            Batch batch = (threads < 0 ? builder.unordered() : builder).build();
            BatchSummary summary = batch.run(lines(texts), () -> BatchTest::read, results::add);
            if (threads < 0) {
                results.sort(Comparator.comparingLong(BatchResult::number));
            }
            assertThat(summary.households()).isEqualTo(98);
            assertThat(summary.unreadable()).isEqualTo(2);
            assertThat(summary.readingFindings().values().stream().mapToLong(each -> each))
                    .allMatch(times -> times > 0);
            assertThat(results.stream().map(BatchResult::number))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 100).boxed().toList());
            Finding finding = results.get(40).reading().findings().get(0);
            assertThat(results.get(40).report()).isEmpty();
            assertThat(finding.place().line()).hasValue(41);
            long offset = texts.subList(0, 40).stream()
                    .mapToLong(text -> text.getBytes(UTF_8).length + 1)
                    .sum();
            assertThat(finding.place().offset().orElseThrow()).isBetween(offset, offset + 10);
            assertThat(summary.toJson()).doesNotContain("not json");
        }
    }

    @Test
    void aResponseOfAnotherRoundIsAFindingNotTheEndOfTheRun() {
        HouseholdResponse other = HouseholdResponse.builder(Households.FORM, HouseholdId.of("H-1"), 2571)
                .build();
        List<BatchResult> results = new ArrayList<>();
        BatchSummary summary = Households.batch().build().run(List.of(other).iterator(), results::add);
        assertThat(summary.unreadable()).isEqualTo(1);
        assertThat(summary.households()).isZero();
        assertThat(results.get(0).reading().findings().get(0).code()).isEqualTo(BatchFinding.OTHER_ROUND);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onlySomeDozenResponsesAreInHand(boolean ordered) {
        int threads = 3;
        Batch.Builder builder = Households.batch().threads(threads);
        Batch batch = (ordered ? builder : builder.unordered()).build();
        AtomicInteger inHand = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        HouseholdResponse response = Households.any("H-1", new Random(1));
        Iterator<HouseholdResponse> source = IntStream.range(0, 3000)
                .mapToObj(i -> {
                    most.accumulateAndGet(inHand.incrementAndGet(), Math::max);
                    return response;
                })
                .iterator();
        batch.run(source, each -> inHand.decrementAndGet());
        assertThat(most.get()).isLessThanOrEqualTo(threads * 16 * 4);
        assertThat(inHand.get()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whoObservesSeesEachHouseholdOnceAsItWasChecked(int threads) {
        Queue<List<String>> seen = new ConcurrentLinkedQueue<>();
        Batch batch = Households.batch()
                .threads(threads)
                .observedBy(() -> {
                    List<String> ofThread = new ArrayList<>();
                    seen.add(ofThread);
                    return (household, report) -> {
                        assertThat(report.household()).isEqualTo(household.household());
                        ofThread.add(household.household().value());
                    };
                })
                .build();
        List<HouseholdResponse> responses = IntStream.range(0, 100)
                .mapToObj(i -> Households.any("H-" + i, new Random(i)))
                .toList();
        batch.run(responses.iterator(), each -> {});
        assertThat(seen).hasSizeLessThanOrEqualTo(threads);
        assertThat(seen.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(responses.stream()
                        .map(response -> response.household().value())
                        .toList());
    }

    @Test
    void aHouseholdThatTakesLongHoldsUpNoOtherIfNoOrderIsAskedFor() {
        List<HouseholdResponse> responses = Households.any(100, new Random(2));
        CountDownLatch othersDone = new CountDownLatch(60);
        List<Long> numbers = new ArrayList<>();
        BatchSummary summary = Households.batch()
                .threads(2)
                .unordered()
                .byArea(each -> {
                    if (each == responses.get(0)) {
                        await(othersDone);
                    }
                    return null;
                })
                .build()
                .run(responses.iterator(), each -> {
                    numbers.add(each.number());
                    othersDone.countDown();
                });
        assertThat(othersDone.getCount()).isZero();
        assertThat(numbers.indexOf(1L)).isGreaterThanOrEqualTo(60);
        assertThat(summary.households()).isEqualTo(100);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStoppedBatchSaysThatItIsNotTheWholeAndCountsExactlyWhatItGave() {
        List<HouseholdResponse> responses = Households.any(1000, new Random(2));
        AtomicInteger given = new AtomicInteger();
        BatchSummary summary = Households.batch()
                .threads(2)
                .cancelledWhen(() -> given.get() >= 100)
                .build()
                .run(responses.iterator(), each -> given.incrementAndGet());
        assertThat(summary.isCancelled()).isTrue();
        assertThat(summary.households()).isEqualTo(given.get()).isBetween(100L, 300L);
        BatchSummary same =
                Households.batch().build().run(responses.subList(0, given.get()).iterator(), each -> {});
        assertThat(summary.edits()).isEqualTo(same.edits());
        assertThat(same.isCancelled()).isFalse();
    }

    @Test
    void whatTheReceiverThrowsIsThrown() {
        List<HouseholdResponse> responses = Households.any(100, new Random(2));
        assertThatThrownBy(() -> Households.batch().threads(2).build().run(responses.iterator(), each -> {
                    throw new IllegalStateException("full");
                }))
                .hasMessage("full");
        assertThatThrownBy(() -> Households.batch()
                        .threads(2)
                        .byArea(each -> {
                            throw new IllegalStateException("no area");
                        })
                        .build()
                        .run(responses.iterator(), each -> {}))
                .hasMessage("no area");
    }

    @Test
    void progressIsToldByTheClockOfTheHost() {
        AtomicLong clock = new AtomicLong();
        List<BatchProgress> told = new ArrayList<>();
        Households.batch()
                .progress(() -> clock.getAndAdd(1_000_000_000L), 64, told::add)
                .build()
                .run(Households.any(64, new Random(3)).iterator(), each -> {});
        assertThat(told).hasSize(4);
        BatchProgress half = told.get(1);
        assertThat(half.done()).isEqualTo(32);
        assertThat(half.elapsed()).isEqualTo(Duration.ofSeconds(2));
        assertThat(half.perSecond()).isEqualTo(16);
        assertThat(half.remaining()).contains(Duration.ofSeconds(2));
        assertThat(told.get(3).remaining()).contains(Duration.ZERO);
        BatchProgress large = new BatchProgress(1, 0, 0, 13_200_000, Duration.ofDays(30));
        assertThat(large.remaining()).contains(Duration.ofDays(30).multipliedBy(13_199_999));
    }

    @Test
    void areasSmallerThanDistrictsKeepWhatDidNotPass() {
        List<HouseholdResponse> responses = Households.any(200, new Random(4));
        BatchSummary summary = Households.batch().build().run(responses.iterator(), each -> {});
        BatchSummary.OfArea village = summary.area(VillageCode.of("50010101")).orElseThrow();
        BatchSummary.OfArea district = summary.area(DistrictCode.of("5001")).orElseThrow();
        assertThat(village.counts("INC-01")).isEmpty();
        assertThat(village.failed("INC-01"))
                .isPositive()
                .isEqualTo(district.counts("INC-01").orElseThrow().failed());
        assertThat(village.counts(Severity.ERROR)).isEqualTo(district.counts(Severity.ERROR));
        assertThat(district.counts("INC-01").orElseThrow().total()).isEqualTo(district.households());
        assertThat(summary.areas().get(0).level()).isEqualTo(district.level());
    }

    @Test
    void aDraftIsCheckedAsADraft() {
        HouseholdResponse draft = HouseholdResponse.builder(Households.FORM, HouseholdId.of("H-1"), 2570)
                .state(ResponseState.DRAFT)
                .build();
        BatchSummary summary = Households.batch().build().run(List.of(draft).iterator(), each -> {});
        assertThat(summary.drafts()).isEqualTo(1);
        assertThat(summary.edit("income:required").counts()).isEqualTo(new OutcomeCounts(0, 0, 1, 0, 0));
    }

    @Test
    void aSummaryThatDoesNotGoTogetherIsNotRead() {
        String json = Households.batch()
                .build()
                .run(Households.any(20, new Random(5)).iterator(), each -> {})
                .toJson();
        for (String wrong : List.of(
                json.replace("\"households\":20", "\"households\":1"),
                json.replaceFirst("\"id\":\"INC-02\"", "\"id\":\"INC-01\""),
                json.replaceFirst("\"counts\":\\[", "\"counts\":[1,"),
                json.replaceFirst("\"counts\":\\[", "\"counts\":[-1,"),
                json.replace("\"cancelled\":false", "\"cancelled\":0"),
                json.replaceFirst("\"severities\":", "\"other\":"))) {
            assertThat(wrong).isNotEqualTo(json);
            Reading<BatchSummary> reading = BatchSummary.read(new ByteArrayInputStream(wrong.getBytes(UTF_8)));
            assertThat(reading.optional()).as(wrong).isEmpty();
            assertThat(reading.findings()).isNotEmpty();
        }
    }

    @Test
    void summariesByOtherRulesOrSeedsDoNotMerge() {
        BatchSummary one = Households.batch().build().nothing();
        BatchSummary other = Households.batch().samples(8, 3).build().nothing();
        assertThatThrownBy(() -> one.merge(other)).isInstanceOf(IllegalArgumentException.class);
    }

    private AcrossHouseholds across(Batch batch) {
        return AcrossHouseholds.builder(batch)
                .entriesInMemory(10)
                .listing(2)
                .collectors(each -> ActorId.of("collector"), each -> 40)
                .villages(each -> VillageCode.of("50010101"), each -> List.of())
                .members("id_card", "id_card")
                .amount("income", "income", 10)
                .open(directory, KEY);
    }

    @Test
    void spilledFilesHoldNoValuesAndAreRemovedOnCloseAndAtTheNextStart() throws IOException {
        Batch batch = Households.batch().build();
        Random random = new Random(6);
        Iterator<HouseholdResponse> responses = IntStream.range(0, 100)
                .mapToObj(i -> Households.any("household " + i, random))
                .iterator();
        AcrossHouseholds broken = across(batch);
        batch.collectingInto(broken).run(responses, each -> {});
        int files = 0;
        try (Stream<Path> spilled = Files.list(directory)) {
            for (Path each : (Iterable<Path>) spilled::iterator) {
                String bytes = new String(Files.readAllBytes(each), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain("house", "collector", "50010101");
                files++;
            }
        }
        assertThat(files).isPositive();
        Files.writeString(directory.resolve("not-ours"), "kept");
        try (AcrossHouseholds next = across(batch)) {
            assertThat(directory.toFile().list()).containsExactly("not-ours");
            batch.collectingInto(next).run(Households.any(100, new Random(6)).iterator(), each -> {});
            assertThat(directory.toFile().list()).hasSizeGreaterThan(1);
        }
        assertThat(directory.toFile().list()).containsExactly("not-ours");
    }

    @Test
    void aReportShowsTheWorstInBothLanguages() {
        BatchSummary summary = Households.batch()
                .build()
                .run(Households.any(300, new Random(7)).iterator(), each -> {});
        BatchReport report = BatchReport.of(summary)
                .withAreaNames(area -> Text.of("พื้นที่ " + area.code(), "Area <" + area.code() + ">"));
        assertThat(report.toText(Locale.ENGLISH)).contains("INC-02", "WARNING", "Area <5001>");
        assertThat(report.toText(Text.THAI)).contains("ผลการตรวจสอบ", "พื้นที่ 5001");
        assertThat(report.toHtml(Locale.ENGLISH))
                .contains("Area &lt;5001&gt;", "<svg")
                .doesNotContain("<5001>");
        assertThat(report.toHtml(Text.THAI)).contains("lang=\"th\"", "ไม่ผ่าน");
        OutcomeCounts worst = summary.edit("INC-02").counts();
        assertThat(summary.edits().stream().mapToLong(edit -> edit.counts().of(Outcome.FAIL)))
                .allMatch(failed -> failed <= worst.failed());
        assertThat(report.withAtMost(1).toText(Locale.ENGLISH))
                .contains("INC-02")
                .doesNotContain("INC-01");
    }
}
