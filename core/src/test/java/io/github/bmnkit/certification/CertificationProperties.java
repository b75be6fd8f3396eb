package io.github.bmnkit.certification;

import static io.github.bmnkit.certification.World.AUTHORITY;
import static io.github.bmnkit.certification.World.COUNTRY;
import static io.github.bmnkit.certification.World.DISTRICT;
import static io.github.bmnkit.certification.World.FIRST;
import static io.github.bmnkit.certification.World.PROVINCE;
import static io.github.bmnkit.certification.World.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.round.RoundSettings;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Registers;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CertificationProperties {
    private static final Set<Extension> RETURNS =
            EnumSet.of(Extension.RETURN_UNIT, Extension.REOPEN, Extension.RESOLVED_WITHOUT_DATA);

    private static final int WALKS = 64;

    @Provide
    Arbitrary<AreaRegister> registers() {
        return Registers.small();
    }

    /**
     * C24 on larger countries: after every step of a random walk the kernel says what the naive model says. C6 and C7 along
     * the way: a certificate holds exactly as long as no village beneath reports a change, or it is returned.
     */
    @Property(tries = 150)
    void c24_randomWalksAgreeWithTheNaiveModel(
            @ForAll("registers") AreaRegister register, @ForAll long seed, @ForAll boolean returns) {
        SplittableRandom random = new SplittableRandom(seed);
        CertificationDefinition definition =
                CertificationDefinitions.bmn2569().withExtensions(returns ? RETURNS : Set.of());
        World world = new World(definition, register.tree(AreaView.CERTIFYING), Share.of(1, 1));
        for (AreaCode village : world.state.tree().areas(AreaLevel.VILLAGE)) {
            world.list((VillageCode) village, random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(2));
        }
        NaiveCertification naive = new NaiveCertification(world);
        Walk walk = new Walk(world, naive, random);
        walk.turn = 5 - random.nextInt(2);
        // Most walks start in a country that is certified in part.
        if (random.nextInt(4) != 0) {
            walk.certify();
        }
        for (int i = 0; i < 120; i++) {
            walk.step();
            if (i % 4 == 0) {
                walk.mustBeAllowed();
            }
        }
        Cases.met("refused", walk.refused > 0);
        Cases.met("someone may do something", walk.mayDo > 0);
        Cases.met("a certificate lapsed", walk.lapsed > 0);
        Cases.met("a unit was returned", walk.returned > 0);
        Cases.met("a province was certified", walk.provinces > 0);
        for (Stage stage : EnumSet.range(Stage.PRESENTED, Stage.RECEIVED)) {
            Cases.met("came to " + stage, walk.stages.contains(stage));
        }
        for (RefusalCode code : List.of(
                RefusalCode.WRONG_STAGE,
                RefusalCode.WRONG_ROLE,
                RefusalCode.NOT_REPORTED,
                RefusalCode.NOTHING_TO_CERTIFY,
                RefusalCode.CHILD_NOT_CERTIFIED,
                RefusalCode.QUALITY_OF_OTHER_DATA,
                RefusalCode.COVERAGE,
                RefusalCode.SIGNATURE_MISSING)) {
            Cases.met(code.id(), walk.codes.contains(code));
        }
    }

    /** C1, C23, C24: in larger countries, always the same ones, every transition is taken and every pair tried. */
    @Example
    void c24_walksThroughLargerCountriesMeetEveryTransition() {
        WalkCoverage coverage = new WalkCoverage();
        for (int seed = 0; seed < WALKS; seed++) {
            larger(seed, coverage, NaiveCertification::new);
        }
        System.out.println(coverage);
        assertThat(coverage.missing()).isEmpty();
    }

    /** Models that are wrong in one thing each: the walks tell them from the kernel. */
    @Example
    void c24_theWalksFindEveryWrongModel() {
        for (WrongCertifications wrong : WrongCertifications.values()) {
            assertThat(IntStream.range(0, WALKS).anyMatch(seed -> !agrees(seed, wrong)))
                    .as(wrong.name())
                    .isTrue();
        }
    }

    private static boolean agrees(int seed, WrongCertifications wrong) {
        try {
            larger(seed, new WalkCoverage(), wrong.model());
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    /** A walk through two provinces of two districts, two authorities and two villages each. */
    private static void larger(int seed, WalkCoverage coverage, Function<World, NaiveCertification> model) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<Extension> extensions = seed % 2 == 0 ? Set.of() : RETURNS;
        CertificationDefinition definition = CertificationDefinitions.bmn2569().withExtensions(extensions);
        World world = new World(definition, World.larger(), Share.of(1, 1));
        for (AreaCode village : world.state.tree().areas(AreaLevel.VILLAGE)) {
            world.list((VillageCode) village, random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(2));
        }
        Walk walk = new Walk(world, model.apply(world), random, coverage);
        walk.turn = seed / 2;
        coverage.begin(world.state.tree().size());
        if (seed % 4 != 0) {
            walk.certify();
        }
        walk.lookAround(coverage);
        for (int i = 0; i < 120; i++) {
            walk.step();
            if (i % 30 == 29) {
                walk.lookAround(coverage);
            }
        }
    }

    /** C7: editing one household lapses its village and the units above, and no other. */
    @Example
    void c07_aCorrectionLapsesExactlyTheUnitsAbove() {
        World world = World.of(2, 1);
        world.certifyUpTo(COUNTRY);
        Hash before = world.state.root(PROVINCE);
        CertificationState certified = world.state;
        world.confirm(FIRST, 1, "corrected");
        world.report(FIRST);
        CertificationEvent report = world.events.get(world.events.size() - 1);
        assertThat(world.kernel.lapses(certified, report)).containsExactly(FIRST, AUTHORITY, DISTRICT, PROVINCE);
        assertThat(world.state.certificate(SECOND)).isPresent();
        assertThat(world.state.lapsedCertificate(PROVINCE)).isPresent();
        assertThat(world.state.root(PROVINCE)).isNotEqualTo(before);
        // C10: the old state still has them.
        assertThat(certified.certificate(PROVINCE)).isPresent();
        assertThat(certified.root(PROVINCE)).isEqualTo(before);
    }

    /** C8, and the wrong implementation that it forbids: lapse by comparing roots would revive the certificate. */
    @Example
    void c08_restoringTheAnswersRestoresTheRootAndRevivesNoCertificate() {
        World world = World.of(1);
        world.certifyUpTo(COUNTRY);
        Certificate certificate = world.state.certificate(PROVINCE).orElseThrow();
        world.confirm(FIRST, 0, "corrected");
        world.report(FIRST);
        world.confirm(FIRST, 0, "answers");
        world.report(FIRST);
        boolean byRoot = certificate.content().root().equals(world.state.root(PROVINCE));
        assertThat(byRoot).isTrue();
        assertThat(world.state.certificate(PROVINCE)).isEmpty();
        // Nor if the village reports only once, when all is as it was.
        World quiet = World.of(1);
        quiet.certifyUpTo(COUNTRY);
        quiet.confirm(FIRST, 0, "corrected");
        quiet.confirm(FIRST, 0, "answers");
        quiet.report(FIRST);
        assertThat(quiet.state.root(PROVINCE)).isEqualTo(certificate.content().root());
        assertThat(quiet.state.certificate(PROVINCE)).isEmpty();
    }

    /** C9: levels j to k are out of certification, all others are as they were. */
    @Example
    void c09_aReturnTakesTheLevelsBetweenOutAndLeavesTheRest() {
        World world = World.of(CertificationDefinitions.bmn2569().withExtensions(RETURNS), 1, 1);
        world.certifyUpTo(DISTRICT);
        Decision<CertificationEvent> decision =
                world.take(Command.giveBack("r", DISTRICT, World.GROUP_D, FIRST, "income"));
        World.must(decision);
        for (AreaCode out : List.of(FIRST, AUTHORITY, DISTRICT)) {
            assertThat(world.state.stage(out)).isEqualTo(Stage.OPEN);
            assertThat(world.state.lapsedCertificate(out)).isEmpty();
        }
        assertThat(world.state.stage(SECOND)).isEqualTo(Stage.RECEIVED);
        World.must(world.take(Command.giveBack("r2", SECOND, World.COORDINATOR, SECOND, "income")));
        assertThat(world.state.stage(SECOND)).isEqualTo(Stage.OPEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Command.giveBack("r3", DISTRICT, World.GROUP_D, FIRST, "said Mr So-and-so"));
    }

    /** C11: a delegation is recorded as one for the other, holds from its first day to before its last, and passes on no more. */
    @Example
    void c11_aDelegationHoldsForItsDaysAndIsNotPassedOn() {
        World world = World.of(CertificationDefinitions.bmn2569().withExtensions(Set.of(Extension.DELEGATION)), 1);
        world.confirmAll(FIRST);
        world.report(FIRST);
        world.present(FIRST);
        ActorId deputy = ActorId.of("deputy");
        ActorId third = ActorId.of("third");
        LocalDate day = LocalDate.of(2026, 1, 12);
        world.delegations.add(new Facts.Delegation(World.LEADER, deputy, World.ROLE_LEADER, day.minusDays(3), day));
        Command sign = Command.signFor("s", FIRST, deputy, World.ROLE_LEADER, World.LEADER);
        assertThat(codes(world.take(sign))).containsExactly(RefusalCode.DELEGATION_MISSING);
        world.delegations.add(new Facts.Delegation(World.LEADER, deputy, World.ROLE_LEADER, day, day.plusDays(1)));
        world.delegations.add(new Facts.Delegation(deputy, third, World.ROLE_LEADER, day, day.plusDays(1)));
        assertThat(world.kernel.allowed(world.state, FIRST, deputy, world)).contains(Step.SIGN);
        assertThat(codes(world.take(Command.signFor("t", FIRST, third, World.ROLE_LEADER, deputy))))
                .containsExactly(RefusalCode.WRONG_ROLE);
        assertThat(codes(world.take(Command.signFor("u", FIRST, third, World.ROLE_LEADER, World.LEADER))))
                .containsExactly(RefusalCode.DELEGATION_MISSING);
        World.must(world.take(sign));
        assertThat(world.state.signatures(FIRST))
                .containsExactly(new Certificate.Signature(deputy, World.ROLE_LEADER, World.LEADER));
        assertThat(codes(world.take(Command.sign("v", FIRST, World.LEADER, World.ROLE_LEADER))))
                .containsExactly(RefusalCode.SIGNED_ALREADY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Facts.Delegation(deputy, deputy, World.ROLE_LEADER, day, day.plusDays(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Facts.Delegation(deputy, third, World.ROLE_LEADER, day, day));
    }

    /** C12: as many distinct signatures as the quorum, and each role that must. */
    @Example
    void c12_aQuorumNeedsDistinctSignaturesAndTheMixOfRoles() {
        World world = World.of(ReasonExamples.quorum(3), 1);
        ActorId second = ActorId.of("second-of-the-committee");
        world.more.put(second, Set.of(World.ROLE_COMMITTEE));
        world.confirmAll(FIRST);
        world.report(FIRST);
        world.present(FIRST);
        World.must(world.take(Command.sign("1", FIRST, World.COMMITTEE, World.ROLE_COMMITTEE)));
        World.must(world.take(Command.sign("2", FIRST, second, World.ROLE_COMMITTEE)));
        assertThat(codes(world.take(Command.certify("3", FIRST, second))))
                .containsExactly(RefusalCode.SIGNATURE_MISSING, RefusalCode.QUORUM);
        World.must(world.take(Command.sign("4", FIRST, World.LEADER, World.ROLE_LEADER)));
        World.must(world.take(Command.certify("5", FIRST, second)));
    }

    /** The department receives: with the extension only the department itself says so. */
    @Example
    void theDepartmentItselfReceivesWhereItIsAskedTo() {
        World world = World.of(1);
        world.certifyUpTo(DISTRICT);
        world.certify(PROVINCE);
        World.must(world.take(Command.submit("s", PROVINCE, World.PROVINCIAL_CHIEF)));
        World.must(world.take(Command.receive("r", PROVINCE, World.PROVINCIAL_CHIEF, World.both())));
        World asked =
                World.of(CertificationDefinitions.bmn2569().withExtensions(Set.of(Extension.RECEIPT_BY_DEPARTMENT)), 1);
        asked.certifyUpTo(DISTRICT);
        asked.certify(PROVINCE);
        World.must(asked.take(Command.submit("s", PROVINCE, World.PROVINCIAL_CHIEF)));
        assertThat(codes(asked.take(Command.receive("r", PROVINCE, World.PROVINCIAL_CHIEF, World.both()))))
                .containsExactly(RefusalCode.WRONG_ROLE);
        World.must(asked.take(Command.receive("r", PROVINCE, World.DEPARTMENT, World.both())));
    }

    /** C20: the figures of the certificate are the sums of the villages, computed anew. */
    @Example
    void c20_theFiguresOfACertificateEqualARecomputation() {
        World world = World.of(2, 3, 0);
        world.certifyUpTo(FIRST);
        world.certifyUpTo(SECOND);
        world.report(World.village(2));
        for (VillageCode village : List.of(FIRST, SECOND)) {
            world.otherQuality.put(
                    village, world.computed(village).withEdits(Share.of(1, 20), Share.of(3, 30), 2, List.of()));
        }
        world.certify(AUTHORITY);
        Detail.Vouching content =
                world.state.certificate(AUTHORITY).orElseThrow().content();
        assertThat(content.figures()).isEqualTo(new Figures(5, 5, 5));
        assertThat(content.hardEdits()).isEqualTo(Share.of(2, 40));
        assertThat(content.softEdits()).isEqualTo(Share.of(6, 60));
        assertThat(content.acceptedSoftEdits()).isEqualTo(4);
        assertThat(content.root())
                .isEqualTo(Merkle.root(List.of(
                        world.state.root(FIRST), world.state.root(SECOND), world.state.root(World.village(2)))));
    }

    /** A household's proof leads from its answers to the province's certificate. */
    @Property(tries = 30)
    void aConfirmedHouseholdIsProvedUpToTheProvince(@ForAll int which) {
        World world = World.of(3, 1, 4);
        world.certifyUpTo(COUNTRY);
        VillageCode village = World.village(Math.floorMod(which, 3));
        int index = Math.floorMod(which / 3, world.works.get(village).targets().size());
        InclusionProof proof = world.works
                .get(village)
                .proof(World.household(village, index))
                .then(world.state.proof(village, PROVINCE));
        Hash root = world.state.certificate(PROVINCE).orElseThrow().content().root();
        assertThat(proof.verify(Hash.of(World.answers("answers")), root)).isTrue();
        assertThat(proof.verify(Hash.of(World.answers("other")), root)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> world.state.proof(PROVINCE, village));
    }

    /** C19: resolved and unresolved make up the target list, also when the list changes. */
    @Example
    void c19_theTargetListIsWhatIsResolvedAndWhatIsNot() {
        World world = World.of(3);
        world.confirm(FIRST, 0, "answers");
        VillageWork work = world.works.get(FIRST);
        assertThat(work.unresolved()).containsExactly(World.household(FIRST, 1), World.household(FIRST, 2));
        assertThat(work.report().figures()).isEqualTo(new Figures(3, 1, 1));
        VillageWork shorter = work.withTargets(List.of(World.household(FIRST, 0), World.household(FIRST, 5)));
        assertThat(shorter.report().figures()).isEqualTo(new Figures(2, 1, 1));
        assertThat(shorter.report().changes()).isEqualTo(work.report().changes() + 1);
        assertThat(shorter.withTargets(shorter.targets())).isSameAs(shorter);
        assertThatIllegalArgumentException().isThrownBy(() -> work.proof(World.household(FIRST, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> work.stage(World.household(FIRST, 9)));
    }

    @Example
    void aKernelNeedsWhatTheHostMustDecide() {
        CertificationDefinition definition = CertificationDefinitions.bmn2569();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Certification.builder(definition, SurveyRounds.bmn2569(), World.tree(1))
                        .settings(RoundSettings.undecided())
                        .basis("form", "rules")
                        .build())
                .withMessageContaining("coverage");
        assertThatIllegalArgumentException().isThrownBy(() -> Command.present("", FIRST, World.COORDINATOR));
        assertThatIllegalArgumentException().isThrownBy(() -> Command.receive("r", FIRST, World.COORDINATOR, Set.of()));
        World world = World.of(1);
        CertificationEvent never =
                new CertificationEvent("x", Step.SUBMIT, FIRST, World.COORDINATOR, World.START, new Detail.Plain());
        assertThatIllegalArgumentException().isThrownBy(() -> world.kernel.evolve(world.state, never));
    }

    private static List<RefusalCode> codes(Decision<?> decision) {
        return decision.reasons().stream().map(Refusal::code).toList();
    }
}
