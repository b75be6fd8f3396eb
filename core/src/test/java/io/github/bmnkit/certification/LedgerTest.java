package io.github.bmnkit.certification;

import static io.github.bmnkit.certification.World.AUTHORITY;
import static io.github.bmnkit.certification.World.COMMITTEE;
import static io.github.bmnkit.certification.World.COORDINATOR;
import static io.github.bmnkit.certification.World.COUNTRY;
import static io.github.bmnkit.certification.World.FIRST;
import static io.github.bmnkit.certification.World.ROLE_COMMITTEE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.testing.BrokenInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final World WORLD = grown();
    private static final List<String> LINES = lines(WORLD.events);
    private static final Ledger.Head HEAD = head(LINES);
    private static final List<Chain> CHAINS = chains();

    /** Twenty-six villages and all above certified, some changed and certified again: more than 200 events. */
    private static World grown() {
        int[] households = new int[26];
        java.util.Arrays.fill(households, 1);
        World world = World.of(households);
        world.certifyUpTo(COUNTRY);
        world.confirm(FIRST, 0, "corrected");
        world.report(FIRST);
        world.certify(FIRST);
        assertThat(world.events.size()).isGreaterThanOrEqualTo(200);
        return world;
    }

    /** The first 200 events as an exported ledger has them. */
    private static List<String> lines(List<CertificationEvent> events) {
        List<String> lines = new ArrayList<>();
        Ledger.Head head = Ledger.Head.EMPTY;
        for (CertificationEvent event : events.subList(0, 200)) {
            Ledger.Entry entry = Ledger.Entry.after(head, event);
            lines.add(entry.toJson());
            head = entry.head();
        }
        return lines;
    }

    private static List<Chain> chains() {
        List<Chain> chains = new ArrayList<>(List.of(Chain.start(WORLD.kernel)));
        for (String line : LINES) {
            chains.add(
                    chains.get(chains.size() - 1).after(Ledger.Entry.parse(line).value()));
        }
        return chains;
    }

    private static Ledger.Head head(List<String> lines) {
        return Ledger.Entry.parse(lines.get(lines.size() - 1)).value().head();
    }

    private static Reading<Ledger.Head> verify(List<String> lines, Ledger.Head... anchors) {
        String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        return Ledger.verify(WORLD.kernel, stream(text), List.of(anchors));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** The lines before the first change were verified once: each tampering is verified from there on. */
    private static void mustFind(List<String> lines, int line) {
        int same = 0;
        while (same < lines.size() && same < LINES.size() && lines.get(same).equals(LINES.get(same))) {
            same++;
        }
        String rest = lines.subList(same, lines.size()).stream()
                .map(each -> each + "\n")
                .collect(Collectors.joining());
        Reading<Chain> reading = new EntryReader(CHAINS.get(same), List.of(HEAD)).read(stream(rest), entry -> {});
        assertThat(reading.optional()).isEmpty();
        assertThat(reading.findings()).hasSize(1);
        assertThat(reading.findings().get(0).place().line()).hasValue(line);
        assertThat(reading.findings().get(0).message(Locale.ROOT)).doesNotContain("{");
    }

    @Test
    void aLedgerThatNobodyTouchedIsWhole() {
        assertThat(verify(LINES, HEAD).findings()).isEmpty();
        assertThat(verify(LINES, HEAD).value()).isEqualTo(HEAD);
        assertThat(verify(LINES).value()).isEqualTo(HEAD);
        Ledger.Head middle = head(LINES.subList(0, 100));
        assertThat(verify(LINES, middle, HEAD).value()).isEqualTo(HEAD);
        assertThat(verify(List.of()).value()).isEqualTo(Ledger.Head.EMPTY);
    }

    /** C16: every value of every entry, changed alone: the entry is named. */
    @Test
    void c16_everyChangedValueIsFoundAtItsEntry() {
        Pattern value = Pattern.compile("(?<=:)(\"[^\"]*\"|[0-9]+|true|false)|(?<=[\\[,])(\"[^\"]*\"(?!:)|[0-9]+)");
        int tried = 0;
        for (int i = 0; i < LINES.size(); i++) {
            Matcher matcher = value.matcher(LINES.get(i));
            while (matcher.find()) {
                String old = matcher.group();
                char last = old.charAt(old.length() - (old.startsWith("\"") ? 2 : 1));
                char other = last == '1' ? '2' : '1';
                String changed = old.startsWith("\"")
                        ? old.substring(0, old.length() - 2) + other + "\""
                        : old.startsWith("t") || old.startsWith("f")
                                ? (old.equals("true") ? "false" : "true")
                                : old.substring(0, old.length() - 1) + other;
                List<String> lines = new ArrayList<>(LINES);
                lines.set(
                        i,
                        new StringBuilder(LINES.get(i))
                                .replace(matcher.start(), matcher.end(), changed)
                                .toString());
                mustFind(lines, i + 1);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(2_000);
    }

    /** C16: every byte of an entry, taken away, doubled or changed. */
    @Test
    void c16_everyChangedByteOfAnEntryIsFound() {
        int at = 120;
        String line = LINES.get(at);
        for (int b = 0; b < line.length(); b++) {
            for (String changed : List.of(
                    line.substring(0, b) + line.substring(b + 1),
                    line.substring(0, b) + ' ' + line.substring(b),
                    line.substring(0, b) + (char) (line.charAt(b) ^ 1) + line.substring(b + 1))) {
                List<String> lines = new ArrayList<>(LINES);
                lines.set(at, changed);
                mustFind(lines, at + 1);
            }
        }
    }

    /** C16: deletion of ranges, insertion, swap, truncation of the tail. */
    @Test
    void c16_whatIsDeletedInsertedSwappedOrCutOffIsFound() {
        for (int i = 0; i < LINES.size(); i++) {
            for (int length = 1; length <= LINES.size() - i; length++) {
                List<String> lines = new ArrayList<>(LINES);
                lines.subList(i, i + length).clear();
                mustFind(lines, i + 1);
            }
            List<String> inserted = new ArrayList<>(LINES);
            inserted.add(i, LINES.get((i * 7) % LINES.size()));
            // An entry before itself is the same as after itself: there it is found.
            mustFind(inserted, (i * 7) % LINES.size() == i ? i + 2 : i + 1);
            int other = (i + 1 + (i * 31) % (LINES.size() - 1)) % LINES.size();
            List<String> swapped = new ArrayList<>(LINES);
            Collections.swap(swapped, i, other);
            mustFind(swapped, Math.min(i, other) + 1);
        }
        List<String> longer = new ArrayList<>(LINES);
        longer.add(Ledger.Entry.after(HEAD, WORLD.events.get(200)).toJson());
        mustFind(longer, 201);
    }

    /** C16: whoever can hash writes the chain anew from some entry on: only the anchor tells. */
    @Test
    void c16_aChainWrittenAnewIsFoundByTheAnchorAlone() {
        List<CertificationEvent> forged = new ArrayList<>(WORLD.events);
        CertificationEvent old = forged.get(150);
        forged.set(
                150,
                new CertificationEvent(
                        old.command(), old.step(), old.unit(), ActorId.of("forger"), old.at(), old.detail()));
        List<String> lines = lines(forged);
        assertThat(verify(lines).findings()).isEmpty();
        mustFind(lines, 200);
        assertThat(verify(lines, HEAD).findings().get(0).code()).isEqualTo(CertificationFinding.LEDGER_HEAD);
        // An anchor in between names it closer.
        Reading<Ledger.Head> closer = verify(lines, head(LINES.subList(0, 160)), HEAD);
        assertThat(closer.findings().get(0).place().line()).hasValue(160);
    }

    @Test
    void anEventThatCouldNotHappenIsFoundThoughItsHashIsRight() {
        List<CertificationEvent> forged = new ArrayList<>(WORLD.events);
        CertificationEvent present = forged.get(1);
        forged.set(
                1,
                new CertificationEvent(
                        "x", Step.SUBMIT, present.unit(), COORDINATOR, present.at(), new Detail.Plain()));
        Reading<Ledger.Head> reading = verify(lines(forged));
        assertThat(reading.findings().get(0).code()).isEqualTo(CertificationFinding.LEDGER_IMPOSSIBLE);
        assertThat(reading.findings().get(0).place().line()).hasValue(2);
    }

    /** A weaker check, which compares only each entry's own hash, does not see an entry taken out. */
    @Test
    void withoutTheHashOfThePreviousEntryADeletionGoesUnseen() {
        List<String> lines = new ArrayList<>(LINES);
        lines.remove(50);
        boolean weak = lines.stream()
                .map(line -> Ledger.Entry.parse(line).value())
                .allMatch(entry ->
                        entry.hash().equals(Ledger.Entry.hash(entry.sequence(), entry.previous(), entry.event())));
        assertThat(weak).isTrue();
        mustFind(lines, 51);
    }

    @Test
    void bytesThatAreNoLedgerAreFound() {
        assertThat(codes(verify(List.of("{}"), HEAD))).containsExactly("ledger.line");
        assertThat(codes(verify(List.of("x".repeat(100_000)), HEAD))).containsExactly("ledger.line");
        assertThat(codes(Ledger.verify(WORLD.kernel, stream(LINES.get(0)), List.of())))
                .containsExactly("ledger.not-canonical");
        assertThat(codes(Ledger.verify(WORLD.kernel, stream(LINES.get(0) + "\r\n"), List.of())))
                .containsExactly("ledger.not-canonical");
        assertThat(codes(Ledger.verify(WORLD.kernel, new BrokenInputStream(), List.of())))
                .containsExactly("document.unreadable");
        assertThat(codes(verify(LINES.subList(0, 10), HEAD))).containsExactly("ledger.truncated");
    }

    /** C15: the state at any time, whatever zone and locale the machine has. */
    @Test
    void c15_replayGivesTheStateOfThatTimeOnEveryMachine() throws IOException {
        World world = World.of(1, 1);
        Ledger ledger = Ledger.open(world.kernel, Ledger.Store.inMemory()).value();
        List<String> states = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        world.certifyUpTo(COUNTRY);
        CertificationState state = world.kernel.start();
        Ledger.Store store = Ledger.Store.inMemory();
        Ledger.Head head = Ledger.Head.EMPTY;
        int minute = 0;
        for (CertificationEvent event : world.events) {
            Instant at = World.START.plusSeconds(60L * minute++);
            CertificationEvent timed = new CertificationEvent(
                    event.command(), event.step(), event.unit(), event.actor(), at, event.detail());
            state = world.kernel.evolve(state, timed);
            states.add(describe(state));
            times.add(at);
            Ledger.Entry entry = Ledger.Entry.after(head, timed);
            assertThat(store.append(head.length(), List.of(entry))).isTrue();
            head = entry.head();
        }
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            ledger = Ledger.open(world.kernel, store).value();
            assertThat(ledger.head()).isEqualTo(head);
            for (int i = 0; i < states.size(); i++) {
                assertThat(describe(ledger.stateAt(times.get(i).plusSeconds(30))))
                        .isEqualTo(states.get(i));
            }
            assertThat(ledger.stateAt(World.START.minusSeconds(1)).length()).isZero();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(ledger.export(out)).isEqualTo(head);
            Ledger.Store other = Ledger.Store.inMemory();
            Ledger read = Ledger.read(world.kernel, new ByteArrayInputStream(out.toByteArray()), List.of(head), other)
                    .value();
            assertThat(describe(read.state())).isEqualTo(states.get(states.size() - 1));
            assertThat(other.length()).isEqualTo(head.length());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Ledger.read(world.kernel, stream(""), List.of(), other));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** C13: many threads and two ledgers on one store: of the commands that expect one version exactly one is taken. */
    @Test
    void c13_ofManyThreadsOnOneVersionExactlyOneSucceeds() throws Exception {
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 50; round++) {
                World world = World.of(1);
                world.confirmAll(FIRST);
                Ledger.Store store = Ledger.Store.inMemory();
                List<Ledger> ledgers = List.of(
                        Ledger.open(world.kernel, store).value(),
                        Ledger.open(world.kernel, store).value());
                World.must(ledgers.get(0)
                        .submit(
                                Command.report(
                                        "r",
                                        World.SYSTEM,
                                        world.works.get(FIRST).report()),
                                world));
                long version = ledgers.get(1).state().version(FIRST);
                world.state = ledgers.get(0).state();
                CyclicBarrier together = new CyclicBarrier(threads);
                List<Future<Decision<CertificationEvent>>> futures = new ArrayList<>();
                for (int t = 0; t < threads; t++) {
                    Command command =
                            Command.present("c-" + t, FIRST, COORDINATOR).expecting(version);
                    Ledger ledger = ledgers.get(t % 2);
                    futures.add(pool.submit(() -> {
                        together.await();
                        return ledger.submit(command, world);
                    }));
                }
                int accepted = 0;
                for (Future<Decision<CertificationEvent>> future : futures) {
                    if (future.get().isAccepted()) {
                        accepted++;
                    } else {
                        assertThat(future.get().reasons())
                                .extracting(Refusal::code)
                                .containsExactly(RefusalCode.STALE_VERSION, RefusalCode.WRONG_STAGE);
                    }
                }
                assertThat(accepted).isOne();
                assertThat(store.length()).isEqualTo(2);
                assertThat(ledgers.get(0).head()).isEqualTo(ledgers.get(1).head());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** C14, C4: the same command twice is one event and one outcome; a refused one leaves everything as it was. */
    @Test
    void c14_aCommandSentAgainHasTheSameOutcomeAndNoSecondEvent() {
        World world = World.of(1);
        world.confirmAll(FIRST);
        Ledger ledger = Ledger.open(world.kernel, Ledger.Store.inMemory()).value();
        Command report =
                Command.report("r", World.SYSTEM, world.works.get(FIRST).report());
        Decision<CertificationEvent> first = ledger.submit(report, world);
        world.state = ledger.state();
        Command present = Command.present("p", FIRST, COORDINATOR);
        assertThat(ledger.submit(present, world).isAccepted()).isTrue();
        Ledger.Head head = ledger.head();
        String before = describe(ledger.state());
        world.now = world.now.plusSeconds(5);
        assertThat(ledger.submit(report, world)).isEqualTo(first);
        assertThat(ledger.submit(present, world).events().get(0).at()).isEqualTo(World.START);
        assertThat(ledger.submit(Command.present("p2", FIRST, COORDINATOR), world)
                        .isAccepted())
                .isFalse();
        assertThat(ledger.submit(Command.present("p", FIRST, COMMITTEE), world).reasons())
                .extracting(Refusal::code)
                .contains(RefusalCode.COMMAND_ID_REUSED);
        assertThat(ledger.head()).isEqualTo(head);
        assertThat(describe(ledger.state())).isEqualTo(before);
        assertThat(ledger).hasToString("Ledger" + head);
    }

    /** C26: commands in bulk do what they do one by one. */
    @Test
    void c26_bulkIsALoop() {
        World world = World.of(1, 1);
        world.confirmAll(FIRST);
        world.confirmAll(World.SECOND);
        List<Command> commands = List.of(
                Command.report("a", World.SYSTEM, world.works.get(FIRST).report()),
                Command.present("b", FIRST, COORDINATOR),
                Command.present("c", World.SECOND, COORDINATOR),
                Command.sign("d", FIRST, COMMITTEE, ROLE_COMMITTEE),
                Command.certify("e", FIRST, COMMITTEE),
                Command.report("f", World.SYSTEM, world.works.get(World.SECOND).report()));
        Ledger bulk = Ledger.open(world.kernel, Ledger.Store.inMemory()).value();
        Ledger loop = Ledger.open(world.kernel, Ledger.Store.inMemory()).value();
        List<Decision<CertificationEvent>> decisions = bulk.submitAll(commands, world);
        List<Decision<CertificationEvent>> singly = new ArrayList<>();
        for (Command command : commands) {
            singly.add(loop.submit(command, world));
        }
        assertThat(decisions).isEqualTo(singly);
        assertThat(decisions).extracting(Decision::isAccepted).containsExactly(true, true, false, true, false, true);
        assertThat(bulk.head()).isEqualTo(loop.head());
    }

    /** C18: neither households nor answers are in the ledger; it stays whole when they are erased. */
    @Test
    void c18_theLedgerHoldsNoHouseholdAndStaysWholeWithoutTheirData() {
        String all = String.join("\n", LINES);
        WORLD.works
                .values()
                .forEach(work ->
                        work.targets().forEach(household -> assertThat(all).doesNotContain(household.value())));
        World empty = World.of(new int[26]);
        assertThat(Ledger.verify(empty.kernel, stream(all + "\n"), List.of(HEAD))
                        .value())
                .isEqualTo(HEAD);
    }

    @Test
    void aStoreThatIsBrokenIsFoundWhenItIsOpened() {
        Ledger.Store store = Ledger.Store.inMemory();
        Ledger ledger = Ledger.open(WORLD.kernel, store).value();
        Ledger.Entry entry = Ledger.Entry.parse(LINES.get(5)).value();
        assertThat(store.append(0, List.of(entry))).isTrue();
        assertThat(store.append(0, List.of(entry))).isFalse();
        assertThat(codes(Ledger.open(WORLD.kernel, store))).containsExactly("ledger.sequence");
        assertThatIllegalStateException().isThrownBy(ledger::state);
    }

    @Test
    void eventsOfEveryStepAreReadBack() {
        World world = World.of(
                CertificationDefinitions.bmn2569()
                        .withRecheck(Set.of(AreaLevel.VILLAGE))
                        .withExtensions(java.util.EnumSet.allOf(Extension.class)),
                1);
        world.recheck = Rechecks.ACCEPTED;
        world.delegations.add(new Facts.Delegation(
                World.LEADER,
                World.GROUP_A,
                World.ROLE_LEADER,
                java.time.LocalDate.of(2026, 1, 1),
                java.time.LocalDate.of(2026, 2, 1)));
        ReasonExamples.confirmByTheCoordinator(world);
        world.report(FIRST);
        world.present(FIRST);
        World.must(world.take(Command.signFor("s", FIRST, World.GROUP_A, World.ROLE_LEADER, World.LEADER)));
        World.must(world.take(Command.sign("t", FIRST, COMMITTEE, ROLE_COMMITTEE)));
        World.must(world.take(Command.certify("u", FIRST, COMMITTEE)));
        World.must(world.take(Command.giveBack("v", AUTHORITY, World.GROUP_A, FIRST, "income")));
        Ledger.Head head = Ledger.Head.EMPTY;
        for (CertificationEvent event : world.events) {
            Ledger.Entry entry = Ledger.Entry.after(head, event);
            assertThat(Ledger.Entry.parse(entry.toJson()).value()).isEqualTo(entry);
            head = entry.head();
        }
        assertThat(LINES)
                .allSatisfy(line ->
                        assertThat(Ledger.Entry.parse(line).value().toJson()).isEqualTo(line));
    }

    /** All that a state says. */
    static String describe(CertificationState state) {
        StringBuilder text = new StringBuilder().append(state.length());
        for (int i = 0; i < state.tree().size(); i++) {
            AreaCode unit = state.tree().area(i);
            text.append('\n')
                    .append(unit)
                    .append(' ')
                    .append(state.stage(unit))
                    .append(' ')
                    .append(state.version(unit));
            text.append(' ').append(state.root(unit)).append(' ').append(state.figures(unit));
            text.append(' ').append(state.signatures(unit)).append(' ').append(state.arrived(unit));
            Optional<Certificate> certificate = state.certificate(unit);
            text.append(' ').append(certificate.map(Certificate::toJson).orElse("-"));
            text.append(' ').append(state.lapsedCertificate(unit).isPresent());
        }
        return text.toString();
    }

    private static List<String> codes(Reading<?> reading) {
        assertThat(reading.optional()).isEmpty();
        return reading.findings().stream()
                .map(Finding::code)
                .map(code -> code.id())
                .toList();
    }
}
