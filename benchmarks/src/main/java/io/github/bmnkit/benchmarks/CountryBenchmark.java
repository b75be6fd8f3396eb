package io.github.bmnkit.benchmarks;

import io.github.bmnkit.certification.Ledger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The whole country certifies, from 13,169,180 households to the receipt by the department, in one thread. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@State(Scope.Benchmark)
public class CountryBenchmark {
    CertifyingCountry country = CertifyingCountry.whole();
    Ledger.Head head = Ledger.Head.EMPTY;
    byte[] ledger = {};

    /**
     * Certifies the country once, and keeps its ledger as a file.
     *
     * @throws IOException never: there is memory
     */
    @Setup
    public void setUp() throws IOException {
        country.households();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        head = commands().export(file);
        ledger = file.toByteArray();
        System.out.printf("%,d entries, %,d bytes%n", head.length(), ledger.length);
    }

    /**
     * Streams the households: four events and a digest of each, and the Merkle roots of the villages.
     *
     * @return how many households are confirmed
     */
    @Benchmark
    public long households() {
        return country.households();
    }

    /**
     * Submits all commands, from the reports of the villages to the receipts of the provinces, to a ledger in memory.
     *
     * @return the ledger
     */
    @Benchmark
    public Ledger commands() {
        Ledger fresh = Ledger.open(country.kernel, Ledger.Store.inMemory()).value();
        country.certify(command -> fresh.submit(command, country));
        return fresh;
    }

    /**
     * Verifies the exported ledger line by line.
     *
     * @return its head
     */
    @Benchmark
    public Ledger.Head verify() {
        return Ledger.verify(country.kernel, new ByteArrayInputStream(ledger), List.of(head))
                .value();
    }
}
