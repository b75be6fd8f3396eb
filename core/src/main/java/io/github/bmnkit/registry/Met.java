package io.github.bmnkit.registry;

import java.util.Arrays;

/** The members who were met and have a national ID of the registers: columns of plain numbers, in the order of the stream. */
final class Met {
    private TextStore households = new TextStore();
    private int size;
    private int[] person = new int[16];
    private int[] household = new int[16];
    private int[] member = new int[16];
    private long[] nameKey = new long[16];

    /** Who was met, by person, then household and member, none of them twice: those of a person lie side by side. */
    static final class Sorted {
        private final Met met;
        private final int[] starts;
        private final int[] order;

        private Sorted(Met met, int[] starts, int[] order) {
            this.met = met;
            this.starts = starts;
            this.order = order;
        }

        int count(int person) {
            return starts[person + 1] - starts[person];
        }

        String household(int person, int index) {
            return met.households.get(met.household[at(person, index)]);
        }

        int member(int person, int index) {
            return met.member[at(person, index)];
        }

        long nameKey(int person, int index) {
            return met.nameKey[at(person, index)];
        }

        boolean isOneHousehold(int person) {
            return met.sameHousehold(at(person, 0), at(person, count(person) - 1));
        }

        private int at(int person, int index) {
            return order[starts[person] + index];
        }
    }

    int addHousehold(String id) {
        return households.add(id);
    }

    void add(int personPlace, int householdPlace, int memberKey, long key) {
        if (size == person.length) {
            int length = Math.addExact(size, size / 2 + 1);
            person = Arrays.copyOf(person, length);
            household = Arrays.copyOf(household, length);
            member = Arrays.copyOf(member, length);
            nameKey = Arrays.copyOf(nameKey, length);
        }
        person[size] = personPlace;
        household[size] = householdPlace;
        member[size] = memberKey;
        nameKey[size] = key;
        size++;
    }

    void addAll(Met other) {
        int last = TextStore.EMPTY;
        int place = TextStore.EMPTY;
        for (int i = 0; i < other.size; i++) {
            if (other.household[i] != last) {
                last = other.household[i];
                place = households.add(other.households, last);
            }
            add(other.person[i], place, other.member[i], other.nameKey[i]);
        }
    }

    /** Sorts by counting, since there are many persons and few households of each. The result keeps nothing of this. */
    Sorted sorted(int persons) {
        int[] starts = new int[persons + 1];
        for (int i = 0; i < size; i++) {
            starts[person[i] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] order = new int[size];
        int[] next = starts.clone();
        for (int i = 0; i < size; i++) {
            order[next[person[i]]++] = i;
        }
        int kept = 0;
        for (int each = 0; each < persons; each++) {
            int from = starts[each];
            int until = starts[each + 1];
            starts[each] = kept;
            Integer[] same = Arrays.stream(order, from, until).boxed().toArray(Integer[]::new);
            Arrays.sort(same, this::compare);
            for (int i = 0; i < same.length; i++) {
                // A household that was added twice is one.
                if (i == 0 || !sameHousehold(same[i - 1], same[i]) || member[same[i - 1]] != member[same[i]]) {
                    order[kept++] = same[i];
                }
            }
        }
        starts[persons] = kept;
        return new Sorted(copy(), starts, Arrays.copyOf(order, kept));
    }

    private Met copy() {
        Met copy = new Met();
        copy.addAll(this);
        return copy;
    }

    private boolean sameHousehold(int a, int b) {
        return households.compare(household[a], household[b]) == 0;
    }

    private int compare(int a, int b) {
        int byHousehold = households.compare(household[a], household[b]);
        if (byHousehold != 0) {
            return byHousehold;
        }
        int byMember = Integer.compare(member[a], member[b]);
        return byMember != 0 ? byMember : Long.compare(nameKey[a], nameKey[b]);
    }
}
