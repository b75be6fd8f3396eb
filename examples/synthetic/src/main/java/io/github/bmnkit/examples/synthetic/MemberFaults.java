package io.github.bmnkit.examples.synthetic;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.response.AnswerPath;
import java.util.List;
import java.util.function.Predicate;

/** Faults in the roster and in what is said of members. */
final class MemberFaults {
    private static final Value NONE = Value.of(Missing.NOT_ANSWERED);

    private MemberFaults() {}

    private static boolean isRelative(Person person) {
        return !person.role().equals("HEAD");
    }

    static void plant(PlantedFaults faults) {
        roster(faults);
        blanks(faults);
        relations(faults);
        welfareAndWork(faults);
    }

    private static void roster(PlantedFaults faults) {
        faults.add("MEM-01", MemberFaults::nobody, "MEM-03", "member:roster");
        faults.add("MEM-03", s -> s.to(MemberFaults::isRelative, "relation", Value.code(HostCodes.relation("HEAD"))));
        faults.add("MEM-05", s -> s.to(p -> true, "member_no", Value.of(9)));
        faults.add("MEM-12", s -> s.to(p -> true, "id_card", Value.text("1234567")));
        faults.add("MEM-13", s -> s.to(p -> true, "id_card", Value.text("1100100000010")));
        faults.add("MEM-15", MemberFaults::sameId);
        faults.add(
                "MEM-18",
                s -> s.to(p -> true, "birth_date", Value.of(s.household.survey().plusDays(1))));
        faults.add(
                "MEM-19",
                s -> s.count(p -> p.role().equals("PARENT")) == 0
                        && unclaimed(s)
                        && s.to(
                                p -> p.age() >= 60 && p.role().equals("HEAD"),
                                "birth_date",
                                Value.of(s.household.survey().minusYears(121))));
        faults.add("MEM-33", s -> s.to(p -> p.age() < 10, "informant", Value.code("1")));
    }

    /** Who lived alone was not written down; nothing else speaks of persons. */
    private static boolean nobody(Slip slip) {
        boolean fits = slip.size() == 1
                && slip.household.response().round() != 2563
                && slip.answer("n_members").equals(NONE);
        slip.blankAll(
                "q6_", "q7_", "q13_3_n", "q17_", "q18_", "q22_4", "q23_", "q24_", "q25_", "q19_", "q20_", "q21_", "q26",
                "q27", "q28", "q29");
        for (String none : List.of("q13_3", "q17_1", "q18_1", "q22_4_1", "q22_4_2", "q22_4_3")) {
            slip.code(none, "0");
        }
        slip.code("q24", "1").code("q25", "1").codes("q23_1", "12").remove(head(slip));
        return fits;
    }

    private static boolean unclaimed(Slip slip) {
        slip.household.persons().forEach(person -> slip.to(p -> p.equals(person), "age", NONE));
        return true;
    }

    private static boolean sameId(Slip slip) {
        Value head = slip.household.response().answer(AnswerPath.of("id_card", 1));
        return slip.to(MemberFaults::isRelative, "id_card", head);
    }

    private static void blanks(PlantedFaults faults) {
        faults.add("MEM-06", s -> s.to(MemberFaults::isRelative, "relation", NONE));
        faults.add("MEM-07", s -> s.to(p -> true, "first_name", NONE));
        faults.add("MEM-17", s -> s.to(p -> true, "birth_date", NONE));
        faults.add("MEM-21", s -> s.to(p -> true, "sex", NONE));
        faults.add("MEM-22", s -> s.to(p -> true, "occupation", NONE));
        faults.add("MEM-23", s -> s.to(p -> true, "education", NONE));
        faults.add("MEM-24", s -> s.to(p -> true, "religion", NONE));
        faults.add("MEM-25", s -> s.to(p -> true, "health", NONE));
        faults.add("MEM-26", s -> s.to(p -> true, "ability", NONE));
    }

    private static void relations(PlantedFaults faults) {
        faults.add("REL-03", s -> relate(s, p -> p.age() < 13, "SPOUSE"));
        faults.add("REL-07", s -> relate(s, p -> p.age() >= head(s).age(), "CHILD"));
        faults.add("REL-11", s -> relate(s, p -> p.age() <= head(s).age(), "PARENT"));
        faults.add("REL-14", s -> relate(s, p -> p.age() >= head(s).age(), "GRANDCHILD"));
    }

    private static boolean relate(Slip slip, Predicate<Person> so, String role) {
        return slip.to(so.and(MemberFaults::isRelative), "relation", Value.code(HostCodes.relation(role)));
    }

    private static Person head(Slip slip) {
        return slip.household.persons().get(0);
    }

    private static void welfareAndWork(PlantedFaults faults) {
        faults.add("WEL-04", s -> s.to(p -> !p.card(), "welfare_use", Value.codes(List.of("1"))));
        faults.add("WEL-05", s -> s.to(p -> !p.card(), "welfare_cash", Value.codes(List.of("61"))));
        faults.add("WEL-06", s -> s.to(p -> p.card(), "welfare_use", Value.codes(List.of("6", "7"))));
        faults.add("OCC-03", s -> s.to(p -> p.age() < 7, "occupation", Value.code(HostCodes.occupation("FARM"))));
    }
}
