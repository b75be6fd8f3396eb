package io.github.bmnkit.fieldwork;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.DistrictCode;
import io.github.bmnkit.area.LocalAuthorityCode;
import io.github.bmnkit.area.LocalAuthorityPart;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.TambonCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.ThaiDigits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Both views of a register as records see them: an area is known to one of them, and lies in areas of both. */
final class Territory {
    private final AreaTree administrative;
    private final AreaTree certifying;

    Territory(AreaRegister register) {
        administrative = register.tree(AreaView.ADMINISTRATIVE);
        certifying = register.tree(AreaView.CERTIFYING);
    }

    /** The code that a text says: the form of a code tells its level. */
    static Reading<AreaCode> parse(String text) {
        String code = ThaiDigits.toArabic(text.strip());
        if (code.equals(CountryCode.THAILAND.value())) {
            return Reading.of(CountryCode.THAILAND);
        }
        int slash = code.indexOf('/');
        if (slash >= 0) {
            Reading<DistrictCode> district = DistrictCode.parse(code.substring(0, slash));
            Reading<LocalAuthorityCode> authority = LocalAuthorityCode.parse(code.substring(slash + 1));
            return district.optional().isPresent() && authority.optional().isPresent()
                    ? Reading.of(new LocalAuthorityPart(authority.value(), district.value()))
                    : unreadable();
        }
        Reading<? extends AreaCode> reading = switch (code.length()) {
            case 2 -> ProvinceCode.parse(code);
            case 4 -> DistrictCode.parse(code);
            case 6 -> TambonCode.parse(code);
            case 8 -> VillageCode.parse(code);
            default -> unreadable();
        };
        return reading.optional().isPresent() ? reading.map(AreaCode.class::cast) : unreadable();
    }

    private static Reading<AreaCode> unreadable() {
        return Reading.nothing(List.of(Finding.of(FieldworkFinding.AREA_CODE)));
    }

    boolean contains(AreaCode area) {
        // A region is written like a province, and has no part in the work.
        return area.level() != AreaLevel.REGION && (administrative.contains(area) || certifying.contains(area));
    }

    /** Whether an area is another or lies in it. */
    boolean isWithin(AreaCode area, AreaCode other) {
        return isWithin(administrative, area, other) || isWithin(certifying, area, other);
    }

    private static boolean isWithin(AreaTree tree, AreaCode area, AreaCode other) {
        if (!tree.contains(area) || !tree.contains(other)) {
            return false;
        }
        int wanted = tree.position(other);
        int at = tree.position(area);
        while (at > wanted) {
            at = tree.parentPosition(at);
        }
        return at == wanted;
    }

    /** The areas in which an area lies, itself first, from the nearest up; those of both views. */
    List<AreaCode> upwards(AreaCode area) {
        List<AreaCode> areas = new ArrayList<>();
        for (AreaTree tree : List.of(certifying, administrative)) {
            int at = tree.contains(area) ? tree.position(area) : -1;
            while (at >= 0) {
                if (!areas.contains(tree.area(at))) {
                    areas.add(tree.area(at));
                }
                at = tree.parentPosition(at);
            }
        }
        areas.sort((a, b) -> a.level().compareTo(b.level()));
        return areas;
    }

    /** The units of a level in an area, by code. */
    List<AreaCode> units(AreaLevel level, AreaCode within) {
        AreaTree tree = administrative.levels().contains(level) && administrative.contains(within)
                ? administrative
                : certifying;
        return tree.areas(level).stream()
                .filter(unit -> isWithin(tree, unit, within))
                .toList();
    }

    /** The villages of an area. */
    List<AreaCode> villages(AreaCode area) {
        AreaTree tree = certifying.contains(area) ? certifying : administrative;
        List<AreaCode> villages = new ArrayList<>();
        collectVillages(tree, area, villages);
        return villages;
    }

    Set<AreaCode> villages(Set<AreaCode> areas) {
        Set<AreaCode> villages = new LinkedHashSet<>();
        areas.forEach(area -> villages.addAll(villages(area)));
        return villages;
    }

    private static void collectVillages(AreaTree tree, AreaCode area, List<AreaCode> villages) {
        if (area.level() == AreaLevel.VILLAGE) {
            villages.add(area);
            return;
        }
        tree.children(area).forEach(child -> collectVillages(tree, child, villages));
    }

    long households(AreaCode village) {
        return certifying.households(village);
    }

    /** The units at which an office counts that is held at some areas. */
    Set<AreaCode> ofOffice(Set<AreaCode> areas) {
        Set<AreaCode> units = new HashSet<>();
        for (AreaCode area : areas) {
            units.add(area);
            if (area.level() == AreaLevel.TAMBON) {
                addVillages(area, units);
            }
        }
        return units;
    }

    /** The units at which a collector of some areas counts. */
    Set<AreaCode> ofCollector(Set<AreaCode> areas) {
        Set<AreaCode> units = new HashSet<>();
        areas.forEach(area -> addVillages(area, units));
        return units;
    }

    private void addVillages(AreaCode area, Set<AreaCode> units) {
        for (AreaCode village : villages(area)) {
            units.add(village);
            Optional<AreaCode> authority = certifying.parent(village);
            authority.ifPresent(units::add);
        }
    }
}
