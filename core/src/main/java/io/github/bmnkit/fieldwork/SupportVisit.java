package io.github.bmnkit.fieldwork;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit to support and monitor the work in the field (ลงพื้นที่ติดตาม), by a province or a district (steps 16 and 17), and the
 * report of it to superiors or to the working group.
 *
 * @param by the province or district whose office went
 * @param place where it went: an area at or beneath it
 * @param on when, Common Era
 * @param findings what was found, in the host's words, without personal data
 * @param report the report; null if none was made yet
 */
public record SupportVisit(
        AreaCode by,
        AreaCode place,
        LocalDate on,
        List<String> findings,
        @Nullable Report report) implements FieldworkRecord {
    /**
     * Copies the findings.
     *
     * @param by the province or district whose office went
     * @param place where it went: an area at or beneath it
     * @param on when, Common Era
     * @param findings what was found, in the host's words, without personal data
     * @param report the report; null if none was made yet
     */
    public SupportVisit {
        requireNonNull(by, "by");
        requireNonNull(place, "place");
        requireNonNull(on, "on");
        findings = List.copyOf(findings);
    }

    /**
     * The report of a visit (รายงานผล).
     *
     * @param to to whom: the superiors or the working group, in the host's words
     * @param on when, Common Era
     */
    public record Report(String to, LocalDate on) {
        /**
         * Checks that both are there.
         *
         * @param to to whom: the superiors or the working group, in the host's words
         * @param on when, Common Era
         * @throws IllegalArgumentException if nobody is named
         */
        public Report {
            requireNonNull(on, "on");
            if (to.isBlank()) {
                throw new IllegalArgumentException("a report goes to somebody");
            }
        }
    }

    /** Leaves the words of the host out. */
    @Override
    public String toString() {
        return "SupportVisit[by=" + by + ", place=" + place + ", on=" + on + ", findings=" + findings.size()
                + (report == null ? "" : ", reported=" + report.on()) + "]";
    }
}
