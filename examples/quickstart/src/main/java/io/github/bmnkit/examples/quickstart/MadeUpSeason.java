package io.github.bmnkit.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.fieldwork.HouseholdEvent.Confirmer;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.quota.Confirmation;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.quota.TargetReply;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * What happened in the season of a district: offices that answer, a village that divides, households that confirm their
 * data. All of it is made up, the same at every run.
 */
final class MadeUpSeason {
    /** It had 208 households in November; in January it has 118 and its part 76, and 14 are gone. */
    static final VillageCode VILLAGE = VillageCode.of("36010105");

    static final VillageCode PART = VillageCode.of("36010120");
    static final int STAYING = 118;
    static final int IN_PART = 76;

    private static final Instant FIRST_DAY = Instant.parse("2025-11-03T03:00:00Z");
    private static final int DAYS = 88;
    static final Instant END_OF_JANUARY = FIRST_DAY.plus(Duration.ofDays(DAYS));

    private static final ActorId OFFICE = ActorId.of("made-up-office");
    private static final String COMMITMENT = "0".repeat(64);

    private MadeUpSeason() {}

    /** Every province and district of a plan confirms its target. */
    static List<TargetReply> replies(QuotaPlan plan) {
        return plan.areas().stream()
                .filter(area -> Confirmation.PROVINCES_AND_DISTRICTS.contains(area.level()))
                .<TargetReply>map(area -> new TargetReply.Confirmed(area, plan.target(area), OFFICE, FIRST_DAY))
                .toList();
    }

    /** The households registered in a village, in the order of a walk through it. */
    static List<HouseholdId> route(AreaRegister register, VillageCode village) {
        long first = village.equals(PART) ? STAYING + 1L : 1;
        String prefix = village.equals(PART) ? VILLAGE.value() : village.value();
        long households = register.tree(AreaView.ADMINISTRATIVE).households(village);
        return LongStream.range(first, first + households)
                .mapToObj(i -> HouseholdId.of(prefix + "-" + i))
                .toList();
    }

    /** The register of the households after the village was divided: a household keeps its id. */
    static Optional<VillageCode> village(HouseholdId household) {
        VillageCode before = VillageCode.of(household.value().substring(0, 8));
        boolean moved =
                before.equals(VILLAGE) && Integer.parseInt(household.value().substring(9)) > STAYING;
        return Optional.of(moved ? PART : before);
    }

    static AreaRegister januaryRegister() {
        StringBuilder csv = new StringBuilder();
        for (String row : MadeUpRegister.csv().split("\r\n", -1)) {
            if (row.startsWith(VILLAGE.value())) {
                csv.append(row.replace(",208,", "," + STAYING + ",")).append("\r\n");
                row = row.replace(VILLAGE.value(), PART.value())
                        .replace("หมู่ 5", "หมู่ 20")
                        .replace(",208,", "," + IN_PART + ",");
            }
            csv.append(row).append("\r\n");
        }
        return AreaRegister.readCsv(
                        new ByteArrayInputStream(csv.toString().stripTrailing().getBytes(UTF_8)))
                .value();
    }

    /** Until the end of January some tambons come far and others do not; some villages do more than their target. */
    static List<HouseholdEvent> events(QuotaPlan plan, AreaRegister register, AreaCode district) {
        AreaTree tree = register.tree(AreaView.ADMINISTRATIVE);
        SplittableRandom random = new SplittableRandom(2569);
        List<HouseholdEvent> events = new ArrayList<>();
        for (AreaCode tambon : tree.children(district)) {
            int percent = 15 + random.nextInt(50);
            for (AreaCode village : tree.children(tambon)) {
                List<HouseholdId> route = route(register, (VillageCode) village);
                long done = Math.min(route.size(), plan.target(village) * (percent + random.nextInt(50)) / 100);
                for (int i = 0; i < done; i++) {
                    Instant at = FIRST_DAY.plus(Duration.ofDays(i * (DAYS - 1L) / done));
                    String id = "confirmed-" + route.get(i);
                    events.add(new HouseholdEvent.Confirmed(id, route.get(i), at, OFFICE, Confirmer.HEAD, COMMITMENT));
                }
            }
        }
        return events;
    }
}
