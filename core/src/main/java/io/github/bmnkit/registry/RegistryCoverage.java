package io.github.bmnkit.registry;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.csv.CsvWriter;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import java.io.IOException;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * How many rows of the registers are linked, of how many that are listed, in every area of the administrative view. A row
 * counts where its group is and in all areas above: those of a district's group count in the district, not in its
 * villages. Somebody who is in three groups counts three times.
 */
public final class RegistryCoverage {
    private final Memberships memberships;
    private final long[][] listed;
    private final long[][] linked;

    private RegistryCoverage(Memberships memberships, long[][] listed, long[][] linked) {
        this.memberships = memberships;
        this.listed = listed;
        this.linked = linked;
    }

    static RegistryCoverage of(Memberships memberships, IntPredicate counts, IntPredicate isLinked) {
        MembershipRows rows = memberships.rows;
        AreaTree tree = memberships.areas;
        int registers = memberships.catalogue.registers().size();
        long[][] listed = new long[registers][tree.size()];
        long[][] linked = new long[registers][tree.size()];
        for (int row = 0; row < rows.size; row++) {
            if (counts.test(row)) {
                listed[rows.register[row]][rows.area[row]]++;
                linked[rows.register[row]][rows.area[row]] += isLinked.test(row) ? 1 : 0;
            }
        }
        for (int register = 0; register < registers; register++) {
            for (int area = tree.size() - 1; area > 0; area--) {
                int parent = tree.parentPosition(area);
                listed[register][parent] += listed[register][area];
                linked[register][parent] += linked[register][area];
            }
        }
        return new RegistryCoverage(memberships, listed, linked);
    }

    /**
     * Returns the registers that are counted.
     *
     * @return all registers of the catalogue, in its order
     */
    public List<RegisterId> registers() {
        return memberships.catalogue.registers().stream().map(Register::id).toList();
    }

    /**
     * Returns the share of a register in the whole country.
     *
     * @param register a register of the catalogue
     * @return how many rows are linked, of how many
     * @throws IllegalArgumentException if the catalogue does not have it
     */
    public Share of(RegisterId register) {
        return share(index(register), 0);
    }

    /**
     * Returns the share of all registers in an area.
     *
     * @param area an area of the administrative view
     * @return how many rows are linked, of how many
     * @throws IllegalArgumentException if there is no such area
     */
    public Share of(AreaCode area) {
        int position = memberships.areas.position(area);
        Share sum = Share.of(0, 0);
        for (int register = 0; register < listed.length; register++) {
            sum = sum.plus(share(register, position));
        }
        return sum;
    }

    /**
     * Returns the share of a register in an area.
     *
     * @param register a register of the catalogue
     * @param area an area of the administrative view
     * @return how many rows are linked, of how many
     * @throws IllegalArgumentException if there is no such register or area
     */
    public Share of(RegisterId register, AreaCode area) {
        return share(index(register), memberships.areas.position(area));
    }

    private Share share(int register, int position) {
        return Share.of(linked[register][position], listed[register][position]);
    }

    private int index(RegisterId register) {
        int index = registers().indexOf(requireNonNull(register, "register"));
        if (index < 0) {
            throw new IllegalArgumentException("no register " + register + " in " + memberships.catalogue);
        }
        return index;
    }

    /**
     * Writes one level as CSV: a row for each area and register with something listed.
     *
     * @param level a level of the administrative view
     * @param out where to; neither flushed nor closed
     * @throws IOException if it cannot be written
     */
    public void writeCsv(AreaLevel level, Appendable out) throws IOException {
        StringBuilder line = new StringBuilder();
        CsvWriter.append(line, List.of("level", "area", "area_name", "register", "register_name", "listed", "linked"));
        out.append(line);
        for (AreaCode area : memberships.areas.areas(level)) {
            for (Register register : memberships.catalogue.registers()) {
                Share share = of(register.id(), area);
                if (share.whole() > 0) {
                    line.setLength(0);
                    CsvWriter.append(
                            line,
                            List.of(
                                    level.name(),
                                    area.value(),
                                    memberships.areas.name(area).in(Text.THAI),
                                    register.id().value(),
                                    register.name().in(Text.THAI),
                                    Long.toString(share.whole()),
                                    Long.toString(share.part())));
                    out.append(line);
                }
            }
        }
    }

    /** Shows the share of the whole. */
    @Override
    public String toString() {
        return "RegistryCoverage[" + of(memberships.areas.area(0)) + "]";
    }
}
