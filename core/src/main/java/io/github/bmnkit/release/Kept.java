package io.github.bmnkit.release;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.csv.Cell;
import io.github.bmnkit.release.ReleaseRequest.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cells that a release has kept, and how they are written: at the levels that were found, blanked where they must be,
 * and in an order that follows from the written cells alone, so that it says nothing about when somebody was asked.
 */
final class Kept {
    /** A key that several records have would say that they belong together. */
    static final String SHARED = ".s";

    static final List<String> AREA_COLUMNS = List.of("_area_level", "_area", "_area_name");

    private static final List<String> BLANK_AREA = List.of(Treatment.ANY, Treatment.ANY, Treatment.ANY);

    private static final Comparator<List<String>> BY_CELLS = (a, b) -> {
        int at = 0;
        while (at < a.size() && at < b.size() && a.get(at).equals(b.get(at))) {
            at++;
        }
        return at < a.size() && at < b.size() ? a.get(at).compareTo(b.get(at)) : Integer.compare(a.size(), b.size());
    };

    private final ReleaseRequest request;
    private final @Nullable Column keys;
    private final Column area;
    private final List<Column> ofHousehold;
    private final List<Column> ofMember;
    private final int[] starts;
    private final Map<String, Integer> levels;
    private final Fates fates;

    Kept(
            ReleaseRequest request,
            @Nullable Column keys,
            Column area,
            List<Column> ofHousehold,
            List<Column> ofMember,
            int[] starts,
            Map<String, Integer> levels,
            Fates fates) {
        this.request = request;
        this.keys = keys;
        this.area = area;
        this.ofHousehold = ofHousehold;
        this.ofMember = ofMember;
        this.starts = starts;
        this.levels = levels;
        this.fates = fates;
    }

    ReleaseRequest request() {
        return request;
    }

    boolean hasKeys() {
        return keys != null;
    }

    Column area() {
        return area;
    }

    List<Column> ofHousehold() {
        return ofHousehold;
    }

    List<Column> ofMember() {
        return ofMember;
    }

    /** The level to which each quasi-identifier was generalised. */
    Map<String, Integer> levels() {
        return levels;
    }

    /** A household with the rows of its members; members who are released apart are rows without a household. */
    record Row(List<String> cells, List<List<String>> members) {}

    List<Row> rows() {
        int[] owners = new int[starts[starts.length - 1]];
        for (int i = 0; i + 1 < starts.length; i++) {
            Arrays.fill(owners, starts[i], starts[i + 1], i);
        }
        boolean apart = request.unit() == Unit.MEMBER;
        List<Written> ofHouseholds = written(ofHousehold, i -> i);
        List<Written> ofMembers = written(ofMember, apart ? i -> i : i -> owners[i]);
        List<List<String>> areas = areas();
        List<Row> rows = new ArrayList<>();
        for (int household = 0; household + 1 < starts.length; household++) {
            List<List<String>> inside = new ArrayList<>();
            for (int member = starts[household]; member < starts[household + 1]; member++) {
                if (apart && fates.isLeftOut(member)) {
                    continue;
                }
                boolean blank = apart && fates.isBlanked(member);
                List<String> place = blank ? BLANK_AREA : areas.get(area.id(household));
                List<String> cells = cells(ofMembers, member, blank);
                inside.add(apart ? join(place, cells) : cells);
            }
            inside.sort(BY_CELLS);
            if (apart) {
                inside.forEach(cells -> rows.add(new Row(cells, List.of())));
            } else if (!fates.isLeftOut(household)) {
                boolean blank = fates.isBlanked(household);
                List<String> cells =
                        join(blank ? BLANK_AREA : areas.get(area.id(household)), cells(ofHouseholds, household, blank));
                List<String> key = keys == null ? List.of() : List.of(keys.cell(household));
                rows.add(new Row(join(key, cells), inside));
            }
        }
        rows.sort(Comparator.comparing(Row::cells, BY_CELLS).thenComparing(Row::members, Kept::compare));
        return rows;
    }

    private static int compare(List<List<String>> a, List<List<String>> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int byCells = BY_CELLS.compare(a.get(i), b.get(i));
            if (byCells != 0) {
                return byCells;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** A column, and for each of its cells what is written. */
    private record Written(Column column, List<String> cells, boolean known) {}

    private interface Owner {
        int of(int row);
    }

    private List<Written> written(List<Column> columns, Owner owner) {
        List<Written> written = new ArrayList<>();
        for (Column column : columns) {
            Integer level = levels.get(column.name());
            String[] cells = column.written(level == null ? 0 : level);
            boolean keyed = request.fields().stream()
                    .anyMatch(field ->
                            field.question().equals(column.name()) && field.treatment() instanceof Treatment.Keyed);
            if (keyed) {
                hideShared(column, cells, owner);
            }
            written.add(new Written(column, List.of(cells), level != null));
        }
        return written;
    }

    private static void hideShared(Column column, String[] cells, Owner owner) {
        Map<Integer, Integer> owners = new HashMap<>();
        for (int row = 0; row < column.size(); row++) {
            int cell = column.id(row);
            Integer other = owners.putIfAbsent(cell, owner.of(row));
            boolean missing = cells[cell].isEmpty() || cells[cell].startsWith(".");
            if (!missing && other != null && other != owner.of(row)) {
                cells[cell] = SHARED;
            }
        }
    }

    private static List<String> cells(List<Written> columns, int row, boolean blank) {
        List<String> cells = new ArrayList<>(columns.size());
        for (Written column : columns) {
            cells.add(
                    blank && column.known()
                            ? Treatment.ANY
                            : column.cells().get(column.column().id(row)));
        }
        return cells;
    }

    private List<List<String>> areas() {
        AreaTree tree = request.tree();
        List<List<String>> areas = new ArrayList<>();
        for (String position : area.written(levels.getOrDefault(area.name(), 0))) {
            AreaCode code = tree.area(Integer.parseInt(position));
            areas.add(List.of(
                    code.level().name(), code.value(), Cell.text(tree.name(code).th())));
        }
        return areas;
    }
}
