package io.github.bmnkit.area;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.csv.CsvReader;
import io.github.bmnkit.csv.CsvRow;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.ThaiDigits;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a register one by one and keeps those that agree with the rows before them. */
final class RegisterReader {
    private static final Pattern REGION = Pattern.compile("0?[1-9]|[1-9][0-9]");
    private static final int MAX_HOUSEHOLDS = 1_000_000;

    private record Authority(String name, LocalAuthorityKind kind, int line) {}

    private final List<Finding> findings = new ArrayList<>();
    // In the order of the file: registers mostly come sorted, and sorting them again then costs little.
    private final Map<AreaCode, AreaEntry> entries = new LinkedHashMap<>();
    private final Map<VillageCode, LocalAuthorityPart> parts = new HashMap<>();
    private final Map<LocalAuthorityCode, Authority> authorities = new HashMap<>();

    Reading<AreaRegister> read(InputStream csv) {
        if (!CsvReader.read(csv, AreaRegister.REQUIRED, AreaRegister.OPTIONAL, findings, this::row)) {
            return Reading.nothing(findings);
        }
        if (parts.isEmpty()) {
            findings.add(Finding.of(AreaFinding.NO_VILLAGES));
            return Reading.nothing(findings);
        }
        warnOfSplitAuthorities();
        AreaTree administrative = AreaTree.of(AreaView.ADMINISTRATIVE, withRegions());
        AreaTree certifying = AreaTree.of(AreaView.CERTIFYING, withAuthorities());
        SortedMap<LocalAuthorityCode, LocalAuthorityKind> kinds = new TreeMap<>();
        authorities.forEach((code, authority) -> kinds.put(code, authority.kind()));
        return Reading.of(new AreaRegister(administrative, certifying, kinds), findings);
    }

    private void row(CsvRow row) {
        int before = findings.size();
        VillageCode village = take(row, VillageCode.parse(row.field("village_code")));
        TambonCode tambon = take(row, TambonCode.parse(row.field("tambon_code")));
        DistrictCode district = take(row, DistrictCode.parse(row.field("district_code")));
        ProvinceCode province = take(row, ProvinceCode.parse(row.field("province_code")));
        LocalAuthorityCode authority = take(row, LocalAuthorityCode.parse(row.field("local_authority_code")));
        LocalAuthorityKind kind = kind(row);
        int households = households(row);
        RegionCode region = region(row);
        for (AreaLevel level :
                List.of(AreaLevel.VILLAGE, AreaLevel.TAMBON, AreaLevel.DISTRICT, AreaLevel.LOCAL_AUTHORITY)) {
            if (name(row, level).isEmpty()) {
                add(row, Finding.of(AreaFinding.NAME_BLANK).with("level", level.text()));
            }
        }
        if (findings.size() > before
                || village == null
                || tambon == null
                || district == null
                || province == null
                || authority == null
                || kind == null) {
            return;
        }
        List<AreaEntry> path = List.of(
                new AreaEntry(village, name(row, AreaLevel.VILLAGE), tambon, row.line(), households),
                new AreaEntry(tambon, name(row, AreaLevel.TAMBON), district, row.line(), 0),
                new AreaEntry(district, name(row, AreaLevel.DISTRICT), province, row.line(), 0),
                new AreaEntry(province, province.name().th(), region, row.line(), 0));
        Authority said = new Authority(name(row, AreaLevel.LOCAL_AUTHORITY), kind, row.line());
        boolean pathAgrees = agrees(row, path);
        boolean authorityAgrees = agrees(row, authority, said); // both are asked, so that both are reported
        if (pathAgrees && authorityAgrees) {
            path.forEach(entry -> entries.putIfAbsent(entry.code(), entry));
            authorities.putIfAbsent(authority, said);
            parts.put(village, new LocalAuthorityPart(authority, district));
        }
    }

    private boolean agrees(CsvRow row, List<AreaEntry> path) {
        boolean agrees = true;
        for (AreaEntry entry : path) {
            AreaEntry first = entries.get(entry.code());
            if (first == null) {
                continue;
            }
            if (entry.code() instanceof VillageCode) {
                agrees = false;
                add(
                        row,
                        Finding.of(AreaFinding.DUPLICATE_VILLAGE)
                                .with("code", entry.code().value())
                                .with("line", first.line()));
            } else if (!Objects.equals(first.parent(), entry.parent())) {
                agrees = false;
                add(
                        row,
                        differs(
                                        AreaFinding.TWO_PARENTS,
                                        entry.code().level(),
                                        entry.code().value(),
                                        first.line())
                                .with("parent", value(entry.parent()))
                                .with("first", value(first.parent())));
            } else if (!first.name().equals(entry.name())) {
                add(
                        row,
                        differs(
                                        AreaFinding.TWO_NAMES,
                                        entry.code().level(),
                                        entry.code().value(),
                                        first.line())
                                .with("name", entry.name())
                                .with("first", first.name()));
            }
        }
        return agrees;
    }

