package io.github.bmnkit.registry;

import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.identity.NationalId;
import io.github.bmnkit.identity.PersonName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows in columns of plain numbers, some 50 bytes for each row and its name. Never changed once it was handed out. */
final class MembershipRows {
    static final long NO_ID = -1;
    static final long INVALID_ID = -2;
    static final int OPEN_START = Integer.MIN_VALUE;
    static final int OPEN_END = Integer.MAX_VALUE;
    private static final char BETWEEN = '\0';

    /** Texts that come again and again. */
    private static final class Words {
        final List<String> all = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();

        int place(String word) {
            return places.computeIfAbsent(word, each -> {
                all.add(each);
                return all.size() - 1;
            });
        }
    }

    private final RegisterCatalogue catalogue;
    private final AreaTree areas;
    private final Words words = new Words();
    private final TextStore names = new TextStore();
    int size;
    long[] person = new long[16];
    long[] nameKey = new long[16];
    int[] name = new int[16];
    int[] source = new int[16];
    int[] line = new int[16];
    int[] register = new int[16];
    int[] group = new int[16];
    int[] role = new int[16];
    int[] from = new int[16];
    int[] until = new int[16];
    int[] area = new int[16];

    MembershipRows(RegisterCatalogue catalogue, AreaTree areas) {
        this.catalogue = catalogue;
        this.areas = areas;
    }

    /** Adds a row; of its national ID the number counts, or why there is none. */
    void add(Membership row, long id) {
        int at = grow();
        PersonName written = row.name();
        person[at] = id;
        nameKey[at] = written == null ? NameKey.NONE : NameKey.of(written.first(), written.last());
        name[at] = written == null
                ? TextStore.EMPTY
                : names.add(written.title() + BETWEEN + written.first() + BETWEEN + written.last());
        source[at] = words.place(row.source());
        line[at] = row.line();
        register[at] =
                catalogue.registers().indexOf(catalogue.find(row.register()).orElseThrow());
        group[at] = words.place(row.group());
        role[at] = words.place(row.role());
        LocalDate start = row.from();
        LocalDate end = row.until();
        from[at] = start == null ? OPEN_START : (int) start.toEpochDay();
        until[at] = end == null ? OPEN_END : (int) end.toEpochDay();
        area[at] = areas.position(row.area());
    }

    void addAll(MembershipRows other) {
        for (int i = 0; i < other.size; i++) {
            int at = grow();
            person[at] = other.person[i];
            nameKey[at] = other.nameKey[i];
            name[at] = names.add(other.names, other.name[i]);
            source[at] = words.place(other.word(other.source[i]));
            line[at] = other.line[i];
            register[at] = other.register[i];
            group[at] = words.place(other.word(other.group[i]));
            role[at] = words.place(other.word(other.role[i]));
            from[at] = other.from[i];
            until[at] = other.until[i];
            area[at] = other.area[i];
        }
    }

    private int grow() {
        if (size == person.length) {
            int length = Math.addExact(size, size / 2 + 1);
            person = Arrays.copyOf(person, length);
            nameKey = Arrays.copyOf(nameKey, length);
            name = Arrays.copyOf(name, length);
            source = Arrays.copyOf(source, length);
            line = Arrays.copyOf(line, length);
            register = Arrays.copyOf(register, length);
            group = Arrays.copyOf(group, length);
            role = Arrays.copyOf(role, length);
            from = Arrays.copyOf(from, length);
            until = Arrays.copyOf(until, length);
            area = Arrays.copyOf(area, length);
        }
        return size++;
    }

    String word(int place) {
        return words.all.get(place);
    }

    boolean overlap(int a, int b) {
        return from[a] < until[b] && from[b] < until[a];
    }

    Membership get(int row) {
        String[] parts = names.get(name[row]).split(String.valueOf(BETWEEN), -1);
        return new Membership(
                word(source[row]),
                line[row],
                catalogue.registers().get(register[row]).id(),
                word(group[row]),
                person[row] < 0 ? null : NationalId.from(person[row]),
                parts.length < 3 ? null : PersonName.of(parts[0], parts[1], parts[2]),
                word(role[row]),
                from[row] == OPEN_START ? null : LocalDate.ofEpochDay(from[row]),
                until[row] == OPEN_END ? null : LocalDate.ofEpochDay(until[row]),
                areas.area(area[row]));
    }
}
