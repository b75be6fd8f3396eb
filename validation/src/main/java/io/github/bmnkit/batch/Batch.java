package io.github.bmnkit.batch;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.validation.HouseholdValidator;
import io.github.bmnkit.validation.ValidationReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks a stream of responses, several at once, and counts what comes of them. However long the stream is, only some
 * dozen responses for each thread are in hand. Results are given in the order of the source, whatever the number of
 * threads, unless the builder says otherwise. A response in the state {@code DRAFT} is checked as a draft, every other one as complete.
 */
public final class Batch {
    final HouseholdValidator validator;
    final Checks checks;
    final int threads;
    final boolean isOrdered;
    final @Nullable LocalDate today;
    final List<Function<HouseholdResponse, ? extends @Nullable AreaCode>> areas;
    final Supplier<? extends BiConsumer<? super ResolvedHousehold, ? super ValidationReport>> observers;
    final BooleanSupplier cancelled;
    final LongSupplier nanoClock;
    final long expected;
    final Consumer<BatchProgress> progress;
    final @Nullable AcrossHouseholds across;
    final String source;

    private Batch(Builder builder, Checks checks) {
        this.validator = builder.validator;
        this.checks = checks;
        this.threads = builder.threads;
        this.isOrdered = builder.isOrdered;
        this.today = builder.today;
        this.areas = List.copyOf(builder.areas);
        this.observers = builder.observers;
        this.cancelled = builder.cancelled;
        this.nanoClock = builder.nanoClock;
        this.expected = builder.expected;
        this.progress = builder.progress;
        this.across = null;
        this.source = "";
    }

    private Batch(Batch batch, AcrossHouseholds across, String source) {
        this.validator = batch.validator;
        this.checks = batch.checks;
        this.threads = batch.threads;
        this.isOrdered = batch.isOrdered;
        this.today = batch.today;
        this.areas = batch.areas;
        this.observers = batch.observers;
        this.cancelled = batch.cancelled;
        this.nanoClock = batch.nanoClock;
        this.expected = batch.expected;
        this.progress = batch.progress;
        this.across = across;
        this.source = source;
    }

    /**
     * Starts the settings of a batch: one thread, no areas, five households for each sample.
     *
     * @param validator what each household is checked by
     * @return a builder
     */
    public static Builder builder(HouseholdValidator validator) {
        return new Builder(validator);
    }

    /**
     * Returns this batch, made to collect what is decided across households.
     *
     * @param across where it is collected, opened for this batch; it takes from several batches at once
     * @return the batch
     * @throws IllegalArgumentException if it was opened for a batch with other rules or samples
     */
    public Batch collectingInto(AcrossHouseholds across) {
        return collectingInto(across, "");
    }

    /**
     * Returns this batch, made to collect what is decided across households, one of several batches of which each reads
     * another file.
     *
     * @param across where it is collected, opened for this batch; it takes from several batches at once
     * @param newSource what is read, such as the name of a file, at most 255 characters: with the numbers of the
     *     responses, it says where something found stands
     * @return the batch
     * @throws IllegalArgumentException if it was opened for a batch with other rules or samples, or the name is too long
     */
    public Batch collectingInto(AcrossHouseholds across, String newSource) {
        if (!across.checks.isSameAs(checks)) {
            throw new IllegalArgumentException("opened for a batch by other rules: " + across);
        }
        if (newSource.length() > 255) {
            throw new IllegalArgumentException("a name of " + newSource.length() + " characters");
        }
        return new Batch(this, across, newSource);
    }

    /**
     * Returns the summary of no household, from which merging may start.
     *
     * @return the summary
     */
    public BatchSummary nothing() {
        return new BatchSummary(new Tally(checks));
    }

    /**
     * Checks responses.
     *
     * @param responses the responses, read by the calling thread as they are due
     * @param each is given what came of each, one after the other, by the calling thread
     * @return what came of all of them
     */
    public BatchSummary run(Iterator<HouseholdResponse> responses, Consumer<? super BatchResult> each) {
        return run(responses, () -> Reading::of, each);
    }

    /**
     * Reads and checks responses, such as the lines of a file. What cannot be read is counted, and its findings are
     * given to the caller.
     *
     * @param source what is read, such as lines; asked by the calling thread as they are due
     * @param reader gives what reads an element, anew for each thread
     * @param each is given what came of each, one after the other, by the calling thread
     * @param <T> what a response is read from
     * @return what came of all of them; whatever source, reader or receiver throws is thrown
     */
    public <T> BatchSummary run(
            Iterator<T> source,
            Supplier<? extends Function<? super T, Reading<HouseholdResponse>>> reader,
            Consumer<? super BatchResult> each) {
        requireNonNull(source, "source");
        requireNonNull(reader, "reader");
        requireNonNull(each, "each");
        return new BatchRun<T>(this, source, reader, each).run();
    }

