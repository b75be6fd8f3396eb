package io.github.bmnkit.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.fieldwork.Role;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.identity.NationalId;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.testing.Identities;
import io.github.bmnkit.testing.People;
import io.github.bmnkit.testing.Registers;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A made-up district with registers and households, small enough that everything that can happen does. */
final class RegistryWorld {
    static final AreaTree AREAS = Registers.read(Registers.HEADER
                    + "36010101,บ้านหนึ่ง,360101,ตำบลหนึ่ง,3601,อำเภอหนึ่ง,36,A1,องค์กร,อบต.,10,13\n"
                    + "36010102,บ้านสอง,360101,ตำบลหนึ่ง,3601,อำเภอหนึ่ง,36,A1,องค์กร,อบต.,10,13\n"
                    + "36010201,บ้านสาม,360102,ตำบลสอง,3601,อำเภอหนึ่ง,36,A1,องค์กร,อบต.,10,13\n")
            .value()
            .tree(AreaView.ADMINISTRATIVE);

    static final RegisterId SAVINGS = RegisterId.of("savings-group");
    static final RegisterId LEADERS = RegisterId.of("community-leader");

    /** With roles that the host gives: chair and treasurer exclude one another. */
    static final RegisterCatalogue CATALOGUE = RegisterCatalogue.bmn2569()
            .with(RegisterCatalogue.bmn2569()
                    .find(SAVINGS)
                    .orElseThrow()
                    .withRoles(
                            List.of(role("chair", "ประธาน"), role("treasurer", "เหรัญญิก"), role("member", "สมาชิก")),
                            List.of(Set.of(RoleId.of("chair"), RoleId.of("treasurer")))));

    static final Questionnaire FORM = People.FORM;

    static final PersonQuestions QUESTIONS = new PersonQuestions("pid", "given", "family");
    static final String HEADER = "register,group,area,national_id,title,first_name,last_name,role,from,until\n";
    static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    static final int DAYS = 6;

    private static final List<String> VILLAGES = List.of("36010101", "36010102", "36010201", "360101", "3601");
    private static final List<String> NAMES = List.of("สมชาย", "สมหญิง", "บุญมี");

    /** A row as it is written, and what the test knows of it. */
    record Row(String register, String group, String area, int person, String first, String role, int from, int until) {
        static final int NO_ID = -1;
        static final int WRONG_ID = -2;

        boolean isRejected() {
            return from >= until;
        }

        String csv() {
            String id = person == NO_ID
                    ? ""
                    : person == WRONG_ID ? "1-2345-67890-12-0" : id(person).digits();
            return String.join(
                            ",",
                            register,
                            group,
                            area,
                            id,
                            first.isEmpty() ? "" : "นาย",
                            first,
                            first.isEmpty() ? "" : "ทดสอบ",
                            role,
                            from < 0 ? "" : DAY.plusDays(from).toString(),
                            until > DAYS ? "" : DAY.plusDays(until).toString())
                    + "\n";
        }

        boolean isOn(int day) {
            return from <= day && day < until;
        }

        boolean overlaps(Row other) {
            for (int day = -1; day <= DAYS; day++) {
                if (isOn(day) && other.isOn(day)) {
                    return true;
                }
            }
            return false;
        }

        boolean sameGroup(Row other) {
            return register.equals(other.register) && area.equals(other.area) && group.equals(other.group);
        }
    }

    /** A member of a household as the test knows it. */
    record Member(String household, int key, int person, String first) {}

    final List<Row> rows = new ArrayList<>();
    final List<Member> members = new ArrayList<>();
    final List<HouseholdResponse> households = new ArrayList<>();

    private RegistryWorld() {}

    static RegistryWorld random(Random random) {
        return of(1 + random.nextInt(8), false, random);
    }

    /** Few persons in few groups, so that many rows are of one group. */
    static RegistryWorld crowded(Random random) {
        return of(1 + random.nextInt(2), true, random);
    }

    private static RegistryWorld of(int persons, boolean crowded, Random random) {
        RegistryWorld world = new RegistryWorld();
        int rows = random.nextInt(crowded ? 24 : 16);
        for (int i = 0; i < rows; i++) {
            boolean savings = random.nextInt(crowded ? 4 : 2) > 0;
            int from = random.nextInt(DAYS + 1) - 1;
            world.rows.add(new Row(
                    (savings ? SAVINGS : LEADERS).value(),
                    random.nextInt(crowded ? 9 : 3) == 0 ? "ก" : "",
                    VILLAGES.get(random.nextInt(crowded ? 2 : VILLAGES.size())),
                    crowded ? random.nextInt(persons) : random.nextInt(persons + 2) - 2,
                    random.nextInt(3) == 0 ? "" : NAMES.get(random.nextInt(NAMES.size())),
                    savings ? List.of("", "chair", "treasurer", "member").get(random.nextInt(4)) : "",
                    from,
                    random.nextInt(4) == 0 ? DAYS + 1 : random.nextInt(DAYS + 1)));
        }
        int count = 1 + random.nextInt(5);
        for (int h = 0; h < count; h++) {
            world.household("H-" + h, persons, random);
        }
        return world;
    }

    private void household(String id, int persons, Random random) {
        HouseholdResponse.Builder response = HouseholdResponse.builder(FORM, HouseholdId.of(id), 2569);
        int size = 1 + random.nextInt(3);
        for (int m = 0; m < size; m++) {
            int last = members.isEmpty() ? 0 : members.get(members.size() - 1).person();
            int person = random.nextInt(4) == 0 ? last : random.nextInt(persons + 1) - 1;
            String first = random.nextInt(4) == 0 ? "" : NAMES.get(random.nextInt(NAMES.size()));
            int key = response.addMember();
            members.add(new Member(id, key, person, first));
            if (person >= 0) {
                response.answer(AnswerPath.of("pid", key), Value.text(id(person).digits()));
            }
            if (!first.isEmpty()) {
                response.answer(AnswerPath.of("given", key), Value.text(first));
                response.answer(AnswerPath.of("family", key), Value.text("ทดสอบ"));
            }
        }
        households.add(response.build());
    }

    String csv() {
        StringBuilder csv = new StringBuilder(HEADER);
        rows.forEach(row -> csv.append(row.csv()));
        return csv.toString();
    }

    Reading<Memberships> read() {
        return read(csv());
    }

    static Reading<Memberships> read(String csv) {
        return Memberships.readCsv("a.csv", new ByteArrayInputStream(csv.getBytes(UTF_8)), CATALOGUE, AREAS);
    }

    static RegistryLinker linker(Memberships memberships) {
        return RegistryLinker.of(memberships, FORM, QUESTIONS, 2569);
    }

    static NationalId id(int person) {
        return Identities.withCheckDigit(310_000_000_000L + person);
    }

    private static Role role(String id, String th) {
        return new Role(RoleId.of(id), Text.of(th, id));
    }
}
