package io.github.bmnkit.area;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * One view of a register: every area with its parent, its children and its registered households. Areas have positions
 * from 0, the country first, then level by level and by code, so that a host can keep its own figures in plain arrays.
 */
public final class AreaTree {
    private final AreaView view;
    private final List<AreaLevel> levels;
    private final int[] levelStarts;
    private final AreaCode[] codes;
    private final String[] names;
    private final int[] parents;
    private final int[] childStarts;
    private final int[] children;
    private final int[] households;

    private AreaTree(AreaView view, List<AreaEntry> entries) {
        this.view = view;
        int size = entries.size();
        levels = view.levels().stream()
                .filter(level -> entries.stream().anyMatch(entry -> entry.code().level() == level))
                .toList();
        levelStarts = new int[levels.size() + 1];
        codes = new AreaCode[size];
        names = new String[size];
        parents = new int[size];
        households = new int[size];
        childStarts = new int[size + 1];
        children = new int[size - 1];
        for (int i = 0; i < size; i++) {
            AreaEntry entry = entries.get(i);
            codes[i] = entry.code();
            names[i] = entry.name();
            households[i] = entry.households();
            levelStarts[levels.indexOf(entry.code().level()) + 1] = i + 1;
        }
        parents[0] = -1;
        for (int i = 1; i < size; i++) {
            AreaCode parent = requireNonNull(entries.get(i).parent());
            boolean sibling = i > 1 && parent.equals(entries.get(i - 1).parent());
            parents[i] = sibling ? parents[i - 1] : position(parent);
            childStarts[parents[i] + 1]++;
        }
        Arrays.parallelPrefix(childStarts, Integer::sum);
        int[] next = childStarts.clone();
        for (int i = 1; i < size; i++) {
            children[next[parents[i]]++] = i;
        }
        for (int i = size - 1; i > 0; i--) {
            households[parents[i]] = Math.addExact(households[parents[i]], households[i]);
        }
    }

    /** Every entry but the country's has its parent among the entries. */
    static AreaTree of(AreaView view, Collection<AreaEntry> entries) {
        List<AreaEntry> sorted = new ArrayList<>(entries);
        sorted.add(new AreaEntry(CountryCode.THAILAND, "", null, 0, 0));
        List<AreaLevel> order = view.levels();
        sorted.sort(Comparator.<AreaEntry>comparingInt(
                        entry -> order.indexOf(entry.code().level()))
                .thenComparing(AreaEntry::code));
        return new AreaTree(view, sorted);
    }

    /**
     * Returns which of the two views this is.
     *
     * @return the view
     */
    public AreaView view() {
        return view;
    }

    /**
     * Returns the levels of this tree. The level of inspection regions is there only if the register names them.
     *
     * @return the levels, from the country down to the village
     */
    public List<AreaLevel> levels() {
        return levels;
    }

    /**
     * Returns how many areas there are, the country included.
     *
     * @return the number of areas, at least 1
     */
    public int size() {
        return codes.length;
    }

    /**
     * Returns all areas of a level.
     *
     * @param level a level
     * @return the areas, by code; empty if this tree does not have the level
     */
    public List<AreaCode> areas(AreaLevel level) {
        int at = levels.indexOf(requireNonNull(level, "level"));
        return at < 0
                ? List.of()
                : Collections.unmodifiableList(Arrays.asList(codes).subList(levelStarts[at], levelStarts[at + 1]));
    }

    /**
     * Tells whether an area is in this tree.
     *
     * @param area a code
     * @return true if it is
     */
    public boolean contains(AreaCode area) {
        return find(area) >= 0;
    }

    /**
     * Returns the children of an area.
     *
     * @param area an area of this tree
     * @return its children, by code; empty for a village
     * @throws IllegalArgumentException if the area is not in this tree
     */
    public List<AreaCode> children(AreaCode area) {
        int position = position(area);
        int from = childStarts[position];
        int count = childStarts[position + 1] - from;
        return new Children(from, count);
    }

    /**
     * Returns the parent of an area.
     *
     * @param area an area of this tree
     * @return its parent; empty for the country
     * @throws IllegalArgumentException if the area is not in this tree
     */
    public Optional<AreaCode> parent(AreaCode area) {
        int parent = parents[position(area)];
        return parent < 0 ? Optional.empty() : Optional.of(codes[parent]);
    }

    /**
     * Returns the name of an area.
     *
     * @param area an area of this tree
     * @return the name; where the register holds Thai only, the English name is the Thai one
     * @throws IllegalArgumentException if the area is not in this tree
     */
    public Text name(AreaCode area) {
        if (area instanceof ProvinceCode province) {
            return province.name();
        }
        if (area instanceof RegionCode region) {
            return Text.of("เขตตรวจราชการที่ " + region.number(), "Inspection region " + region.number());
        }
        if (area instanceof CountryCode) {
            return Text.of("ประเทศไทย", "Thailand");
        }
        String name = names[position(area)];
        return Text.of(name, name);
    }

    /**
     * Returns how many households are registered in an area.
     *
     * @param area an area of this tree
     * @return the number of households, from 0
     * @throws IllegalArgumentException if the area is not in this tree
     */
    public long households(AreaCode area) {
        return households[position(area)];
    }

    /**
     * Returns the position of an area.
     *
     * @param area an area of this tree
     * @return its position, from 0 to {@link #size()} - 1; a parent comes before its children
     * @throws IllegalArgumentException if the area is not in this tree
     */
    public int position(AreaCode area) {
        int position = find(area);
        if (position < 0) {
            throw new IllegalArgumentException("no " + area.level().text() + " " + area + " in the register");
        }
        return position;
    }

    /**
     * Returns the area at a position.
     *
     * @param position from 0 to {@link #size()} - 1
     * @return the area
     * @throws IndexOutOfBoundsException if the position is out of range
     */
    public AreaCode area(int position) {
        return codes[position];
    }

    /**
     * Returns the position of the parent.
     *
     * @param position from 0 to {@link #size()} - 1
     * @return the parent's position, less than {@code position}; -1 for the country
     * @throws IndexOutOfBoundsException if the position is out of range
     */
    public int parentPosition(int position) {
        return parents[position];
    }

    /**
     * Returns how many households are registered in the area at a position.
     *
     * @param position from 0 to {@link #size()} - 1
     * @return the number of households, from 0
     * @throws IndexOutOfBoundsException if the position is out of range
     */
    public long householdsAt(int position) {
        return households[position];
    }

    private int find(AreaCode area) {
        int at = levels.indexOf(requireNonNull(area, "area").level());
        return at < 0 ? -1 : Arrays.binarySearch(codes, levelStarts[at], levelStarts[at + 1], area);
    }

    @Override
    public String toString() {
        return "AreaTree[" + view + ", areas=" + size() + "]";
    }

    private final class Children extends AbstractList<AreaCode> implements RandomAccess {
        private final int from;
        private final int count;

        Children(int from, int count) {
            this.from = from;
            this.count = count;
        }

        @Override
        public AreaCode get(int index) {
            return codes[children[from + Objects.checkIndex(index, count)]];
        }

        @Override
        public int size() {
            return count;
        }
    }
}
