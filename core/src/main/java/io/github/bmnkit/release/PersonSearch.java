package io.github.bmnkit.release;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.identity.NationalId;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.registry.Membership;
import io.github.bmnkit.registry.Memberships;
import io.github.bmnkit.registry.PersonQuestions;
import io.github.bmnkit.registry.RegisterId;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is kept about one person who asks for it or for its erasure (Personal Data Protection Act, B.E. 2562). The
 * person is known by national ID, or as a member of a household that the host has identified; nobody is looked for by
 * name, since names are not unique. The host streams past it all that it keeps: the responses of all rounds, drafts and
 * earlier versions too, and the rows of the registers. It belongs to one thread at a time.
 */
public final class PersonSearch {
    private final @Nullable NationalId nationalId;
    private final Set<NationalId> own = new HashSet<>();
    private final Map<RegisterId, Text> registerNames = new HashMap<>();
    private final Set<Known> known = new HashSet<>();
    private final Map<Questionnaire, ResolvedHousehold> working = new HashMap<>();
    private final List<PersonalData.Held> held = new ArrayList<>();
    private final List<Membership> memberships = new ArrayList<>();

    private record Known(HouseholdId household, int round, int member) {}

    private PersonSearch(@Nullable NationalId nationalId) {
        this.nationalId = nationalId;
        if (nationalId != null) {
            own.add(nationalId);
        }
    }

    /**
     * Starts a search by national ID.
     *
     * @param person the national ID
     * @return a search that has found nothing yet
     */
    public static PersonSearch of(NationalId person) {
        return new PersonSearch(requireNonNull(person, "person"));
    }

    /**
     * Starts a search for a member of a household, for somebody without a national ID.
     *
     * @param household the household
     * @param round the round, Buddhist Era
     * @param member the member's key
     * @return a search that has found nothing yet
     */
    public static PersonSearch of(HouseholdId household, int round, int member) {
        return new PersonSearch(null).orMember(household, round, member);
    }

    /**
     * Says that a member of a household is this person, too, before that household is added.
     *
     * @param household the household
     * @param round the round, Buddhist Era
     * @param member the member's key
     * @return this search
     */
    public PersonSearch orMember(HouseholdId household, int round, int member) {
        known.add(new Known(requireNonNull(household, "household"), round, member));
        return this;
    }

    /**
     * Looks for the person in a response: as a member, as the informant, and wherever else the national ID stands, such as
     * in a calculation that names the head.
     *
     * @param response a response
     * @param questions which questions of its form say who a member is
     * @throws IllegalArgumentException if the form does not ask these questions
     */
    public void add(HouseholdResponse response, PersonQuestions questions) {
        questions.check(response.form());
        ResolvedHousehold household = working.computeIfAbsent(response.form(), ResolvedHousehold::of);
        household.resolve(response, false, null);
        List<Integer> members = new ArrayList<>();
        List<AnswerPath> mentions = new ArrayList<>();
        for (int row = 0; row < household.members(); row++) {
            int key = household.key(row);
            boolean isKnown = known.contains(new Known(response.household(), response.round(), key));
            if (isKnown) {
                readId(household.answer(AnswerPath.of(questions.nationalId(), key)));
            }
            if (isKnown || isPerson(response, household, item(response, questions.nationalId()), row)) {
                members.add(key);
            }
        }
        for (Item item : texts(response.form())) {
            int rows = item.level() == Level.MEMBER ? household.members() : 1;
            for (int row = 0; row < rows; row++) {
                int key = item.level() == Level.MEMBER ? household.key(row) : 0;
                if (!members.contains(key) && isPerson(response, household, item, row)) {
                    mentions.add(new AnswerPath(item.name(), key));
                }
            }
        }
        if (!members.isEmpty() || !mentions.isEmpty()) {
            held.add(new PersonalData.Held(response, members, mentions));
        }
    }

    /** The ID of a known member is nothing to hide from that member. */
    private void readId(Value value) {
        if (value instanceof Value.Words words) {
            NationalId.parse(words.value()).optional().ifPresent(own::add);
        }
    }

    /**
     * Looks for the person in the registers.
     *
     * @param registers the rows of registers
     */
    public void add(Memberships registers) {
        if (nationalId != null) {
            memberships.addAll(registers.of(nationalId));
            registers.catalogue().registers().forEach(each -> registerNames.put(each.id(), each.name()));
        }
    }

    /**
     * Returns what was found so far.
     *
     * @return the person's data, which hold what they say unmasked
     */
    public PersonalData found() {
        return new PersonalData(nationalId, own, held, memberships, registerNames);
    }

    private static Item item(HouseholdResponse response, String question) {
        return response.form().item(question).orElseThrow();
    }

    private static List<Item> texts(Questionnaire form) {
        return form.items().stream()
                .filter(item -> item.hasValue() && item.symbol().type() == ValueType.TEXT)
                .toList();
    }

    /** Whether an answer is the national ID: as the form sees it, as it is stored, or as it was written. */
    private boolean isPerson(HouseholdResponse response, ResolvedHousehold household, Item item, int row) {
        if (nationalId == null) {
            return false;
        }
        AnswerPath path = new AnswerPath(item.name(), item.level() == Level.MEMBER ? household.key(row) : 0);
        return isPerson(household.frame().get(item.name(), row))
                || isPerson(household.answer(path))
                || (household.answer(path) instanceof Value.None && isWritten(response, path));
    }

    private boolean isWritten(HouseholdResponse response, AnswerPath path) {
        return response.written(path).filter(this::isPerson).isPresent();
    }

    private boolean isPerson(Value value) {
        return value instanceof Value.Words words && isPerson(words.value());
    }

    private boolean isPerson(String text) {
        Optional<NationalId> read = NationalId.parse(text).optional();
        return read.isPresent() && Objects.equals(read.get(), nationalId);
    }

    /** Shows how much was found, nothing of the person. */
    @Override
    public String toString() {
        return "PersonSearch[responses=" + held.size() + ", memberships=" + memberships.size() + "]";
    }
}
