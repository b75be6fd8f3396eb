package io.github.bmnkit.round;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaFinding;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.RegionCode;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SurveyRoundProperties {
    private static final SurveyRound ROUND = SurveyRounds.bmn2569();
    private static final String JSON = shipped();

    @Example
    void theOfficialRoundSaysWhatThePapersSay() {
        assertThat(ROUND.id()).isEqualTo("bmn-2569");
        assertThat(ROUND.year()).isEqualTo(2569);
        assertThat(ROUND.status()).isEqualTo(DefinitionStatus.OFFICIAL);
        assertThat(ROUND.sources()).extracting(Source::key).containsExactly("cdd", "dla", "chaiyaphum");
        assertThat(ROUND.firstMonth()).isEqualTo(YearMonth.of(2025, 11));
        assertThat(ROUND.lastMonth()).isEqualTo(YearMonth.of(2026, 4));
        assertThat(ROUND.householdsPerVolunteer()).isEqualTo(40);
        TargetTable targets = ROUND.targets();
        assertThat(targets.total()).isEqualTo(13_169_180);
        assertThat(targets.households(CountryCode.THAILAND, ROUND.period("q1-2")))
                .isEqualTo(6_379_952);
        assertThat(targets.households(CountryCode.THAILAND, ROUND.period("q3"))).isEqualTo(6_789_228);
        assertThat(targets.regions()).hasSize(18);
        assertThat(targets.provinces()).hasSize(76).doesNotContain(ProvinceCode.BANGKOK);
        ProvinceCode chaiyaphum = ProvinceCode.of("36");
        assertThat(targets.households(chaiyaphum)).isEqualTo(263_543);
        assertThat(targets.households(chaiyaphum, ROUND.period("q1-2"))).isEqualTo(129_080);
        assertThat(targets.region(chaiyaphum)).isEqualTo(new RegionCode(13));
        assertThat(targets.provinces(new RegionCode(13))).contains(chaiyaphum);
        assertThat(targets.name(new RegionCode(13)).th()).isEqualTo("กลุ่มจังหวัดภาคตะวันออกเฉียงเหนือตอนล่าง 1");
        assertThat(targets).hasToString("TargetTable[provinces=76, households=13169180]");
    }

    @Example
    void theLevelsIssueThePapersOfTheActivityList() {
        assertThat(ROUND.papers())
                .containsExactly(
                        new LevelPapers(AreaLevel.VILLAGE, List.of(Paper.QUALITY_CERTIFICATE)),
                        new LevelPapers(
                                AreaLevel.LOCAL_AUTHORITY,
                                List.of(Paper.CONFIDENCE_SUMMARY, Paper.QUALITY_CERTIFICATE)),
                        new LevelPapers(
                                AreaLevel.DISTRICT, List.of(Paper.CONFIDENCE_SUMMARY, Paper.QUALITY_CERTIFICATE)),
                        new LevelPapers(
                                AreaLevel.PROVINCE, List.of(Paper.CONFIDENCE_SUMMARY, Paper.QUALITY_CERTIFICATE)));
        assertThat(ROUND.deadlines())
                .containsExactly(
                        new Deadline(AreaLevel.DISTRICT, AreaLevel.PROVINCE, LocalDate.of(2026, 2, 27)),
                        new Deadline(AreaLevel.PROVINCE, AreaLevel.COUNTRY, LocalDate.of(2026, 3, 30)));
        assertThat(Paper.QUALITY_CERTIFICATE.text().th()).isEqualTo("คำรับรองคุณภาพข้อมูล จปฐ.");
    }

    @Example
    void c21_aDeadlineIsMetUpToTheLastInstantOfItsDayInBangkok() {
        Deadline deadline = ROUND.deadlines().get(0);
        assertThat(deadline.isMetAt(
                        OffsetDateTime.parse("2026-02-27T23:59:59.999+07:00").toInstant()))
                .isTrue();
        assertThat(deadline.isMetAt(Instant.parse("2026-02-27T17:00:00Z"))).isFalse();
    }

    /** 76 provinces, 18 regions and the country, with two periods and a total each; 9 other digits in every place. */
    @Example
    void w09_everyOtherDigitInEveryFigureIsFoundAndItsRowRegionOrColumnNamed() {
        List<MatchResult> figures = Pattern.compile(
                        "(?<=\"households\": \\[)\\d+|\\d+(?=], \"total\")|(?<=\"total\": )\\d+")
                .matcher(JSON)
                .results()
                .toList();
        assertThat(figures).hasSize((76 + 18 + 1) * 3);
        int tried = 0;
        for (MatchResult figure : figures) {
            for (int at = figure.start(); at < figure.end(); at++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    // JSON knows no leading zeros: such a change breaks the text, which is another finding.
                    boolean leadingZero = digit == '0' && at == figure.start();
                    if (digit != JSON.charAt(at) && !leadingZero) {
                        tried++;
                        mustNameTheFigure(JSON.substring(0, at) + digit + JSON.substring(at + 1), figure);
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(13_000);
    }

    private static void mustNameTheFigure(String json, MatchResult figure) {
        Reading<SurveyRound> reading = read(json);
        assertThat(reading.optional()).isEmpty();
        assertThat(reading.findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.code())
                        .isIn(RoundFinding.ROW_SUM, RoundFinding.REGION_SUM, RoundFinding.COUNTRY_SUM));
        assertThat(reading.findings())
                .as(figure.group())
                .anySatisfy(finding -> assertThat(finding.place().line()).hasValue(lineOf(figure)));
    }

    private static int lineOf(MatchResult figure) {
        int line = (int) JSON.substring(0, figure.start()).lines().count();
        // The row's object begins in its own line for a province and the country, two lines earlier for a region.
        String text = JSON.lines().toList().get(line - 1);
        return text.strip().startsWith("\"households\"") ? line - 3 : line;
    }

    /** Two figures changed so that their row still adds up are found by the columns. */
    @Property(tries = 200)
    void w09_aShiftBetweenThePeriodsOfAProvinceIsFoundByItsRegion(@ForAll int which, @ForAll int by) {
        List<ProvinceCode> provinces = ROUND.targets().provinces();
        ProvinceCode province = provinces.get(Math.floorMod(which, provinces.size()));
        long shift = 1 + Math.floorMod(by, 10_000);
        long first = ROUND.targets().households(province, ROUND.period("q1-2"));
        long second = ROUND.targets().households(province, ROUND.period("q3"));
        Reading<SurveyRound> reading = read(JSON.replace(
                "\"households\": [" + first + ", " + second + "]",
                "\"households\": [" + (first - shift) + ", " + (second + shift) + "]"));
        assertThat(reading.optional()).isEmpty();
        assertThat(codes(reading)).containsExactly(RoundFinding.REGION_SUM, RoundFinding.REGION_SUM);
        assertThat(reading.findings().get(0).place().area())
                .contains(ROUND.targets().region(province).value());
    }

    @Example
    void a01_everyAreaIsTheSumOfItsParts() {
        TargetTable targets = ROUND.targets();
        Set<AreaCode> seen = new HashSet<>();
        for (RegionCode region : targets.regions()) {
            seen.addAll(targets.provinces(region));
            assertThat(targets.provinces(region).stream()
                            .mapToLong(targets::households)
                            .sum())
                    .isEqualTo(targets.households(region));
        }
        assertThat(seen).hasSize(76);
    }

    @Example
    void theUndecidedRoundReportsWhatIsOpenAndTheOverlap() {
        List<Finding> findings = ROUND.check(RoundSettings.undecided());
        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(
                        RoundFinding.PERIOD_END_UNSET,
                        RoundFinding.PERIOD_END_UNSET,
                        RoundFinding.COVERAGE_UNSET,
                        RoundFinding.COVERAGE_UNSET,
                        RoundFinding.COVERAGE_UNSET,
                        RoundFinding.COVERAGE_UNSET,
                        RoundFinding.PERIOD_AFTER_DEADLINE,
                        RoundFinding.PERIOD_AFTER_DEADLINE);
        assertThat(findings.get(6).message(Text.THAI))
                .contains("6,789,228 ครัวเรือน", "51.55", "27 กุมภาพันธ์ 2569", "30 เมษายน 2569");
    }

    @Example
    void aDecidedRoundReportsOnlyWhatDoesNotFit() {
        Map<AreaLevel, Share> coverage = Map.of(
                AreaLevel.VILLAGE, Share.of(1, 1),
                AreaLevel.LOCAL_AUTHORITY, Share.of(1, 1),
                AreaLevel.DISTRICT, Share.of(1, 2),
                AreaLevel.PROVINCE, Share.of(1, 1));
        RoundSettings settings =
                new RoundSettings(Map.of("q1-2", LocalDate.of(2026, 2, 20), "q3", LocalDate.of(2026, 3, 15)), coverage);
        assertThat(ROUND.check(settings))
                .extracting(Finding::code)
                .containsExactly(RoundFinding.PERIOD_AFTER_DEADLINE, RoundFinding.COVERAGE_BEFORE_PERIOD_END);
        RoundSettings fitting =
                new RoundSettings(Map.of("q1-2", LocalDate.of(2026, 1, 31), "q3", LocalDate.of(2026, 2, 27)), coverage);
        assertThat(ROUND.check(fitting)).isEmpty();
    }

    @Example
    void settingsThatCannotBeAreFound() {
        RoundSettings settings = new RoundSettings(
                Map.of(
                        "q1-2", LocalDate.of(2026, 2, 1),
                        "q3", LocalDate.of(2026, 1, 31),
                        "q4", LocalDate.of(2026, 1, 31)),
                Map.of());
        assertThat(ROUND.check(settings))
                .extracting(Finding::code)
                .contains(RoundFinding.UNKNOWN_PERIOD, RoundFinding.PERIOD_END);
    }

    @Example
    void everythingThatIsWrongWithADefinitionIsListed() {
        String broken = JSON.replace("\"OFFICIAL\"", "\"FINAL\"")
                .replace("\"to\": \"2026-04\"", "\"to\": \"2025-04\"")
                .replace("\"ratio\": 40", "\"ratio\": 0")
                .replace("\"id\": \"q3\"", "\"id\": \"q1-2\"")
                .replace(", \"by\": \"2026-02-27\"", "")
                .replace("\"province\": \"13\"", "\"province\": \"28\"");
        assertThat(codes(read(broken)))
                .containsExactly(
                        DocumentFinding.JSON_NOT_ALLOWED,
                        RoundFinding.WINDOW,
                        DocumentFinding.JSON_OUT_OF_RANGE,
                        RoundFinding.DEADLINE_INCOMPLETE,
                        AreaFinding.UNKNOWN_PROVINCE,
                        RoundFinding.DUPLICATE);
        assertThat(read(broken).findings())
                .allMatch(finding -> finding.place().line().isPresent());
    }

    @Example
    void aTableThatIsNoTableIsFound() {
        assertThat(codes(read(JSON.replace("[75470, 80864]", "[75470]")))).containsExactly(RoundFinding.FIGURE_COUNT);
        assertThat(codes(read(JSON.replace("\"province\": \"13\"", "\"province\": \"12\""))))
                .containsExactly(RoundFinding.DUPLICATE);
        assertThat(codes(read(JSON.replace("\"source\": \"cdd\", \"from\"", "\"source\": \"cabinet\", \"from\""))))
                .containsExactly(RoundFinding.UNKNOWN_SOURCE);
        assertThat(codes(read(JSON.replace("\"from\": \"2025-11\"", "\"from\": \"พ.ย.\""))))
                .containsExactly(DocumentFinding.JSON_WRONG_TYPE);
        assertThat(codes(read("{}"))).hasSize(10).containsOnly(DocumentFinding.JSON_MISSING_FIELD);
    }

    @Example
    void aCallerWhoAsksForWhatIsNotThereIsTold() {
        TargetTable targets = ROUND.targets();
        assertThat(targets.contains(ProvinceCode.BANGKOK)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> targets.households(ProvinceCode.BANGKOK));
        assertThatIllegalArgumentException().isThrownBy(() -> targets.region(ProvinceCode.BANGKOK));
        assertThatIllegalArgumentException().isThrownBy(() -> targets.name(new RegionCode(19)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ROUND.period("q4"))
                .withMessageContaining("q4");
        Period other = new Period("q4", Text.of("สี่", "four"));
        assertThatIllegalArgumentException().isThrownBy(() -> targets.households(CountryCode.THAILAND, other));
        assertThat(other).hasToString("q4");
    }

    private static List<FindingCode> codes(Reading<?> reading) {
        return new ArrayList<>(reading.findings().stream().map(Finding::code).toList());
    }

    private static Reading<SurveyRound> read(String json) {
        return SurveyRound.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    private static String shipped() {
        try (InputStream in = SurveyRounds.class.getResourceAsStream("bmn-2569.json")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
