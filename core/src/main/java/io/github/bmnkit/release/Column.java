package io.github.bmnkit.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cells of a column, each different one kept once, and how they are made coarser. */
final class Column {
    /** How cells are made coarser: from level 0, as they are, up to the height, where all are alike. */
    interface Hierarchy {
        int height();

        String at(String cell, int level);
    }

    private final String name;
    private final Hierarchy hierarchy;
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> cells = new ArrayList<>();
    private int[] rows = new int[16];
    private int size;

    Column(String name, Hierarchy hierarchy) {
        this.name = name;
        this.hierarchy = hierarchy;
    }

    static Hierarchy of(Treatment treatment) {
        return new Hierarchy() {
            @Override
            public int height() {
                return treatment.levels();
            }

            @Override
            public String at(String cell, int level) {
                return level == 0 ? cell : level == treatment.levels() ? Treatment.ANY : treatment.coarser(cell, level);
            }
        };
    }

    void add(String cell) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
        }
        Integer id = ids.get(cell);
        if (id == null) {
            id = cells.size();
            ids.put(cell, id);
            cells.add(cell);
        }
        rows[size++] = id;
    }

    String name() {
        return name;
    }

    int size() {
        return size;
    }

    int height() {
        return hierarchy.height();
    }

    /** The number of the cell of a row, at level 0. */
    int id(int row) {
        return rows[row];
    }

    /** The cell of a row, at level 0. */
    String cell(int row) {
        return cells.get(rows[row]);
    }

    /** For each cell at level 0 the number of what it becomes at a level. */
    int[] merged(int level) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] merged = new int[cells.size()];
        for (int i = 0; i < merged.length; i++) {
            Integer next = numbers.size();
            Integer known = numbers.putIfAbsent(hierarchy.at(cells.get(i), level), next);
            merged[i] = known == null ? next : known;
        }
        return merged;
    }

    /** For each cell at level 0 what it becomes at a level. */
    String[] written(int level) {
        return cells.stream().map(cell -> hierarchy.at(cell, level)).toArray(String[]::new);
    }
}
