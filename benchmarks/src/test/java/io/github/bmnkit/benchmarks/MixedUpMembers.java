package io.github.bmnkit.benchmarks;

import io.github.bmnkit.examples.synthetic.CleanHousehold;
import io.github.bmnkit.examples.synthetic.Person;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import java.util.List;
import java.util.Random;

/** Households in which some answers of members are other ones, or missing, so that each rule about members fails somewhere. */
final class MixedUpMembers {
    private static final List<String> CODED = List.of(
            "prefix", "sex", "occupation", "education", "relation", "health", "ability", "informant", "welfare_card");
    private static final List<String> IDS =
            List.of("1234567", "0100000000001", "0100000000003", "9100000000007", "1100100000010", "110010000001x");
    private static final List<String> NAMES = List.of("สมชาย2", "ทดสอบ", "ก", "ข");

    private final CleanHousehold household;
    private final HouseholdResponse.Builder answers;
    private final Random random;

    private MixedUpMembers(CleanHousehold household, Random random) {
        this.household = household;
        this.answers = household.response().edit();
        this.random = random;
    }

    static HouseholdResponse of(CleanHousehold household, Random random) {
        MixedUpMembers mixed = new MixedUpMembers(household, random);
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            mixed.change(household.persons().get(random.nextInt(household.size())));
        }
        return mixed.answers.build();
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private void change(Person person) {
        switch (random.nextInt(8)) {
            case 0 -> put(person, "first_name", Value.text(one(NAMES)));
            case 1 -> put(person, "last_name", Value.text(one(NAMES)));
            case 2 -> put(person, "id_card", Value.text(one(IDS)));
            case 3 ->
                put(person, "birth_date", Value.of(household.survey().minusDays(random.nextInt(125 * 365) - 365L)));
            case 4 -> welfare(person);
            case 5 -> twin(person);
            case 6 -> put(person, one(CODED), Value.of(one(List.of(Missing.values()))));
            default -> coded(person, one(CODED));
        }
    }

    private void coded(Person person, String question) {
        String list =
                household.response().form().question(question).orElseThrow().list();
        put(
                person,
                question,
                Value.code(
                        one(household.response().form().list(list).orElseThrow().codes())
                                .code()));
    }

    private void welfare(Person person) {
        switch (random.nextInt(5)) {
            case 0 -> put(person, "welfare_use", Value.codes(List.of("1", "7")));
            case 1 -> put(person, "welfare_use", Value.codes(List.of("6")));
            case 2 -> put(person, "welfare_cash", Value.codes(List.of("61", "67")));
            case 3 -> put(person, "welfare_card", Value.of(Missing.REFUSED));
            default -> put(person, "member_no", Value.of(random.nextInt(4)));
        }
    }

    /** Somebody who is as good as the same as the head. */
    private void twin(Person person) {
        for (String question : List.of("first_name", "last_name", "birth_date")) {
            Value value = random.nextInt(6) == 0
                    ? Value.of(one(List.of(Missing.values())))
                    : household.response().answer(AnswerPath.of(question, 1));
            put(person, question, value);
        }
    }

    private void put(Person person, String question, Value value) {
        answers.answer(AnswerPath.of(question, person.key()), value);
    }
}
