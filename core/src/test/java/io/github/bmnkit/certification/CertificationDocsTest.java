package io.github.bmnkit.certification;

import static io.github.bmnkit.certification.World.AUTHORITY;
import static io.github.bmnkit.certification.World.COMMITTEE;
import static io.github.bmnkit.certification.World.COORDINATOR;
import static io.github.bmnkit.certification.World.DEPARTMENT;
import static io.github.bmnkit.certification.World.DISTRICT;
import static io.github.bmnkit.certification.World.DISTRICT_CHIEF;
import static io.github.bmnkit.certification.World.FIRST;
import static io.github.bmnkit.certification.World.GROUP_A;
import static io.github.bmnkit.certification.World.GROUP_D;
import static io.github.bmnkit.certification.World.GROUP_P;
import static io.github.bmnkit.certification.World.LEADER;
import static io.github.bmnkit.certification.World.PROVINCE;
import static io.github.bmnkit.certification.World.PROVINCIAL_CHIEF;
import static io.github.bmnkit.certification.World.ROLE_COMMITTEE;
import static io.github.bmnkit.certification.World.ROLE_GROUP;
import static io.github.bmnkit.certification.World.ROLE_LEADER;
import static io.github.bmnkit.certification.World.SYSTEM;
import static io.github.bmnkit.certification.World.VOLUNTEER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.fieldwork.HouseholdEvent.Assigned;
import io.github.bmnkit.fieldwork.HouseholdEvent.Checked;
import io.github.bmnkit.fieldwork.HouseholdEvent.Collected;
import io.github.bmnkit.fieldwork.HouseholdEvent.Confirmed;
import io.github.bmnkit.fieldwork.HouseholdEvent.Confirmer;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.round.Paper;
import io.github.bmnkit.round.RoundSettings;
import io.github.bmnkit.round.SurveyRounds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/certification.md} shows is what happens; its first test reads like the papers. */
class CertificationDocsTest {
    private final Instant now = World.START;
    private final Set<Paper> bothPapers = World.both();
    private final RoundSettings settings = new RoundSettings(
            Map.of(),
            CertificationDefinition.LEVELS.stream()
                    .collect(Collectors.toMap(Function.identity(), any -> Share.of(1, 1))));
    private final AreaTree tree = World.tree(1);
    private final VillageCode village = FIRST;
    private final HouseholdId household = World.household(FIRST, 0);
    private final HouseholdResponse response = HouseholdResponse.builder(Questionnaires.bmn2560(), household, 2564)
            .answer(AnswerPath.of("has_house_no"), Value.of(0))
            .build();

    private final Map<ActorId, Text> names = Map.of(GROUP_P, Text.of("ประธานคณะทำงาน", "the chair"));

    @SuppressWarnings("NullAway.Init")
    private VillageWork work;

