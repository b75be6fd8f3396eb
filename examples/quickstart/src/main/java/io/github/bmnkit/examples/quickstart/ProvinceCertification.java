package io.github.bmnkit.examples.quickstart;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.certification.Board;
import io.github.bmnkit.certification.Board.Timeliness;
import io.github.bmnkit.certification.Certificate;
import io.github.bmnkit.certification.Certification;
import io.github.bmnkit.certification.CertificationDefinition;
import io.github.bmnkit.certification.CertificationDefinition.LevelProcess;
import io.github.bmnkit.certification.CertificationDefinitions;
import io.github.bmnkit.certification.CertificationEvent;
import io.github.bmnkit.certification.CertificationState;
import io.github.bmnkit.certification.Command;
import io.github.bmnkit.certification.ConfidenceSummary;
import io.github.bmnkit.certification.Decision;
import io.github.bmnkit.certification.Hash;
import io.github.bmnkit.certification.InclusionProof;
import io.github.bmnkit.certification.Ledger;
import io.github.bmnkit.certification.PaperTemplate;
import io.github.bmnkit.certification.Papers;
import io.github.bmnkit.certification.Refusal;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.BuddhistDate;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.round.RoundSettings;
import io.github.bmnkit.round.SurveyRound;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.rule.RuleSets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Certifies a province from its villages up to the receipt by the department, and shows what a later change does. */
final class ProvinceCertification {
    private static final ProvinceCode PROVINCE = ProvinceCode.of("36");
    private static final ActorId SYSTEM = ActorId.of("made-up-system");
    private static final int LATE_TO_CONFIRM = 2;
    private static final int ELSEWHERE = 2;

    private final Screen screen;
    private final Path folder;
    private final AreaTree tree;
    private final DistrictSurvey.Surveyed survey;
    private final Certification kernel;
    private final MadeUpOffices offices;
    private final Ledger ledger;

    ProvinceCertification(Screen screen, Path folder, AreaTree tree, DistrictSurvey.Surveyed survey) {
        this.screen = screen;
        this.folder = folder;
        this.tree = tree;
        this.survey = survey;
        CertificationDefinition definition = CertificationDefinitions.bmn2569();
        SurveyRound round = SurveyRounds.bmn2569();
        Map<AreaLevel, Share> all = new HashMap<>();
        definition.levels().forEach(level -> all.put(level.level(), Share.of(1, 1)));
        Questionnaire form = survey.form();
        this.kernel = Certification.builder(definition, round, tree)
                .settings(new RoundSettings(Map.of(), all))
                .basis(form.id() + " " + form.version(), RuleSets.bmn2560().coordinate())
                .demonstration()
                .build();
        this.offices = new MadeUpOffices(tree, definition);
        this.ledger = Ledger.open(kernel, Ledger.Store.inMemory()).value();
    }

    /** How far all units have come in April, and the roots of the data that the villages certified in February. */
    record Certified(CertificationState state, Map<VillageCode, Hash> roots) {}

    Certified run() throws IOException {
        screen.heading(Text.of(
                "รับรองคุณภาพข้อมูล จากหมู่บ้านถึงกรม (สาธิตด้วยข้อมูลสมมุติ)",
                "Certification, from the village to the department (a demonstration on made-up data)"));
        fieldwork();
        VillageCode first = survey.villages().get(0);
        refusedFirst(first);
        villages();
        units(AreaLevel.LOCAL_AUTHORITY, LocalDate.of(2026, 2, 9));
        units(AreaLevel.DISTRICT, LocalDate.of(2026, 2, 20));
        units(AreaLevel.PROVINCE, LocalDate.of(2026, 3, 20));
        received();
        papers(first);
        prove(first);
        verify();
        Map<VillageCode, Hash> roots = new TreeMap<>();
        survey.villages().forEach(village -> roots.put(village, ledger.state().root(village)));
        correct(first);
        return new Certified(ledger.state(), roots);
    }

    /** The district's households are those of its survey; in the other districts two in each village stand for all. */
    private void fieldwork() {
        offices.today(LocalDate.of(2026, 1, 26));
        int households = 0;
        for (AreaCode each : tree.areas(AreaLevel.VILLAGE)) {
            VillageCode village = (VillageCode) each;
            Map<HouseholdId, String> commitments = commitments(village);
            households += commitments.size();
            offices.list(village, commitments.keySet());
            commitments.forEach((household, commitment) -> offices.collect(village, household, commitment));
            int waiting =
                    village.equals(survey.villages().get(0)) ? commitments.size() - LATE_TO_CONFIRM : Integer.MAX_VALUE;
            commitments.entrySet().stream()
                    .limit(waiting)
                    .forEach(entry -> offices.confirm(village, entry.getKey(), entry.getValue()));
        }
        screen.say(
                "%,d ครัวเรือนใน %,d หมู่บ้านจัดเก็บและตรวจสอบแล้ว",
                "%,d households in %,d villages were collected and checked",
                households,
                tree.areas(AreaLevel.VILLAGE).size());
    }

