package io.github.bmnkit.certification;

import static io.github.bmnkit.certification.World.AUTHORITY;
import static io.github.bmnkit.certification.World.COMMITTEE;
import static io.github.bmnkit.certification.World.COORDINATOR;
import static io.github.bmnkit.certification.World.DISTRICT;
import static io.github.bmnkit.certification.World.DISTRICT_CHIEF;
import static io.github.bmnkit.certification.World.FIRST;
import static io.github.bmnkit.certification.World.GROUP_A;
import static io.github.bmnkit.certification.World.LEADER;
import static io.github.bmnkit.certification.World.PROVINCE;
import static io.github.bmnkit.certification.World.PROVINCIAL_CHIEF;
import static io.github.bmnkit.certification.World.ROLE_COMMITTEE;
import static io.github.bmnkit.certification.World.ROLE_GROUP;
import static io.github.bmnkit.certification.World.ROLE_LEADER;
import static io.github.bmnkit.certification.World.SECOND;
import static io.github.bmnkit.certification.World.SYSTEM;
import static io.github.bmnkit.certification.World.VOLUNTEER;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.certification.CertificationDefinition.LevelProcess;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.fieldwork.HouseholdEvent.Assigned;
import io.github.bmnkit.fieldwork.HouseholdEvent.Checked;
import io.github.bmnkit.fieldwork.HouseholdEvent.Collected;
import io.github.bmnkit.fieldwork.HouseholdEvent.Confirmed;
import io.github.bmnkit.fieldwork.HouseholdEvent.Confirmer;
import io.github.bmnkit.fieldwork.HouseholdEvent.NonResponse;
import io.github.bmnkit.fieldwork.HouseholdEvent.ResolvedWithoutData;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.round.Paper;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A real refusal for each reason, for the tests and for the table in the documentation. */
final class ReasonExamples {
    /** Something that was tried, and the reasons that came of it. */
    record Example(String tried, List<Refusal> reasons) {}

    private static final HouseholdId HOUSEHOLD = World.household(FIRST, 0);
    private static final String ANSWERS = World.answers("answers");

    private ReasonExamples() {}

    private static CertificationDefinition with(Extension... extensions) {
        return CertificationDefinitions.bmn2569().withExtensions(EnumSet.copyOf(List.of(extensions)));
    }

    private static Example of(String tried, Decision<?> decision) {
        return new Example(tried, decision.reasons());
    }

