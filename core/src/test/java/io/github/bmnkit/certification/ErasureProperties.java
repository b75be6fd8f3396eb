package io.github.bmnkit.certification;

import static io.github.bmnkit.certification.World.AUTHORITY;
import static io.github.bmnkit.certification.World.COORDINATOR;
import static io.github.bmnkit.certification.World.DISTRICT;
import static io.github.bmnkit.certification.World.PROVINCE;
import static io.github.bmnkit.certification.World.VOLUNTEER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.fieldwork.HouseholdEvent.Assigned;
import io.github.bmnkit.fieldwork.HouseholdEvent.Checked;
import io.github.bmnkit.fieldwork.HouseholdEvent.Collected;
import io.github.bmnkit.fieldwork.HouseholdEvent.Confirmed;
import io.github.bmnkit.fieldwork.HouseholdEvent.Confirmer;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.identity.NationalId;
import io.github.bmnkit.registry.PersonQuestions;
import io.github.bmnkit.release.ErasurePlan;
import io.github.bmnkit.release.PersonSearch;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.People;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What erasing somebody's data does to certificates, proofs and the ledger: C18 with real answers. */
class ErasureProperties {
    private static final PersonQuestions QUESTIONS = new PersonQuestions("pid", "given", "family");

    /** A host: what it keeps beside the ledger. */
    private static final class Host {
        final World world;
        final Map<HouseholdId, HouseholdResponse> responses = new TreeMap<>();
        final Map<HouseholdId, Salt> salts = new TreeMap<>();
        final Map<HouseholdId, VillageCode> villages = new TreeMap<>();
        private final Random random;

        Host(Random random) {
            this.random = random;
            int[] households = new int[1 + random.nextInt(2)];
            for (int v = 0; v < households.length; v++) {
                households[v] = 1 + random.nextInt(4);
            }
            world = World.of(households);
            for (VillageCode village : List.copyOf(world.works.keySet())) {
                for (HouseholdId household : world.works.get(village).targets()) {
                    villages.put(household, village);
                    world.happen(village, new Assigned(world.id(), household, world.now, COORDINATOR, VOLUNTEER));
                    confirm(People.household(household.value(), 6, random));
                }
                world.report(village);
                world.certify(village);
                world.send(village);
            }
            for (AreaCode unit : List.of(AUTHORITY, DISTRICT, PROVINCE)) {
                world.certify(unit);
                world.send(unit);
            }
        }

        /** Keeps answers under a new salt and has them confirmed; what was kept before is gone. */
        void confirm(HouseholdResponse response) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            Salt salt = Salt.of(HexFormat.of().formatHex(bytes));
            HouseholdId household = response.household();
            VillageCode village = villages.get(household);
            responses.put(household, response);
            salts.put(household, salt);
            String digest = salt.commit(response).toString();
            World.must(world.happen(village, new Collected(world.id(), household, world.now, VOLUNTEER, digest)));
            World.must(world.happen(village, new Checked(world.id(), household, world.now, VOLUNTEER)));
            World.must(world.happen(
                    village, new Confirmed(world.id(), household, world.now, VOLUNTEER, Confirmer.HEAD, digest)));
        }

        String ledger() {
            StringBuilder lines = new StringBuilder();
            Ledger.Head head = Ledger.Head.EMPTY;
            for (CertificationEvent event : world.events) {
                Ledger.Entry entry = Ledger.Entry.after(head, event);
                lines.append(entry.toJson()).append('\n');
                head = entry.head();
            }
            return lines.toString();
        }

        boolean isWhole(String ledger) {
            return Ledger.verify(world.kernel, new ByteArrayInputStream(ledger.getBytes(UTF_8)), List.of())
                    .findings()
                    .isEmpty();
        }

        /** Whether the answers of a household that are kept are among those that a root binds. */
        boolean isProved(HouseholdId household, InclusionProof proof, Hash root) {
            return proof.verify(salts.get(household).commit(responses.get(household)), root);
        }

        InclusionProof proof(HouseholdId household) {
            VillageCode village = villages.get(household);
            return world.works.get(village).proof(household).then(world.state.proof(village, PROVINCE));
        }

        Hash root() {
            return world.state.certificate(PROVINCE).orElseThrow().content().root();
        }

