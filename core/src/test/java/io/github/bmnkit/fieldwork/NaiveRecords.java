package io.github.bmnkit.fieldwork;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.LocalAuthorityPart;
import io.github.bmnkit.fieldwork.FieldworkRecord.Cooperation;
import io.github.bmnkit.fieldwork.FieldworkRecord.Done;
import io.github.bmnkit.fieldwork.FieldworkRecord.DueDate;
import io.github.bmnkit.fieldwork.FieldworkRecord.Publicity;
import io.github.bmnkit.fieldwork.WorkingGroup.Member;
import io.github.bmnkit.round.Deadline;
import io.github.bmnkit.round.SurveyRound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What records say, by going through all of them for every question, day by day as people would. */
final class NaiveRecords {
    /** How the last day of a term is taken; every way but one is wrong. */
    enum Ends {
        EXCLUDED,
        INCLUDED
    }

    private final List<FieldworkRecord> records;
    private final AreaTree administrative;
    private final AreaTree certifying;
    private final SurveyRound round;
    private final Ends ends;

    NaiveRecords(List<FieldworkRecord> records, AreaRegister register, SurveyRound round, Ends ends) {
        this.records = records;
        this.administrative = register.tree(AreaView.ADMINISTRATIVE);
        this.certifying = register.tree(AreaView.CERTIFYING);
        this.round = round;
        this.ends = ends;
    }

    private boolean in(Term term, LocalDate day) {
        LocalDate end = term.endExclusive();
        LocalDate last = end == null ? LocalDate.MAX : ends == Ends.INCLUDED ? end : end.minusDays(1);
        return day.compareTo(term.start()) >= 0 && day.compareTo(last) <= 0;
    }

    private static boolean lies(AreaTree tree, AreaCode area, AreaCode in) {
        Optional<AreaCode> at = tree.contains(area) ? Optional.of(area) : Optional.empty();
        while (at.isPresent()) {
            if (at.get().equals(in)) {
                return true;
            }
            at = tree.parent(at.get());
        }
        return false;
    }

    private boolean lies(AreaCode area, AreaCode in) {
        return lies(administrative, area, in) || lies(certifying, area, in);
    }

    /** Whether a unit is a village of an area, or the local authority of such a village. */
    private boolean counts(AreaCode unit, AreaCode area) {
        for (AreaCode village : administrative.areas(AreaLevel.VILLAGE)) {
            boolean here = village.equals(unit)
                    || certifying.parent(village).orElseThrow().equals(unit);
            if (here && lies(village, area)) {
                return true;
            }
        }
        return false;
    }

    Set<RoleId> roles(ActorId actor, AreaCode unit, LocalDate day) {
        Set<RoleId> roles = new TreeSet<>();
        for (FieldworkRecord record : records) {
            if (record instanceof WorkingGroup group
                    && group.unit().equals(unit)
                    && !day.isBefore(group.order().date())) {
                for (Member member : group.members()) {
                    if (member.actor().equals(actor) && in(member.term(), day)) {
                        roles.addAll(member.roles());
                    }
                }
            }
            if (record instanceof Appointment office
                    && office.actor().equals(actor)
                    && in(office.term(), day)
                    && office.areas().stream()
                            .anyMatch(area ->
                                    area.equals(unit) || (area.level() == AreaLevel.TAMBON && counts(unit, area)))) {
                roles.add(office.role());
            }
            if (record instanceof Collector collector
                    && collector.actor().equals(actor)
                    && in(collector.term(), day)
                    && collector.areas().stream().anyMatch(area -> counts(unit, area))) {
                roles.add(RoleId.of("volunteer"));
            }
        }
        return roles;
    }

    @Nullable
    LocalDate due(String task, AreaCode unit, boolean byDeadline) {
        LocalDate due = null;
        int nearest = Integer.MAX_VALUE;
        for (FieldworkRecord record : records) {
            if (record instanceof DueDate date
                    && date.task().equals(task)
                    && date.level() == unit.level()
                    && lies(unit, date.area())) {
                int distance = List.of(AreaLevel.values()).indexOf(date.area().level());
                if (distance < nearest) {
                    nearest = distance;
                    due = date.by();
                }
            }
        }
        if (byDeadline) {
            for (Deadline deadline : round.deadlines()) {
                if (deadline.level() == unit.level()) {
                    due = due == null || deadline.by().isBefore(due) ? deadline.by() : due;
                }
            }
        }
        return due;
    }

    Optional<Done> done(String task, AreaCode unit) {
        return records.stream()
                .filter(Done.class::isInstance)
                .map(Done.class::cast)
                .filter(done -> done.task().equals(task) && done.unit().equals(unit))
                .findFirst();
    }

    /** The codes of what a unit lacks, as the shipped plan asks it. */
    List<FieldworkFinding> missing(AreaCode unit, LocalDate day) {
        List<FieldworkFinding> missing = new ArrayList<>();
        boolean group = false;
        boolean ready = false;
        boolean told = false;
        boolean cooperates = false;
        for (FieldworkRecord record : records) {
            if (record instanceof WorkingGroup each
                    && each.unit().equals(unit)
                    && !each.order().date().isAfter(day)
                    && each.members().stream().anyMatch(member -> in(member.term(), day))) {
                group = true;
                ready |= each.ready() != null && !each.ready().isAfter(day);
            }
            told |= record instanceof Publicity each
                    && each.area().equals(unit)
                    && !each.on().isAfter(day);
            cooperates |= record instanceof Cooperation each
                    && unit instanceof LocalAuthorityPart part
                    && each.authority().equals(part.authority())
                    && lies(unit, each.area())
                    && !each.on().isAfter(day);
        }
        boolean works = unit.level() == AreaLevel.LOCAL_AUTHORITY
                || unit.level() == AreaLevel.DISTRICT
                || unit.level() == AreaLevel.PROVINCE;
        if (works && !group) {
            missing.add(FieldworkFinding.NO_WORKING_GROUP);
        }
        if (unit.level() == AreaLevel.PROVINCE && !told) {
            missing.add(FieldworkFinding.NO_PUBLICITY);
        }
        if (works && !ready) {
            missing.add(FieldworkFinding.GROUP_NOT_READY);
        }
        if (unit.level() == AreaLevel.VILLAGE && certifying.households(unit) > 0) {
            checkCollectors(unit, day, missing);
        }
        if (unit.level() == AreaLevel.LOCAL_AUTHORITY && !cooperates) {
            missing.add(FieldworkFinding.NO_COOPERATION);
        }
        return missing;
    }

    private void checkCollectors(AreaCode village, LocalDate day, List<FieldworkFinding> missing) {
        Set<ActorId> all = new HashSet<>();
        Set<ActorId> briefed = new HashSet<>();
        Set<ActorId> registered = new HashSet<>();
        for (FieldworkRecord record : records) {
            if (record instanceof Collector each
                    && in(each.term(), day)
                    && each.areas().stream().anyMatch(area -> lies(village, area))) {
                all.add(each.actor());
                if (each.briefed() != null && !each.briefed().isAfter(day)) {
                    briefed.add(each.actor());
                }
                if (each.registered() != null && !each.registered().isAfter(day)) {
                    registered.add(each.actor());
                }
            }
        }
        if (all.isEmpty() || briefed.size() < all.size()) {
            missing.add(FieldworkFinding.COLLECTORS_NOT_BRIEFED);
        }
        if (all.isEmpty() || registered.size() < all.size()) {
            missing.add(FieldworkFinding.COLLECTORS_NOT_REGISTERED);
        }
    }
}
