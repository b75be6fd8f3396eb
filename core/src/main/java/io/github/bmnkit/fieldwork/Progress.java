package io.github.bmnkit.fieldwork;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.LocalAuthorityPart;
import io.github.bmnkit.fieldwork.ActionPlan.Asked;
import io.github.bmnkit.fieldwork.ActionPlan.Duty;
import io.github.bmnkit.fieldwork.ActionPlan.Evidence;
import io.github.bmnkit.fieldwork.ActionPlan.Task;
import io.github.bmnkit.fieldwork.FieldworkRecord.Cooperation;
import io.github.bmnkit.fieldwork.FieldworkRecord.Done;
import io.github.bmnkit.fieldwork.FieldworkRecord.DueDate;
import io.github.bmnkit.fieldwork.FieldworkRecord.Publicity;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.round.Deadline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of the plan is due and done, and what units still lack. */
final class Progress {
    private final FieldworkRecords.Basis basis;
    private final Territory territory;
    private final Map<String, DueDate> dueDates = new HashMap<>();
    private final Map<String, Done> done = new HashMap<>();
    private final Map<AreaCode, List<WorkingGroup>> groups = new HashMap<>();
    private final Map<AreaCode, List<Collector>> collectors = new HashMap<>();
    private final List<Publicity> publicity = new ArrayList<>();
    private final List<Cooperation> cooperation = new ArrayList<>();

    Progress(FieldworkRecords.Basis basis, List<FieldworkRecord> records, Territory territory) {
        this.basis = basis;
        this.territory = territory;
        for (FieldworkRecord record : records) {
            if (record instanceof DueDate each) {
                dueDates.put(RecordParts.key(each), each);
            } else if (record instanceof Done each) {
                done.put(RecordParts.key(each), each);
            } else if (record instanceof WorkingGroup each) {
                groups.computeIfAbsent(each.unit(), any -> new ArrayList<>()).add(each);
            } else if (record instanceof Collector each) {
                territory
                        .villages(each.areas())
                        .forEach(village -> collectors
                                .computeIfAbsent(village, any -> new ArrayList<>())
                                .add(each));
            } else if (record instanceof Publicity each) {
                publicity.add(each);
            } else if (record instanceof Cooperation each) {
                cooperation.add(each);
            }
        }
    }

    List<PlanRow> plan(AreaCode unit) {
        List<PlanRow> rows = new ArrayList<>();
        for (Task task : basis.plan().tasks()) {
            task.duty(unit.level()).ifPresent(duty -> rows.add(row(task, duty, unit)));
        }
        return rows;
    }

    /** The rows of an area and of all units beneath it, by task. */
    Stream<PlanRow> planWithin(AreaCode within) {
        return basis.plan().tasks().stream()
                .flatMap(task -> task.duties().stream()
                        .flatMap(duty ->
                                territory.units(duty.level(), within).stream().map(unit -> row(task, duty, unit))));
    }

    private PlanRow row(Task task, Duty duty, AreaCode unit) {
        return new PlanRow(task, unit, due(task, duty, unit), done.get(RecordParts.key(task.id(), unit)));
    }

    /** The nearest date that was set, but the deadline of the round at the latest. */
    private @Nullable LocalDate due(Task task, Duty duty, AreaCode unit) {
        LocalDate set = null;
        if (!dueDates.isEmpty()) {
            set = territory.upwards(unit).stream()
                    .map(area -> dueDates.get(RecordParts.key(task.id(), area, duty.level())))
                    .filter(Objects::nonNull)
                    .map(DueDate::by)
                    .findFirst()
                    .orElse(null);
        }
        if (!duty.byDeadline()) {
            return set;
        }
        LocalDate deadline = ActionPlan.deadline(basis.round(), duty.level())
                .map(Deadline::by)
                .orElse(null);
        return set == null || (deadline != null && deadline.isBefore(set)) ? deadline : set;
    }

    List<Finding> missing(AreaCode unit, LocalDate day) {
        List<Finding> missing = new ArrayList<>();
        for (Task task : basis.plan().tasks()) {
            Asked asked = task.asked();
            if (asked != null && asked.levels().contains(unit.level()) && !shows(asked.what(), unit, day)) {
                missing.add(missing(asked.what(), unit, day));
            }
        }
        return missing;
    }

    private Finding missing(Evidence what, AreaCode unit, LocalDate day) {
        Finding finding = Finding.of(what.missing()).with("unit", unit.value());
        if (what != Evidence.BRIEFED_COLLECTORS && what != Evidence.REGISTERED_COLLECTORS) {
            return finding;
        }
        Set<ActorId> all = collectors(unit, day, false, false);
        Set<ActorId> good =
                collectors(unit, day, what == Evidence.BRIEFED_COLLECTORS, what == Evidence.REGISTERED_COLLECTORS);
        return finding.with("count", good.size()).with("all", all.size());
    }

    List<AreaCode> lacking(Evidence what, AreaCode within, LocalDate day) {
        Set<AreaLevel> levels = new TreeSet<>();
        for (Task task : basis.plan().tasks()) {
            Asked asked = task.asked();
            if (asked != null && asked.what() == what) {
                levels.addAll(asked.levels());
            }
        }
        return levels.stream()
                .flatMap(level -> territory.units(level, within).stream())
                .filter(unit -> !shows(what, unit, day))
                .toList();
    }

    private boolean shows(Evidence what, AreaCode unit, LocalDate day) {
        return switch (what) {
            case PUBLICITY ->
                publicity.stream()
                        .anyMatch(each -> each.area().equals(unit) && !each.on().isAfter(day));
            case WORKING_GROUP -> groupsOf(unit).anyMatch(group -> group.stands(day));
            case READINESS -> groupsOf(unit).anyMatch(group -> group.isReady(day));
            case BRIEFED_COLLECTORS -> allCollectors(unit, day, true, false);
            case REGISTERED_COLLECTORS -> allCollectors(unit, day, false, true);
            case COOPERATION -> cooperation.stream().anyMatch(each -> !each.on().isAfter(day) && concerns(each, unit));
        };
    }

    private Stream<WorkingGroup> groupsOf(AreaCode unit) {
        return groups.getOrDefault(unit, List.of()).stream();
    }

    private boolean allCollectors(AreaCode unit, LocalDate day, boolean briefed, boolean registered) {
        if (territory.villages(unit).stream().allMatch(village -> territory.households(village) == 0)) {
            return true;
        }
        Set<ActorId> all = collectors(unit, day, false, false);
        return !all.isEmpty() && collectors(unit, day, briefed, registered).equals(all);
    }

    private boolean concerns(Cooperation each, AreaCode unit) {
        if (unit instanceof LocalAuthorityPart part) {
            return part.authority().equals(each.authority()) && territory.isWithin(unit, each.area());
        }
        return territory.isWithin(each.area(), unit);
    }

    Set<ActorId> collectors(AreaCode area, LocalDate day, boolean briefed, boolean registered) {
        Set<ActorId> found = new LinkedHashSet<>();
        for (AreaCode village : territory.villages(area)) {
            for (Collector each : collectors.getOrDefault(village, List.of())) {
                if (each.term().contains(day)
                        && (!briefed || each.isBriefed(day))
                        && (!registered || each.isRegistered(day))) {
                    found.add(each.actor());
                }
            }
        }
        return found;
    }
}