        ErasurePlan plan(NationalId person, ErasurePlan.Way way) {
            PersonSearch search = PersonSearch.of(person);
            responses.values().forEach(response -> search.add(response, QUESTIONS));
            return search.found().erasure(way);
        }
    }

    @Property(tries = 100)
    void c18_afterErasingAHouseholdTheLedgerVerifiesAllOtherProofsHoldAndNothingOfItIsLeft(@ForAll long seed) {
        Random random = new Random(seed);
        Host host = new Host(random);
        String before = host.ledger();
        NationalId person = People.id(random.nextInt(6));
        Map<HouseholdId, InclusionProof> proofs = new TreeMap<>();
        host.responses.keySet().forEach(household -> proofs.put(household, host.proof(household)));
        ErasurePlan plan = host.plan(person, ErasurePlan.Way.HOUSEHOLD);
        Set<String> secrets = new HashSet<>(Set.of(person.digits(), person.formatted()));
        for (ErasurePlan.Deletion deletion : plan.deletions()) {
            HouseholdResponse response = host.responses.remove(deletion.household());
            response.answered().forEach(path -> secrets.add(said(response, path)));
            secrets.add(host.salts.remove(deletion.household()).hex());
            secrets.add(deletion.household().value());
            secrets.add(response.fingerprint());
        }

        String ledger = host.ledger();
        assertThat(ledger).isEqualTo(before);
        assertThat(host.isWhole(ledger)).isTrue();
        for (HouseholdId left : host.responses.keySet()) {
            assertThat(host.isProved(left, proofs.get(left), host.root())).isTrue();
            assertThat(host.isProved(left, host.proof(left), host.root())).isTrue();
        }
        assertThat(secrets).noneMatch(ledger::contains);
        assertThat(host.world.state.certificate(PROVINCE)).isPresent();
        PersonSearch again = PersonSearch.of(person);
        host.responses.values().forEach(response -> again.add(response, QUESTIONS));
        assertThat(again.found().responses()).allMatch(held -> held.members().isEmpty());
        Cases.met("erased", !plan.deletions().isEmpty());
        Cases.met("others left", !plan.deletions().isEmpty() && !host.responses.isEmpty());
    }

    private static String said(HouseholdResponse response, AnswerPath path) {
        return ((Value.Words) response.answer(path)).value();
    }

    @Property(tries = 60)
    void c07_takingAMemberOutOfAConfirmedHouseholdLapsesExactlyTheCertificatesAbove(@ForAll long seed) {
        Random random = new Random(seed);
        Host host = new Host(random);
        Hash old = host.root();
        ErasurePlan plan = host.plan(People.id(random.nextInt(6)), ErasurePlan.Way.MEMBER);
        Set<VillageCode> changed = new HashSet<>();
        List<ErasurePlan.Correction> corrections = plan.corrections();
        for (ErasurePlan.Correction correction : corrections) {
            host.confirm(correction.corrected());
            changed.add(host.villages.get(correction.corrected().household()));
        }
        Set<AreaCode> lapsed = new HashSet<>();
        for (VillageCode village : changed) {
            CertificationState state = host.world.state;
            host.world.report(village);
            CertificationEvent report = host.world.events.get(host.world.events.size() - 1);
            lapsed.addAll(host.world.kernel.lapses(state, report));
        }
        Set<AreaCode> above = new HashSet<>(changed);
        if (!changed.isEmpty()) {
            above.addAll(List.of(AUTHORITY, DISTRICT, PROVINCE));
        }
        assertThat(lapsed).isEqualTo(above);
        for (VillageCode village : host.world.works.keySet()) {
            assertThat(host.world.state.certificate(village).isPresent()).isNotEqualTo(changed.contains(village));
        }
        assertThat(host.isWhole(host.ledger())).isTrue();
        for (ErasurePlan.Correction correction : corrections) {
            HouseholdId household = correction.corrected().household();
            assertThat(host.isProved(household, host.proof(household), old)).isFalse();
        }
        Cases.met("corrected", !corrections.isEmpty());
        Cases.met("another village stays", !changed.isEmpty() && changed.size() < host.world.works.size());
    }

    /** A wrong way: the household leaves the target list, and with it its commitment. */
    @Example
    void takingTheCommitmentOutWouldBreakTheProofsOfTheOthers() {
        Host host = new Host(new Random(3));
        Hash root = host.root();
        List<Boolean> proved = new ArrayList<>();
        for (HouseholdId erased : List.copyOf(host.responses.keySet())) {
            VillageCode village = host.villages.get(erased);
            VillageWork work = host.world.works.get(village);
            List<HouseholdId> rest =
                    work.targets().stream().filter(each -> !each.equals(erased)).toList();
            VillageWork without = work.withTargets(rest);
            for (HouseholdId other : rest) {
                InclusionProof proof = without.proof(other).then(host.world.state.proof(village, PROVINCE));
                proved.add(host.isProved(other, proof, root));
            }
        }
        assertThat(proved).isNotEmpty().containsOnly(false);
    }

    /** Another wrong way: the salt stays, and whoever suspects an answer can try it out. */
    @Example
    void aSaltThatStaysTellsWhoeverGuessesTheAnswers() {
        Host host = new Host(new Random(5));
        HouseholdId erased = host.responses.keySet().iterator().next();
        InclusionProof proof = host.proof(erased);
        HouseholdResponse guess = host.responses.remove(erased);
        assertThat(proof.verify(host.salts.get(erased).commit(guess), host.root()))
                .isTrue();
        Salt another = Salt.of("00".repeat(32));
        assertThat(proof.verify(another.commit(guess), host.root())).isFalse();
    }
}
