package io.github.bmnkit.batch;

import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.validation.ValidationReport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of one response, or of one line that should hold one. */
public final class BatchResult {
    private final long number;
    final long line;
    private final Reading<HouseholdResponse> reading;
    private final @Nullable ValidationReport report;
    final List<AreaKey> areas;
    final List<AcrossKey> across;

    private BatchResult(
            long number,
            long line,
            Reading<HouseholdResponse> reading,
            @Nullable ValidationReport report,
            List<AreaKey> areas,
            List<AcrossKey> across) {
        this.number = number;
        this.line = line;
        this.reading = reading;
        this.report = report;
        this.areas = areas;
        this.across = across;
    }

    static BatchResult unchecked(long number, Reading<HouseholdResponse> reading) {
        return new BatchResult(number, 0, reading, null, List.of(), List.of());
    }

    static BatchResult checked(
            long number,
            long line,
            Reading<HouseholdResponse> reading,
            ValidationReport report,
            List<AreaKey> areas,
            List<AcrossKey> across) {
        return new BatchResult(number, line, reading, report, areas, across);
    }

    /**
     * Returns which response it is.
     *
     * @return the number in the order of the source, from 1
     */
    public long number() {
        return number;
    }

    /**
     * Returns what came of reading the response.
     *
     * @return the response, if it can be checked, and everything found, with its place
     */
    public Reading<HouseholdResponse> reading() {
        return reading;
    }

    /**
     * Returns what came of checking it.
     *
     * @return the report; empty if there is no response to check, and then the findings of {@link #reading} say why
     */
    public Optional<ValidationReport> report() {
        return Optional.ofNullable(report);
    }

    /** Shows the number and how much was found. */
    @Override
    public String toString() {
        return "BatchResult[" + number + ", " + (report == null ? "unchecked" : report) + ", findings="
                + reading.findings().size() + "]";
    }
}
