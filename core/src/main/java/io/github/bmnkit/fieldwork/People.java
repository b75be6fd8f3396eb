package io.github.bmnkit.fieldwork;

import io.github.bmnkit.area.AreaCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Who holds which roles where and when, found by person and by unit. */
final class People {
    private record Holding(ActorId actor, Set<AreaCode> units, Set<RoleId> roles, Term term) {}

    private final Map<ActorId, List<Holding>> byActor = new HashMap<>();
    private final Map<AreaCode, List<Holding>> byUnit = new HashMap<>();

    People(List<FieldworkRecord> records, Territory territory) {
        for (FieldworkRecord record : records) {
            if (record instanceof WorkingGroup group) {
                add(group);
            } else if (record instanceof Appointment appointment) {
                Set<AreaCode> units = territory.ofOffice(appointment.areas());
                add(appointment.actor(), units, Set.of(appointment.role()), appointment.term());
            } else if (record instanceof Collector collector) {
                Set<AreaCode> units = territory.ofCollector(collector.areas());
                add(collector.actor(), units, Set.of(Collector.ROLE), collector.term());
            }
        }
    }

    private void add(WorkingGroup group) {
        for (WorkingGroup.Member member : group.members()) {
            Term term = member.term();
            LocalDate order = group.order().date();
            LocalDate end = term.endExclusive();
            if (!term.start().isBefore(order)) {
                add(member.actor(), Set.of(group.unit()), member.roles(), term);
            } else if (end == null || order.isBefore(end)) {
                add(member.actor(), Set.of(group.unit()), member.roles(), new Term(order, end));
            }
        }
    }

    private void add(ActorId actor, Set<AreaCode> units, Set<RoleId> roles, Term term) {
        Holding holding = new Holding(actor, Set.copyOf(units), roles, term);
        byActor.computeIfAbsent(actor, any -> new ArrayList<>()).add(holding);
        units.forEach(
                unit -> byUnit.computeIfAbsent(unit, any -> new ArrayList<>()).add(holding));
    }

    Set<RoleId> roles(ActorId actor, AreaCode unit, LocalDate day) {
        Set<RoleId> roles = Set.of();
        for (Holding holding : byActor.getOrDefault(actor, List.of())) {
            if (holding.term().contains(day) && holding.units().contains(unit)) {
                roles = roles.isEmpty() ? holding.roles() : union(roles, holding.roles());
            }
        }
        return roles;
    }

    private static Set<RoleId> union(Set<RoleId> some, Set<RoleId> others) {
        Set<RoleId> all = new TreeSet<>(some);
        all.addAll(others);
        return Collections.unmodifiableSet(all);
    }

    Set<ActorId> actors(AreaCode unit, LocalDate day, Predicate<RoleId> wanted) {
        Set<ActorId> actors = new LinkedHashSet<>();
        byUnit.getOrDefault(unit, List.of()).stream()
                .filter(holding ->
                        holding.term().contains(day) && holding.roles().stream().anyMatch(wanted))
                .map(Holding::actor)
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .forEach(actors::add);
        return Collections.unmodifiableSet(actors);
    }
}
