package io.github.bmnkit.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.OutcomeCounts;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.rule.RuleSets;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Responses;
import io.github.bmnkit.validation.HouseholdValidator;
import io.github.bmnkit.validation.ValidationReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class BatchProperties {
    private static final Questionnaire FORM = Questionnaires.bmn2560();
    private static final HouseholdValidator VALIDATOR = HouseholdValidator.of(FORM, RuleSets.bmn2560());
    private static final SecretKey KEY = new SecretKeySpec("a key of 32 bytes for tests only".getBytes(UTF_8), "HMAC");

    private static List<List<HouseholdResponse>> parts(List<HouseholdResponse> all, int size, Random random) {
        List<List<HouseholdResponse>> parts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            parts.add(new ArrayList<>());
        }
        List<HouseholdResponse> mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, random);
        mixed.forEach(each -> parts.get(random.nextInt(size)).add(each));
        return parts;
    }

    /** Merges in any order and nesting. */
    private static BatchSummary merged(List<BatchSummary> summaries, Random random) {
        List<BatchSummary> left = new ArrayList<>(summaries);
        while (left.size() > 1) {
            BatchSummary one = left.remove(random.nextInt(left.size()));
            BatchSummary other = left.remove(random.nextInt(left.size()));
            left.add(one.merge(other));
        }
        return left.get(0);
    }

    @Property(tries = 60)
    void f1_anyPartitionAndAnyOrderOfMergingGiveTheSameSummary(@ForAll Random random) throws IOException {
        List<HouseholdResponse> all = Households.any(1 + random.nextInt(120), random);
        BatchSummary whole = Households.batch().build().run(all.iterator(), each -> {});
        Batch batch = Households.batch().threads(1 + random.nextInt(3)).build();
        List<List<HouseholdResponse>> parts = parts(all, 1 + random.nextInt(5), random);
        List<BatchSummary> summaries = new ArrayList<>();
        for (List<HouseholdResponse> part : parts) {
            BatchSummary summary = batch.run(part.iterator(), each -> {});
            summaries.add(
                    random.nextBoolean()
                            ? summary
                            : BatchSummary.read(new ByteArrayInputStream(
                                            summary.toJson().getBytes(UTF_8)))
                                    .value());
        }
        assertThat(merged(summaries, random)).isEqualTo(whole);
        assertThat(merged(summaries, random).toJson()).isEqualTo(whole.toJson());
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        whole.writeJson(written);
        assertThat(written.toString(UTF_8)).isEqualTo(whole.toJson());
        assertThat(merged(summaries, random).merge(batch.nothing())).isEqualTo(whole);
        // The wrong way: the first households that fail, instead of those with the smallest hashes.
        List<HouseholdId> firstComers = new ArrayList<>();
        for (HouseholdResponse each : all) {
            if (Households.VALIDATOR.validate(each, null).findings().stream()
                    .anyMatch(finding -> finding.code().id().equals("INC-02"))) {
                firstComers.add(each.household());
            }
        }
        Set<HouseholdId> sample = new HashSet<>(whole.edit("INC-02").sample());
        assertThat(sample).hasSize(Math.min(3, firstComers.size())).isSubsetOf(firstComers);
        Cases.met(
                "first come, first sampled is wrong",
                !sample.equals(new HashSet<>(firstComers.subList(0, Math.min(3, firstComers.size())))));
        Cases.met(
                "several parts", parts.stream().filter(part -> !part.isEmpty()).count() > 1);
    }

    @Property(tries = 60)
    void f1_resultsInAnyOrderGiveTheSameSummary(@ForAll Random random) {
        List<HouseholdResponse> all = Households.any(1 + random.nextInt(200), random);
        BatchSummary ordered = Households.batch().build().run(all.iterator(), each -> {});
        Set<Thread> receivers = new HashSet<>();
        List<Long> numbers = new ArrayList<>();
        int slow = random.nextInt(all.size());
        Batch batch = Households.batch()
                .threads(1 + random.nextInt(4))
                .byArea(response -> {
                    if (response == all.get(slow)) {
                        pause();
                    }
                    return null;
                })
                .unordered()
                .build();
        BatchSummary unordered = batch.run(all.iterator(), each -> {
            receivers.add(Thread.currentThread());
            numbers.add(each.number());
            assertThat(each.reading().value()).isSameAs(all.get((int) each.number() - 1));
        });
        assertThat(unordered).isEqualTo(ordered);
        assertThat(unordered.toJson()).isEqualTo(ordered.toJson());
        assertThat(receivers).containsExactly(Thread.currentThread());
        List<Long> sorted = numbers.stream().sorted().toList();
        assertThat(sorted)
                .isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
        // The wrong way: to number the results as they come.
        Cases.met("numbering what comes is wrong", !sorted.equals(numbers));
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Property(tries = 25)
    void f1_aBatchCountsWhatReportsOfSingleHouseholdsSay(@ForAll Random random) {
        List<HouseholdResponse> all = new ArrayList<>();
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            int members = 1 + random.nextInt(3);
            all.add(
                    random.nextBoolean()
                            ? Responses.any(FORM, members, random)
                            : Responses.valid(FORM, members, random));
        }
        List<ValidationReport> reports = new ArrayList<>();
        BatchSummary summary = Batch.builder(VALIDATOR)
                .today(Responses.TODAY)
                .threads(2)
                .build()
                .run(all.iterator(), each -> each.report().ifPresent(reports::add));
        OutcomeCounts hard = OutcomeCounts.ZERO;
        Map<String, Long> failed = new HashMap<>();
        long acceptable = 0;
        long soft = 0;
        for (int i = 0; i < all.size(); i++) {
            ValidationReport alone = VALIDATOR.validate(all.get(i), Responses.TODAY);
            assertThat(reports.get(i)).isEqualTo(alone);
            hard = hard.plus(alone.counts(Severity.ERROR));
            alone.findings().forEach(finding -> failed.merge(finding.code().id(), 1L, Long::sum));
            acceptable += alone.isAcceptable() ? 1 : 0;
            soft += alone.counts(Severity.WARNING).failed() > 0 ? 1 : 0;
        }
        assertThat(summary.counts(Severity.ERROR)).isEqualTo(hard);
        assertThat(summary.acceptable()).isEqualTo(acceptable);
        assertThat(summary.withSoftFindings()).isEqualTo(soft);
        for (BatchSummary.OfEdit edit : summary.edits()) {
            assertThat(edit.counts().failed()).as(edit.id()).isEqualTo(failed.getOrDefault(edit.id(), 0L));
        }
        Cases.met("some are not acceptable", acceptable < all.size());
    }

    /** What a group is, as a naive program with all values in memory sees it. */
    private record Naive(String rule, long households, long records, List<Holder> first) {
        static Naive of(FoundAcross group) {
            return new Naive(
                    group.finding().code().id(),
                    group.households(),
                    group.records(),
                    group.first().stream()
                            .map(each -> new Holder(each.household(), each.member()))
                            .toList());
        }
    }

    private record Holder(HouseholdId household, int member) {}

    private static List<Naive> naive(List<HouseholdResponse> all, int listed) {
        Map<Value, TreeMap<HouseholdId, TreeSet<Integer>>> houses = new HashMap<>();
        Map<Value, TreeMap<HouseholdId, TreeSet<Integer>>> persons = new HashMap<>();
        for (HouseholdResponse each : all) {
            put(houses, each.answer(AnswerPath.of("house")), each.household(), 0);
            for (int member : each.members()) {
                Value id = each.answer(AnswerPath.of("id_card", member));
                if (id instanceof Value.Words) {
                    put(persons, id, each.household(), member);
                }
            }
        }
        List<Naive> groups = new ArrayList<>();
        groups(groups, "HOU-01", 2, houses, listed);
        groups(groups, "MEM-01", 1, persons, listed);
        return groups;
    }

    private static void put(
            Map<Value, TreeMap<HouseholdId, TreeSet<Integer>>> map, Value value, HouseholdId household, int member) {
        map.computeIfAbsent(value, each -> new TreeMap<>())
                .computeIfAbsent(household, each -> new TreeSet<>())
                .add(member);
    }

    private static void groups(
            List<Naive> groups,
            String rule,
            int atMost,
            Map<Value, TreeMap<HouseholdId, TreeSet<Integer>>> map,
            int listed) {
        map.values().stream().filter(holders -> holders.size() > atMost).forEach(holders -> {
            List<Holder> all = new ArrayList<>();
            holders.forEach((household, members) -> members.forEach(member -> all.add(new Holder(household, member))));
            groups.add(new Naive(
                    rule, holders.size(), all.size(), all.stream().limit(listed).toList()));
        });
    }

    @Property(tries = 150)
    void d1_sameValuesAreFoundExactlyAndOnceWhateverThePartitionOrderAndMemory(@ForAll Random random)
            throws IOException {
        List<HouseholdResponse> all = Households.any(1 + random.nextInt(60), random);
        int listed = random.nextInt(4);
        List<Naive> expected = naive(all, listed);
        Path directory = Files.createTempDirectory("across");
        int memory = 1 + random.nextInt(80);
        List<FoundAcross> groups = new ArrayList<>();
        BatchSummary summary;
        boolean spilled;
        Batch batch = Households.batch().threads(1 + random.nextInt(2)).build();
        try (AcrossHouseholds across = across(batch, memory, listed).open(directory, KEY)) {
            for (List<HouseholdResponse> part : parts(all, 3, random)) {
                batch.collectingInto(across).run(part.iterator(), each -> {});
            }
            summary = across.decide(groups::add);
            assertThat(across.decide(each -> {})).isEqualTo(summary);
            try (Stream<Path> files = Files.list(directory)) {
                spilled = files.findAny().isPresent();
            }
        }
        Files.delete(directory); // fails if anything is left in it
        assertThat(groups.stream().map(Naive::of)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(onePass(all, listed).stream().map(Naive::of))
                .isEqualTo(groups.stream().map(Naive::of).toList());
        long records = groups.stream()
                .filter(group -> group.finding().code().id().equals("MEM-01"))
                .mapToLong(FoundAcross::records)
                .sum();
        OutcomeCounts persons = summary.edit("MEM-01").counts();
        assertThat(persons.failed()).isEqualTo(records);
        assertThat(persons.total())
                .isEqualTo(all.stream().mapToLong(each -> each.members().size()).sum());
        assertThat(summary.edit("HOU-01").counts().total()).isEqualTo(all.size());
        assertThat(summary.households()).isZero();
        Cases.met(
                "counting members is wrong",
                sharedByMembers(all)
                        != expected.stream()
                                .filter(group -> group.rule().equals("MEM-01"))
                                .count());
        Cases.met("twice in one household", groups.stream().anyMatch(group -> group.records() > group.households()));
        Cases.met("spilled", spilled);
        Cases.met("house shared by too many", summary.edit("HOU-01").counts().failed() > 0);
    }

    private static AcrossHouseholds.Builder across(Batch batch, int memory, int listed) {
        return AcrossHouseholds.builder(batch).entriesInMemory(memory).listing(listed);
    }

    /** The wrong way: numbers that several members have, though perhaps of one household. */
    private static long sharedByMembers(List<HouseholdResponse> all) {
        Map<Value, Integer> members = new HashMap<>();
        for (HouseholdResponse each : all) {
            for (int member : each.members()) {
                Value id = each.answer(AnswerPath.of("id_card", member));
                members.merge(id, id instanceof Value.Words ? 1 : 0, Integer::sum);
            }
        }
        return members.values().stream().filter(times -> times > 1).count();
    }

    /** All in memory, in one part and one thread: the same groups in the same order. */
    private static List<FoundAcross> onePass(List<HouseholdResponse> all, int listed) throws IOException {
        Path directory = Files.createTempDirectory("across");
        List<FoundAcross> groups = new ArrayList<>();
        Batch batch = Households.batch().build();
        try (AcrossHouseholds across = across(batch, 1_000_000, listed).open(directory, KEY)) {
            batch.collectingInto(across).run(all.iterator(), each -> {});
            across.decide(groups::add);
        }
        Files.delete(directory);
        return groups;
    }
}