    private boolean agrees(CsvRow row, LocalAuthorityCode code, Authority said) {
        if (!said.kind().certifies()) {
            add(
                    row,
                    Finding.of(AreaFinding.AUTHORITY_CERTIFIES_NOTHING)
                            .with("code", code.value())
                            .with("kind", said.kind().text()));
            return false;
        }
        Authority first = authorities.get(code);
        if (first != null && first.kind() != said.kind()) {
            add(
                    row,
                    differs(AreaFinding.TWO_KINDS, AreaLevel.LOCAL_AUTHORITY, code.value(), first.line())
                            .with("kind", said.kind().text())
                            .with("first", first.kind().text()));
            return false;
        }
        if (first != null && !first.name().equals(said.name())) {
            add(
                    row,
                    differs(AreaFinding.TWO_NAMES, AreaLevel.LOCAL_AUTHORITY, code.value(), first.line())
                            .with("name", said.name())
                            .with("first", first.name()));
        }
        return true;
    }

    private static Finding differs(AreaFinding code, AreaLevel level, String area, int firstLine) {
        return Finding.of(code).with("level", level.text()).with("code", area).with("line", firstLine);
    }

    private @Nullable LocalAuthorityKind kind(CsvRow row) {
        String text = row.field("local_authority_kind");
        Optional<LocalAuthorityKind> kind = LocalAuthorityKind.find(text);
        if (kind.isEmpty()) {
            add(row, Finding.of(AreaFinding.AUTHORITY_KIND).with("found", text));
        }
        return kind.orElse(null);
    }

    private int households(CsvRow row) {
        String digits = ThaiDigits.toArabic(row.field("households"));
        boolean number =
                !digits.isEmpty() && digits.length() <= 7 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number || Integer.parseInt(digits) > MAX_HOUSEHOLDS) {
            add(
                    row,
                    Finding.of(AreaFinding.HOUSEHOLDS)
                            .with("found", row.field("households"))
                            .with("max", MAX_HOUSEHOLDS));
            return 0;
        }
        return Integer.parseInt(digits);
    }

    private @Nullable RegionCode region(CsvRow row) {
        String digits = ThaiDigits.toArabic(row.field("inspection_region"));
        if (digits.isEmpty()) {
            return null;
        }
        if (!REGION.matcher(digits).matches()) {
            add(row, Finding.of(AreaFinding.REGION).with("found", row.field("inspection_region")));
            return null;
        }
        return new RegionCode(Integer.parseInt(digits));
    }

    private static String name(CsvRow row, AreaLevel level) {
        return row.field(
                switch (level) {
                    case VILLAGE -> "village_name";
                    case TAMBON -> "tambon_name";
                    case DISTRICT -> "district_name";
                    case LOCAL_AUTHORITY -> "local_authority_name";
                    case PROVINCE, REGION, COUNTRY -> throw new IllegalArgumentException("no column for " + level);
                });
    }

    private static String value(@Nullable AreaCode code) {
        return code == null ? "-" : code.value();
    }

    private <T> @Nullable T take(CsvRow row, Reading<T> reading) {
        reading.findings().forEach(finding -> add(row, finding));
        return reading.optional().orElse(null);
    }

    private void add(CsvRow row, Finding finding) {
        Place place = row.place();
        findings.add(finding.at(place));
    }

    private void warnOfSplitAuthorities() {
        SortedMap<LocalAuthorityCode, Long> counts = new TreeMap<>();
        parts.values().stream().distinct().forEach(part -> counts.merge(part.authority(), 1L, Long::sum));
        counts.forEach((code, count) -> {
            if (count > 1) {
                findings.add(Finding.of(AreaFinding.AUTHORITY_IN_SEVERAL_DISTRICTS)
                        .with("code", code.value())
                        .with("count", count));
            }
        });
    }

    /** The entries of the administrative view: with regions if every province has one. */
    private Collection<AreaEntry> withRegions() {
        List<AreaEntry> provinces = entries.values().stream()
                .filter(entry -> entry.code() instanceof ProvinceCode)
                .toList();
        List<AreaEntry> without =
                provinces.stream().filter(entry -> entry.parent() == null).toList();
        if (without.size() < provinces.size()) {
            without.stream()
                    .map(AreaEntry::code)
                    .sorted()
                    .forEach(code -> findings.add(Finding.of(AreaFinding.REGION_INCOMPLETE)
                            .at(Place.area(code.value()))
                            .with("code", code.value())));
        }
        Map<AreaCode, AreaEntry> all = new LinkedHashMap<>(entries);
        for (AreaEntry province : provinces) {
            if (without.isEmpty() && province.parent() instanceof RegionCode region) {
                all.put(region, new AreaEntry(region, "", CountryCode.THAILAND, 0, 0));
            } else {
                all.put(province.code(), province.withParent(CountryCode.THAILAND));
            }
        }
        return all.values();
    }

    /** The entries of the certifying view: villages under the parts of authorities, without tambons and regions. */
    private Collection<AreaEntry> withAuthorities() {
        Map<AreaCode, AreaEntry> all = new LinkedHashMap<>();
        entries.forEach((code, entry) -> {
            if (code instanceof VillageCode village) {
                LocalAuthorityPart part = requireNonNull(parts.get(village));
                Authority authority = requireNonNull(authorities.get(part.authority()));
                all.put(code, entry.withParent(part));
                all.putIfAbsent(part, new AreaEntry(part, authority.name(), part.district(), authority.line(), 0));
            } else if (code instanceof ProvinceCode) {
                all.put(code, entry.withParent(CountryCode.THAILAND));
            } else if (code instanceof DistrictCode) {
                all.put(code, entry);
            }
        });
        return all.values();
    }
}
