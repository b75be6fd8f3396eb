package io.github.bmnkit.examples.synthetic;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A clean household that is being spoilt. */
final class Slip {
    final CleanHousehold household;
    private final HouseholdResponse.Builder answers;

    Slip(CleanHousehold household) {
        this.household = household;
        this.answers = household.response().edit();
    }

    int size() {
        return household.size();
    }

    int count(Predicate<Person> so) {
        return household.count(so);
    }

    Optional<Person> person(Predicate<Person> so) {
        return household.persons().stream().filter(so).findFirst();
    }

    /** Does something to the first member who is so; false if nobody is. */
    boolean to(Predicate<Person> so, String name, Value value) {
        person(so).ifPresent(person -> answers.answer(AnswerPath.of(name, person.key()), value));
        return person(so).isPresent();
    }

    Value answer(String name) {
        return household.response().answer(AnswerPath.of(name));
    }

    boolean is(String name, String code) {
        return answer(name).equals(Value.code(code));
    }

    Slip put(String name, long number) {
        answers.answer(AnswerPath.of(name), Value.of(number));
        return this;
    }

    Slip code(String name, String code) {
        answers.answer(AnswerPath.of(name), Value.code(code));
        return this;
    }

    Slip codes(String name, String... codes) {
        answers.answer(AnswerPath.of(name), Value.codes(List.of(codes)));
        return this;
    }

    Slip value(String name, Value value) {
        answers.answer(AnswerPath.of(name), value);
        return this;
    }

    Slip text(String name, String text) {
        return value(name, Value.text(text));
    }

    /** Takes answers of the household away. */
    Slip blank(String... names) {
        for (String name : names) {
            value(name, Value.of(Missing.NOT_ANSWERED));
        }
        return this;
    }

    /** Takes away all answers of the household whose names begin so. */
    Slip blankAll(String... starts) {
        for (AnswerPath path : household.response().answered()) {
            for (String start : starts) {
                if (path.member() == 0 && path.question().startsWith(start)) {
                    blank(path.question());
                }
            }
        }
        return this;
    }

    /** Removes a member. */
    Slip remove(Person person) {
        answers.removeMember(person.key());
        return this;
    }

    boolean done() {
        return true;
    }

    HouseholdResponse response() {
        return answers.build();
    }
}
