package io.github.bmnkit.fieldwork;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.fieldwork.FieldworkRecord.Cooperation;
import io.github.bmnkit.fieldwork.FieldworkRecord.Done;
import io.github.bmnkit.fieldwork.FieldworkRecord.DueDate;
import io.github.bmnkit.fieldwork.FieldworkRecord.Publicity;
import io.github.bmnkit.finding.Text;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the kinds of records have in common. */
final class RecordParts {
    /** The kinds, in the order in which they are written. */
    static final List<Class<? extends FieldworkRecord>> KINDS = List.of(
            DueDate.class,
            Done.class,
            Publicity.class,
            WorkingGroup.class,
            Appointment.class,
            Collector.class,
            Cooperation.class,
            SupportVisit.class);

    private static final List<Text> NAMES = List.of(
            Text.of("กำหนดวันแล้วเสร็จ", "due date"),
            Text.of("งานที่ทำแล้ว", "task done"),
            Text.of("ประชาสัมพันธ์", "publicity"),
            Text.of("คณะทำงาน", "working group"),
            Text.of("ผู้ดำรงตำแหน่ง", "appointment"),
            Text.of("ผู้จัดเก็บข้อมูล", "collector"),
            Text.of("ความร่วมมือ", "cooperation"),
            Text.of("การลงพื้นที่ติดตาม", "support visit"));

    private RecordParts() {}

    static int kind(FieldworkRecord record) {
        return KINDS.indexOf(record.getClass());
    }

    static Text name(FieldworkRecord record) {
        return NAMES.get(kind(record));
    }

    static Stream<AreaCode> areas(FieldworkRecord record) {
        if (record instanceof DueDate date) {
            return Stream.of(date.area());
        } else if (record instanceof Done done) {
            return Stream.of(done.unit());
        } else if (record instanceof Publicity publicity) {
            return Stream.of(publicity.area());
        } else if (record instanceof WorkingGroup group) {
            return Stream.of(group.unit());
        } else if (record instanceof Appointment appointment) {
            return appointment.areas().stream();
        } else if (record instanceof Collector collector) {
            return collector.areas().stream();
        } else if (record instanceof Cooperation cooperation) {
            return Stream.of(cooperation.area());
        } else {
            SupportVisit visit = (SupportVisit) record;
            return Stream.of(visit.by(), visit.place());
        }
    }

    static Stream<RoleId> roles(FieldworkRecord record) {
        if (record instanceof WorkingGroup group) {
            return group.members().stream()
                    .flatMap(member -> member.roles().stream())
                    .distinct();
        } else if (record instanceof Appointment appointment) {
            return Stream.of(appointment.role());
        }
        return Stream.empty();
    }

    /** The dates of what is said to have been done. */
    static Stream<LocalDate> past(FieldworkRecord record) {
        if (record instanceof Done done) {
            return Stream.of(done.on());
        } else if (record instanceof Publicity publicity) {
            return Stream.of(publicity.on());
        } else if (record instanceof WorkingGroup group) {
            return Stream.of(group.order().date(), group.ready()).filter(Objects::nonNull);
        } else if (record instanceof Collector collector) {
            return Stream.of(collector.briefed(), collector.registered()).filter(Objects::nonNull);
        } else if (record instanceof Cooperation cooperation) {
            return Stream.of(cooperation.on());
        } else if (record instanceof SupportVisit visit) {
            SupportVisit.Report report = visit.report();
            return report == null ? Stream.of(visit.on()) : Stream.of(visit.on(), report.on());
        }
        return Stream.empty();
    }

    /** By what a record is known: two of one kind that clash have the same. */
    static String key(FieldworkRecord record) {
        if (record instanceof DueDate date) {
            return key(date.task(), date.area(), date.level());
        } else if (record instanceof Done done) {
            return key(done.task(), done.unit());
        } else if (record instanceof Publicity publicity) {
            return publicity.area() + " " + publicity.on();
        } else if (record instanceof WorkingGroup group) {
            return group.unit() + " " + group.order().date() + " "
                    + group.order().number();
        } else if (record instanceof Appointment appointment) {
            return appointment.role() + " " + appointment.actor();
        } else if (record instanceof Collector collector) {
            return collector.actor().value();
        } else if (record instanceof Cooperation cooperation) {
            return cooperation.authority() + " " + cooperation.area();
        } else {
            SupportVisit visit = (SupportVisit) record;
            return visit.by() + " " + visit.on() + " " + visit.place();
        }
    }

    static String key(String task, AreaCode area, AreaLevel level) {
        return task + " " + area + " " + level;
    }

    static String key(String task, AreaCode unit) {
        return task + " " + unit;
    }

    /** Whether two records with one key cannot both be so. */
    static boolean clash(FieldworkRecord a, FieldworkRecord b, Territory territory) {
        if (a instanceof Appointment one && b instanceof Appointment other) {
            return one.term().overlaps(other.term())
                    && share(territory.ofOffice(one.areas()), territory.ofOffice(other.areas()));
        } else if (a instanceof Collector one && b instanceof Collector other) {
            return one.term().overlaps(other.term())
                    && share(territory.villages(one.areas()), territory.villages(other.areas()));
        } else if (a instanceof Publicity || a instanceof SupportVisit) {
            return a.equals(b);
        }
        return true;
    }

    /** Whether a member stands in a group twice: in one role on one day. */
    static boolean clash(WorkingGroup.Member a, WorkingGroup.Member b) {
        return a.actor().equals(b.actor()) && a.term().overlaps(b.term()) && share(a.roles(), b.roles());
    }

    private record Sorting(FieldworkRecord record, int kind, AreaCode area, String rest) {}

    /** Records as they are written, each once: by kind, then by area, plan dates by task. */
    static List<FieldworkRecord> sorted(Collection<? extends FieldworkRecord> records) {
        return records.stream()
                .distinct()
                .map(record -> new Sorting(record, kind(record), firstArea(record), rest(record)))
                .sorted(Comparator.comparingInt(Sorting::kind)
                        .thenComparing(Sorting::area)
                        .thenComparing(Sorting::rest))
                .map(Sorting::record)
                .toList();
    }

    private static AreaCode firstArea(FieldworkRecord record) {
        return areas(record).findFirst().orElseThrow();
    }

    /** A text that tells any two records apart which are about one area. */
    private static String rest(FieldworkRecord record) {
        // Tasks are numbers in most plans: 2 comes before 10.
        String task = record instanceof DueDate date ? date.task() : record instanceof Done done ? done.task() : "";
        String words = record instanceof SupportVisit visit ? visit.findings() + "\n" + visit.report() : "";
        return (char) task.length() + task + "\n" + key(record) + "\n" + record + words;
    }

    private static <T> boolean share(Collection<T> a, Collection<T> b) {
        return !Collections.disjoint(a, b);
    }
}
