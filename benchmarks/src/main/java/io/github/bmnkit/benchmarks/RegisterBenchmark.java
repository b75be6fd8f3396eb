package io.github.bmnkit.benchmarks;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.bmnkit.area.AreaRegister;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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

/**
 * Reading a register of 80,256 rows. The peers do far less: they split the same bytes into strings, and neither check nor
 * keep anything. What lies between them and the SDK is the price of codes, checks and two trees.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class RegisterBenchmark {
    private final ObjectReader jackson =
            new CsvMapper().readerFor(String[].class).with(CsvParser.Feature.WRAP_AS_ARRAY);
    byte[] csv;

    /** Makes the file. */
    @Setup
    public void setUp() {
        csv = MadeUpRegister.csv();
    }

    /**
     * Reads the register: rows, codes, checks, and both trees.
     *
     * @return the register
     */
    @Benchmark
    public AreaRegister bmnKit() {
        return MadeUpRegister.read(csv);
    }

    /**
     * Splits the file into strings with jackson-dataformat-csv.
     *
     * @return the number of characters in all fields
     * @throws IOException never: the file is in memory
     */
    @Benchmark
    public long jacksonStrings() throws IOException {
        long characters = 0;
        try (MappingIterator<String[]> rows = jackson.readValues(new ByteArrayInputStream(csv))) {
            while (rows.hasNextValue()) {
                for (String field : rows.nextValue()) {
                    characters += field.length();
                }
            }
        }
        return characters;
    }

    /**
     * Splits the file into strings with FastCSV.
     *
     * @return the number of characters in all fields
     * @throws IOException never: the file is in memory
     */
    @Benchmark
    public long fastCsvStrings() throws IOException {
        long characters = 0;
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(new ByteArrayInputStream(csv))) {
            for (CsvRecord row : rows) {
                for (String field : row.getFields()) {
                    characters += field.length();
                }
            }
        }
        return characters;
    }
}
