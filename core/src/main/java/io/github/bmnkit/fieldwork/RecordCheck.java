package io.github.bmnkit.fieldwork;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.LocalAuthorityKind;
import io.github.bmnkit.fieldwork.ActionPlan.Duty;
import io.github.bmnkit.fieldwork.ActionPlan.Task;
import io.github.bmnkit.fieldwork.FieldworkRecord.Cooperation;
import io.github.bmnkit.fieldwork.FieldworkRecord.Done;
import io.github.bmnkit.fieldwork.FieldworkRecord.DueDate;
import io.github.bmnkit.fieldwork.WorkingGroup.Member;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds records against the register, the catalogue of roles, the plan and the round. */
final class RecordCheck {
    private static final Set<AreaLevel> CERTIFYING =
            Set.of(AreaLevel.VILLAGE, AreaLevel.LOCAL_AUTHORITY, AreaLevel.DISTRICT, AreaLevel.PROVINCE);
    private static final Set<AreaLevel> COLLECTING =
            Set.of(AreaLevel.VILLAGE, AreaLevel.TAMBON, AreaLevel.LOCAL_AUTHORITY);
    private static final Set<AreaLevel> SUPPORTING = Set.of(AreaLevel.DISTRICT, AreaLevel.PROVINCE);

    private final FieldworkRecords.Basis basis;
    private final Territory territory;
    private final LocalDate today;

    RecordCheck(FieldworkRecords.Basis basis, LocalDate today) {
        this.basis = basis;
        this.territory = new Territory(basis.register());
        this.today = today;
    }

    /** What is wrong with an area alone. */
    List<Finding> area(AreaCode area) {
        return territory.contains(area)
                ? List.of()
                : List.of(Finding.of(FieldworkFinding.UNKNOWN_AREA)
                        .with("level", area.level().text())
                        .with("area", area.value()));
    }

    /** What is to be said of the date of something that was done. */
    List<Finding> past(LocalDate date) {
        return date.isAfter(today)
                ? List.of(Finding.of(FieldworkFinding.IN_FUTURE)
                        .with("date", date)
                        .with("today", today))
                : List.of();
    }

    /** What is wrong with the areas, roles and dates of a record, one by one. */
    List<Finding> parts(FieldworkRecord record) {
        List<Finding> findings = new ArrayList<>();
        RecordParts.areas(record).forEach(area -> findings.addAll(area(area)));
        RecordParts.roles(record)
                .filter(role -> basis.roles().find(role).isEmpty())
                .forEach(role ->
                        findings.add(Finding.of(FieldworkFinding.UNKNOWN_ROLE).with("role", role.value())));
        RecordParts.past(record).forEach(date -> findings.addAll(past(date)));
        return findings;
    }

    /** What is wrong with a record as a whole, whose areas and roles are known. */
    List<Finding> whole(FieldworkRecord record) {
        List<Finding> findings = new ArrayList<>();
        if (record instanceof DueDate date) {
            check(date, findings);
        } else if (record instanceof Done done) {
            duty(done.task(), done.unit().level(), findings);
        } else if (record instanceof WorkingGroup group) {
            checkLevels(record, List.of(group.unit()), CERTIFYING, findings);
            checkMembers(group, findings);
        } else if (record instanceof Collector collector) {
            checkLevels(record, collector.areas(), COLLECTING, findings);
        } else if (record instanceof Cooperation cooperation) {
            check(cooperation, findings);
        } else if (record instanceof SupportVisit visit) {
            check(visit, findings);
        }
        return findings;
    }

    /** What is wrong with a member of a group. */
    List<Finding> member(Member member, WorkingGroup.Order order) {
        LocalDate start = member.term().start();
        return start.isBefore(order.date())
                ? List.of(Finding.of(FieldworkFinding.MEMBER_BEFORE_ORDER)
                        .with("from", start)
                        .with("date", order.date()))
                : List.of();
    }

    private void checkMembers(WorkingGroup group, List<Finding> findings) {
        for (int i = 0; i < group.members().size(); i++) {
            Member member = group.members().get(i);
            if (group.members().subList(0, i).stream().anyMatch(other -> RecordParts.clash(member, other))) {
                findings.add(duplicate(member));
            }
        }
    }

