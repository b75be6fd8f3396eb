package io.github.bmnkit.round;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What was decided for one year's survey.
 *
 * @param id a short name, such as {@code bmn-2569}
 * @param year the year in the Buddhist Era
 * @param status what the definition claims to be
 * @param title the name of the round
 * @param sources the papers that it rests on
 * @param firstMonth the first month of collection
 * @param lastMonth the last month of collection
 * @param householdsPerVolunteer how many households one volunteer visits, unless an area decides otherwise
 * @param papers the papers that each level issues, from the village up
 * @param deadlines by when papers must have reached the level above
 * @param targets the table of targets
 */
public record SurveyRound(
        String id,
        int year,
        DefinitionStatus status,
        Text title,
        List<Source> sources,
        YearMonth firstMonth,
        YearMonth lastMonth,
        int householdsPerVolunteer,
        List<LevelPapers> papers,
        List<Deadline> deadlines,
        TargetTable targets) {
    /**
     * Copies the lists.
     *
     * @param id a short name, such as {@code bmn-2569}
     * @param year the year in the Buddhist Era
     * @param status what the definition claims to be
     * @param title the name of the round
     * @param sources the papers that it rests on
     * @param firstMonth the first month of collection
     * @param lastMonth the last month of collection
     * @param householdsPerVolunteer how many households one volunteer visits, unless an area decides otherwise
     * @param papers the papers that each level issues, from the village up
     * @param deadlines by when papers must have reached the level above
     * @param targets the table of targets
     * @throws IllegalArgumentException if the last month comes before the first, or a volunteer visits no household
     */
    public SurveyRound {
        requireNonNull(id, "id");
        requireNonNull(status, "status");
        requireNonNull(title, "title");
        requireNonNull(targets, "targets");
        sources = List.copyOf(sources);
        papers = List.copyOf(papers);
        deadlines = List.copyOf(deadlines);
        if (lastMonth.isBefore(firstMonth)) {
            throw new IllegalArgumentException("the window ends before it begins: " + firstMonth + " to " + lastMonth);
        }
        if (householdsPerVolunteer < 1) {
            throw new IllegalArgumentException("households per volunteer: " + householdsPerVolunteer);
        }
    }

    /**
     * Reads the definition of a round from JSON. Every margin of the target table is verified.
     *
     * @param json the definition, in the form of the shipped {@code bmn-2569.json}; read to its end and not closed
     * @return the round, if nothing is wrong with it, and the findings with line, column and JSON Pointer
     */
    public static Reading<SurveyRound> read(InputStream json) {
        return JsonDocument.read(requireNonNull(json, "json"), JsonLimits.DEFAULT, RoundDecoder.ROUND);
    }

    /**
     * Returns the periods.
     *
     * @return the periods, in order
     */
    public List<Period> periods() {
        return targets.periods();
    }

    /**
     * Returns a period by its id.
     *
     * @param periodId the id, such as {@code q3}
     * @return the period
     * @throws IllegalArgumentException if the round has no such period
     */
    public Period period(String periodId) {
        Optional<Period> found = periods().stream()
                .filter(period -> period.id().equals(periodId))
                .findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException("no period " + periodId + " in round " + id));
    }

    /**
     * Reports what the host has yet to decide, and where the round's own dates pull apart: which share of the target is
     * due only after a deadline for certifying it.
     *
     * @param settings what the host has decided
     * @return the findings; empty if everything is decided and fits
     */
    public List<Finding> check(RoundSettings settings) {
        return new RoundCheck(this, requireNonNull(settings, "settings")).findings();
    }
}
