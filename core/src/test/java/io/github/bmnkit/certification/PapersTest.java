package io.github.bmnkit.certification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the papers say. They are kept as they were printed and looked at: {@code target/papers} has the new ones when one
 * differs, to be printed (one sheet each), looked at, and put in place of the old.
 */
class PapersTest {
    private static final PaperWorld WORLD = PaperWorld.certified(16);

    private final SoftAssertions papers = new SoftAssertions();

    @AfterEach
    void allDiffering() {
        papers.assertAll();
    }

    private void golden(String name, String html) {
        try {
            Path out = Path.of("target", "papers", name + ".html");
            Files.createDirectories(out.getParent());
            Files.writeString(out, html, UTF_8);
            try (InputStream in = PapersTest.class.getResourceAsStream("papers/" + name + ".html")) {
                String kept = in == null ? "" : new String(in.readAllBytes(), UTF_8);
                papers.assertThat(html).as(name).isEqualTo(kept);
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
}
