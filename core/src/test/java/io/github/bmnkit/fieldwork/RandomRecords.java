package io.github.bmnkit.fieldwork;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.LocalAuthorityCode;
import io.github.bmnkit.area.LocalAuthorityKind;
import io.github.bmnkit.area.LocalAuthorityPart;
import io.github.bmnkit.fieldwork.ActionPlan.Task;
import io.github.bmnkit.fieldwork.FieldworkRecord.Cooperation;
import io.github.bmnkit.fieldwork.FieldworkRecord.Done;
import io.github.bmnkit.fieldwork.FieldworkRecord.DueDate;
import io.github.bmnkit.fieldwork.FieldworkRecord.Publicity;
import io.github.bmnkit.fieldwork.WorkingGroup.Member;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Made-up records over a register, crowded into few people and few days, so that they meet. */
final class RandomRecords {
    static final LocalDate FIRST = LocalDate.of(2025, 12, 1);
    static final int DAYS = 12;

    private final AreaRegister register;
    private final SplittableRandom random;
    private final List<AreaCode> units = new ArrayList<>();
    private final List<AreaCode> areas = new ArrayList<>();

    RandomRecords(AreaRegister register, SplittableRandom random) {
        this.register = register;
        this.random = random;
        AreaTree certifying = register.tree(AreaView.CERTIFYING);
        for (AreaLevel level : AreaLevel.values()) {
            if (level != AreaLevel.COUNTRY) {
                units.addAll(certifying.areas(level));
            }
        }
        areas.addAll(units);
        areas.addAll(register.tree(AreaView.ADMINISTRATIVE).areas(AreaLevel.TAMBON));
    }

    List<FieldworkRecord> some(int count) {
        List<FieldworkRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(one());
        }
        return records;
    }

    <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    AreaCode unit() {
        return any(units);
    }

    AreaCode area() {
        return any(areas);
    }

    ActorId actor() {
        return ActorId.of("u-" + random.nextInt(4));
    }

    LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private @Nullable LocalDate dayOrNot() {
        return random.nextInt(4) == 0 ? null : day();
    }

    private Term term() {
        LocalDate start = day();
        return random.nextInt(4) == 0 ? Term.from(start) : Term.of(start, start.plusDays(1 + random.nextInt(DAYS)));
    }

    RoleId role() {
        return any(Roles.bmn2569().all()).id();
    }

    private FieldworkRecord one() {
        return switch (random.nextInt(8)) {
            case 0 -> dueDate();
            case 1 -> done();
            case 2 -> new Publicity(area(), day(), "หอกระจายข่าว");
            case 3 -> group();
            case 4 -> new Appointment(actor(), role(), new HashSet<>(List.of(area(), area())), term());
            case 5 -> collector();
            case 6 -> cooperation();
            default -> visit();
        };
    }

    private FieldworkRecord dueDate() {
        Task task = any(Records.BASIS.plan().tasks());
        AreaLevel level = any(task.duties()).level();
        AreaCode area = area();
        return new DueDate(task.id(), area, level, day());
    }

    private FieldworkRecord done() {
        Task task = any(Records.BASIS.plan().tasks());
        return new Done(task.id(), area(), day(), actor());
    }

    private FieldworkRecord group() {
        List<Member> members = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            members.add(new Member(actor(), new HashSet<>(List.of(role(), role())), term()));
        }
        WorkingGroup.Order order = new WorkingGroup.Order(random.nextInt(3) + "/2568", day(), "อำเภอ");
        return new WorkingGroup(unit(), order, dayOrNot(), members);
    }

    private FieldworkRecord collector() {
        Set<AreaCode> where = new HashSet<>();
        while (where.isEmpty() || random.nextInt(3) == 0) {
            AreaCode area = area();
            if (area.level() == AreaLevel.VILLAGE
                    || area.level() == AreaLevel.TAMBON
                    || area.level() == AreaLevel.LOCAL_AUTHORITY) {
                where.add(area);
            }
        }
        return new Collector(actor(), where, term(), dayOrNot(), dayOrNot());
    }

    private FieldworkRecord cooperation() {
        AreaCode area = area();
        if (area instanceof LocalAuthorityPart part) {
            LocalAuthorityKind kind = register.kind(part.authority());
            return new Cooperation(part.authority(), kind, area, day(), random.nextBoolean(), "สถานที่");
        }
        return new Cooperation(
                LocalAuthorityCode.of("PAO"), LocalAuthorityKind.PROVINCIAL_ADMINISTRATION, area, day(), false, "รถ");
    }

    private FieldworkRecord visit() {
        AreaCode by = any(register.tree(AreaView.CERTIFYING).areas(AreaLevel.PROVINCE));
        LocalDate on = day();
        return new SupportVisit(
                by,
                area(),
                on,
                random.nextBoolean() ? List.of() : List.of("ข้อ \"หนึ่ง\"", "ข้อสอง"),
                random.nextBoolean()
                        ? null
                        : new SupportVisit.Report("ผู้บังคับบัญชา", on.plusDays(random.nextInt(3))));
    }
}
