package io.github.bmnkit.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.identity.NationalId;
import io.github.bmnkit.registry.PersonQuestions;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.People;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is found, exported and erased, against a search through the text of the documents. */
class PersonSearchProperties {
    private static final PersonQuestions QUESTIONS = new PersonQuestions("pid", "given", "family");
    private static final int PERSONS = 4;

    private static List<HouseholdResponse> households(Random random) {
        List<HouseholdResponse> all = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int h = 0; h < count; h++) {
            all.add(People.household("H-" + h, PERSONS, random));
        }
        return all;
    }

    private static PersonalData search(NationalId person, List<HouseholdResponse> households) {
        PersonSearch search = PersonSearch.of(person);
        households.forEach(household -> search.add(household, QUESTIONS));
        return search.found();
    }

    /** Naive: a document is about a person if it holds the digits, with hyphens or without. */
    private static boolean mentions(HouseholdResponse response, NationalId person) {
        return response.toJson().replace("-", "").contains(person.digits());
    }

    @Property(tries = 1_500)
    void everyResponseThatHoldsTheNationalIdAnywhereIsFoundAndNoOther(@ForAll long seed) {
        Random random = new Random(seed);
        List<HouseholdResponse> households = households(random);
        NationalId person = People.id(random.nextInt(PERSONS));
        PersonalData data = search(person, households);
        assertThat(data.responses().stream().map(PersonalData.Held::response).toList())
                .isEqualTo(households.stream()
                        .filter(each -> mentions(each, person))
                        .toList());
        boolean mentioned = false;
        boolean hidden = false;
        for (PersonalData.Held held : data.responses()) {
            HouseholdResponse response = held.response();
            for (int key : response.members()) {
                Value id = response.answer(AnswerPath.of("pid", key));
                boolean same = id instanceof Value.Words words
                        && words.value().replace("-", "").equals(person.digits());
                assertThat(held.members().contains(key)).isEqualTo(same);
            }
            mentioned |= !held.mentions().isEmpty();
            hidden |= held.mentions().stream()
                    .anyMatch(path -> path.question().equals("guardian")
                            && response.answer(AnswerPath.of("given", path.member())) instanceof Value.None);
            assertThat(held.isInformant())
                    .isEqualTo(response.paradata().informant() != null
                            && held.members().contains(response.paradata().informant()));
        }
        Cases.met(
                "as a member",
                data.responses().stream().anyMatch(held -> !held.members().isEmpty()));
        Cases.met("mentioned", mentioned);
        Cases.met("in an answer kept aside", hidden);
        Cases.met("as the informant", data.responses().stream().anyMatch(PersonalData.Held::isInformant));
        Cases.met("not of one person", !data.isOfOnePerson());
    }

    @Property
    void afterTheErasureNothingIsFoundAndWhatIsOfOthersStays(@ForAll long seed) {
        Random random = new Random(seed);
        List<HouseholdResponse> households = households(random);
        NationalId person = People.id(random.nextInt(PERSONS));
        ErasurePlan.Way way = random.nextBoolean() ? ErasurePlan.Way.MEMBER : ErasurePlan.Way.HOUSEHOLD;
        PersonalData data = search(person, households);
        ErasurePlan plan = data.erasure(way);
        Map<HouseholdId, HouseholdResponse> kept = new HashMap<>();
        households.forEach(each -> kept.put(each.household(), each));
        plan.deletions().forEach(each -> kept.remove(each.household()));
        plan.corrections().forEach(each -> kept.put(each.corrected().household(), each.corrected()));

        assertThat(search(person, List.copyOf(kept.values())).responses()).isEmpty();
        assertThat(kept.values()).noneMatch(each -> mentions(each, person));
        for (PersonalData.Held held : data.responses()) {
            HouseholdResponse before = held.response();
            HouseholdResponse after = kept.get(before.household());
            boolean alone = held.members().equals(before.members());
            boolean gone = !held.members().isEmpty() && (alone || way == ErasurePlan.Way.HOUSEHOLD);
            assertThat(after == null).isEqualTo(gone);
            if (after != null) {
                assertThat(after.answered())
                        .isEqualTo(before.answered().stream()
                                .filter(path -> !held.members().contains(path.member())
                                        && !held.mentions().contains(path))
                                .toList());
                assertThat(after.answered()).allMatch(path -> after.answer(path).equals(before.answer(path)));
                assertThat(after.lastKey()).isEqualTo(before.lastKey());
                Integer informant = before.paradata().informant();
                assertThat(after.paradata().informant()).isEqualTo(held.isInformant() ? null : informant);
            }
        }
        assertThat(plan.files()).containsAll(data.files());
        assertThat(plan.filesToReview()).noneMatch(plan.files()::contains);
        Cases.met(
                "a member goes",
                plan.corrections().stream().anyMatch(each -> !each.members().isEmpty()));
        Cases.met(
                "an answer of others goes",
                plan.corrections().stream().anyMatch(each -> !each.cleared().isEmpty()));
        Cases.met("a household goes", !plan.deletions().isEmpty());
        Cases.met("files go", !plan.files().isEmpty());
        Cases.met("files to look at", !plan.filesToReview().isEmpty());
    }

    @Property
    void theExportHoldsAllOfThePersonAndNothingOfOthersAndWhatIsLoggedHoldsNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<HouseholdResponse> households = households(random);
        NationalId person = People.id(random.nextInt(PERSONS));
        PersonalData data = search(person, households);
        String json = data.toJson();
        String html = data.toHtml(Text.THAI) + data.toHtml(Locale.ENGLISH);
        ErasurePlan plan = data.erasure(ErasurePlan.Way.MEMBER);
        String logged = data + " " + plan + plan.steps(Text.THAI) + plan.steps(Locale.ENGLISH) + data.responses()
                + plan.corrections() + plan.deletions();
        boolean others = false;
        for (PersonalData.Held held : data.responses()) {
            HouseholdResponse response = held.response();
            for (AnswerPath path : response.answered()) {
                String said = ((Value.Words) response.answer(path)).value();
                boolean own = held.members().contains(path.member());
                boolean name =
                        path.question().equals("given") || path.question().equals("family");
                if (own && name) {
                    assertThat(json).contains("\"" + said + "\"");
                    assertThat(html).contains(">" + said + "<");
                    assertThat(logged).doesNotContain(said);
                }
                boolean pid =
                        !path.question().equals("portrait") && !path.question().equals("house") && !name;
                String digits = said.replace("-", "");
                if (pid && !own && !digits.equals(person.digits())) {
                    others = true;
                    assertThat(json).doesNotContain(digits);
                    assertThat(html).doesNotContain(digits);
                }
            }
        }
        assertThat(json).contains(person.digits());
        assertThat(logged).doesNotContain(person.digits()).doesNotContain(person.formatted());
        String names = data.responses().stream()
                .flatMap(held -> held.response().members().stream()
                        .filter(key -> !held.members().contains(key))
                        .map(key -> held.response().answer(AnswerPath.of("family", key))))
                .filter(Value.Words.class::isInstance)
                .map(value -> ((Value.Words) value).value())
                .filter(name -> !json.contains("\"" + name + "\""))
                .collect(Collectors.joining(","));
        Cases.met("IDs of others", others);
        Cases.met("names of others left out", !names.isEmpty());
    }
}