    /** Shows rules and number of threads. */
    @Override
    public String toString() {
        return "Batch[" + checks.rules + ", threads=" + threads + "]";
    }

    /** Puts the settings of a batch together. */
    public static final class Builder {
        private final HouseholdValidator validator;
        private final List<Function<HouseholdResponse, ? extends @Nullable AreaCode>> areas = new ArrayList<>();
        private int threads = 1;
        private boolean isOrdered = true;
        private @Nullable LocalDate today;
        private Supplier<? extends BiConsumer<? super ResolvedHousehold, ? super ValidationReport>> observers =
                () -> (household, report) -> {};
        private BooleanSupplier cancelled = () -> false;
        private LongSupplier nanoClock = () -> 0;
        private long expected;
        private Consumer<BatchProgress> progress = each -> {};
        private long seed;
        private int sampleSize = 5;

        private Builder(HouseholdValidator validator) {
            this.validator = requireNonNull(validator, "validator");
        }

        /**
         * Sets how many threads check responses; the calling one only reads and counts if there are more than one.
         *
         * @param number at least 1
         * @return this builder
         */
        public Builder threads(int number) {
            if (number < 1) {
                throw new IllegalArgumentException("no thread: " + number);
            }
            threads = number;
            return this;
        }

        /**
         * Gives results as they are ready, some dozen at a time, rather than in the order of the source: a household that
         * takes long holds up few others. The receiver still gets one after the other, from the calling thread; each result
         * has its number, and the summary is the same.
         *
         * @return this builder
         */
        public Builder unordered() {
            isOrdered = false;
            return this;
        }

        /**
         * Sets what {@code today()} means in rules.
         *
         * @param date the date; without one, what reads it is undecided
         * @return this builder
         */
        public Builder today(LocalDate date) {
            today = requireNonNull(date, "date");
            return this;
        }

        /**
         * Counts by area, too; called once for each level, such as villages and districts. An area of a district or
         * larger counts every outcome of every edit; a smaller one those that failed, are undecided or broke.
         *
         * @param area gives the area in which a household lies, or null to leave it out; called by several threads
         * @return this builder
         */
        public Builder byArea(Function<HouseholdResponse, ? extends @Nullable AreaCode> area) {
            areas.add(requireNonNull(area, "area"));
            return this;
        }

        /**
         * Lets something else look at each household that was checked, seen through its form already: what its indicators
         * are, say. Who looks is asked for anew for each thread and belongs to it; what they count is merged by the caller,
         * who keeps them.
         *
         * @param newObservers gives who looks; called by several threads. Each is shown a household, to be read only and not
         *     kept, and what came of checking it, in the thread that checked it, in no order across threads
         * @return this builder
         */
        public Builder observedBy(
                Supplier<? extends BiConsumer<? super ResolvedHousehold, ? super ValidationReport>> newObservers) {
            observers = requireNonNull(newObservers, "newObservers");
            return this;
        }

        /**
         * Sets how many households are named for each edit that fails, and the seed by which they are chosen: the same
         * seed chooses the same ones from the same data, however divided.
         *
         * @param newSeed any number
         * @param atMost how many, at least 0
         * @return this builder
         */
        public Builder samples(long newSeed, int atMost) {
            if (atMost < 0) {
                throw new IllegalArgumentException("a sample of " + atMost);
            }
            seed = newSeed;
            sampleSize = atMost;
            return this;
        }

        /**
         * Says how far the batch has come, now and then and at its end.
         *
         * @param clock gives nanoseconds since any moment, such as {@code System::nanoTime}
         * @param expectedTotal how many responses there will be; 0 if nobody knows
         * @param listener is told, by the calling thread
         * @return this builder
         */
        public Builder progress(LongSupplier clock, long expectedTotal, Consumer<BatchProgress> listener) {
            if (expectedTotal < 0) {
                throw new IllegalArgumentException("expected: " + expectedTotal);
            }
            nanoClock = requireNonNull(clock, "clock");
            expected = expectedTotal;
            progress = requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Lets the batch be stopped. What was taken from the source by then is still checked and counted, and the summary
         * says that it is not the whole.
         *
         * @param isCancelled asked now and then, by the calling thread
         * @return this builder
         */
        public Builder cancelledWhen(BooleanSupplier isCancelled) {
            cancelled = requireNonNull(isCancelled, "isCancelled");
            return this;
        }

        /**
         * Builds the batch.
         *
         * @return the batch
         */
        public Batch build() {
            return new Batch(this, Checks.of(validator, seed, sampleSize));
        }
    }
}
