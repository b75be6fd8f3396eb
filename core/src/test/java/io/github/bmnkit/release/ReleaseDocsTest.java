package io.github.bmnkit.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.certification.Ledger;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.testing.Registers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

/** What {@code docs/release.md} shows is what happens. */
class ReleaseDocsTest {
    private final AreaTree tree =
            Registers.read(Registers.large(1, 2, 2, 2)).value().tree(AreaView.ADMINISTRATIVE);
    private final SecretKey key = Village.KEY;
    private final ActorId officer = ActorId.of("officer-7");
    private final Instant now = Instant.parse("2026-11-28T04:00:00Z");
    private final List<HouseholdResponse> responses = responses();

    private static List<HouseholdResponse> responses() {
        Random random = new Random(2561);
        List<HouseholdResponse> all = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            HouseholdResponse.Builder response =
                    HouseholdResponse.builder(Questionnaires.bmn2560(), HouseholdId.of("H-" + i), 2561);
            response.answer(AnswerPath.of("survey_date"), Value.of(LocalDate.of(2018, 1, 5)));
            response.answer(AnswerPath.of("consent"), Value.code(i % 10 == 0 ? "0" : "1"));
            for (int m = 0; m < 1 + random.nextInt(4); m++) {
                int member = response.addMember();
                response.answer(AnswerPath.of("sex", member), Value.code("" + (1 + random.nextInt(2))));
                response.answer(
                        AnswerPath.of("birth_date", member),
                        Value.of(LocalDate.of(2018, 1, 1).minusDays(random.nextInt(29_000))));
                response.answer(AnswerPath.of("id_card", member), Value.text("card " + i + " " + m));
                response.answer(AnswerPath.of("welfare_card", member), Value.code("" + random.nextInt(2)));
            }
            all.add(response.build());
        }
        return all;
    }

    private VillageCode villageOf(HouseholdResponse response) {
        List<VillageCode> villages = tree.areas(AreaLevel.VILLAGE).stream()
                .map(VillageCode.class::cast)
                .toList();
        int number = Integer.parseInt(response.household().value().substring(2));
        return villages.get(number % villages.size() == 0 ? number % 3 : number % villages.size());
    }

    @Test
    void recordsAreReleasedAndLogged() throws IOException {
        InputStream json = new ByteArrayInputStream(blocks("json").get(0).getBytes(UTF_8));
        ResolvedHousehold household = ResolvedHousehold.of(Questionnaires.bmn2560());
        StringBuilder csv = new StringBuilder();
        StringBuilder codebook = new StringBuilder();
        ReleaseRequest request =
                ReleaseRequest.read(json, Classifications.bmn2560(), tree).value(); // findings() says what is wrong
        Release release = Release.of(request, key); // the host's secret for HMAC-SHA-256
        for (HouseholdResponse response : responses) {
            household.resolve(response, false, null);
            release.add(villageOf(response), household); // false: no consent, or outside areas, rounds or period
        }
        ReleasedData data = release.finish().value(); // or nothing, and the reasons
        data.records(csv); // members(..) for households with their members, json(..)
        data.codebook(codebook); // what was done to every column
        String risk = data.report().toHtml(Text.THAI); // for the host, not for the partner
        assertThat(csv).startsWith("_area_level,_area,_area_name,sex,age,welfare_card,id_card\r\n");
        assertThat(csv).doesNotContain("card 1 ");
        assertThat(codebook).contains("VARIABLE,age,");
        assertThat(risk).contains("รายงานความเสี่ยง");
        assertThat(data.report().after().smallest()).isGreaterThanOrEqualTo(5);
        assertThat(data.counts().withoutConsent()).isEqualTo(25);

        StringBuilder lines = new StringBuilder();
        Ledger.Head head = Ledger.Head.EMPTY;
        Ledger.Head ledgerHead = Ledger.Head.EMPTY;
        ReleaseLog.Entry entry = ReleaseLog.append(head, data.record(officer, now, ledgerHead));
        lines.append(entry.toJson()).append('\n'); // kept by the host; entry.head() is the next head
        Reading<Ledger.Head> verified =
                ReleaseLog.verify(new ByteArrayInputStream(bytes(lines)), List.of(entry.head()));
        assertThat(verified.value()).isEqualTo(entry.head());
        assertThat(lines).doesNotContain("card 1 ").contains("\"recipient\":\"P-17\"");
    }

    @Test
    void aTableIsProtected() {
        CountTable table = CountTable.builder(List.of("met", "notMet"))
                .group("3601", CountTable.TOTAL)
                .row("360101", "3601", List.of(120L, 3L))
                .row("360102", "3601", List.of(88L, 14L))
                .row("360103", "3601", List.of(97L, 21L))
                .build();
        ProtectedTable published = ProtectedTable.of(table, ThresholdRule.below(5));
        String counts = published.toCsv();
        ProtectedTable.Interval known =
                published.possible("360101", "notMet"); // to somebody who knows all that is published
        assertThat(counts.replace("\r", "")).isEqualTo(blocks("csv").get(0));
        assertThat(known.minInclusive()).isZero();
        assertThat(known.maxInclusive()).hasValue(17);
        assertThat(published.toJson()).contains("\"notMet\" : null");
    }

    @Test
    void theCodeShownIsTheCodeOfThisTest() {
        String code = text("src/test/java/io/github/bmnkit/release/ReleaseDocsTest.java");
        assertThat(blocks("java"))
                .hasSize(3)
                .allSatisfy(block -> assertThat(code.replaceAll("\\s", "")).contains(block.replaceAll("\\s", "")));
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(UTF_8);
    }

    private static List<String> blocks(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text("../docs/release.md"))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String text(String path) {
        try {
            return Files.readString(Path.of(path), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
