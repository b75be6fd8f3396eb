package io.github.bmnkit.registry;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.NationalId;
import java.io.InputStream;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * The rows of member registers, millions of them, kept in some 60 bytes each and their name. They are read from CSV, one
 * row for each person, group, role and term.
 *
 * <table>
 *   <caption>Columns, in any order, named in the first row</caption>
 *   <tr><th>column</th><th>content</th></tr>
 *   <tr><td>{@code register}</td><td>the id or the Thai name of a register of the catalogue</td></tr>
 *   <tr><td>{@code area}</td><td>the code of the village (8 digits), tambon (6), district (4) or province (2)</td></tr>
 *   <tr><td>{@code national_id}</td><td>as {@link NationalId#parse} reads it; a row without one, or with one that is wrong,
 *       is kept and links to nobody</td></tr>
 *   <tr><td>{@code group}</td><td>optional: the host's id or name of the group within the area</td></tr>
 *   <tr><td>{@code title}, {@code first_name}, {@code last_name}</td><td>optional</td></tr>
 *   <tr><td>{@code role}</td><td>optional: if the register lists roles, the id or a name of one; else an open text</td></tr>
 *   <tr><td>{@code from}, {@code until}</td><td>optional: the first day, and the first day that is no longer part of the
 *       term; dates as {@link io.github.bmnkit.identity.BuddhistDate#parse} reads them, or {@code yyyy-MM-dd} of the
 *       Common Era</td></tr>
 * </table>
 *
 * <p>Files are UTF-8, with or without byte-order mark, as RFC 4180 says; digits may be Thai.
 */
public final class Memberships {
    static final List<String> REQUIRED = List.of("register", "area", "national_id");
    static final List<String> OPTIONAL = List.of("group", "title", "first_name", "last_name", "role", "from", "until");

    final RegisterCatalogue catalogue;
    final AreaTree areas;
    final MembershipRows rows;

    Memberships(RegisterCatalogue catalogue, AreaTree areas, MembershipRows rows) {
        this.catalogue = catalogue;
        this.areas = areas;
        this.rows = rows;
    }

    /**
     * Reads rows. Every problem is found with its file, line and column; a bad row is left out, and all good rows are
     * kept. A row whose national ID is missing or wrong is kept, with a warning.
     *
     * @param source what to call the file in findings
     * @param csv the file; it is read to its end and not closed
     * @param catalogue the registers
     * @param areas the areas, in the administrative view
     * @return the rows, unless the file has no such header, and the findings
     * @throws IllegalArgumentException if the areas are in another view
     */
    public static Reading<Memberships> readCsv(
            String source, InputStream csv, RegisterCatalogue catalogue, AreaTree areas) {
        if (areas.view() != AreaView.ADMINISTRATIVE) {
            throw new IllegalArgumentException("groups are in areas of the administrative view, not " + areas.view());
        }
        return new MembershipReader(requireNonNull(source, "source"), catalogue, areas)
                .read(requireNonNull(csv, "csv"));
    }

    /**
     * Returns these rows and others, such as those of another bureau.
     *
     * @param other rows that were read by the same catalogue and areas
     * @return both together
     * @throws IllegalArgumentException if the others were read by another catalogue or other areas
     */
    public Memberships plus(Memberships other) {
        if (!catalogue.equals(other.catalogue) || areas != other.areas) {
            throw new IllegalArgumentException("rows of another catalogue, or of other areas");
        }
        MembershipRows all = new MembershipRows(catalogue, areas);
        all.addAll(rows);
        all.addAll(other.rows);
        return new Memberships(catalogue, areas, all);
    }

    /**
     * Returns the registers by which the rows were read.
     *
     * @return the catalogue
     */
    public RegisterCatalogue catalogue() {
        return catalogue;
    }

    /**
     * Returns how many rows there are.
     *
     * @return the number of rows that were kept
     */
    public int size() {
        return rows.size;
    }

    /**
     * Returns the rows.
     *
     * @return the rows in the order of the files; each is made when it is asked for
     */
    public List<Membership> all() {
        return new Rows(rows);
    }

    /**
     * Finds the rows of a person.
     *
     * @param person a national ID
     * @return the rows that have it, in the order of the files
     */
    public List<Membership> of(NationalId person) {
        long number = person.number();
        return IntStream.range(0, rows.size)
                .filter(row -> rows.person[row] == number)
                .mapToObj(rows::get)
                .toList();
    }

    /** Shows how many rows there are. */
    @Override
    public String toString() {
        return "Memberships[" + catalogue.id() + ", rows=" + rows.size + "]";
    }

    private static final class Rows extends AbstractList<Membership> implements RandomAccess {
        private final MembershipRows rows;

        Rows(MembershipRows rows) {
            this.rows = rows;
        }

        @Override
        public Membership get(int index) {
            return rows.get(Objects.checkIndex(index, rows.size));
        }

        @Override
        public int size() {
            return rows.size;
        }
    }
}
