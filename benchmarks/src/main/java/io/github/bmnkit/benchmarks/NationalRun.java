package io.github.bmnkit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.area.DistrictCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.batch.AcrossHouseholds;
import io.github.bmnkit.batch.Batch;
import io.github.bmnkit.batch.BatchProgress;
import io.github.bmnkit.batch.BatchReport;
import io.github.bmnkit.batch.BatchSummary;
import io.github.bmnkit.examples.synthetic.HostCodes;
import io.github.bmnkit.examples.synthetic.PlantedFaults;
import io.github.bmnkit.finding.OutcomeCounts;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResponseLimits;
import io.github.bmnkit.response.ResponseLines;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.rule.RuleSets;
import io.github.bmnkit.validation.HouseholdValidator;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/**
 * A rehearsal of the country on one machine: households from a file, all rules, counts by village and district, and the
 * rules across households with what does not fit into memory on disk. Writing the file is a run of its own, so that it is
 * in none of the figures.
 */
public final class NationalRun {
    private final Path file;
    private final int threads;
    private final Questionnaire form = HostCodes.form();
    private long mostInUse;

    private NationalRun(Path file, int threads) {
        this.file = file;
        this.threads = threads;
    }

    /**
     * Runs the program.
     *
     * @param args {@code write <file> <households>}, or {@code check <file> [<threads>]}
     * @throws IOException if the file cannot be written or read
     */
    public static void main(String[] args) throws IOException {
        if (args.length == 3 && args[0].equals("write")) {
            write(Path.of(args[1]), Long.parseLong(args[2]));
        } else if (args.length >= 2 && args[0].equals("check")) {
            new NationalRun(Path.of(args[1]), args.length > 2 ? Integer.parseInt(args[2]) : 2).check();
        } else {
            throw new IllegalArgumentException("write <file> <households>, or check <file> [<threads>]");
        }
    }

    private static void write(Path file, long households) throws IOException {
        long start = System.nanoTime();
        NationalFile lines = new NationalFile();
        long made = System.nanoTime();
        lines.write(file, households);
        say(
                "%,d sets of answers made in %.1f s; %,d lines, %,d bytes written in %.1f s",
                NationalFile.DISTINCT,
                seconds(made - start),
                households,
                Files.size(file),
                seconds(System.nanoTime() - made));
    }

    private void check() throws IOException {
        Batch batch = Batch.builder(HouseholdValidator.of(form, RuleSets.bmn2560()))
                .today(PlantedFaults.TODAY)
                .threads(threads)
                .byArea(NationalRun::village)
                .byArea(NationalRun::district)
                .progress(System::nanoTime, 0, this::show)
                .build();
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Path spill = Files.createTempDirectory(file.toAbsolutePath().getParent(), "across");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                AcrossHouseholds across = AcrossHouseholds.open(batch, spill, new SecretKeySpec(key, "HmacSHA256"))) {
            long start = System.nanoTime();
            BatchSummary summary = batch.collectingInto(across)
                    .run(
                            ResponseLines.split(in, ResponseLimits.DEFAULT),
                            () -> ResponseLines.of(form)::read,
                            result -> {});
            long checked = System.nanoTime();
            long spilled = size(spill);
            summary = summary.merge(across.decide(group -> {}));
            long decided = System.nanoTime();
            look();
            int bytes = BatchReport.of(summary).toHtml(Text.THAI).getBytes(UTF_8).length;
            long written = System.nanoTime();
            look();
            counts(summary);
            say("Spilled to disk: %,d bytes; the report as a page: %,d bytes", spilled, bytes);
            times(summary.households(), checked - start, decided - checked, written - decided);
            memory();
        } finally {
            Files.delete(spill);
        }
    }

    private static VillageCode village(HouseholdResponse response) {
        return VillageCode.of(response.household().value().substring(0, 8));
    }

    private static DistrictCode district(HouseholdResponse response) {
        return DistrictCode.of(response.household().value().substring(0, 4));
    }

    private void show(BatchProgress progress) {
        look();
        if (progress.done() % 96_000 == 0) {
            say("  %,d households, %,d/s", progress.done(), progress.perSecond());
        }
    }

    private void look() {
        Runtime runtime = Runtime.getRuntime();
        mostInUse = Math.max(mostInUse, runtime.totalMemory() - runtime.freeMemory());
    }

    private static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.mapToLong(each -> each.toFile().length()).sum();
        }
    }

    private static void counts(BatchSummary summary) {
        say(
                "%,d households in %,d areas: %,d acceptable, %,d with soft findings, %,d lines not read",
                summary.households(),
                summary.areas().size(),
                summary.acceptable(),
                summary.withSoftFindings(),
                summary.unreadable());
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            OutcomeCounts counts = summary.counts(severity);
            say(
                    "%s: %,d passed, %,d failed, %,d undecided, %,d not applicable",
                    severity, counts.passed(), counts.failed(), counts.undecided(), counts.notApplicable());
        }
        for (String rule : List.of("HDR-19", "HDR-20", "HDR-21", "MEM-16")) {
            say(
                    "%s, across households: %,d failed",
                    rule, summary.edit(rule).counts().failed());
        }
    }

    private void times(long households, long checking, long deciding, long writing) {
        double all = seconds(checking + deciding + writing);
        say(
                "%.1f s with %d threads: read, checked and counted %.1f s; across households %.1f s; report %.1f s",
                all, threads, seconds(checking), seconds(deciding), seconds(writing));
        say(
                "%,.0f households/s in checking, %,.0f households/s over all",
                households / seconds(checking), households / all);
        long country = SurveyRounds.bmn2569().targets().total();
        double times = (double) country / households;
        // The report takes time for the areas, all of which are in it, and not for the households.
        double each = seconds(checking + deciding);
        double whole = times * each + seconds(writing);
        say(
                "The country: %,d / %,d = %.3f times as many; %.3f x %.1f s + %.1f s = %,.0f s = %.1f h",
                country, households, times, times, each, seconds(writing), whole, whole / 3_600);
    }

    private void memory() throws IOException {
        say(
                "Heap: %,d MiB allowed; at most %,d MiB in use, garbage included",
                Runtime.getRuntime().maxMemory() >> 20, mostInUse >> 20);
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            try (Stream<String> lines = Files.lines(status)) {
                lines.filter(line -> line.startsWith("VmHWM")).forEach(line -> say("Peak resident set: %s", line));
            }
        }
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
