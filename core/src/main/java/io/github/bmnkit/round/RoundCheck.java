package io.github.bmnkit.round;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Share;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds the dates of a round against one another. */
final class RoundCheck {
    private final SurveyRound round;
    private final RoundSettings settings;
    private final List<Finding> findings = new ArrayList<>();

    RoundCheck(SurveyRound round, RoundSettings settings) {
        this.round = round;
        this.settings = settings;
    }

    List<Finding> findings() {
        checkPeriodEnds();
        for (LevelPapers papers : round.papers()) {
            if (!settings.requiredCoverage().containsKey(papers.level())) {
                findings.add(Finding.of(RoundFinding.COVERAGE_UNSET)
                        .with("level", papers.level().text()));
            }
        }
        Map<Period, LocalDate> ends = latestEnds();
        for (Deadline deadline : round.deadlines()) {
            ends.forEach((period, end) -> checkAgainst(deadline, period, end));
            checkCoverage(deadline, ends);
        }
        return List.copyOf(findings);
    }

    private void checkPeriodEnds() {
        settings.periodEnds().keySet().stream()
                .filter(id ->
                        round.periods().stream().noneMatch(period -> period.id().equals(id)))
                .sorted()
                .forEach(id ->
                        findings.add(Finding.of(RoundFinding.UNKNOWN_PERIOD).with("period", id)));
        LocalDate earliest = round.firstMonth().atDay(1);
        LocalDate latest = round.lastMonth().atEndOfMonth();
        for (Period period : round.periods()) {
            LocalDate end = settings.periodEnds().get(period.id());
            if (end == null) {
                findings.add(Finding.of(RoundFinding.PERIOD_END_UNSET).with("period", period.name()));
            } else if (end.isBefore(earliest) || end.isAfter(latest)) {
                findings.add(Finding.of(RoundFinding.PERIOD_END)
                        .with("period", period.name())
                        .with("end", end)
                        .with("earliest", earliest)
                        .with("latest", latest));
            } else {
                earliest = end;
            }
        }
    }

    /** When each period ends at the latest: as the host says, else with the window for the last one. */
    private Map<Period, LocalDate> latestEnds() {
        Map<Period, LocalDate> ends = new LinkedHashMap<>();
        for (Period period : round.periods()) {
            LocalDate end = settings.periodEnds().get(period.id());
            boolean last = period.equals(round.periods().get(round.periods().size() - 1));
            if (end != null || last) {
                ends.put(period, end != null ? end : round.lastMonth().atEndOfMonth());
            }
        }
        return ends;
    }

    private void checkAgainst(Deadline deadline, Period period, LocalDate end) {
        if (end.isAfter(deadline.by())) {
            findings.add(Finding.of(RoundFinding.PERIOD_AFTER_DEADLINE)
                    .with("period", period.name())
                    .with("end", end)
                    .with("level", deadline.level().text())
                    .with("deadline", deadline.by())
                    .with("households", households(period))
                    .with("percent", percent(households(period))));
        }
    }

    private void checkCoverage(Deadline deadline, Map<Period, LocalDate> ends) {
        Share required = settings.requiredCoverage().get(deadline.level());
        if (required == null) {
            return;
        }
        AreaLevel level = deadline.level();
        long later = ends.entrySet().stream()
                .filter(entry -> entry.getValue().isAfter(deadline.by()))
                .mapToLong(entry -> households(entry.getKey()))
                .sum();
        Share due = Share.of(round.targets().total() - later, round.targets().total());
        boolean enough = BigInteger.valueOf(due.part())
                        .multiply(BigInteger.valueOf(required.whole()))
                        .compareTo(BigInteger.valueOf(required.part()).multiply(BigInteger.valueOf(due.whole())))
                >= 0;
        if (!enough) {
            findings.add(Finding.of(RoundFinding.COVERAGE_BEFORE_PERIOD_END)
                    .with("level", level.text())
                    .with("deadline", deadline.by())
                    .with("required", required.percent(2).orElseThrow())
                    .with("due", due.percent(2).orElseThrow()));
        }
    }

    private long households(Period period) {
        return round.targets().households(CountryCode.THAILAND, period);
    }

    private BigDecimal percent(long households) {
        return Share.of(households, round.targets().total()).percent(2).orElseThrow();
    }
}