    static Example of(RefusalCode code) {
        return switch (code) {
            case HOUSEHOLD_UNKNOWN -> {
                HouseholdEvent event =
                        new Assigned("e-1", HouseholdId.of("elsewhere"), World.START, COORDINATOR, VOLUNTEER);
                yield of("assign a household of another village", World.of(1).happen(FIRST, event));
            }
            case HOUSEHOLD_STEP_OFF ->
                of(
                        "resolve without data by the shipped definition",
                        World.of(1)
                                .happen(
                                        FIRST,
                                        new ResolvedWithoutData(
                                                "e-1",
                                                HOUSEHOLD,
                                                World.START,
                                                COORDINATOR,
                                                NonResponse.MOVED,
                                                "visit-3")));
            case EVENT_ID_REUSED -> {
                World world = assigned();
                yield of(
                        "another event under the id of the assignment",
                        world.happen(FIRST, new Collected("a", HOUSEHOLD, World.START, VOLUNTEER, ANSWERS)));
            }
            case HOUSEHOLD_TIME ->
                of(
                        "an interview dated before the assignment",
                        assigned()
                                .happen(
                                        FIRST,
                                        new Collected(
                                                "e-1", HOUSEHOLD, World.START.minusSeconds(1), VOLUNTEER, ANSWERS)));
            case HOUSEHOLD_STAGE ->
                of(
                        "check before the interview",
                        assigned().happen(FIRST, new Checked("e-1", HOUSEHOLD, World.START, VOLUNTEER)));
            case NOT_THE_COLLECTOR ->
                of(
                        "collect where another was sent",
                        assigned().happen(FIRST, new Collected("e-1", HOUSEHOLD, World.START, LEADER, ANSWERS)));
            case COLLECTOR_CONFIRMS ->
                of(
                        "the collector records the confirmation, with separation of duties",
                        checked(with(Extension.SEPARATION_OF_DUTIES))
                                .happen(
                                        FIRST,
                                        new Confirmed(
                                                "e-1", HOUSEHOLD, World.START, VOLUNTEER, Confirmer.HEAD, ANSWERS)));
            case ANSWERS_CHANGED ->
                of(
                        "confirm answers that were corrected meanwhile",
                        checked(CertificationDefinitions.bmn2569())
                                .happen(
                                        FIRST,
                                        new Confirmed(
                                                "e-1",
                                                HOUSEHOLD,
                                                World.START,
                                                VOLUNTEER,
                                                Confirmer.HEAD,
                                                World.answers("older"))));
            case UNKNOWN_UNIT ->
                of(
                        "present a village that is not in the register",
                        World.of(1).take(Command.present("c", new VillageCode(36019999), COORDINATOR)));
            case STEP_OFF ->
                of(
                        "return by the shipped definition",
                        World.of(1).take(Command.giveBack("c", DISTRICT, DISTRICT_CHIEF, FIRST, "late")));
            case COMMAND_ID_REUSED -> {
                World world = reported();
                World.must(world.take(Command.present("c", FIRST, COORDINATOR)));
                yield of("another command under the same id", world.take(Command.submit("c", FIRST, COORDINATOR)));
            }
            case STALE_VERSION ->
                of(
                        "present the village as it was before it reported",
                        reported().take(Command.present("c", FIRST, COORDINATOR).expecting(0)));
            case TIME_BACKWARD -> {
                World world = reported();
                world.now = World.START.minusSeconds(1);
                yield of("present with a clock that is behind", world.take(Command.present("c", FIRST, COORDINATOR)));
            }
            case WRONG_STAGE ->
                of("submit before certifying", reported().take(Command.submit("c", FIRST, COORDINATOR)));
            case WRONG_ROLE ->
                of("the committee presents to itself", reported().take(Command.present("c", FIRST, COMMITTEE)));
            case REPORT_NOT_NEWER -> {
                World world = reported();
                yield of(
                        "report twice without a change",
                        world.take(Command.report(
                                "c", SYSTEM, world.works.get(FIRST).report())));
            }
            case NOT_REPORTED -> {
                World world = World.of(1, 1);
                world.report(SECOND);
                yield of(
                        "present an authority of which a village has not reported",
                        world.take(Command.present("c", AUTHORITY, COORDINATOR)));
            }
            case NOTHING_TO_CERTIFY -> {
                World world = World.of(0);
                world.report(FIRST);
                yield of(
                        "present a village without target households",
                        world.take(Command.present("c", FIRST, COORDINATOR)));
            }
            case CHILD_NOT_CERTIFIED ->
                of(
                        "present an authority before its villages",
                        reported().take(Command.present("c", AUTHORITY, COORDINATOR)));
            case CHILD_NOT_RECEIVED -> {
                World world = World.of(1);
                world.certifyUpTo(AUTHORITY);
                world.certify(DISTRICT);
                yield of(
                        "present a province whose district's papers are on their way",
                        world.take(Command.present("c", PROVINCE, PROVINCIAL_CHIEF)));
            }
            case CHILD_RESULT_MISSING -> {
                World world = World.of(1);
                world.certifyUpTo(DISTRICT);
                world.otherQuality.put(PROVINCE, world.computed(PROVINCE));
                world.noQuality.add(DISTRICT);
                yield of(
                        "present the total of a province without the result of its district",
                        world.take(Command.present("c", PROVINCE, PROVINCIAL_CHIEF)));
            }
            case QUALITY_MISSING -> {
                World world = reported();
                world.noQuality.add(FIRST);
                yield of("present without quality facts", world.take(Command.present("c", FIRST, COORDINATOR)));
            }
            case QUALITY_OF_OTHER_DATA -> {
                World world = reported();
                world.otherQuality.put(FIRST, world.computed(FIRST));
                world.confirm(FIRST, 0, "corrected");
                world.report(FIRST);
                yield of("present with last week's figures", world.take(Command.present("c", FIRST, COORDINATOR)));
            }
            case COVERAGE -> {
                World world = World.of(2);
                world.confirm(FIRST, 0, "answers");
                world.report(FIRST);
                yield of(
                        "present with one of two households open, where the host requires all",
                        world.take(Command.present("c", FIRST, COORDINATOR)));
            }
            case OPEN_EDITS ->
                of(
                        "present with a hard edit open, where the policy blocks",
                        edits(new BlockingPolicy(Set.of(Severity.ERROR), Set.of(), Map.of())));
            case RULE_FAILED ->
                of(
                        "present with a household that fails a blocking rule",
                        edits(new BlockingPolicy(Set.of(), Set.of("MON-10"), Map.of())));
            case RULE_NOT_CHECKED ->
                of(
                        "present where a blocking rule was not checked",
                        edits(new BlockingPolicy(Set.of(), Set.of("MON-11"), Map.of())));
            case RATE ->
                of(
                        "present with more soft edits open than 5 %",
                        edits(new BlockingPolicy(Set.of(), Set.of(), Map.of(Severity.WARNING, Share.of(5, 100)))));
            case RECHECK_MISSING ->
                of("present without a re-check, where the village needs one", rechecked(Rechecks.NONE));
            case RECHECK_OF_OTHER_DATA ->
                of("present with a re-check of answers that were corrected since", rechecked(Rechecks.OTHER_DATA));
            case RECHECK_UNFINISHED ->
                of("present before all of the sample were asked again", rechecked(Rechecks.UNFINISHED));
            case RECHECK_REJECTED -> of("present when too many of the sample differ", rechecked(Rechecks.REJECTED));
            case DELEGATION_MISSING -> {
                World world = presented(with(Extension.DELEGATION));
                yield of(
                        "sign for another without a delegation",
                        world.take(Command.signFor("c", FIRST, GROUP_A, ROLE_LEADER, LEADER)));
            }
            case SIGNED_ALREADY -> {
                World world = presented(CertificationDefinitions.bmn2569());
                World.must(world.take(Command.sign("c-0", FIRST, COMMITTEE, ROLE_COMMITTEE)));
                yield of("sign twice", world.take(Command.sign("c", FIRST, COMMITTEE, ROLE_COMMITTEE)));
            }
            case SIGNED_BENEATH -> {
                World world = World.of(with(Extension.SEPARATION_OF_DUTIES), 1);
                confirmByTheCoordinator(world);
                world.report(FIRST);
                world.certify(FIRST);
                world.present(AUTHORITY);
                world.more.put(COMMITTEE, Set.of(ROLE_GROUP));
                yield of(
                        "sign for village and authority, with separation of duties",
                        world.take(Command.sign("c", AUTHORITY, COMMITTEE, ROLE_GROUP)));
            }
            case SIGNATURE_MISSING -> {
                World world = presented(CertificationDefinitions.bmn2569());
                World.must(world.take(Command.sign("c-0", FIRST, COMMITTEE, ROLE_COMMITTEE)));
                yield of(
                        "certify before the community leader has signed",
                        world.take(Command.certify("c", FIRST, COMMITTEE)));
            }
            case QUORUM -> {
                World world = presented(quorum(3));
                world.sign(FIRST);
                yield of("certify with two signatures of three", world.take(Command.certify("c", FIRST, COMMITTEE)));
            }
            case PRESENTER_ALONE -> {
                World world = World.of(with(Extension.SEPARATION_OF_DUTIES), 1);
                confirmByTheCoordinator(world);
                world.report(FIRST);
                world.certify(FIRST);
                world.more.put(COORDINATOR, Set.of(ROLE_GROUP));
                world.present(AUTHORITY);
                World.must(world.take(Command.sign("c-0", AUTHORITY, COORDINATOR, ROLE_GROUP)));
                yield of(
                        "certify what only the presenter signed, with separation of duties",
                        world.take(Command.certify("c", AUTHORITY, COORDINATOR)));
            }
            case PAPER_NOT_ISSUED -> {
                World world = submitted();
                yield of(
                        "receive a confidence summary of a village",
                        world.take(Command.receive("c", FIRST, COORDINATOR, Set.of(Paper.CONFIDENCE_SUMMARY))));
            }
            case PAPER_RECEIVED -> {
                World world = World.of(1);
                world.certifyUpTo(FIRST);
                world.certify(AUTHORITY);
                World.must(world.take(Command.submit("c-0", AUTHORITY, COORDINATOR)));
                Set<Paper> one = Set.of(Paper.QUALITY_CERTIFICATE);
                World.must(world.take(Command.receive("c-1", AUTHORITY, DISTRICT_CHIEF, one)));
                yield of("receive a paper twice", world.take(Command.receive("c", AUTHORITY, DISTRICT_CHIEF, one)));
            }
            case RETURN_NOT_BENEATH -> {
                World world = World.of(with(Extension.RETURN_UNIT), 1, 1);
                world.certifyUpTo(FIRST);
                yield of(
                        "return a village to another",
                        world.take(Command.giveBack("c", SECOND, COORDINATOR, FIRST, "late")));
            }
            case RETURN_STANDS_ABOVE -> {
                World world = World.of(with(Extension.RETURN_UNIT), 1);
                world.certifyUpTo(DISTRICT);
                yield of(
                        "return from the authority when the district has certified",
                        world.take(Command.giveBack("c", AUTHORITY, GROUP_A, FIRST, "late")));
            }
        };
    }

