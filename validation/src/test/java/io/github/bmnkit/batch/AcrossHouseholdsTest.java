package io.github.bmnkit.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.OutcomeCounts;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResponseLimits;
import io.github.bmnkit.response.ResponseLine;
import io.github.bmnkit.response.ResponseLines;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcrossHouseholdsTest {
    private static final SecretKey KEY = new SecretKeySpec("a key of 32 bytes for tests only".getBytes(UTF_8), "HMAC");
    private static final VillageCode VILLAGE = VillageCode.of("50010101");
    private static final Batch BATCH = Households.batch().build();

    @TempDir
    Path directory;

    private final List<FoundAcross> found = new ArrayList<>();

    private static HouseholdResponse now(String id, int income, String... persons) {
        HouseholdResponse.Builder response = HouseholdResponse.builder(Households.FORM, HouseholdId.of(id), 2570)
                .answer(AnswerPath.of("village"), Value.of(VILLAGE.number()))
                .answer(AnswerPath.of("income"), Value.of(income))
                .answer(AnswerPath.of("house"), Value.text("house of " + id));
        for (String person : persons) {
            response.answer(AnswerPath.of("id_card", response.addMember()), Value.text(person));
        }
        return response.build();
    }

    private static HouseholdResponse before(String id, int total, String... persons) {
        HouseholdResponse.Builder response = HouseholdResponse.builder(Households.LAST_FORM, HouseholdId.of(id), 2569)
                .answer(AnswerPath.of("total"), Value.of(total));
        for (String person : persons) {
            response.answer(AnswerPath.of("pid", response.addMember()), Value.text(person));
        }
        return response.build();
    }

    private AcrossHouseholds.Builder builder() {
        return AcrossHouseholds.builder(BATCH)
                .villages(each -> (VillageCode) Households.village(each), NaiveAcross::areas)
                .members("id_card", "pid")
                .amount("income", "total", 10);
    }

    private BatchSummary decide(AcrossHouseholds across, HouseholdResponse... responses) {
        BatchSummary own =
                BATCH.collectingInto(across, "a.ndjson").run(List.of(responses).iterator(), each -> {});
        return own.merge(across.decide(found::add));
    }

    private BatchSummary compare(HouseholdResponse before, HouseholdResponse now) {
        try (AcrossHouseholds across = builder().open(directory, KEY)) {
            across.lastRound(List.of(before).iterator(), each -> List.of());
            return decide(across, now);
        }
    }

    private List<String> codes() {
        return found.stream().map(each -> each.finding().code().id()).toList();
    }

    @Test
    void aHouseholdThatComesTwiceIsNamedWithItsLines() {
        try (AcrossHouseholds across = AcrossHouseholds.open(BATCH, directory, KEY)) {
            BatchSummary summary = decide(across, now("H-1", 1), now("H-2", 1), now("H-1", 2), now("H-1", 1));
            assertThat(summary.edit("across.same-household").counts()).isEqualTo(new OutcomeCounts(1, 3, 0, 0, 0));
            assertThat(summary.edit("across.same-household").sample()).containsExactly(HouseholdId.of("H-1"));
        }
        FoundAcross twice = found.get(0);
        assertThat(twice.first().stream().map(FoundAcross.Holder::number)).containsExactly(1L, 3L, 4L);
        assertThat(twice.first().stream().map(FoundAcross.Holder::source)).containsOnly("a.ndjson");
        assertThat(twice.finding().message(Locale.ENGLISH)).isEqualTo("the household came 3 times");
        assertThat(twice.finding().message(Text.THAI)).isEqualTo("ครัวเรือนนี้ถูกส่งมา 3 ครั้ง");
    }

    @Test
    void theLineIsThatOfTheFileThoughBlankOnesArePassedOver() {
        String file =
                "\n" + now("H-1", 1).toJson() + "\nnot json\n\n" + now("H-1", 1).toJson() + "\n";
        try (AcrossHouseholds across = AcrossHouseholds.open(BATCH, directory, KEY)) {
            ResponseLines reader = ResponseLines.of(Households.FORM);
            Iterator<ResponseLine> lines =
                    ResponseLines.split(new ByteArrayInputStream(file.getBytes(UTF_8)), ResponseLimits.DEFAULT);
            BATCH.collectingInto(across).run(lines, () -> reader::read, each -> {});
            across.decide(found::add);
        }
        assertThat(found.get(0).first().stream().map(FoundAcross.Holder::number))
                .containsExactly(2L, 5L);
    }

    @Test
    void aCollectorHasFortyHouseholdsAndNotOneMore() {
        HouseholdResponse[] responses =
                IntStream.range(0, 82).mapToObj(i -> now("H-" + i, i)).toArray(HouseholdResponse[]::new);
        try (AcrossHouseholds across = AcrossHouseholds.builder(BATCH)
                .collectors(
                        each -> ActorId.of(each.household().value().compareTo("H-45") < 0 ? "a" : "b"),
                        each -> AcrossHouseholds.HOUSEHOLDS_PER_COLLECTOR)
                .open(directory, KEY)) {
            // In the order of texts, 40 of them come before H-45.
            BatchSummary summary = decide(across, responses);
            assertThat(summary.edit("across.collector-over-capacity").counts())
                    .isEqualTo(new OutcomeCounts(1, 1, 0, 0, 0));
        }
        assertThat(found).hasSize(1);
        assertThat(found.get(0).finding().message(Locale.ENGLISH))
                .isEqualTo("the collector b has 42 households, more than 40");
        assertThat(found.get(0).first()).hasSize(5);
    }

    @Test
    void aVillageWithoutAnyResponseIsBelowItsTargetInItsDistrict() {
        VillageCode empty = VillageCode.of("50010102");
        try (AcrossHouseholds across = builder().open(directory, KEY)) {
            across.target(VILLAGE, 1);
            across.target(empty, 3);
            across.listed(empty, List.of(HouseholdId.of("H-9")));
            BatchSummary summary = decide(across, now("H-1", 1));
            assertThat(summary.edit("across.village-below-target").counts())
                    .isEqualTo(new OutcomeCounts(1, 1, 0, 0, 0));
            assertThat(summary.area(Households.district(VILLAGE)).orElseThrow().counts("across.village-below-target"))
                    .contains(new OutcomeCounts(1, 1, 0, 0, 0));
            assertThat(summary.area(empty).orElseThrow().households()).isZero();
            assertThat(BatchReport.of(summary).toText(Locale.ENGLISH))
                    .contains("villages with fewer households than targeted, of all villages");
            assertThat(BatchReport.of(summary).toHtml(Text.THAI))
                    .contains("หมู่บ้านที่ต่ำกว่าเป้าหมาย", "ระหว่างครัวเรือน");
        }
        assertThat(codes()).containsExactlyInAnyOrder("across.village-below-target", "across.listed-missing");
        assertThat(found)
                .allMatch(each -> each.finding().place().area().orElseThrow().equals("50010102"));
    }

    @Test
    void tenTimesIsFoundAndOneLessIsNot() {
        compare(before("H-1", 100), now("H-1", 999));
        compare(before("H-1", 100), now("H-1", 11));
        assertThat(codes()).isEmpty();
        compare(before("H-1", 100), now("H-1", 1000));
        compare(before("H-1", 100), now("H-1", 10));
        compare(before("H-1", 100), now("H-1", 0));
        compare(before("H-1", 100), now("H-1", -5));
        assertThat(codes())
                .containsExactly(
                        "across.amount-rose", "across.amount-fell", "across.amount-fell", "across.amount-fell");
        assertThat(found.get(0).finding().message(Locale.ENGLISH))
                .isEqualTo("income is 10 times that of the last round, or more");
        assertThat(found.get(0).toString()).doesNotContain("1000").doesNotContain("100]");
        BatchSummary fromNothing = compare(before("H-1", 0), now("H-1", 1000));
        assertThat(fromNothing.edit("across.amount-rose").counts()).isEqualTo(new OutcomeCounts(0, 0, 0, 1, 0));
    }

    @Test
    void aMemberIsKnownByTheNationalIdHoweverItIsWritten() {
        BatchSummary summary = compare(
                before("H-1", 5, "1-1017-00230-70-8", "gone", "wrong in both"),
                now("H-1", 5, "new", "1101700230708", "wrong in both"));
        assertThat(summary.edit("across.member-gone").counts()).isEqualTo(new OutcomeCounts(2, 1, 0, 0, 0));
        assertThat(summary.edit("across.member-new").counts()).isEqualTo(new OutcomeCounts(2, 1, 0, 0, 0));
        assertThat(codes()).containsExactlyInAnyOrder("across.member-gone", "across.member-new");
        assertThat(found)
                .allMatch(each -> each.finding().place().member().orElseThrow()
                        == (each.finding().code() == AcrossFinding.MEMBER_GONE ? 2 : 1));
        assertThat(found.toString()).doesNotContain("1101700230708");
    }

    @Test
    void withoutALastRoundNobodyIsNew() {
        try (AcrossHouseholds across = builder().open(directory, KEY)) {
            BatchSummary summary = decide(across, now("H-1", 1, "one"));
            assertThat(summary.edit("across.household-new").counts().total()).isZero();
            assertThat(summary.edit("across.member-new").counts().total()).isZero();
            assertThat(summary.edit("across.amount-rose").counts().total()).isZero();
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aMistakeOfTheProgrammerIsRefused() {
        assertThatThrownBy(() -> AcrossHouseholds.builder(BATCH).amount("income", "total", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        AcrossHouseholds.builder(BATCH).members("income", "pid").open(directory, KEY))
                .hasMessageContaining("income");
        assertThatThrownBy(() -> BATCH.collectingInto(
                        AcrossHouseholds.open(Households.batch().samples(1, 1).build(), directory, KEY)))
                .isInstanceOf(IllegalArgumentException.class);
        try (AcrossHouseholds across = AcrossHouseholds.open(BATCH, directory, KEY)) {
            assertThatThrownBy(() -> across.target(VILLAGE, 1)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> BATCH.collectingInto(across, "x".repeat(256)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        try (AcrossHouseholds across = builder().open(directory, KEY)) {
            across.target(VILLAGE, 1);
            across.target(VILLAGE, 1);
            assertThatThrownBy(() -> across.target(VILLAGE, 2)).hasMessageContaining("50010101");
            assertThatThrownBy(() -> across.lastRound(List.of(now("H-1", 1)).iterator(), each -> List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
