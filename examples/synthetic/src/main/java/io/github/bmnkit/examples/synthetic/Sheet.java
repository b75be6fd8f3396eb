package io.github.bmnkit.examples.synthetic;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.Attachment;
import io.github.bmnkit.response.HouseholdResponse;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** The sheet of answers that one household gets filled in, at random within what is in order. */
final class Sheet {
    final List<Person> persons;
    final int round;
    private final HouseholdResponse.Builder answers;
    private final Random random;

    Sheet(HouseholdResponse.Builder answers, int round, List<Person> persons, Random random) {
        this.answers = answers;
        this.round = round;
        this.persons = persons;
        this.random = random;
    }

    int count(Predicate<Person> so) {
        return (int) persons.stream().filter(so).count();
    }

    int between(int min, int max) {
        return min + random.nextInt(max - min + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    long put(String name, long number) {
        answers.answer(AnswerPath.of(name), Value.of(number));
        return number;
    }

    void text(String name, String text) {
        answers.answer(AnswerPath.of(name), Value.text(text));
    }

    void value(String name, Value value) {
        answers.answer(AnswerPath.of(name), value);
    }

    boolean code(String name, boolean yes) {
        code(name, yes ? "1" : "0");
        return yes;
    }

    void code(String name, String code) {
        answers.answer(AnswerPath.of(name), Value.code(code));
    }

    void codes(String name, List<String> codes) {
        answers.answer(AnswerPath.of(name), Value.codes(codes));
    }

    void of(Person person, String name, Value value) {
        answers.answer(AnswerPath.of(name, person.key()), value);
    }

    void signature(String name) {
        text(name, new Attachment("0123456789abcdef".repeat(4), between(1, 90_000), "image/png").toString());
    }

    /**
     * Says that all of a group are so, or how many are not.
     *
     * @return how many are not
     */
    int allOr(String name, String number, int group, int percentAll) {
        if (code(name, chance(percentAll))) {
            return 0;
        }
        return (int) put(number, between(1, group));
    }

    HouseholdResponse response() {
        return answers.build();
    }
}
