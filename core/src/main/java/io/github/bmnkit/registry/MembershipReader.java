package io.github.bmnkit.registry;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.DistrictCode;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.TambonCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.csv.CsvReader;
import io.github.bmnkit.csv.CsvRow;
import io.github.bmnkit.fieldwork.Role;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.BuddhistDate;
import io.github.bmnkit.identity.NationalId;
import io.github.bmnkit.identity.PersonName;
import io.github.bmnkit.identity.ThaiDigits;
import java.io.InputStream;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one file. */
final class MembershipReader {
    private static final int MAX_TEXT = 200;
    private static final int ERA = 543;
    private static final Pattern COMMON_ERA =
            Pattern.compile("(?<year>1[0-9]{3}|2[0-3][0-9]{2})(?<day>-[0-9]{2}-[0-9]{2})");

    private final String source;
    private final RegisterCatalogue catalogue;
    private final AreaTree areas;
    private final MembershipRows rows;
    private final Map<String, Register> registers = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private boolean good;

    MembershipReader(String source, RegisterCatalogue catalogue, AreaTree areas) {
        this.source = source;
        this.catalogue = catalogue;
        this.areas = areas;
        this.rows = new MembershipRows(catalogue, areas);
        for (Register register : catalogue.registers()) {
            registers.putIfAbsent(register.name().th(), register);
        }
        // An id counts before a name.
        catalogue.registers().forEach(register -> registers.put(register.id().value(), register));
    }

    Reading<Memberships> read(InputStream csv) {
        boolean read = CsvReader.read(csv, Memberships.REQUIRED, Memberships.OPTIONAL, findings, this::row);
        List<Finding> placed = findings.stream()
                .map(finding -> finding.at(finding.place().withDocument(source)))
                .toList();
        return read ? Reading.of(new Memberships(catalogue, areas, rows), placed) : Reading.nothing(placed);
    }

    private void row(CsvRow row) {
        good = true;
        Register register = register(row);
        AreaCode area = area(row);
        String group = text(row, "group");
        String role = role(row, register);
        LocalDate from = date(row, "from");
        LocalDate until = date(row, "until");
        if (from != null && until != null && !from.isBefore(until)) {
            refuse(
                    row,
                    Finding.of(RegistryFinding.EMPTY_TERM).with("from", from).with("until", until));
        }
        if (!good || register == null || area == null) {
            return;
        }
        PersonName name = name(row);
        long id = id(row);
        Membership membership =
                new Membership(source, row.line(), register.id(), group, null, name, role, from, until, area);
        rows.add(membership, id);
    }

    private @Nullable Register register(CsvRow row) {
        Register register = registers.get(Normalizer.normalize(row.field("register"), Normalizer.Form.NFC));
        if (register == null) {
            refuse(row, RegistryFinding.UNKNOWN_REGISTER, "register");
        }
        return register;
    }

    private @Nullable AreaCode area(CsvRow row) {
        String written = row.field("area");
        Optional<? extends AreaCode> parsed = switch (written.length()) {
            case 2 -> ProvinceCode.parse(written).optional();
            case 4 -> DistrictCode.parse(written).optional();
            case 6 -> TambonCode.parse(written).optional();
            case 8 -> VillageCode.parse(written).optional();
            default -> Optional.empty();
        };
        AreaCode code = parsed.orElse(null);
        if (code == null) {
            refuse(row, RegistryFinding.AREA_CODE, "area");
        } else if (!areas.contains(code)) {
            refuse(
                    row,
                    about(RegistryFinding.UNKNOWN_AREA, "area")
                            .with("level", code.level().text())
                            .with("code", code.value()));
        }
        return code;
    }

    private String role(CsvRow row, @Nullable Register register) {
        String written = text(row, "role");
        if (register == null || register.roles().isEmpty() || written.isEmpty()) {
            return written;
        }
        Optional<Role> role = register.role(written);
        if (role.isEmpty()) {
            refuse(row, about(RegistryFinding.UNKNOWN_ROLE, "role").with("register", register.name()));
        }
        return role.map(each -> each.id().value()).orElse("");
    }

    private String text(CsvRow row, String column) {
        String text = Normalizer.normalize(row.field(column), Normalizer.Form.NFC);
        boolean fits = text.codePointCount(0, text.length()) <= MAX_TEXT
                && text.codePoints().allMatch(MembershipReader::isAllowed);
        if (!fits) {
            refuse(row, about(RegistryFinding.TEXT, column).with("max", MAX_TEXT));
        }
        return text;
    }

    private static boolean isAllowed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** A year before 2400 in the form of ISO 8601 can only be one of the Common Era: it is read as that of today's count. */
    private @Nullable LocalDate date(CsvRow row, String column) {
        String written = ThaiDigits.toArabic(row.field(column));
        if (written.isEmpty()) {
            return null;
        }
        Matcher common = COMMON_ERA.matcher(written);
        Reading<LocalDate> reading = BuddhistDate.parse(
                common.matches() ? Integer.parseInt(common.group("year")) + ERA + common.group("day") : written);
        if (reading.hasErrors()) {
            refuse(row, about(RegistryFinding.DATE, column).with("cause", cause(reading)));
        }
        return reading.optional().orElse(null);
    }

    private @Nullable PersonName name(CsvRow row) {
        String first = row.field("first_name");
        String last = row.field("last_name");
        if (first.isEmpty() && last.isEmpty()) {
            return null;
        }
        Reading<PersonName> reading = PersonName.parse(row.field("title"), first, last);
        if (reading.hasErrors()) {
            add(row, about(RegistryFinding.NAME_UNREADABLE, "first_name").with("cause", cause(reading)));
        }
        return reading.optional().orElse(null);
    }

    private long id(CsvRow row) {
        String written = row.field("national_id");
        if (written.isEmpty()) {
            add(row, about(RegistryFinding.NO_ID, "national_id"));
            return MembershipRows.NO_ID;
        }
        Reading<NationalId> reading = NationalId.parse(written);
        if (reading.hasErrors()) {
            add(row, about(RegistryFinding.ID_INVALID, "national_id").with("cause", cause(reading)));
        }
        return reading.optional().map(NationalId::number).orElse(MembershipRows.INVALID_ID);
    }

    /** What the findings of a value say in words, none of which repeats the value. */
    private static Text cause(Reading<?> reading) {
        List<Finding> errors = reading.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        return Text.of(
                errors.stream().map(finding -> finding.message(Text.THAI)).collect(Collectors.joining("; ")),
                errors.stream().map(finding -> finding.message(Locale.ROOT)).collect(Collectors.joining("; ")));
    }

    private static Finding about(RegistryFinding code, String column) {
        return Finding.of(code).with("column", column);
    }

    private void refuse(CsvRow row, RegistryFinding code, String column) {
        refuse(row, about(code, column));
    }

    private void refuse(CsvRow row, Finding finding) {
        good = false;
        add(row, finding);
    }

    private void add(CsvRow row, Finding finding) {
        findings.add(finding.at(row.place()));
    }
}
