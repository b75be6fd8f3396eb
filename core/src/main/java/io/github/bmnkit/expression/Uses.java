package io.github.bmnkit.expression;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The cells that a part of an expression reads, ready to be searched for the worst kind of missing. */
final class Uses {
    static final Uses NOTHING = new Uses(Set.of(), Set.of(), Set.of(), Set.of(), false, false, false, null);

    private static final int NOT_YET = Integer.MAX_VALUE;

    private final Set<String> household;
    private final Set<String> parameters;
    private final Set<String> member;
    private final Set<String> everyMember;
    private final boolean roster;
    private final boolean position;
    private final boolean today;
    private final int[] cells;
    private final int[] columns;
    private final int[] everyColumn;

    private Uses(
            Set<String> household,
            Set<String> parameters,
            Set<String> member,
            Set<String> everyMember,
            boolean roster,
            boolean position,
            boolean today,
            @Nullable Scope scope) {
        this.household = household;
        this.parameters = parameters;
        this.member = member;
        this.everyMember = everyMember;
        this.roster = roster;
        this.position = position;
        this.today = today;
        this.cells = new int[household.size() + parameters.size() + (today ? 1 : 0)];
        int at = fill(cells, 0, household, scope);
        at = fill(cells, at, parameters, scope);
        if (today) {
            cells[at] = Scope.TODAY;
        }
        this.columns = new int[member.size()];
        fill(columns, 0, member, scope);
        this.everyColumn = new int[everyMember.size()];
        fill(everyColumn, 0, everyMember, scope);
    }

    private static int fill(int[] slots, int from, Set<String> names, @Nullable Scope scope) {
        int at = from;
        if (scope != null) {
            for (String name : names) {
                slots[at++] = scope.slot(name);
            }
        }
        return at;
    }

    static Uses of(Symbol symbol, Scope scope) {
        Set<String> one = Set.of(symbol.name());
        Set<String> none = Set.of();
        if (symbol.parameter()) {
            return new Uses(none, one, none, none, false, false, false, scope);
        }
        return symbol.level() == Level.HOUSEHOLD
                ? new Uses(one, none, none, none, false, false, false, scope)
                : new Uses(none, none, one, none, false, false, false, scope);
    }

    static Uses today(Scope scope) {
        return flags(false, false, true, scope);
    }

    static Uses position(Scope scope) {
        return flags(false, true, false, scope);
    }

    static Uses roster(Scope scope) {
        return flags(true, false, false, scope);
    }

    private static Uses flags(boolean roster, boolean position, boolean today, Scope scope) {
        Set<String> none = Set.of();
        return new Uses(none, none, none, none, roster, position, today, scope);
    }

    static Uses union(Collection<Part> parts, Scope scope) {
        Set<String> household = new TreeSet<>();
        Set<String> parameters = new TreeSet<>();
        Set<String> member = new TreeSet<>();
        Set<String> everyMember = new TreeSet<>();
        boolean roster = false;
        boolean position = false;
        boolean today = false;
        for (Part part : parts) {
            Uses uses = part.uses;
            household.addAll(uses.household);
            parameters.addAll(uses.parameters);
            member.addAll(uses.member);
            everyMember.addAll(uses.everyMember);
            roster |= uses.roster;
            position |= uses.position;
            today |= uses.today;
        }
        return new Uses(household, parameters, member, everyMember, roster, position, today, scope);
    }

    Uses and(Uses other, Scope scope) {
        return new Uses(
                joined(household, other.household),
                joined(parameters, other.parameters),
                joined(member, other.member),
                joined(everyMember, other.everyMember),
                roster || other.roster,
                position || other.position,
                today || other.today,
                scope);
    }

    private static Set<String> joined(Set<String> a, Set<String> b) {
        Set<String> both = new TreeSet<>(a);
        both.addAll(b);
        return both;
    }

    /** The same, evaluated for each member. */
    Uses overRoster(Scope scope) {
        Set<String> every = joined(member, everyMember);
        return new Uses(household, parameters, Set.of(), every, true, false, today, scope);
    }

    boolean isNothing() {
        return cells.length == 0 && columns.length == 0 && everyColumn.length == 0 && !roster && !position;
    }

    /**
     * The kind of an unknown: the worst among the values read, starting from what the evaluation itself says. In a draft
     * an answer that is not yet given outweighs all others, since it can still change everything.
     */
    Missing worst(Frame frame, int row, Missing start) {
        int worst = start.rank();
        for (int cell : cells) {
            worst = worse(frame, cell, worst);
        }
        int base = frame.household() + row * frame.stride();
        for (int column : columns) {
            worst = worse(frame, base + column, worst);
        }
        for (int column : everyColumn) {
            for (int i = 0; i < frame.members; i++) {
                worst = worse(frame, frame.household() + i * frame.stride() + column, worst);
            }
        }
        return worst == NOT_YET ? Missing.NOT_ANSWERED : Missing.ofRank(worst);
    }

    /** Whether whatever is missing among the values read was not asked. */
    boolean isNothingAsked(Frame frame, int row) {
        for (int cell : cells) {
            if (isMissingThoughAsked(frame.cells[cell])) {
                return false;
            }
        }
        int base = frame.household() + row * frame.stride();
        for (int column : columns) {
            if (isMissingThoughAsked(frame.cells[base + column])) {
                return false;
            }
        }
        for (int column : everyColumn) {
            for (int i = 0; i < frame.members; i++) {
                if (isMissingThoughAsked(frame.cells[frame.household() + i * frame.stride() + column])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isMissingThoughAsked(long raw) {
        return raw < Exact.LIMIT && raw != Exact.NEUTRAL;
    }

    private static int worse(Frame frame, int cell, int worst) {
        long raw = frame.cells[cell];
        if (raw >= Exact.LIMIT) {
            return worst;
        }
        int kind = (int) (raw - Long.MIN_VALUE);
        if (frame.draft && kind == Missing.NOT_ANSWERED.rank()) {
            return NOT_YET;
        }
        return Math.max(worst, kind);
    }

    Reads reads() {
        return new Reads(household, parameters, member, everyMember, roster, position, today);
    }
}