    @Test
    void fromTheAssignedHouseholdToTheReceiptByTheDepartment() throws IOException {
        Certification certification = Certification.builder(
                        CertificationDefinitions.bmn2569(), SurveyRounds.bmn2569(), tree)
                .settings(settings) // the coverage that each level needs: no default
                .basis("bmn-2560 1", "bmn-2560 1") // form and rules, named by every certificate
                .demonstration() // the form of 2560 is not that of the round: the certificate says so
                .build();
        Ledger ledger = Ledger.open(certification, Ledger.Store.inMemory()).value();
        Facts facts = new HostFacts(ledger);

        // Steps 9 and 10: interviewed, checked by the collector, confirmed by the head of the household.
        CertificationDefinition definition = certification.definition();
        work = VillageWork.of(village, List.of(household));
        Salt salt = Salt.random(new SecureRandom()); // kept by the host with the response, erased with it
        String answers = salt.commit(response).toString();
        for (HouseholdEvent event : List.of(
                new Assigned("e-1", household, now, COORDINATOR, VOLUNTEER),
                new Collected("e-2", household, now, VOLUNTEER, answers),
                new Checked("e-3", household, now, VOLUNTEER),
                new Confirmed("e-4", household, now, VOLUNTEER, Confirmer.HEAD, answers))) {
            if (work.decide(event, definition).isAccepted()) {
                work = work.evolve(event);
            }
        }
        assertThat(work.unresolved()).isEmpty();

        // Step 12: the village committee and community leaders issue the certificate of the village.
        List<Command> commands = List.of(
                Command.report("v-1", SYSTEM, work.report()),
                Command.present("v-2", village, COORDINATOR),
                Command.sign("v-3", village, COMMITTEE, ROLE_COMMITTEE),
                Command.sign("v-4", village, LEADER, ROLE_LEADER),
                Command.certify("v-5", village, COMMITTEE));
        for (Command command : commands) {
            Decision<CertificationEvent> decision = ledger.submit(command, facts);
            decision.reasons().forEach(reason -> show(reason.finding().message(Text.THAI), reason.households()));
        }
        assertThat(ledger.state().stage(village)).isEqualTo(Stage.CERTIFIED);

        // Step 13: the local authority, with the confidence summary and the certificate.
        ledger.submitAll(
                List.of(
                        Command.present("a-1", AUTHORITY, COORDINATOR),
                        Command.sign("a-2", AUTHORITY, GROUP_A, ROLE_GROUP),
                        Command.certify("a-3", AUTHORITY, GROUP_A),
                        Command.submit("a-4", AUTHORITY, COORDINATOR),
                        Command.receive("a-5", AUTHORITY, DISTRICT_CHIEF, bothPapers)),
                facts);
        assertThat(ledger.state().stage(AUTHORITY)).isEqualTo(Stage.RECEIVED);

        // Step 14: the district; its papers must have reached the province by 27 February 2569.
        ledger.submitAll(
                List.of(
                        Command.present("d-1", DISTRICT, DISTRICT_CHIEF),
                        Command.sign("d-2", DISTRICT, GROUP_D, ROLE_GROUP),
                        Command.certify("d-3", DISTRICT, GROUP_D),
                        Command.submit("d-4", DISTRICT, DISTRICT_CHIEF),
                        Command.receive("d-5", DISTRICT, PROVINCIAL_CHIEF, bothPapers)),
                facts);
        assertThat(ledger.state().stage(DISTRICT)).isEqualTo(Stage.RECEIVED);

        // Step 15: the province; its papers must have reached the department by 30 March 2569.
        ledger.submitAll(
                List.of(
                        Command.present("p-1", PROVINCE, PROVINCIAL_CHIEF),
                        Command.sign("p-2", PROVINCE, GROUP_P, ROLE_GROUP),
                        Command.certify("p-3", PROVINCE, GROUP_P),
                        Command.submit("p-4", PROVINCE, PROVINCIAL_CHIEF),
                        Command.receive("p-5", PROVINCE, DEPARTMENT, bothPapers)),
                facts);
        assertThat(ledger.state().stage(PROVINCE)).isEqualTo(Stage.RECEIVED);
        assertThat(ledger.state()
                        .certificate(PROVINCE)
                        .orElseThrow()
                        .content()
                        .basis()
                        .demonstration())
                .isTrue();

        // Anybody can check, with files alone.
        Ledger.Head anchor = ledger.head(); // printed, or kept elsewhere
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ledger.export(file);
        assertThat(Ledger.verify(certification, new ByteArrayInputStream(file.toByteArray()), List.of(anchor))
                        .findings())
                .isEmpty();
        InclusionProof proof = work.proof(household).then(ledger.state().proof(village, PROVINCE));
        Certificate certificate = ledger.state().certificate(PROVINCE).orElseThrow();
        assertThat(proof.verify(salt.commit(response), certificate.content().root()))
                .isTrue();

        // The papers: HTML that prints to one sheet each, and the JSON beside.
        Papers papers = Papers.of(certification, PaperTemplate.bmnkit()) // or PaperTemplate.read(yours)
                .withNames(actor -> names.getOrDefault(actor, Text.of("-", "-"))) // the SDK knows ids only
                .withTexts(Map.of("opinion", Text.of("คณะทำงานเห็นชอบ", "The working group agrees")))
                .withHead(ledger.head()); // so that whoever has a paper has an anchor
        ConfidenceSummary summary = ConfidenceSummary.of(certification, ledger.state(), PROVINCE, facts)
                .value();
        String certificatePage = papers.certificate(ledger.state(), certificate, Text.THAI);
        String summaryPage = papers.summary(ledger.state(), summary, Text.THAI);
        String beside = summary.toJson();
        assertThat(certificatePage).contains("คำรับรองคุณภาพข้อมูล จปฐ. ระดับจังหวัด", "เอกสารสาธิต");
        assertThat(summaryPage).contains("คณะทำงานเห็นชอบ");
        assertThat(beside).contains(certificate.content().root().toString());

        // A correction lets exactly the certificates above lapse; who waits for whom is on the board.
        work = work.evolve(new Collected("e-5", household, now, VOLUNTEER, World.answers("corrected")));
        CertificationState before = ledger.state();
        Decision<CertificationEvent> report = ledger.submit(Command.report("v-9", SYSTEM, work.report()), facts);
        List<AreaCode> lapsed = certification.lapses(before, report.events().get(0));
        Board board = Board.of(certification, ledger.state(), facts, Duration.ofDays(14));
        assertThat(lapsed).containsExactly(village, AUTHORITY, DISTRICT, PROVINCE);
        assertThat(board.rows()).allMatch(row -> row.lapsed() && row.stage() == Stage.OPEN);
    }

    private static void show(String message, List<HouseholdId> households) {
        throw new AssertionError(message + households);
    }