    private void check(DueDate date, List<Finding> findings) {
        Duty duty = duty(date.task(), date.level(), findings);
        if (territory.units(date.level(), date.area()).isEmpty()) {
            findings.add(Finding.of(FieldworkFinding.NO_UNITS)
                    .with("area", date.area().value())
                    .with("level", date.level().text()));
        }
        if (duty != null && duty.byDeadline()) {
            ActionPlan.deadline(basis.round(), date.level())
                    .filter(deadline -> date.by().isAfter(deadline.by()))
                    .ifPresent(deadline -> findings.add(Finding.of(FieldworkFinding.AFTER_DEADLINE)
                            .with("date", date.by())
                            .with("deadline", deadline.by())));
        }
    }

    private @Nullable Duty duty(String taskId, AreaLevel level, List<Finding> findings) {
        Optional<Task> task = basis.plan().find(taskId);
        if (task.isEmpty()) {
            findings.add(Finding.of(FieldworkFinding.UNKNOWN_TASK).with("task", taskId));
            return null;
        }
        Optional<Duty> duty = task.get().duty(level);
        if (duty.isEmpty()) {
            findings.add(
                    Finding.of(FieldworkFinding.NO_DUTY).with("task", taskId).with("level", level.text()));
        }
        return duty.orElse(null);
    }

    private void check(Cooperation cooperation, List<Finding> findings) {
        AreaRegister register = basis.register();
        boolean known = register.localAuthorities().contains(cooperation.authority());
        LocalAuthorityKind kind = known ? register.kind(cooperation.authority()) : cooperation.kind();
        String authority = cooperation.authority().value();
        if (kind != cooperation.kind()) {
            findings.add(Finding.of(FieldworkFinding.OTHER_KIND)
                    .with("authority", authority)
                    .with("kind", kind.text()));
        }
        if (!cooperation.certifies()) {
            return;
        }
        if (!cooperation.kind().certifies()) {
            findings.add(Finding.of(FieldworkFinding.CERTIFIES_NOTHING)
                    .with("authority", authority)
                    .with("kind", cooperation.kind().text()));
        } else if (!known) {
            findings.add(Finding.of(FieldworkFinding.UNKNOWN_AUTHORITY).with("authority", authority));
        }
    }

    private void check(SupportVisit visit, List<Finding> findings) {
        checkLevels(visit, List.of(visit.by()), SUPPORTING, findings);
        if (!territory.isWithin(visit.place(), visit.by())) {
            findings.add(Finding.of(FieldworkFinding.VISIT_ELSEWHERE)
                    .with("place", visit.place().value())
                    .with("area", visit.by().value()));
        }
        SupportVisit.Report report = visit.report();
        if (report != null && report.on().isBefore(visit.on())) {
            findings.add(Finding.of(FieldworkFinding.REPORT_BEFORE_VISIT).with("date", report.on()));
        }
    }

    private static void checkLevels(
            FieldworkRecord record, Collection<AreaCode> areas, Set<AreaLevel> allowed, List<Finding> findings) {
        for (AreaCode area : areas) {
            if (!allowed.contains(area.level())) {
                findings.add(Finding.of(FieldworkFinding.AREA_LEVEL)
                        .with("what", RecordParts.name(record))
                        .with("level", area.level().text())
                        .with("area", area.value()));
            }
        }
    }

    boolean clash(FieldworkRecord a, FieldworkRecord b) {
        return RecordParts.clash(a, b, territory);
    }

    /** A record that clashes with one before it. */
    static Finding duplicate(FieldworkRecord record) {
        return Finding.of(FieldworkFinding.DUPLICATE)
                .with("what", RecordParts.name(record))
                .with("name", RecordParts.key(record));
    }

    /** A member who stands in the same group twice. */
    static Finding duplicate(Member member) {
        return Finding.of(FieldworkFinding.DUPLICATE)
                .with("what", Text.of("สมาชิก", "member"))
                .with("name", member.actor().value());
    }
}
