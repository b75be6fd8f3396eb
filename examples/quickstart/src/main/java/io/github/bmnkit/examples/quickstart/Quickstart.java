package io.github.bmnkit.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.finding.Text;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** From the official target of one province to a made-up door, its certificate and its results, in Thai and English. */
public final class Quickstart {
    private final Screen screen;
    private final Path folder;

    Quickstart(PrintStream out, Path folder) {
        this.screen = new Screen(out);
        this.folder = folder;
    }

    /**
     * Runs the quickstart.
     *
     * @param args the folder to write its files to; {@code target/report} if there is none
     * @throws IOException if a file can't be written
     */
    public static void main(String[] args) throws IOException {
        new Quickstart(new PrintStream(System.out, true, UTF_8), Path.of(args.length > 0 ? args[0] : "target/report"))
                .run();
    }

    void run() throws IOException {
        Files.createDirectories(folder);
        ProvincePlan.Start start = new ProvincePlan(screen, folder).run();
        new DistrictSeason(screen, folder, start).run();
        new HouseholdVisit(screen, folder).run();
        AreaTree administrative = start.register().tree(AreaView.ADMINISTRATIVE);
        DistrictSurvey.Surveyed survey = new DistrictSurvey(screen, folder, administrative).run();
        ProvinceCertification.Certified certified =
                new ProvinceCertification(screen, folder, start.register().tree(AreaView.CERTIFYING), survey).run();
        new DistrictResults(screen, folder, administrative, survey).run(certified.state(), certified.roots());
        screen.heading(Text.of("แฟ้มที่เขียนไว้", "The files"));
        try (var files = Files.list(folder)) {
            files.sorted()
                    .forEach(file -> screen.line("  %s", file.toAbsolutePath().normalize()));
        }
    }
}
