package io.github.bmnkit.fieldwork;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.fieldwork.FieldworkRecord.Cooperation;
import io.github.bmnkit.fieldwork.FieldworkRecord.Done;
import io.github.bmnkit.fieldwork.FieldworkRecord.DueDate;
import io.github.bmnkit.fieldwork.FieldworkRecord.Publicity;
import io.github.bmnkit.identity.BuddhistDate;
import io.github.bmnkit.json.JsonWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes records as {@link RecordsDecoder} reads them. */
final class RecordsWriter {
    private RecordsWriter() {}

    static String write(FieldworkRecords records) {
        return JsonWriter.write(records, (all, json) -> {
            json.number("round", all.basis().round().year());
            json.optionalList("dueDates", all.all(DueDate.class), RecordsWriter::dueDate);
            json.optionalList("done", all.all(Done.class), RecordsWriter::done);
            json.optionalList("publicity", all.all(Publicity.class), RecordsWriter::publicity);
            json.optionalList("workingGroups", all.all(WorkingGroup.class), RecordsWriter::group);
            json.optionalList("appointments", all.all(Appointment.class), RecordsWriter::appointment);
            json.optionalList("collectors", all.all(Collector.class), RecordsWriter::collector);
            json.optionalList("cooperation", all.all(Cooperation.class), RecordsWriter::cooperation);
            json.optionalList("visits", all.all(SupportVisit.class), RecordsWriter::visit);
        });
    }

    private static void dueDate(DueDate date, JsonWriter json) throws IOException {
        json.string("task", date.task());
        json.string("area", date.area().value());
        json.constant("level", date.level());
        date(json, "by", date.by());
    }

    private static void done(Done done, JsonWriter json) throws IOException {
        json.string("task", done.task());
        json.string("unit", done.unit().value());
        date(json, "on", done.on());
        json.string("by", done.by().value());
    }

    private static void publicity(Publicity publicity, JsonWriter json) throws IOException {
        json.string("area", publicity.area().value());
        date(json, "on", publicity.on());
        json.string("what", publicity.what());
    }

    private static void group(WorkingGroup group, JsonWriter json) throws IOException {
        json.string("unit", group.unit().value());
        json.object("order", group.order(), (order, inner) -> {
            inner.string("number", order.number());
            date(inner, "date", order.date());
            inner.string("office", order.office());
        });
        date(json, "ready", group.ready());
        json.list("members", group.members(), (member, inner) -> {
            inner.string("actor", member.actor().value());
            inner.strings("roles", member.roles().stream().map(RoleId::value).toList());
            term(inner, member.term());
        });
    }

    private static void appointment(Appointment appointment, JsonWriter json) throws IOException {
        json.string("actor", appointment.actor().value());
        json.string("role", appointment.role().value());
        areas(json, appointment.areas());
        term(json, appointment.term());
    }

    private static void collector(Collector collector, JsonWriter json) throws IOException {
        json.string("actor", collector.actor().value());
        areas(json, collector.areas());
        term(json, collector.term());
        date(json, "briefed", collector.briefed());
        date(json, "registered", collector.registered());
    }

    private static void cooperation(Cooperation cooperation, JsonWriter json) throws IOException {
        json.string("authority", cooperation.authority().value());
        json.string("kind", cooperation.kind().text().th());
        json.string("area", cooperation.area().value());
        date(json, "on", cooperation.on());
        json.flag("certifies", cooperation.certifies());
        json.string("what", cooperation.what());
    }

    private static void visit(SupportVisit visit, JsonWriter json) throws IOException {
        json.string("by", visit.by().value());
        json.string("place", visit.place().value());
        date(json, "on", visit.on());
        json.strings("findings", visit.findings());
        json.object("report", visit.report(), (report, inner) -> {
            inner.string("to", report.to());
            date(inner, "on", report.on());
        });
    }

    private static void areas(JsonWriter json, Set<AreaCode> areas) throws IOException {
        json.strings("areas", areas.stream().map(AreaCode::value).toList());
    }

    private static void term(JsonWriter json, Term term) throws IOException {
        date(json, "from", term.start());
        date(json, "to", term.endExclusive());
    }

    private static void date(JsonWriter json, String name, @Nullable LocalDate date) throws IOException {
        json.string(name, date == null ? null : BuddhistDate.format(date, BuddhistDate.Style.LONG));
    }
}
