package io.github.bmnkit.release;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.html.HtmlPage;
import io.github.bmnkit.html.HtmlTable;
import io.github.bmnkit.identity.BuddhistDate;
import io.github.bmnkit.identity.NationalId;
import io.github.bmnkit.registry.Membership;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.Paradata;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is kept about a person, for that person to read. */
final class PersonalDataHtml {
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final List<Text> ANSWERS =
            List.of(Text.of("คำถาม", "Question"), Text.of("คำตอบ", "Answer"), Text.of("ที่มา", "How it came about"));

    private final PersonalData data;
    private final Locale locale;
    private final HtmlPage page;

    private PersonalDataHtml(PersonalData data, Locale locale) {
        this.data = data;
        this.locale = locale;
        page = new HtmlPage(Text.of("ข้อมูลส่วนบุคคลของท่าน", "Your personal data"), locale);
    }

    static String write(PersonalData data, Locale locale) {
        return new PersonalDataHtml(data, locale).write();
    }

    private String write() {
        page.lead(Text.of(
                "ข้อมูลความจำเป็นพื้นฐาน (จปฐ.) และทะเบียนสมาชิกที่เกี่ยวกับท่าน ตามพระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562",
                "What the Basic Minimum Needs survey and the member registers keep about you (Personal Data Protection Act,"
                        + " B.E. 2562)"));
        data.nationalId()
                .map(NationalId::formatted)
                .ifPresent(id -> page.paragraph(Text.of("เลขประจำตัวประชาชน " + id, "National ID " + id)));
        if (!data.isOfOnePerson()) {
            page.note(
                    Text.of(
                            "พบเลขประจำตัวประชาชนนี้มากกว่าหนึ่งแห่งในรอบเดียวกัน ต้องตรวจสอบก่อนส่งมอบ",
                            "This national ID stands in more than one place of one round: to be checked before it is handed out"));
        }
        data.responses().forEach(this::held);
        if (!data.memberships().isEmpty()) {
            memberships();
        }
        if (data.responses().isEmpty() && data.memberships().isEmpty()) {
            page.paragraph(Text.of("ไม่พบข้อมูลเกี่ยวกับท่าน", "Nothing was found about you"));
        }
        page.footer(Text.of(
                "การรับรองคุณภาพข้อมูลเก็บเพียงค่าแฮชที่ผสมค่าสุ่มไว้ ซึ่งไม่บอกข้อมูลใดเกี่ยวกับท่าน",
                "The certification of the data keeps salted digests only, which say nothing about you"));
        return page.toHtml();
    }

    private void held(PersonalData.Held held) {
        HouseholdResponse response = held.response();
        HeldAnswers answers = data.answers(held);
        String of = response.household() + " ";
        page.section(Text.of(
                "ครัวเรือน " + of + "รอบปี " + response.round(),
                "Household " + of + "in the round of " + response.round()));
        page.paragraph(response.form().title());
        if (held.isInformant()) {
            page.paragraph(Text.of("ท่านเป็นผู้ให้ข้อมูล", "You answered for the household"));
        }
        for (AnswerPath path : held.mentions()) {
            Text label = label(response, path);
            page.paragraph(Text.of(
                    "เลขประจำตัวประชาชนของท่านอยู่ในคำตอบ \"" + label.th() + "\"",
                    "Your national ID stands in the answer \"" + label.en() + "\""));
        }
        for (int key : held.members()) {
            table(
                    Text.of("คำตอบเกี่ยวกับท่าน (สมาชิก " + key + ")", "Answers about you (member " + key + ")"),
                    answers.of(key));
            answers.files(key).forEach(file -> file(response, file));
        }
        if (!held.members().isEmpty()) {
            table(Text.of("คำตอบเกี่ยวกับครัวเรือนของท่าน", "Answers about your household"), answers.of(0));
            answers.files(0).forEach(file -> file(response, file));
            paradata(response.paradata());
        }
    }

    private void table(Text caption, List<HeldAnswers.Answer> answers) {
        HtmlTable table = new HtmlTable(caption, ANSWERS, ANSWERS.size());
        for (HeldAnswers.Answer each : answers) {
            String meaning = each.meaning().in(locale);
            table.row(List.of(
                    each.item().question().label().in(locale),
                    meaning.isEmpty() ? each.value() : meaning,
                    each.kind().text().in(locale)));
        }
        page.table(table);
    }

    private static Text label(HouseholdResponse response, AnswerPath path) {
        return path.item(response.form()).question().label();
    }

    private void file(HouseholdResponse response, PersonalData.File file) {
        Text label = label(response, file.path());
        String type = file.attachment().mediaType() + ", " + file.attachment().bytes();
        page.paragraph(Text.of(
                "ไฟล์: " + label.th() + " (" + type + " ไบต์)", "File: " + label.en() + " (" + type + " bytes)"));
    }

    private void paradata(Paradata paradata) {
        Text nothing = Text.of("ไม่มีข้อมูล", "not known");
        HtmlTable table = new HtmlTable(
                Text.of("การสัมภาษณ์", "The interview"),
                List.of(Text.of("รายการ", "Item"), Text.of("ข้อมูล", "Value")),
                2);
        row(table, Text.of("ผู้จัดเก็บ (รหัส)", "Collector (id)"), paradata.collector(), nothing);
        row(table, Text.of("อุปกรณ์", "Device"), paradata.device(), nothing);
        row(table, Text.of("เริ่ม", "Started"), time(paradata.started()), nothing);
        row(table, Text.of("สิ้นสุด", "Ended"), time(paradata.ended()), nothing);
        row(table, Text.of("ละติจูด", "Latitude"), paradata.latitude(), nothing);
        row(table, Text.of("ลองจิจูด", "Longitude"), paradata.longitude(), nothing);
        page.table(table);
    }

    private void row(HtmlTable table, Text label, @Nullable Object value, Text nothing) {
        table.row(List.of(label.in(locale), value == null ? nothing.in(locale) : value.toString()));
    }

    private void memberships() {
        page.section(Text.of("ทะเบียนสมาชิก", "Member registers"));
        HtmlTable table = new HtmlTable(
                Text.of("", ""),
                List.of(
                        Text.of("ทะเบียน", "Register"),
                        Text.of("กลุ่ม", "Group"),
                        Text.of("พื้นที่", "Area"),
                        Text.of("ชื่อที่บันทึก", "Name as kept"),
                        Text.of("บทบาท", "Role"),
                        Text.of("ตั้งแต่", "From"),
                        Text.of("ก่อนวันที่", "Until before")),
                7);
        for (Membership row : data.memberships()) {
            table.row(List.of(
                    data.name(row.register()).in(locale),
                    row.group(),
                    row.area().value(),
                    row.name() == null ? "" : row.name().full(),
                    row.role(),
                    date(row.from()),
                    date(row.until())));
        }
        page.table(table);
    }

    /** In the time of Thailand, to the minute. */
    private @Nullable String time(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        ZonedDateTime there = instant.atZone(BANGKOK);
        return date(there.toLocalDate()) + " " + there.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }

    private String date(@Nullable LocalDate date) {
        if (date == null) {
            return "";
        }
        return locale.getLanguage().equals(Text.THAI.getLanguage())
                ? BuddhistDate.format(date, BuddhistDate.Style.LONG)
                : date.toString();
    }
}
