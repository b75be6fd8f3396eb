package io.github.bmnkit.registry;

import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.identity.NationalId;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the members of registers among the members of households, by national ID and nothing else. The host streams its
 * households past it, in any order and any number of parts; it keeps the national IDs of the registers, sorted, and for
 * each member who has one of them the household, the key and a number that stands for the name: some 30 bytes and the
 * household's id. It belongs to one thread at a time.
 */
public final class RegistryLinker {
    private final Memberships memberships;
    private final Questionnaire form;
    private final PersonQuestions questions;
    private final int round;
    private final long[] persons;
    private final Met met = new Met();
    private final ResolvedHousehold working;
    private long households;
    private long members;
    private long membersWithoutId;

    private RegistryLinker(
            Memberships memberships, Questionnaire form, PersonQuestions questions, int round, long[] persons) {
        this.memberships = memberships;
        this.form = form;
        this.questions = questions;
        this.round = round;
        this.persons = persons;
        this.working = ResolvedHousehold.of(form);
    }

    /**
     * Starts linking the rows of registers with the households of a round.
     *
     * @param memberships the rows
     * @param form the form that the households answer
     * @param questions which of its questions say who a member is
     * @param round the round, Buddhist Era
     * @return a linker that has met nobody yet
     * @throws IllegalArgumentException if the catalogue or the form does not hold for the round, or the form does not ask
     *     these questions
     */
    public static RegistryLinker of(Memberships memberships, Questionnaire form, PersonQuestions questions, int round) {
        if (!memberships.catalogue.holdsFor(round)) {
            throw new IllegalArgumentException(
                    "the catalogue " + memberships.catalogue.id() + " does not hold for " + round);
        }
        return demonstration(memberships, form, questions, round);
    }

    /**
     * Starts a demonstration, for which the catalogue need not hold for the round; the result then says so.
     *
     * @param memberships the rows
     * @param form the form that the households answer
     * @param questions which of its questions say who a member is
     * @param round the round, Buddhist Era
     * @return a linker that has met nobody yet
     * @throws IllegalArgumentException if the form does not hold for the round, or does not ask these questions
     */
    public static RegistryLinker demonstration(
            Memberships memberships, Questionnaire form, PersonQuestions questions, int round) {
        if (!form.holdsFor(round)) {
            throw new IllegalArgumentException("the form " + form.id() + " does not hold for " + round);
        }
        questions.check(form);
        MembershipRows rows = memberships.rows;
        long[] ids = Arrays.stream(rows.person, 0, rows.size)
                .filter(id -> id >= 0)
                .sorted()
                .distinct()
                .toArray();
        return new RegistryLinker(memberships, form, questions, round, ids);
    }

    /**
     * Returns a linker for another part of the households, such as that of another thread, that has met nobody yet.
     *
     * @return a linker, to be {@linkplain #merge merged} into this one
     */
    public RegistryLinker part() {
        return new RegistryLinker(memberships, form, questions, round, persons);
    }

    /**
     * Takes in what another linker of the same rows has met.
     *
     * @param other a linker that came from {@link #part}
     * @throws IllegalArgumentException if it links other rows or another round
     */
    public void merge(RegistryLinker other) {
        if (other == this || persons != other.persons || round != other.round) {
            throw new IllegalArgumentException("not a part of the same linking");
        }
        met.addAll(other.met);
        households += other.households;
        members += other.members;
        membersWithoutId += other.membersWithoutId;
    }

    /**
     * Looks for members of registers in a household.
     *
     * @param response what the household answered, to the form of this linker
     * @throws IllegalArgumentException if it answered another form, or is of another round
     */
    public void add(HouseholdResponse response) {
        working.resolve(response, false, null);
        add(working);
    }

    /**
     * Looks for members of registers in a household that was resolved already.
     *
     * @param household the household, seen through the form of this linker
     * @throws IllegalArgumentException if it answered another form, or is of another round
     */
    public void add(ResolvedHousehold household) {
        if (!household.form().equals(form) || household.round() != round) {
            throw new IllegalArgumentException("not a response to " + form.id() + " of round " + round);
        }
        households++;
        members += household.members();
        Frame frame = household.frame();
        int place = TextStore.EMPTY;
        for (int row = 0; row < household.members(); row++) {
            long id = id(frame, row);
            if (id < 0) {
                membersWithoutId++;
            }
            int person = id < 0 ? -1 : Arrays.binarySearch(persons, id);
            if (person >= 0) {
                place = place == TextStore.EMPTY
                        ? met.addHousehold(household.household().value())
                        : place;
                met.add(person, place, household.key(row), name(frame, row));
            }
        }
    }

    private long id(Frame frame, int row) {
        String text = text(frame, questions.nationalId(), row);
        if (text == null) {
            return MembershipRows.NO_ID;
        }
        Optional<NationalId> id = NationalId.parse(text).optional();
        return id.map(NationalId::number).orElse(MembershipRows.INVALID_ID);
    }

    private long name(Frame frame, int row) {
        String first = questions.firstName() == null ? null : text(frame, questions.firstName(), row);
        String last = questions.lastName() == null ? null : text(frame, questions.lastName(), row);
        return first == null ? NameKey.NONE : NameKey.of(first, last == null ? "" : last);
    }

    private static @Nullable String text(Frame frame, String question, int row) {
        return frame.get(question, row) instanceof Value.Words words ? words.value() : null;
    }

    /**
     * Links every row to the one member who has its national ID, or says why not. What was met stays: more households may
     * be added, and all linked anew.
     *
     * @return the links, which hold no national ID and no name
     */
    public RegistryLinks link() {
        boolean demonstration = !memberships.catalogue.holdsFor(round);
        Run run = new Run(form.id(), form.version(), round, demonstration, households, members, membersWithoutId);
        return RegistryLinks.of(memberships, persons, met.sorted(persons.length), run);
    }

    /** What was linked with. */
    record Run(
            String form,
            String version,
            int round,
            boolean demonstration,
            long households,
            long members,
            long membersWithoutId) {}

    /** Shows how many households were added. */
    @Override
    public String toString() {
        return "RegistryLinker[" + memberships + ", households=" + households + "]";
    }
}
