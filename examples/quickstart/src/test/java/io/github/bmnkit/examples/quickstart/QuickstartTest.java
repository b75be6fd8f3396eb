package io.github.bmnkit.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.ProvinceCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    private static final Path GOLDEN =
            Path.of("src/test/resources/io/github/bmnkit/examples/quickstart/quickstart.txt");

    /** To renew the golden file after a change that is meant: {@code -Dgolden.renew=true}. */
    @Test
    void itSaysWhatItSaidBeforeAndWritesItsFiles(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Quickstart(new PrintStream(bytes, true, UTF_8), folder).run();
        String said = bytes.toString(UTF_8)
                .replace(folder.toAbsolutePath().normalize().toString() + "/", "");
        if (Boolean.getBoolean("golden.renew")) {
            Files.writeString(GOLDEN, said, UTF_8);
        }
        assertThat(said).isEqualToNormalizingNewlines(Files.readString(GOLDEN, UTF_8));
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        "register-made-up.csv",
                        "targets.csv",
                        "report-th.html",
                        "report-en.html",
                        "household-draft.json",
                        "household-th.txt",
                        "households-made-up.ndjson",
                        "households-planted.csv",
                        "households-th.html",
                        "households-en.html",
                        "target-list.csv",
                        "volunteer-th.html",
                        "volunteer.csv",
                        "reallocation.csv",
                        "board-th.html",
                        "board-en.html",
                        "ledger.ndjson",
                        "inclusion-proof.json",
                        "certificate-36-th.html",
                        "certificate-36.json",
                        "certificate-36010105-th.html",
                        "certificate-36010105.json",
                        "confidence-36-th.html",
                        "confidence-36.json",
                        "indicators-th.html",
                        "indicators-en.html",
                        "indicators.csv",
                        "household-sheet-th.html");
        assertThat(Files.readString(folder.resolve("report-th.html"), UTF_8)).contains("263,543", "ข้อมูลสมมุติ");
        assertThat(Files.readString(folder.resolve("households-th.html"), UTF_8))
                .contains("MON-12", "ข้อมูลสมมุติ");
        assertThat(said)
                .contains(
                        "certification.coverage: 36010105 ได้ข้อมูล 50 จาก 52 ครัวเรือน",
                        "4 certificates of 1,789 lapse");
        assertThat(Files.readString(folder.resolve("ledger.ndjson"), UTF_8))
                .as("the ledger names no household")
                .doesNotContain("36010105-8");
        List<String> planted = Files.readAllLines(folder.resolve("households-planted.csv"), UTF_8);
        int faults = planted.size() - 1;
        assertThat(said).contains("%1$d of %1$d planted faults were found".formatted(faults));
        assertThat(Files.readAllLines(folder.resolve("targets.csv"), UTF_8)).hasSize(1 + 1 + 16 + 124 + 1_632);
        assertThat(said + Files.readString(folder.resolve("household-th.txt"), UTF_8))
                .as("what is personal is masked")
                .contains("x-xxxx-xxxxx-x๑-๓", "๑๕ มีนาคม ๒๕๖๔")
                .doesNotContain("สมมุติชาย", "19999000000", "๑๙๙๙๙๐๐๐๐๐๐", "๒๕๑๖");
    }

    @Test
    void theMadeUpRegisterSaysThatItIsAndHoldsEnoughHouseholds() {
        String csv = MadeUpRegister.csv();
        assertThat(csv.lines().skip(1)).allMatch(row -> row.contains("สมมุติ"));
        AreaTree tree = AreaRegister.readCsv(new ByteArrayInputStream(csv.getBytes(UTF_8)))
                .value()
                .tree(AreaView.ADMINISTRATIVE);
        assertThat(tree.areas(AreaLevel.DISTRICT)).hasSize(16);
        assertThat(tree.areas(AreaLevel.TAMBON)).hasSize(124);
        assertThat(tree.households(ProvinceCode.of("36"))).isGreaterThan(263_543);
    }
}
