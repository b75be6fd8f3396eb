package io.github.bmnkit.area;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.csv.CsvWriter;
import io.github.bmnkit.finding.Reading;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The register of areas and registered households (ทะเบียนพื้นที่): one register, seen in two ways. It is read from a CSV
 * file with one row for each village, whose columns name every parent; nothing is taken from the digits of a code.
 *
 * <table>
 *   <caption>Columns, in any order, named in the first row</caption>
 *   <tr><th>column</th><th>content</th></tr>
 *   <tr><td>{@code village_code}, {@code village_name}</td><td>8 digits; the name in Thai</td></tr>
 *   <tr><td>{@code tambon_code}, {@code tambon_name}</td><td>6 digits; the name in Thai</td></tr>
 *   <tr><td>{@code district_code}, {@code district_name}</td><td>4 digits; the name in Thai</td></tr>
 *   <tr><td>{@code province_code}</td><td>2 digits</td></tr>
 *   <tr><td>{@code local_authority_code}, {@code local_authority_name}</td>
 *       <td>the host's own code; the name in Thai</td></tr>
 *   <tr><td>{@code local_authority_kind}</td><td>as {@link LocalAuthorityKind#find} takes it, such as {@code อบต.}</td></tr>
 *   <tr><td>{@code households}</td><td>how many households are registered, from 0</td></tr>
 *   <tr><td>{@code inspection_region}</td><td>optional: 1 to 99, the same for all villages of a province</td></tr>
 * </table>
 *
 * <p>Files are UTF-8, with or without byte-order mark, as RFC 4180 says; digits may be Thai.
 */
public final class AreaRegister {
    static final List<String> REQUIRED = List.of(
            "village_code",
            "village_name",
            "tambon_code",
            "tambon_name",
            "district_code",
            "district_name",
            "province_code",
            "local_authority_code",
            "local_authority_name",
            "local_authority_kind",
            "households");
    static final List<String> OPTIONAL = List.of("inspection_region");

    private final AreaTree administrative;
    private final AreaTree certifying;
    private final SortedMap<LocalAuthorityCode, LocalAuthorityKind> authorities;

    AreaRegister(
            AreaTree administrative,
            AreaTree certifying,
            SortedMap<LocalAuthorityCode, LocalAuthorityKind> authorities) {
        this.administrative = administrative;
        this.certifying = certifying;
        this.authorities = authorities;
    }

    /**
     * Reads a register. Every problem is found with its line; a bad row is left out, and all good rows are kept.
     *
     * @param csv the file; it is read to its end and not closed
     * @return the register, unless it has no good row at all, and the findings
     */
    public static Reading<AreaRegister> readCsv(InputStream csv) {
        return new RegisterReader().read(requireNonNull(csv, "csv"));
    }

    /**
     * Returns one of the two views of the register.
     *
     * @param view which
     * @return the tree of areas
     */
    public AreaTree tree(AreaView view) {
        return view == AreaView.ADMINISTRATIVE ? administrative : certifying;
    }

    /**
     * Returns the local authorities.
     *
     * @return their codes, sorted
     */
    public Set<LocalAuthorityCode> localAuthorities() {
        return authorities.keySet();
    }

    /**
     * Returns the kind of a local authority.
     *
     * @param authority an authority of this register
     * @return its kind
     * @throws IllegalArgumentException if the authority is not in this register
     */
    public LocalAuthorityKind kind(LocalAuthorityCode authority) {
        LocalAuthorityKind kind = authorities.get(requireNonNull(authority, "authority"));
        if (kind == null) {
            throw new IllegalArgumentException("no local authority " + authority + " in the register");
        }
        return kind;
    }

    /**
     * Writes the register as {@link #readCsv} reads it.
     *
     * @return the CSV text, villages by code
     */
    public String toCsv() {
        boolean regions = administrative.levels().contains(AreaLevel.REGION);
        List<String> header = new ArrayList<>(REQUIRED);
        if (regions) {
            header.addAll(OPTIONAL);
        }
        CsvWriter out = new CsvWriter(header);
        for (AreaCode village : administrative.areas(AreaLevel.VILLAGE)) {
            AreaCode tambon = parent(administrative, village);
            AreaCode district = parent(administrative, tambon);
            AreaCode province = parent(administrative, district);
            LocalAuthorityPart part = (LocalAuthorityPart) parent(certifying, village);
            List<String> row = new ArrayList<>(List.of(
                    village.value(),
                    administrative.name(village).th(),
                    tambon.value(),
                    administrative.name(tambon).th(),
                    district.value(),
                    administrative.name(district).th(),
                    province.value(),
                    part.authority().value(),
                    certifying.name(part).th(),
                    kind(part.authority()).text().th(),
                    Long.toString(administrative.households(village))));
            if (regions) {
                row.add(Integer.toString(((RegionCode) parent(administrative, province)).number()));
            }
            out.row(row);
        }
        return out.toString();
    }

    private static AreaCode parent(AreaTree tree, AreaCode area) {
        Optional<AreaCode> parent = tree.parent(area);
        return parent.orElseThrow();
    }

    @Override
    public String toString() {
        return "AreaRegister[villages="
                + administrative.areas(AreaLevel.VILLAGE).size() + "]";
    }
}