    /** With separation of duties the collector does not record the confirmation. */
    static void confirmByTheCoordinator(World world) {
        World.must(world.happen(FIRST, new Assigned("a", HOUSEHOLD, World.START, COORDINATOR, VOLUNTEER)));
        World.must(world.happen(FIRST, new Collected("b", HOUSEHOLD, World.START, VOLUNTEER, ANSWERS)));
        World.must(world.happen(FIRST, new Checked("c", HOUSEHOLD, World.START, VOLUNTEER)));
        World.must(world.happen(
                FIRST, new Confirmed("d", HOUSEHOLD, World.START, COORDINATOR, Confirmer.REPRESENTATIVE, ANSWERS)));
    }

    static CertificationDefinition quorum(int quorum) {
        CertificationDefinition shipped = CertificationDefinitions.bmn2569();
        List<LevelProcess> levels = shipped.levels().stream()
                .map(level -> new LevelProcess(
                        level.level(),
                        level.presentedBy(),
                        level.signedByEach(),
                        level.signedByAlso(),
                        level.level() == AreaLevel.VILLAGE ? quorum : 0,
                        level.childrenMustBe(),
                        level.resultOfEachChild(),
                        level.recheck(),
                        level.receivedBy()))
                .toList();
        return new CertificationDefinition(
                shipped.id(),
                shipped.version(),
                shipped.status(),
                shipped.title(),
                shipped.rounds(),
                shipped.sources(),
                shipped.roles(),
                levels,
                shipped.blocking(),
                Set.of(Extension.QUORUM));
    }

