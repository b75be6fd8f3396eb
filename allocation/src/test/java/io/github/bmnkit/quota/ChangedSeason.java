package io.github.bmnkit.quota;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.quota.Reallocation.Scope;
import io.github.bmnkit.round.Period;
import io.github.bmnkit.testing.Registers;
import io.github.bmnkit.testing.Rounds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A season in which villages changed after the plan was made. */
record ChangedSeason(
        QuotaPlan plan,
        AreaRegister before,
        AreaRegister after,
        List<VillageChange> changes,
        List<Period> closed,
        Map<VillageCode, long[]> done,
        Method method,
        Scope scope) {
    private static final int HOUSEHOLDS = 10;
    private static final int VILLAGE = 0;

    Reading<Reallocation> reallocate() {
        return reallocate(scope);
    }

    Reading<Reallocation> reallocate(Scope within) {
        Reallocation.Request request = Reallocation.of(plan, before, after, method);
        changes.forEach(request::change);
        closed.forEach(request::closed);
        done.forEach((village, figures) -> {
            for (int k = 0; k < figures.length; k++) {
                request.done(village, plan.periods().get(k), figures[k]);
            }
        });
        return request.within(within);
    }

    static List<Method> divisorMethods() {
        return List.of(Method.WEBSTER, Method.JEFFERSON, Method.ADAMS, Method.HUNTINGTON_HILL, Method.DEAN);
    }

    static ChangedSeason of(AreaRegister before, Random random) {
        AreaTree tree = before.tree(AreaView.ADMINISTRATIVE);
        Map<ProvinceCode, long[]> targets = new LinkedHashMap<>();
        for (AreaCode province : tree.areas(AreaLevel.PROVINCE)) {
            long total = (long) (random.nextDouble() * 0.95 * tree.households(province));
            long first = (long) (random.nextDouble() * (total + 1));
            targets.put((ProvinceCode) province, new long[] {first, total - first});
        }
        QuotaPlan plan = QuotaPlan.imposed(Rounds.of(targets))
                .cascade(CountryCode.THAILAND, tree, CascadeRules.of(Method.WEBSTER))
                .value();
        List<VillageChange> changes = new ArrayList<>();
        AreaRegister after = changed(before, changes, random);
        Map<VillageCode, long[]> done = new LinkedHashMap<>();
        Period closed = plan.periods().get(0);
        AreaTree now = after.tree(AreaView.ADMINISTRATIVE);
        for (AreaCode village : now.areas(AreaLevel.VILLAGE)) {
            if (plan.contains(village) && random.nextInt(4) > 0) {
                long target = Math.min(plan.target(village, closed), now.households(village));
                long first = random.nextInt(12) == 0 ? target + 1 : (long) (random.nextDouble() * (target + 1));
                done.put((VillageCode) village, new long[] {first, random.nextInt(3)});
            }
        }
        return new ChangedSeason(
                plan,
                before,
                after,
                changes,
                random.nextBoolean() ? List.of(closed) : List.of(),
                done,
                divisorMethods().get(random.nextInt(5)),
                Scope.values()[random.nextInt(4)]);
    }

    /** Changes one to three villages of the register in some way. */
    private static AreaRegister changed(AreaRegister before, List<VillageChange> changes, Random random) {
        List<String> lines = new ArrayList<>(before.toCsv().lines().toList());
        String header = lines.remove(0);
        List<String[]> rows =
                new ArrayList<>(lines.stream().map(line -> line.split(",", -1)).toList());
        Collections.shuffle(rows, random);
        int untouched = 1 + random.nextInt(3);
        List<String[]> result = new ArrayList<>(rows.subList(Math.min(untouched, rows.size()), rows.size()));
        for (String[] row : rows.subList(0, Math.min(untouched, rows.size()))) {
            int households = Integer.parseInt(row[HOUSEHOLDS]);
            VillageCode village = VillageCode.of(row[VILLAGE]);
            switch (random.nextInt(7)) {
                case 0 -> {
                    VillageCode part = VillageCode.of(row[VILLAGE].substring(0, 6) + "91");
                    int moved = random.nextInt(households + 1);
                    if (result.stream().anyMatch(each -> each[VILLAGE].equals(part.value()))) {
                        result.add(row);
                    } else {
                        result.add(with(row, row[VILLAGE], households - moved));
                        result.add(with(row, part.value(), moved));
                        changes.add(new VillageChange.Split(village, List.of(village, part)));
                    }
                }
                case 1 -> {
                    VillageCode heir = VillageCode.of(row[VILLAGE].substring(0, 6) + "92");
                    if (result.stream().anyMatch(each -> each[VILLAGE].equals(heir.value()))) {
                        result.add(row);
                    } else {
                        result.add(with(row, heir.value(), households));
                        changes.add(new VillageChange.Merge(List.of(village), heir));
                    }
                }
                case 2 -> {
                    if (result.isEmpty()) {
                        result.add(row);
                    }
                }
                case 3 -> result.add(with(row, row[VILLAGE], households + random.nextInt(100)));
                case 4, 5 -> result.add(with(row, row[VILLAGE], random.nextInt(households + 1)));
                default -> {
                    result.add(row);
                    String opened = row[VILLAGE].substring(0, 6) + "93";
                    if (result.stream().noneMatch(each -> each[VILLAGE].equals(opened))) {
                        result.add(with(row, opened, random.nextInt(100)));
                    }
                }
            }
        }
        StringBuilder csv = new StringBuilder(header).append('\n');
        result.forEach(row -> csv.append(String.join(",", row)).append('\n'));
        return Registers.read(csv.toString()).value();
    }

    private static String[] with(String[] row, String code, int households) {
        String[] copy = row.clone();
        copy[VILLAGE] = code;
        copy[HOUSEHOLDS] = Integer.toString(households);
        return copy;
    }
}
