package io.github.bmnkit.certification;

import static io.github.bmnkit.certification.World.AUTHORITY;
import static io.github.bmnkit.certification.World.DISTRICT;
import static io.github.bmnkit.certification.World.FIRST;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the papers say. They are kept as they were printed and looked at: {@code target/papers} has the new ones when one
 * differs, to be printed (one sheet each), looked at, and put in place of the old.
 */
class PapersTest {
    private static final PaperWorld WORLD = PaperWorld.certified(16);

    private final List<String> differing = new ArrayList<>();

    @AfterEach
    void allPapersAreAsTheyWereLookedAt() {
        assertThat(differing).isEmpty();
    }

    private void golden(String name, String html) {
        try {
            Path out = Path.of("target", "papers", name + ".html");
            Files.createDirectories(out.getParent());
            Files.writeString(out, html, UTF_8);
            try (InputStream in = PapersTest.class.getResourceAsStream("papers/" + name + ".html")) {
                String kept = in == null ? "" : new String(in.readAllBytes(), UTF_8);
                if (!html.equals(kept)) {
                    differing.add(name);
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String certificate(AreaLevel level, Locale locale) {
        return WORLD.papers().certificate(WORLD.world.state, WORLD.certificate(level), locale);
    }

    private static String summary(AreaLevel level, Locale locale) {
        return WORLD.papers().summary(WORLD.world.state, WORLD.summary(level), locale);
    }

    @Test
    void certificatesOfTheFourLevels() {
        golden("certificate-village", certificate(AreaLevel.VILLAGE, Text.THAI));
        golden("certificate-local-authority", certificate(AreaLevel.LOCAL_AUTHORITY, Text.THAI));
        golden("certificate-district", certificate(AreaLevel.DISTRICT, Text.THAI));
        golden("certificate-province", certificate(AreaLevel.PROVINCE, Text.THAI));
        golden("certificate-province-en", certificate(AreaLevel.PROVINCE, Locale.ENGLISH));
    }

    @Test
    void summariesOfTheThreeLevelsAboveTheVillage() {
        golden("summary-local-authority", summary(AreaLevel.LOCAL_AUTHORITY, Text.THAI));
        golden("summary-district", summary(AreaLevel.DISTRICT, Text.THAI));
        golden("summary-province", summary(AreaLevel.PROVINCE, Text.THAI));
        golden("summary-province-en", summary(AreaLevel.PROVINCE, Locale.ENGLISH));
    }

    @Test
    void theLargestProvinceWithAllThatCanBeMarked() {
        PaperWorld large = new PaperWorld(PaperWorld.rechecked(), 32, 2, true);
        large.world.recheck = Rechecks.ACCEPTED;
        large.world.otherQuality.replaceAll((unit, facts) -> Rechecks.ACCEPTED.in(facts));
        large.certify(5);
        ConfidenceSummary summary = large.summary(AreaLevel.PROVINCE);
        Certificate certificate = large.certificate(AreaLevel.VILLAGE);
        VillageCode village = (VillageCode) large.first(AreaLevel.VILLAGE);
        large.world.confirm(village, 0, "corrected");
        large.world.report(village);
        Papers printed = large.papers().withHead(new Ledger.Head(217, Hash.of(Hash.ENTRY, "head")));
        golden("summary-largest-lapsed", printed.summary(large.world.state, summary, Text.THAI));
        golden("certificate-lapsed", printed.certificate(large.world.state, certificate, Text.THAI));
    }

    /** Before anybody has signed: what is put before the working group. */
    @Test
    void aSummaryThatIsNotCertifiedIsADraftAndOneOfOlderDataHasLapsed() {
        World world = World.of(1);
        world.certifyUpTo(AUTHORITY);
        Papers printed = Papers.of(world.kernel, PaperTemplate.bmnkit());
        ConfidenceSummary summary =
                ConfidenceSummary.of(world.kernel, world.state, DISTRICT, world).value();
        assertThat(printed.summary(world.state, summary, Text.THAI))
                .contains("ร่าง ยังไม่ได้รับรอง", "<span>คณะทำงาน</span>")
                .doesNotContain("สิ้นผลแล้ว", "บัญชีลำดับที่");
        world.certify(DISTRICT);
        assertThat(printed.summary(world.state, summary, Text.THAI))
                .contains("(group-of-district)", "บัญชีลำดับที่")
                .doesNotContain("class=\"mark\"");
        Certificate certificate = world.state.certificate(DISTRICT).orElseThrow();
        assertThat(printed.certificate(world.state, certificate, Locale.ENGLISH))
                .doesNotContain("class=\"mark\"");
        world.confirm(FIRST, 0, "corrected");
        world.report(FIRST);
        assertThat(printed.summary(world.state, summary, Locale.ENGLISH)).contains("Lapsed:");
        assertThat(printed.certificate(world.state, certificate, Locale.ENGLISH))
                .contains("Lapsed:");
        world.confirm(FIRST, 0, "answers");
        world.report(FIRST);
        // The old answers are back, and so is the root; the certificate is not (C8).
        assertThat(printed.certificate(world.state, certificate, Locale.ENGLISH))
                .contains("Lapsed:");
    }

    @Test
    void theHostGivesNamesAndWordsAndNothingBreaksOutOfThePaper() {
        String bad = "<script>\"&'";
        Papers printed = WORLD.papers()
                .withNames(actor -> Text.of(bad, bad))
                .withUnits(unit -> Text.of(unit.value() + bad, bad))
                .withTexts(Map.of("opinion", Text.of("เห็นชอบ " + bad, bad)));
        String html = printed.summary(WORLD.world.state, WORLD.summary(AreaLevel.PROVINCE), Text.THAI);
        assertThat(html)
                .contains("เห็นชอบ &lt;script&gt;&quot;&amp;&#39;", "36&lt;script&gt;")
                .doesNotContain("<script", "class=\"rule\"", "http", "src=");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORLD.papers().withTexts(Map.of("other", Text.of("ก", "a"))));
    }

    /** Every paper shows the root as the ledger has it, but for the blanks, and the numbers in Thai digits. */
    @Test
    void aPaperShowsWhatTheCertificateSays() {
        for (AreaLevel level : CertificationDefinition.LEVELS) {
            Certificate certificate = WORLD.certificate(level);
            String html = certificate(level, Text.THAI);
            assertThat(html.replaceAll("\\s", ""))
                    .contains(certificate.content().root().toString())
                    .contains("ร้อยละของเป้าหมาย</dt><dd>๑๐๐.๐๐")
                    .contains("๑๒มกราคมพ.ศ.๒๕๖๙");
            assertThat(certificate(level, Locale.ENGLISH))
                    .contains("2026-01-12")
                    .doesNotContainPattern("[๐-๙]");
        }
    }

    @Test
    void onlyAnOfficialLayoutDoesNotSayThatItIsNone() {
        String both =
                "แบบนี้ไม่ใช่แบบทางราชการ แบบทางราชการไม่ได้เผยแพร่ต่อสาธารณะ / Not the official form: the official form is not public.";
        assertThat(certificate(AreaLevel.VILLAGE, Text.THAI)).contains(both);
        PaperTemplate official = PaperTemplateTest.read(CertificationDefinitionTest.resource("papers-bmnkit.json")
                        .replace("\"REFERENCE\"", "\"OFFICIAL\""))
                .value();
        assertThat(Papers.of(WORLD.world.kernel, official)
                        .certificate(WORLD.world.state, WORLD.certificate(AreaLevel.VILLAGE), Text.THAI))
                .doesNotContain("แบบทางราชการ");
        PaperTemplate little = PaperTemplateTest.read(PaperTemplateTest.template(
                        "QUALITY_CERTIFICATE",
                        "{\"kind\": \"SIGNATURES\"}, {\"kind\": \"ROOT\"}, {\"kind\": \"BASIS\"}"))
                .value();
        assertThatIllegalArgumentException().isThrownBy(() -> Papers.of(WORLD.world.kernel, little));
    }

    @Test
    void whoSignedForAnotherIsShownWithBoth() {
        World world = World.of(CertificationDefinitions.bmn2569().withExtensions(Set.of(Extension.DELEGATION)), 1);
        world.delegations.add(new Facts.Delegation(
                World.LEADER, World.GROUP_A, World.ROLE_LEADER, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)));
        world.confirmAll(FIRST);
        world.report(FIRST);
        world.present(FIRST);
        World.must(world.take(Command.signFor("s", FIRST, World.GROUP_A, World.ROLE_LEADER, World.LEADER)));
        World.must(world.take(Command.sign("t", FIRST, World.COMMITTEE, World.ROLE_COMMITTEE)));
        World.must(world.take(Command.certify("u", FIRST, World.COMMITTEE)));
        assertThat(Papers.of(world.kernel, PaperTemplate.bmnkit())
                        .certificate(world.state, world.state.certificate(FIRST).orElseThrow(), Text.THAI))
                .contains("<span>(group-of-authority)</span><span>ผู้นำชุมชน</span><span>ลงนามแทน leader</span>");
    }
}
