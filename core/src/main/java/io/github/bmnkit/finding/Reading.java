package io.github.bmnkit.finding;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading data: the good part, where there is one, and everything found on the way.
 *
 * @param <T> the type of the good part
 */
public final class Reading<T> {
    private final @Nullable T value;
    private final List<Finding> findings;

    private Reading(@Nullable T value, List<Finding> findings) {
        this.value = value;
        this.findings = List.copyOf(findings);
    }

    /**
     * Returns a reading without findings.
     *
     * @param value what was read
     * @param <T> its type
     * @return the reading
     */
    public static <T> Reading<T> of(T value) {
        return of(value, List.of());
    }

    /**
     * Returns a reading with a good part.
     *
     * @param value the good part
     * @param findings everything found on the way
     * @param <T> the type of the good part
     * @return the reading
     */
    public static <T> Reading<T> of(T value, List<Finding> findings) {
        return new Reading<>(requireNonNull(value, "value"), findings);
    }

    /**
     * Returns a reading that has no good part.
     *
     * @param findings why not: at least one
     * @param <T> the type of the part that is missing
     * @return the reading
     * @throws IllegalArgumentException if there is no finding
     */
    public static <T> Reading<T> nothing(List<Finding> findings) {
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("a reading without a value must say why");
        }
        return new Reading<>(null, findings);
    }

    /**
     * Returns the good part.
     *
     * @return the good part
     * @throws NoSuchElementException if there is none; its message names the first findings
     */
    public T value() {
        if (value == null) {
            List<String> first =
                    findings.stream().limit(5).map(Finding::toString).toList();
            throw new NoSuchElementException(
                    "nothing could be read; findings: " + findings.size() + "\n" + String.join("\n", first));
        }
        return value;
    }

    /**
     * Returns the good part, if there is one.
     *
     * @return the good part, or empty
     */
    public Optional<T> optional() {
        return Optional.ofNullable(value);
    }

    /**
     * Returns everything found, in the order of the data.
     *
     * @return the findings; empty if there was nothing to say
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Tells whether something is wrong, not only noteworthy.
     *
     * @return true if a finding has the severity {@link Severity#ERROR}
     */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /**
     * Returns this reading with its good part turned into something else.
     *
     * @param function turns the good part, if there is one
     * @param <R> the new type
     * @return a reading with the same findings
     */
    public <R> Reading<R> map(Function<? super T, ? extends R> function) {
        return value == null ? new Reading<>(null, findings) : of(function.apply(value), findings);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reading<?> that && Objects.equals(value, that.value) && findings.equals(that.findings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, findings);
    }

    @Override
    public String toString() {
        return "Reading[" + (value == null ? "nothing" : value) + ", findings=" + findings + "]";
    }
}
