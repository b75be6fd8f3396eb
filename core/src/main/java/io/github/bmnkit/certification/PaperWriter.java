package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.Role;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.html.HtmlPaper;
import io.github.bmnkit.html.HtmlTable;
import io.github.bmnkit.identity.BuddhistDate;
import io.github.bmnkit.identity.ThaiDigits;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Paper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes one paper. */
final class PaperWriter {
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final String NOTHING = "–";
    private static final int GROUP = 4;

    private static final Text DEMONSTRATION =
            Text.of("เอกสารสาธิต ใช้เป็นทางการไม่ได้", "Demonstration: not for official use");
    private static final Text DRAFT = Text.of("ร่าง ยังไม่ได้รับรอง", "Draft: not certified yet");
    private static final Text LAPSED = Text.of(
            "สิ้นผลแล้ว ข้อมูลเปลี่ยนแปลงหรือถูกส่งกลับหลังการรับรอง",
            "Lapsed: the data have changed or were returned since this was certified");
    private static final Text NOT_OFFICIAL = Text.of(
            "แบบนี้ไม่ใช่แบบทางราชการ แบบทางราชการไม่ได้เผยแพร่ต่อสาธารณะ"
                    + " / Not the official form: the official form is not public.",
            "Not the official form: the official form is not public."
                    + " / แบบนี้ไม่ใช่แบบทางราชการ แบบทางราชการไม่ได้เผยแพร่ต่อสาธารณะ");

    private final Papers papers;
    private final AreaTree tree;
    private final Locale locale;
    private final @Nullable Certificate certificate;
    private final @Nullable ConfidenceSummary summary;
    private final ConfidenceSummary.Line line;

    /** Whether what the paper says is certified. */
    enum Standing {
        HOLDS,
        DRAFT,
        LAPSED
    }

    PaperWriter(
            Papers papers,
            AreaTree tree,
            Locale locale,
            @Nullable Certificate certificate,
            @Nullable ConfidenceSummary summary) {
        this.papers = papers;
        this.tree = tree;
        this.locale = locale;
        this.certificate = certificate;
        this.summary = summary;
        line = summary == null ? ConfidenceSummary.Line.of(requireNonNull(certificate)) : summary.total();
    }

    String write(Paper paper, Standing standing) {
        Text title = Text.of(
                paper.text().th() + " ระดับ" + level().th(), paper.text().en() + ", " + level().en());
        HtmlPaper page = new HtmlPaper(title, locale);
        if (basis().demonstration()) {
            page.mark(DEMONSTRATION);
        }
        if (standing != Standing.HOLDS) {
            page.mark(standing == Standing.DRAFT ? DRAFT : LAPSED);
        }
        page.title(title).line(Text.of(where().th() + " ปี " + year(), where().en() + ", round B.E. " + year()));
        for (PaperBlock block : papers.template().blocks(paper, line.unit().level())) {
            write(page, block);
        }
        return page.toHtml();
    }

    private void write(HtmlPaper page, PaperBlock block) {
        switch (block.kind()) {
            case HEADING -> page.heading(filled(block));
            case PARAGRAPH -> page.paragraph(filled(block));
            case FIGURES ->
                page.entries(block.fields().stream()
                        .filter(field -> !value(field, line).equals(NOTHING))
                        .map(field -> new HtmlPaper.Entry(field.label(), value(field, line)))
                        .toList());
            case UNITS -> page.table(units(block));
            case OPINION -> {
                Text text = papers.text(block.key());
                page.heading(filled(block));
                if (text == null) {
                    page.rules(block.lines());
                } else {
                    page.paragraph(text);
                }
            }
            case SIGNATURES -> page.signatures(signatures());
            case ROOT ->
                page.small(
                                Text.of(
                                        "รากของข้อมูลที่รับรอง (SHA-256) เทียบกับรากที่ระบบแสดงได้ทีละกลุ่ม",
                                        "Root of the data (SHA-256), to be compared group by group with the one that the system shows"))
                        .digest(grouped(line.root()));
            case BASIS -> basis(page);
        }
    }

    private Text filled(PaperBlock block) {
        return requireNonNull(block.text()).filled(locale, field -> value(field, line));
    }

    private HtmlTable units(PaperBlock block) {
        List<Text> header = new ArrayList<>(List.of(Text.of("หน่วย", "Unit")));
        block.fields().forEach(field -> header.add(field.label()));
        HtmlTable table = new HtmlTable(filled(block), header, 1);
        for (ConfidenceSummary.Line part : requireNonNull(summary).parts()) {
            table.row(cells(part, papers.unit(part.unit(), tree).in(locale), block));
        }
        return table.total(cells(line, Text.of("รวม", "Total").in(locale), block));
    }

    private List<String> cells(ConfidenceSummary.Line unit, String name, PaperBlock block) {
        List<String> cells = new ArrayList<>(List.of(name));
        block.fields().forEach(field -> cells.add(value(field, unit)));
        return cells;
    }

    private List<List<Text>> signatures() {
        if (certificate == null) {
            return papers.kernel().definition().level(line.unit().level()).signedByEach().stream()
                    .map(role -> List.of(role(role)))
                    .toList();
        }
        List<List<Text>> all = new ArrayList<>();
        for (Certificate.Signature signature : certificate.signatures()) {
            List<Text> lines = new ArrayList<>(List.of(person(signature.actor()), role(signature.role())));
            ActorId other = signature.onBehalfOf();
            if (other != null) {
                String name = papers.name(other, locale);
                lines.add(Text.of("ลงนามแทน " + name, "for " + name));
            }
            all.add(lines);
        }
        return all;
    }

    private Text person(ActorId actor) {
        String name = papers.name(actor, locale);
        return Text.of("(" + name + ")", "(" + name + ")");
    }