    private Map<HouseholdId, String> commitments(VillageCode village) {
        Map<HouseholdId, String> commitments = new TreeMap<>();
        survey.households(village)
                .forEach(response -> commitments.put(response.household(), MadeUpOffices.commitment(response)));
        for (int i = 1; commitments.size() < ELSEWHERE; i++) {
            HouseholdId household = HouseholdId.of(village + "-made-up-" + i);
            commitments.put(household, MadeUpOffices.digest("answers of " + household));
        }
        return commitments;
    }

    private void refusedFirst(VillageCode village) {
        offices.today(LocalDate.of(2026, 2, 2));
        report(village, "first");
        Decision<CertificationEvent> decision = take(Command.present("too-early", village, presenter(village)));
        screen.say("หมู่บ้าน %s นำเสนอเร็วเกินไป:", "Village %s presents too early:", village);
        for (Refusal reason : decision.reasons()) {
            screen.line("    %s: %s %s", reason.code().id(), reason.finding().message(Text.THAI), reason.households());
            screen.line("    %s", reason.finding().message(Locale.ENGLISH));
        }
        offices.village(village)
                .unresolved()
                .forEach(household -> survey.households(village).stream()
                        .filter(response -> response.household().equals(household))
                        .forEach(response -> offices.confirm(village, household, MadeUpOffices.commitment(response))));
    }

    private void villages() {
        for (AreaCode village : tree.areas(AreaLevel.VILLAGE)) {
            report((VillageCode) village, "second");
            certify(village);
        }
        tell(AreaLevel.VILLAGE);
    }

    private void report(VillageCode village, String id) {
        offices.found(village, survey.edits(village, Severity.ERROR), survey.edits(village, Severity.WARNING));
        accept(Command.report(id, SYSTEM, offices.village(village).report()));
    }

    private void units(AreaLevel level, LocalDate day) {
        offices.today(day);
        tree.areas(level).forEach(this::certify);
        tell(level);
    }

    /** Presents, signs, issues the papers, sends them, and records their arrival at the level above. */
    private void certify(AreaCode unit) {
        LevelProcess level = kernel.definition().level(unit.level());
        accept(Command.present("present", unit, presenter(unit)));
        RoleId last = null;
        for (RoleId role : level.signedByEach()) {
            accept(Command.sign("sign-" + role, unit, MadeUpOffices.person(role, unit), role));
            last = role;
        }
        accept(Command.certify("certify", unit, MadeUpOffices.person(requireNonNull(last), unit)));
        accept(Command.submit("submit", unit, presenter(unit)));
        AreaCode above = tree.parent(unit).orElse(CountryCode.THAILAND);
        ActorId receiver = MadeUpOffices.person(level.receivedBy().iterator().next(), above);
        accept(Command.receive("receive", unit, receiver, kernel.papers(unit.level())));
    }

    private ActorId presenter(AreaCode unit) {
        RoleId role =
                kernel.definition().level(unit.level()).presentedBy().iterator().next();
        return MadeUpOffices.person(role, unit);
    }

    private Decision<CertificationEvent> take(Command command) {
        return ledger.submit(command, offices);
    }

    private void accept(Command command) {
        Decision<CertificationEvent> decision = take(command);
        if (!decision.isAccepted()) {
            throw new IllegalStateException("the made-up season is out of order: " + decision.reasons());
        }
    }

    private void tell(AreaLevel level) {
        Board board = Board.of(kernel, ledger.state(), offices, Duration.ofDays(7));
        List<Board.Row> rows =
                board.rows().stream().filter(row -> row.unit().level() == level).toList();
        long arrived = rows.stream()
                .filter(row -> ledger.state().receivedAt(row.unit()).isPresent())
                .count();
        screen.say(
                "ระดับ%s: เอกสารถึงระดับเหนือขึ้นไปแล้ว %,d จาก %,d แห่ง",
                "%s: the papers of %,d of %,d have reached the level above", level.text(), arrived, rows.size());
        kernel.deadline(level)
                .ifPresent(deadline -> screen.say(
                        "  ทันวันที่ %s ทุกแห่ง: %s",
                        "  All in time for %s: %s",
                        Text.of(
                                BuddhistDate.format(deadline.by(), BuddhistDate.Style.LONG),
                                deadline.by().toString()),
                        yes(rows.stream().allMatch(row -> row.timeliness() == Timeliness.ON_TIME))));
    }

    private static Text yes(boolean so) {
        return so ? Text.of("ใช่", "yes") : Text.of("ไม่ใช่", "no");
    }

    private void received() {
        CertificationState state = ledger.state();
        state.certificate(PROVINCE).ifPresent(certificate -> {
            screen.say(
                    "กรมรับข้อมูลจังหวัดชัยภูมิ: ยืนยันแล้ว %,d จาก %,d ครัวเรือน ราก %s (สาธิต)",
                    "The department receives Chaiyaphum: %,d of %,d households confirmed, root %s (demonstration)",
                    certificate.content().figures().confirmed(),
                    certificate.content().figures().target(),
                    certificate.content().root());
        });
    }

