package io.github.bmnkit.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.OutcomeCounts;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.testing.Cases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AcrossHouseholdsProperties {
    private static final SecretKey KEY = new SecretKeySpec("a key of 32 bytes for tests only".getBytes(UTF_8), "HMAC");

    /** Villages that a household may lie in, and one more. */
    private static final List<VillageCode> VILLAGES = Stream.of("50010101", "50020101", "50030101", "50040101")
            .map(VillageCode::of)
            .toList();

    /** Responses in parts, of which some households have several; targets and lists; and the round before. */
    private static final class World {
        final List<List<HouseholdResponse>> now = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        final List<List<HouseholdResponse>> before = List.of(new ArrayList<>(), new ArrayList<>());
        final NaiveAcross naive;

        World(int listed, Random random) {
            naive = new NaiveAcross(listed);
            int size = 1 + random.nextInt(40);
            List<HouseholdResponse> all = Households.any(size, random);
            for (int i = random.nextInt(8); i > 0; i--) {
                int again = random.nextInt(size);
                all.add(random.nextBoolean() ? all.get(again) : Households.any("H-" + again, random));
            }
            Collections.shuffle(all, random);
            all.forEach(each -> now.get(random.nextInt(now.size())).add(each));
            Households.before(all, random)
                    .forEach(each -> before.get(random.nextInt(before.size())).add(each));
            for (int part = 0; part < now.size(); part++) {
                for (int i = 0; i < now.get(part).size(); i++) {
                    naive.now.add(new NaiveAcross.Seen(
                            "part " + part, i + 1, now.get(part).get(i)));
                }
            }
            for (List<HouseholdResponse> part : before) {
                for (int i = 0; i < part.size(); i++) {
                    naive.before.add(new NaiveAcross.Seen("", i + 1, part.get(i)));
                }
            }
            for (VillageCode village : VILLAGES) {
                if (random.nextInt(4) > 0) {
                    naive.targets.put(village, (long) random.nextInt(1 + size / 2));
                }
                if (random.nextInt(3) > 0) {
                    Set<HouseholdId> ids = new LinkedHashSet<>();
                    for (int i = random.nextInt(size); i > 0; i--) {
                        ids.add(HouseholdId.of("H-" + random.nextInt(size + 3)));
                    }
                    naive.lists.put(village, ids);
                }
            }
        }

        void collect(Batch batch, AcrossHouseholds across, int seed) {
            List<Runnable> steps = new ArrayList<>();
            for (int part = 0; part < now.size(); part++) {
                List<HouseholdResponse> responses = now.get(part);
                Batch collecting = batch.collectingInto(across, "part " + part);
                steps.add(() -> collecting.run(responses.iterator(), each -> {}));
            }
            before.forEach(part -> steps.add(() -> across.lastRound(part.iterator(), World::areas)));
            naive.targets.forEach((village, target) -> steps.add(() -> across.target(village, target)));
            naive.lists.forEach((village, ids) -> steps.add(() -> across.listed(village, ids)));
            Collections.shuffle(steps, new Random(seed));
            Stream<Runnable> order = seed % 2 == 0 ? steps.stream() : steps.parallelStream();
            order.forEach(Runnable::run);
        }

        private static List<AreaCode> areas(HouseholdResponse response) {
            return Households.village(response) instanceof VillageCode village ? NaiveAcross.areas(village) : List.of();
        }
    }

    private record Decided(List<String> found, BatchSummary summary, boolean spilled) {}

    private static Decided decided(World world, Batch batch, int memory, int listed, int seed) throws IOException {
        Path directory = Files.createTempDirectory("across");
        List<String> found = new ArrayList<>();
        BatchSummary summary;
        boolean spilled;
        try (AcrossHouseholds across = AcrossHouseholds.builder(batch)
                .entriesInMemory(memory)
                .listing(listed)
                .collectors(NaiveAcross::collector, NaiveAcross::capacity)
                .villages(each -> (VillageCode) Households.village(each), NaiveAcross::areas)
                .members("id_card", "pid")
                .amount("income", "total", 10)
                .open(directory, KEY)) {
            world.collect(batch, across, seed);
            summary = across.decide(each -> found.add(NaiveAcross.text(each)));
            assertThat(across.decide(each -> {})).isEqualTo(summary);
            try (Stream<Path> files = Files.list(directory)) {
                spilled = files.findAny().isPresent();
            }
        }
        Files.delete(directory); // fails if anything is left in it
        return new Decided(found, summary, spilled);
    }

    private static List<String> ownCodes(List<String> found) {
        return found.stream().filter(each -> each.startsWith("across.")).toList();
    }

    @Property(tries = 80)
    void d1_whatIsFoundAcrossHouseholdsIsExactWhateverThePartitionOrderThreadsAndMemory(@ForAll Random random)
            throws IOException {
        int listed = random.nextInt(4);
        World world = new World(listed, random);
        Batch.Builder builder = Households.batch().threads(1 + random.nextInt(3));
        Batch batch = (random.nextBoolean() ? builder : builder.unordered()).build();
        Decided decided = decided(world, batch, 10 + random.nextInt(400), listed, random.nextInt(1000));
        NaiveAcross naive = world.naive;
        naive.decide();

        assertThat(ownCodes(decided.found())).containsExactlyInAnyOrderElementsOf(naive.found);
        for (AcrossFinding code : AcrossFinding.values()) {
            BatchSummary summary = decided.summary();
            assertThat(summary.edit(code.id()).counts())
                    .as(code.id())
                    .isEqualTo(naive.counts.getOrDefault(code.id(), OutcomeCounts.ZERO));
            for (BatchSummary.OfArea area : summary.areas()) {
                OutcomeCounts counts = naive.counts.getOrDefault(code.id() + " in " + area.code(), OutcomeCounts.ZERO);
                assertThat(area.failed(code.id())).isEqualTo(counts.failed());
                area.counts(code.id())
                        .ifPresent(each -> assertThat(each).as(code.id()).isEqualTo(counts));
            }
        }
        // All in memory, one thread, another order: the same in the same order.
        Decided again = decided(world, Households.batch().build(), 1_000_000, listed, 2);
        assertThat(again.found()).isEqualTo(decided.found());
        assertThat(again.summary()).isEqualTo(decided.summary());
        BatchSummary read = BatchSummary.read(
                        new ByteArrayInputStream(decided.summary().toJson().getBytes(UTF_8)))
                .value();
        assertThat(read).isEqualTo(decided.summary());

        Cases.met("spilled", decided.spilled());
        for (AcrossFinding code : AcrossFinding.values()) {
            Cases.met(code.id(), decided.summary().edit(code.id()).counts().failed() > 0);
        }
        Cases.met(
                "members whom nothing tells apart",
                decided.summary().edit("across.member-gone").counts().undecided() > 0);
        Cases.met(
                "counting responses of collectors is wrong",
                collectorsByResponses(world) != failed(decided, "across.collector-over-capacity"));
        Cases.met(
                "comparing members by their keys is wrong", goneByKey(world) != failed(decided, "across.member-gone"));
        Cases.met("comparing only numbers with the list is wrong", sameNumberOtherHouseholds(world));
    }

    private static long failed(Decided decided, String code) {
        return decided.summary().edit(code).counts().failed();
    }

    /** The wrong way: a household that came twice counts twice. */
    private static long collectorsByResponses(World world) {
        return world.naive.now.stream()
                .map(NaiveAcross.Seen::response)
                .filter(each -> NaiveAcross.collector(each) != null)
                .collect(Collectors.groupingBy(NaiveAcross::collector, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() > NaiveAcross.capacity(each.getKey()))
                .count();
    }

    /** The wrong way: member 2 of the last round is member 2 of this one. */
    private static long goneByKey(World world) {
        Map<HouseholdId, Set<Integer>> now = world.naive.now.stream()
                .map(NaiveAcross.Seen::response)
                .collect(Collectors.toMap(
                        HouseholdResponse::household, each -> Set.copyOf(each.members()), (one, other) -> one));
        return world.naive.before.stream()
                .map(NaiveAcross.Seen::response)
                .filter(each -> now.containsKey(each.household()))
                .flatMap(each -> each.members().stream()
                        .filter(member -> !now.get(each.household()).contains(member)))
                .count();
    }

    /** The wrong way: as many households as listed are all of them. */
    private static boolean sameNumberOtherHouseholds(World world) {
        Set<HouseholdId> listed =
                world.naive.lists.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Set<HouseholdId> now = world.naive.now.stream()
                .map(each -> each.response().household())
                .collect(Collectors.toSet());
        return Math.abs(listed.size() - now.size()) <= 2 && !listed.equals(now);
    }
}