    private Text role(RoleId id) {
        return papers.kernel().definition().roles().find(id).map(Role::name).orElse(Text.of(id.value(), id.value()));
    }

    private void basis(HtmlPaper page) {
        Certificate.Basis basis = basis();
        page.end(Text.of(
                "รหัสหน่วย " + line.unit().value() + "  ข้อกำหนด " + basis.definition() + "  แบบสอบถาม "
                        + basis.form() + "  กฎ " + basis.rules() + "  แบบ "
                        + papers.template().reference()
                        + (certificate == null ? "" : "  บัญชีลำดับที่ " + certificate.sequence()),
                "Unit " + line.unit().value() + "; certification " + basis.definition() + "; form " + basis.form()
                        + "; rules " + basis.rules() + "; layout "
                        + papers.template().reference()
                        + (certificate == null ? "" : "; event " + certificate.sequence() + " of the ledger")));
        Ledger.Head head = papers.head();
        if (head != null) {
            page.small(Text.of(
                            "บัญชีเหตุการณ์ " + head.length() + " รายการ ค่าแฮชของรายการสุดท้าย",
                            "Ledger of " + head.length() + " entries, hash of the last one"))
                    .digest(grouped(head.hash()));
        }
        if (papers.template().status() != DefinitionStatus.OFFICIAL) {
            page.small(NOT_OFFICIAL);
        }
    }

    private Certificate.Basis basis() {
        return certificate == null
                ? papers.kernel().basis()
                : certificate.content().basis();
    }

    /** The digits of a digest in groups of four, in two lines. */
    private static String grouped(Hash hash) {
        String hex = hash.toString();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < hex.length(); i += GROUP) {
            out.append(i == 0 ? "" : i == hex.length() / 2 ? "\n" : " ").append(hex, i, i + GROUP);
        }
        return out.toString();
    }

    private Text level() {
        return switch (line.unit().level()) {
            case VILLAGE -> Text.of("หมู่บ้าน", "village");
            case LOCAL_AUTHORITY -> Text.of(" อปท.", "local authority");
            case DISTRICT -> Text.of("อำเภอ", "district");
            default -> Text.of("จังหวัด", "province");
        };
    }

    /** The unit and those above it, up to the province. */
    private Text where() {
        StringBuilder th = new StringBuilder();
        StringBuilder en = new StringBuilder();
        AreaCode at = line.unit();
        while (at.level() != AreaLevel.COUNTRY) {
            Text name = papers.unit(at, tree);
            th.append(th.length() == 0 ? "" : " ").append(name.th());
            en.append(en.length() == 0 ? "" : ", ").append(name.en());
            at = tree.parent(at).orElseThrow();
        }
        return Text.of(th.toString(), en.toString());
    }

    private String value(PaperField field, ConfidenceSummary.Line unit) {
        return switch (field) {
            case UNIT -> papers.unit(unit.unit(), tree).in(locale);
            case LEVEL -> level().in(locale);
            case YEAR -> year();
            case DATE -> date(certificate == null ? requireNonNull(summary).at() : certificate.at());
            case PRESENTER -> certificate == null ? NOTHING : papers.name(certificate.presenter(), locale);
            case STAGE -> unit.stage().text().in(locale);
            case TARGET -> number(unit.figures().target());
            case RESOLVED -> number(unit.figures().resolved());
            case CONFIRMED -> number(unit.figures().confirmed());
            case COVERAGE ->
                Share.of(unit.figures().resolved(), unit.figures().target())
                        .percent(2)
                        .map(this::decimal)
                        .orElse(NOTHING);
            case HARD_EDITS -> of(unit.hardEdits());
            case SOFT_EDITS -> of(unit.softEdits());
            case ACCEPTED_SOFT_EDITS -> number(unit.acceptedSoftEdits());
            case RECHECK -> recheck(unit.recheck());
            case UNITS -> summary == null ? NOTHING : number(summary.parts().size());
            case LATE -> summary == null || summary.late().whole() == 0 ? NOTHING : of(summary.late());
        };
    }

    private String recheck(@Nullable Recheck recheck) {
        if (recheck == null) {
            return NOTHING;
        }
        String outcome = recheck.outcome().text().in(locale);
        return Text.of(
                        outcome + " พบข้อมูลไม่ตรง " + number(recheck.differing()) + " จาก " + number(recheck.checked())
                                + " ครัวเรือนที่ตรวจ (สุ่ม "
                                + number(recheck.plan().sample()) + " จาก "
                                + number(recheck.plan().lot()) + " ยอมให้ "
                                + number(recheck.plan().acceptance()) + ")",
                        outcome + ", " + number(recheck.differing()) + " of " + number(recheck.checked())
                                + " checked differ (sample of "
                                + number(recheck.plan().sample()) + " of "
                                + number(recheck.plan().lot()) + ", "
                                + number(recheck.plan().acceptance()) + " may)")
                .in(locale);
    }

    private String of(Share share) {
        String part = number(share.part());
        String whole = number(share.whole());
        return Text.of(part + " จาก " + whole, part + " of " + whole).in(locale);
    }

    private String year() {
        return digits(Integer.toString(papers.kernel().year()));
    }

    private String date(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, BANGKOK);
        return Text.of(BuddhistDate.format(day, BuddhistDate.Style.FULL, BuddhistDate.Digits.THAI), day.toString())
                .in(locale);
    }

    private String number(long number) {
        return digits(String.format(Locale.ROOT, "%,d", number));
    }

    private String decimal(BigDecimal number) {
        return digits(number.toPlainString());
    }

    private String digits(String text) {
        return Text.of(ThaiDigits.toThai(text), text).in(locale);
    }
}
