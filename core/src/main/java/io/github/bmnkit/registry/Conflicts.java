package io.github.bmnkit.registry;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Finds what does not go together in the rows of one person. Rows are compared in the order of their terms, each with the
 * one before it whose term goes on longest, so that many rows of one person cost no more than sorting them.
 */
final class Conflicts {
    private static final int NOBODY = -1;

    private final Memberships memberships;
    private final MembershipRows rows;
    private final int[] persons;
    private final IntPredicate isLinked;
    private final Met.Sorted met;
    private final List<Map.Entry<Integer, Finding>> found = new ArrayList<>();

    /** The person of each row, by place; below 0 for none. */
    Conflicts(Memberships memberships, int[] persons, IntPredicate isLinked, Met.Sorted met) {
        this.memberships = memberships;
        this.rows = memberships.rows;
        this.persons = persons;
        this.isLinked = isLinked;
        this.met = met;
    }

    List<Finding> find() {
        Integer[] byPerson = new Integer[rows.size];
        Arrays.setAll(byPerson, Integer::valueOf);
        Arrays.sort(byPerson, Comparator.comparingInt(row -> persons[row]));
        int from = 0;
        while (from < byPerson.length) {
            int person = persons[byPerson[from]];
            int until = from;
            while (until < byPerson.length && persons[byPerson[until]] == person) {
                until++;
            }
            if (person >= 0) {
                person(Arrays.asList(byPerson).subList(from, until));
            }
            from = until;
        }
        found.sort(Map.Entry.comparingByKey()); // stable: of one row in the order of the checks
        return found.stream().map(Map.Entry::getValue).toList();
    }

    private void person(List<Integer> own) {
        names(own);
        if (own.size() > 1) {
            groups(own);
            villages(own);
        }
    }

    private void names(List<Integer> own) {
        int first = NOBODY;
        for (int row : own) {
            if (rows.nameKey[row] == NameKey.NONE) {
                continue;
            }
            if (isLinked.test(row)) {
                member(row);
            }
            if (first == NOBODY) {
                first = row;
            } else if (rows.nameKey[row] != rows.nameKey[first]) {
                add(row, against(RegistryFinding.NAME_OF_FIRST_ROW, first));
            }
        }
    }

    private void member(int row) {
        long name = met.nameKey(persons[row], 0);
        if (name != NameKey.NONE && name != rows.nameKey[row]) {
            add(
                    row,
                    Finding.of(RegistryFinding.NAME_OF_MEMBER)
                            .with("household", met.household(persons[row], 0))
                            .with("member", met.member(persons[row], 0)));
        }
    }

    private void groups(List<Integer> own) {
        List<Integer> sorted = sorted(own, this::compareGroups);
        int previous = NOBODY;
        Map<Integer, Integer> longest = new HashMap<>();
        Longest two = new Longest();
        for (int row : sorted) {
            if (previous == NOBODY || compareGroups(previous, row) != 0) {
                longest.clear();
                two = new Longest();
            }
            previous = row;
            int same = longest.getOrDefault(rows.role[row], NOBODY);
            if (same != NOBODY && rows.overlap(same, row)) {
                add(row, about(RegistryFinding.TWICE_IN_GROUP, row, same));
            }
            roles(row, longest, two.other(rows.role[row]));
            if (same == NOBODY || rows.until[row] > rows.until[same]) {
                longest.put(rows.role[row], row);
            }
            two.add(row, rows.role[row]);
        }
    }

    private void roles(int row, Map<Integer, Integer> longest, int other) {
        int excluded = NOBODY;
        Register register = memberships.catalogue.registers().get(rows.register[row]);
        String role = rows.word(rows.role[row]);
        for (Set<RoleId> set : role.isEmpty() ? List.<Set<RoleId>>of() : register.exclusive()) {
            if (set.contains(RoleId.of(role))) {
                for (Map.Entry<Integer, Integer> each : longest.entrySet()) {
                    String theirs = rows.word(each.getKey());
                    boolean excludes = !theirs.equals(role)
                            && !theirs.isEmpty()
                            && set.contains(RoleId.of(theirs))
                            && rows.overlap(each.getValue(), row);
                    if (excludes && (excluded == NOBODY || each.getValue() < excluded)) {
                        excluded = each.getValue();
                    }
                }
            }
        }
        if (excluded != NOBODY) {
            add(
                    row,
                    about(RegistryFinding.ROLES_EXCLUDE, row, excluded)
                            .with("role", role)
                            .with("other", rows.word(rows.role[excluded])));
        } else if (other != NOBODY && rows.overlap(other, row)) {
            add(row, about(RegistryFinding.TWO_ROLES, row, other));
        }
    }

    private void villages(List<Integer> own) {
        List<Integer> inVillages = own.stream()
                .filter(row -> memberships.areas.area(rows.area[row]).level() == AreaLevel.VILLAGE)
                .toList();
        int register = NOBODY;
        Longest two = new Longest();
        for (int row : sorted(inVillages, Comparator.comparingInt(each -> rows.register[each]))) {
            if (rows.register[row] != register) {
                register = rows.register[row];
                two = new Longest();
            }
            int other = two.other(rows.area[row]);
            if (other != NOBODY && rows.overlap(other, row)) {
                add(
                        row,
                        about(RegistryFinding.TWO_VILLAGES, row, other)
                                .with(
                                        "village",
                                        memberships.areas.area(rows.area[other]).value()));
            }
            two.add(row, rows.area[row]);
        }
    }

    /** The row that goes on longest, and the one of another kind that does. */
    private final class Longest {
        private int first = NOBODY;
        private int firstKind = NOBODY;
        private int second = NOBODY;

        void add(int row, int kind) {
            boolean longer = first == NOBODY || rows.until[row] > rows.until[first];
            if (kind == firstKind) {
                first = longer ? row : first;
            } else if (longer) {
                second = first;
                first = row;
                firstKind = kind;
            } else if (second == NOBODY || rows.until[row] > rows.until[second]) {
                second = row;
            }
        }

        int other(int kind) {
            return firstKind == kind ? second : first;
        }
    }

    private List<Integer> sorted(List<Integer> own, Comparator<Integer> kinds) {
        return own.stream()
                .sorted(kinds.thenComparingInt(row -> rows.from[row])
                        .thenComparingInt(row -> rows.until[row])
                        .thenComparingInt(row -> row))
                .toList();
    }

    private int compareGroups(int a, int b) {
        int byRegister = Integer.compare(rows.register[a], rows.register[b]);
        int byArea = byRegister != 0 ? byRegister : Integer.compare(rows.area[a], rows.area[b]);
        return byArea != 0 ? byArea : Integer.compare(rows.group[a], rows.group[b]);
    }

    private Finding about(RegistryFinding code, int row, int other) {
        return against(code, other)
                .with(
                        "register",
                        memberships
                                .catalogue
                                .registers()
                                .get(rows.register[row])
                                .name());
    }

    private Finding against(RegistryFinding code, int other) {
        return Finding.of(code).with("line", rows.line[other]).with("source", rows.word(rows.source[other]));
    }

    private void add(int row, Finding finding) {
        found.add(Map.entry(row, finding.at(rows.get(row).place())));
    }
}