    /** The facts of the host of the example. */
    private final class HostFacts implements Facts {
        private final World people = World.of(1);
        private final Ledger ledger;

        HostFacts(Ledger ledger) {
            this.ledger = ledger;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public Set<RoleId> roles(ActorId actor, AreaCode unit, LocalDate day) {
            return people.roles(actor, unit, day);
        }

        @Override
        public Optional<QualityFacts> quality(AreaCode unit) {
            if (unit.level() == AreaLevel.VILLAGE) {
                return Optional.of(QualityFacts.of(work));
            }
            return Optional.of(QualityFacts.sum(ledger.state().tree().children(unit).stream()
                    .map(child -> quality(child).orElseThrow())
                    .toList()));
        }
    }

    @Test
    void aSampleIsAskedAgain() {
        Certification certification = Certification.builder(
                        CertificationDefinitions.bmn2569()
                                .withRecheck(Set.of(AreaLevel.VILLAGE)), // which levels: the host decides
                        SurveyRounds.bmn2569(),
                        tree)
                .settings(settings)
                .basis("made-up 1", "made-up 1")
                .build();
        World world = new World(certification);
        world.list(village, 150);
        world.confirmAll(village);
        world.report(village);
        VillageWork work = world.works.get(village);
        Set<HouseholdId> others = Set.of();

        // 150 households: fine if 1 differs, not if 15 do; each wrong decision at most once in 20.
        AcceptancePlan plan = AcceptancePlan.smallest(150, 1, 15, Share.of(1, 20), Share.of(1, 20));
        List<HouseholdId> drawn =
                plan.draw("lot-17", work.report().root(), work.targets()); // the seed: drawn in public
        Map<HouseholdId, Boolean> agrees =
                drawn.stream().collect(Collectors.toMap(each -> each, each -> !others.contains(each)));
        QualityFacts facts =
                QualityFacts.of(work).withRecheck(Recheck.of(work.report().root(), plan, drawn, agrees));
        assertThat(plan).isEqualTo(new AcceptancePlan(150, 41, 1));
        assertThat(world.take(Command.present("c-1", village, COORDINATOR)).isAccepted())
                .isFalse();
        world.otherQuality.put(village, facts);
        assertThat(world.take(Command.present("c-2", village, COORDINATOR)).isAccepted())
                .isTrue();
    }

    @Test
    void theCodeShownIsTheCodeOfThisTest() {
        String code = text("src/test/java/io/github/bmnkit/certification/CertificationDocsTest.java");
        List<String> blocks = blocks("java");
        assertThat(blocks).hasSize(8);
        assertThat(blocks)
                .allSatisfy(block -> assertThat(code.replaceAll("\\s", "")).contains(block.replaceAll("\\s", "")));
    }

    /** C22: the diagram in the docs is the one of the definition, and has the transitions of the table and no others. */
    @Test
    void c22_theDiagramIsThatOfTheDefinition() {
        assertThat(blocks("mermaid"))
                .containsExactly(CertificationDefinitions.bmn2569().toMermaid());
        String all = CertificationDefinitions.bmn2569()
                .withExtensions(Set.of(Extension.REOPEN))
                .toMermaid();
        Set<String> drawn = all.lines()
                .filter(line -> line.contains("-->") && !line.contains("[*]") && !line.contains("conditions"))
                .map(String::strip)
                .collect(Collectors.toSet());
        Set<String> table = Stream.of(Step.values())
                .flatMap(step -> step.from().stream()
                        .map(from -> (step == Step.PRESENT ? Stage.READY : from) + " --> " + step.to() + ": "
                                + step.text().en()))
                .collect(Collectors.toSet());
        table.add("SUBMITTED --> SUBMITTED: receive (papers missing)");
        assertThat(drawn).isEqualTo(table);
    }

    @Test
    void everyReasonIsInTheTableWithItsExample() {
        StringBuilder table = new StringBuilder("| reason | example | what is said |\n| --- | --- | --- |\n");
        for (RefusalCode code : RefusalCode.values()) {
            ReasonExamples.Example example = ReasonExamples.of(code);
            Refusal refusal = example.reasons().stream()
                    .filter(reason -> reason.code() == code)
                    .findFirst()
                    .orElseThrow();
            table.append("| `")
                    .append(code.id())
                    .append("` | ")
                    .append(example.tried())
                    .append(" | ");
            table.append(refusal.finding().message(Text.THAI)).append(" |\n");
        }
        assertThat(text("../docs/certification.md")).contains(table);
    }

    @Test
    void everyExtensionIsNamed() {
        assertThat(Stream.of(Extension.values()).map(Extension::name))
                .allSatisfy(name -> assertThat(text("../docs/certification.md")).contains("`" + name + "`"));
    }

    private static List<String> blocks(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text("../docs/certification.md"))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String text(String path) {
        try {
            return Files.readString(Path.of(path), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