    private void papers(VillageCode village) throws IOException {
        CertificationState state = ledger.state();
        Papers papers = Papers.of(kernel, PaperTemplate.bmnkit())
                .withNames(actor -> Text.of("ชื่อสมมุติ", "made-up name"))
                .withHead(ledger.head());
        for (AreaCode unit : List.of(village, PROVINCE)) {
            Certificate certificate = state.certificate(unit).orElseThrow();
            write("certificate-" + unit, papers.certificate(state, certificate, Text.THAI), certificate.toJson());
        }
        ConfidenceSummary summary =
                ConfidenceSummary.of(kernel, state, PROVINCE, offices).value();
        write("confidence-" + PROVINCE, papers.summary(state, summary, Text.THAI), summary.toJson());
        Share hard = summary.total().hardEdits();
        screen.say(
                "สรุปความเชื่อมั่นของจังหวัดแสดงผล %d อำเภอและผลรวม กฎบังคับไม่ผ่าน %,d จาก %,d ครั้ง",
                "The province's confidence summary shows %d districts and the total; hard edits failed %,d of %,d times",
                summary.parts().size(),
                hard.part(),
                hard.whole());
    }

    private void write(String name, String html, String json) throws IOException {
        Files.writeString(folder.resolve(name + "-th.html"), html);
        Files.writeString(folder.resolve(name + ".json"), json);
    }

    private void prove(VillageCode village) throws IOException {
        HouseholdResponse response = survey.households(village).get(0);
        Hash commitment = Hash.of(MadeUpOffices.commitment(response));
        InclusionProof proof = offices.village(village)
                .proof(response.household())
                .then(ledger.state().proof(village, PROVINCE));
        Files.writeString(folder.resolve("inclusion-proof.json"), proof.toJson());
        screen.say(
                "ครัวเรือน %s อยู่ในรากของจังหวัด พิสูจน์ด้วยค่าแฮช %d ค่า: %s",
                "Household %s is part of the province's root, as %d digests prove: %s",
                response.household(),
                proof.steps().stream().mapToInt(step -> step.path().size()).sum(),
                yes(proof.verify(commitment, ledger.state().root(PROVINCE))));
    }

    private void verify() throws IOException {
        Path file = folder.resolve("ledger.ndjson");
        Ledger.Head head;
        try (OutputStream out = Files.newOutputStream(file)) {
            head = ledger.export(out);
        }
        screen.say(
                "บัญชีเหตุการณ์ %,d รายการ ตรวจสอบจากแฟ้ม: %s",
                "The ledger of %,d entries, verified from its file: %s", head.length(), verified(file, head));
        Path tampered = folder.resolve("ledger-tampered.ndjson");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int line = lines.size() / 2;
        lines.set(line, lines.get(line).replaceFirst("\"at\":\"2026", "\"at\":\"2025"));
        Files.write(tampered, lines);
        screen.say(
                "แก้วันที่ในรายการที่ %,d แล้วตรวจใหม่: %s",
                "With a date changed in entry %,d: %s", line + 1, verified(tampered, head));
        Files.delete(tampered);
    }

    private Object verified(Path file, Ledger.Head head) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var reading = Ledger.verify(kernel, in, List.of(head));
            return reading.findings().isEmpty()
                    ? Text.of("ถูกต้องครบถ้วน", "whole")
                    : Text.of(
                            reading.findings().get(0).message(Text.THAI),
                            reading.findings().get(0).message(Locale.ENGLISH));
        }
    }

    /** In April a household finds that its house number is wrong. */
    private void correct(VillageCode village) {
        offices.today(LocalDate.of(2026, 4, 7));
        HouseholdResponse response = survey.households(village).get(0);
        HouseholdResponse corrected =
                response.edit().answer(AnswerPath.of("hnum"), Value.text("1/1")).build();
        String commitment = MadeUpOffices.commitment(corrected);
        offices.correct(village, response.household(), commitment);
        offices.confirm(village, response.household(), commitment);
        offices.found(village, survey.edits(village, Severity.ERROR), survey.edits(village, Severity.WARNING));
        CertificationState before = ledger.state();
        Decision<CertificationEvent> decision = take(
                Command.report("corrected", SYSTEM, offices.village(village).report()));
        List<AreaCode> lapsed = kernel.lapses(before, decision.events().get(0));
        screen.say(
                "ครัวเรือน %s แก้เลขที่บ้านในเดือนเมษายน คำรับรองที่สิ้นผลมี %d ฉบับ จาก %,d ฉบับ:",
                "Household %s corrects its house number in April; %d certificates of %,d lapse:",
                response.household(),
                lapsed.size(),
                tree.size() - 1);
        lapsed.forEach(unit -> screen.line("    %s  %s", unit, tree.name(unit).th()));
    }
}