    private static World assigned() {
        World world = World.of(1);
        World.must(world.happen(FIRST, new Assigned("a", HOUSEHOLD, World.START, COORDINATOR, VOLUNTEER)));
        return world;
    }

    private static World checked(CertificationDefinition definition) {
        World world = World.of(definition, 1);
        World.must(world.happen(FIRST, new Assigned("a", HOUSEHOLD, World.START, COORDINATOR, VOLUNTEER)));
        World.must(world.happen(FIRST, new Collected("b", HOUSEHOLD, World.START, VOLUNTEER, ANSWERS)));
        World.must(world.happen(FIRST, new Checked("c", HOUSEHOLD, World.START, VOLUNTEER)));
        return world;
    }

    private static World reported() {
        World world = World.of(1);
        world.confirmAll(FIRST);
        world.report(FIRST);
        return world;
    }

    private static World presented(CertificationDefinition definition) {
        World world = World.of(definition, 1);
        world.confirmAll(FIRST);
        world.report(FIRST);
        world.present(FIRST);
        return world;
    }

    private static World submitted() {
        World world = presented(CertificationDefinitions.bmn2569());
        world.certify(FIRST);
        World.must(world.take(Command.submit("s-9", FIRST, COORDINATOR)));
        return world;
    }

    private static Decision<CertificationEvent> rechecked(Rechecks recheck) {
        World world = World.of(CertificationDefinitions.bmn2569().withRecheck(Set.of(AreaLevel.VILLAGE)), 3);
        world.confirmAll(FIRST);
        world.report(FIRST);
        world.recheck = recheck;
        return world.take(Command.present("c", FIRST, COORDINATOR));
    }

    private static Decision<CertificationEvent> edits(BlockingPolicy policy) {
        World world = World.of(CertificationDefinitions.bmn2569().withBlocking(policy), 1);
        world.confirmAll(FIRST);
        world.report(FIRST);
        world.otherQuality.put(
                FIRST,
                world.computed(FIRST)
                        .withEdits(Share.of(1, 40), Share.of(4, 60), 0, List.of(HOUSEHOLD))
                        .withRules(Map.of("MON-10", Share.of(1, 1))));
        return world.take(Command.present("c", FIRST, COORDINATOR));
    }
}
