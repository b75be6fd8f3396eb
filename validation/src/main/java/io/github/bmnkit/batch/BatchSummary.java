package io.github.bmnkit.batch;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.OutcomeCounts;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What came of many households: exact counts by edit, severity and area, and for each edit a few households that fail it.
 * Summaries of disjoint parts merge, in any order and however the parts were cut, to the same summary.
 *
 * <p>A household is acceptable if it has no hard finding of its own; what rules across households say comes to the counts
 * of these rules, by {@link AcrossHouseholds#decide}.
 */
public final class BatchSummary {
    /**
     * What came of one edit: a rule, or a check that the form derives.
     *
     * @param id the id of the rule, or of the check
     * @param severity how grave it is if it fails
     * @param text what it says then, without values
     * @param counts its outcomes, each member counted; checks for which a rule stands are left out
     * @param sample some of the households that fail it, chosen by their hashes
     */
    public record OfEdit(String id, Severity severity, Text text, OutcomeCounts counts, List<HouseholdId> sample) {
        /**
         * Copies the list.
         *
         * @param id the id of the rule, or of the check
         * @param severity how grave it is if it fails
         * @param text what it says then, without values
         * @param counts its outcomes, each member counted; checks for which a rule stands are left out
         * @param sample some of the households that fail it, chosen by their hashes
         */
        public OfEdit {
            sample = List.copyOf(sample);
        }
    }

    /** What came of the households of one area. */
    public static final class OfArea {
        private final AreaTally tally;
        private final Checks checks;

        private OfArea(AreaTally tally, Checks checks) {
            this.tally = tally;
            this.checks = checks;
        }

        /**
         * Returns what kind of area it is.
         *
         * @return the level
         */
        public AreaLevel level() {
            return tally.area.level();
        }

        /**
         * Returns the code of the area as it is written.
         *
         * @return the code, unique within its level
         */
        public String code() {
            return tally.area.code();
        }

        /**
         * Returns how many households were checked.
         *
         * @return the number
         */
        public long households() {
            return tally.households;
        }

        /**
         * Returns how many households have no hard finding.
         *
         * @return the number
         */
        public long acceptable() {
            return tally.acceptable;
        }

        /**
         * Returns how many households have a soft finding, acceptable or not.
         *
         * @return the number
         */
        public long withSoftFindings() {
            return tally.soft;
        }

        /**
         * Returns what came of all edits of a severity.
         *
         * @param severity the severity
         * @return the counts
         */
        public OutcomeCounts counts(Severity severity) {
            return tally.of(severity);
        }

        /**
         * Returns how often an edit failed, which is counted for areas of every size.
         *
         * @param edit the id of the rule or check
         * @return how often it failed
         * @throws IllegalArgumentException if there is no such edit
         */
        public long failed(String edit) {
            return tally.edits.get(place(checks, edit), Outcome.FAIL);
        }

        /**
         * Returns what came of an edit.
         *
         * @param edit the id of the rule or check
         * @return the counts; empty for areas smaller than districts, of which not everything is kept
         * @throws IllegalArgumentException if there is no such edit
         */
        public Optional<OutcomeCounts> counts(String edit) {
            int place = place(checks, edit);
            return tally.area.isDense() ? Optional.of(tally.edits.of(place)) : Optional.empty();
        }

        /** Shows level, code and households. */
        @Override
        public String toString() {
            return "OfArea[" + level() + " " + code() + ", households=" + households() + "]";
        }
    }

    private final Tally tally;

    BatchSummary(Tally tally) {
        this.tally = tally;
    }

    /**
     * Reads a summary.
     *
     * @param json what {@link #toJson} wrote, UTF-8, at most 256 MiB; read to its end and not closed
     * @return the summary, if nothing is wrong with it, and everything found, with line, column and JSON Pointer
     */
    public static Reading<BatchSummary> read(InputStream json) {
        return SummaryJson.read(requireNonNull(json, "json"));
    }

    private static int place(Checks checks, String edit) {
        int place = checks.place(edit);
        if (place < 0) {
            throw new IllegalArgumentException("no such rule or check: " + edit);
        }
        return place;
    }

    Tally tally() {
        return tally;
    }

    /**
     * Returns the summary of these and other households together.
     *
     * @param other what came of other households, by the same rules and with the same samples
     * @return the summary of both
     * @throws IllegalArgumentException if it was made by other rules, or with other samples
     */
    public BatchSummary merge(BatchSummary other) {
        if (!tally.checks.isSameAs(other.tally.checks)) {
            throw new IllegalArgumentException("made otherwise: " + other);
        }
        Tally both = new Tally(tally.checks);
        both.add(tally);
        both.add(other.tally);
        return new BatchSummary(both);
    }

    /**
     * Returns the form of the responses.
     *
     * @return id and version, such as {@code bmn-2560:1}
     */
    public String form() {
        return tally.checks.form;
    }

    /**
     * Returns the rules by which they were checked.
     *
     * @return id and version, such as {@code bmn-2560:1}
     */
    public String rules() {
        return tally.checks.rules;
    }

    /**
     * Tells whether a batch was stopped before its end, so that this is not the whole.
     *
     * @return true if one was
     */
    public boolean isCancelled() {
        return tally.cancelled;
    }

    /**
     * Returns how many households were checked.
     *
     * @return the number, with drafts
     */
    public long households() {
        return tally.whole.households;
    }

    /**
     * Returns how many households have no hard finding of their own.
     *
     * @return the number
     */
    public long acceptable() {
        return tally.whole.acceptable;
    }

    /**
     * Returns how many households have a soft finding of their own, acceptable or not.
     *
     * @return the number
     */
    public long withSoftFindings() {
        return tally.whole.soft;
    }

    /**
     * Returns how many of the households were checked as drafts.
     *
     * @return the number
     */
    public long drafts() {
        return tally.drafts;
    }

    /**
     * Returns how many lines or responses could not be checked; they are no households here.
     *
     * @return the number
     */
    public long unreadable() {
        return tally.unreadable;
    }

    /**
     * Returns what was found in reading the responses.
     *
     * @return how often, by the ids of the codes, sorted
     */
    public Map<String, Long> readingFindings() {
        return Collections.unmodifiableMap(tally.readingFindings);
    }

    /**
     * Returns what came of all edits of a severity.
     *
     * @param severity the severity
     * @return the counts
     */
    public OutcomeCounts counts(Severity severity) {
        return tally.whole.of(severity);
    }

    /**
     * Returns what came of every edit.
     *
     * @return those of the household first, then those of members, then the rules across households
     */
    public List<OfEdit> edits() {
        return IntStream.range(0, tally.checks.size()).mapToObj(this::edit).toList();
    }

    /**
     * Returns what came of one edit.
     *
     * @param id the id of a rule or check
     * @return its counts and sample
     * @throws IllegalArgumentException if there is no such edit
     */
    public OfEdit edit(String id) {
        return edit(place(tally.checks, id));
    }

    private OfEdit edit(int place) {
        Checks.Edit edit = tally.checks.edits.get(place);
        return new OfEdit(
                edit.id(), edit.severity(), edit.text(), tally.whole.edits.of(place), tally.samples.of(place));
    }

    /**
     * Returns what came of the areas.
     *
     * @return the areas, the largest level first, then by code
     */
    public List<OfArea> areas() {
        return tally.areas.values().stream()
                .map(area -> new OfArea(area, tally.checks))
                .toList();
    }

    /**
     * Returns what came of one area.
     *
     * @param area its code
     * @return the area; empty if no household lies in it
     */
    public Optional<OfArea> area(AreaCode area) {
        return Optional.ofNullable(tally.areas.get(AreaKey.of(area))).map(each -> new OfArea(each, tally.checks));
    }

    /**
     * Writes the summary as JSON. Reading it gives an equal summary, which merges on.
     *
     * @return the document; equal summaries give the same
     */
    public String toJson() {
        return SummaryJson.write(tally);
    }

    /**
     * Writes the summary as {@link #toJson} does, piece by piece: that of the country is too large for one text.
     *
     * @param out where it is written, UTF-8; flushed and not closed
     * @throws IOException if it cannot be written
     */
    public void writeJson(OutputStream out) throws IOException {
        SummaryJson.write(tally, requireNonNull(out, "out"));
    }

    /** Two summaries are equal if they say the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BatchSummary that
                && tally.checks.isSameAs(that.tally.checks)
                && toJson().equals(that.toJson());
    }

    @Override
    public int hashCode() {
        return 31 * rules().hashCode() + Long.hashCode(households());
    }

    /** Shows what was checked and how many households. */
    @Override
    public String toString() {
        return "BatchSummary[" + form() + ", " + rules() + ", households=" + households() + ", acceptable="
                + acceptable() + ", unreadable=" + unreadable() + "]";
    }
}
