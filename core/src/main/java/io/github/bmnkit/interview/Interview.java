package io.github.bmnkit.interview;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.Check;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.Paradata;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.response.ResponseState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An interview at one moment. Each step, an answer or a change of the roster, gives the next interview, in which what
 * depends on it is current, and leaves this one as it is; so every step can be undone by keeping the interview before.
 *
 * <p>An answer may be of any kind: one that cannot be read, or is not allowed, is kept and is a {@link Gap}. An answer to
 * a question that becomes irrelevant is kept aside and comes back if the question is relevant again.
 */
public final class Interview {
    private final ResolvedHousehold household;
    private final Route route;
    private final Paradata paradata;
    private final List<AnswerPath> changes;

    private Interview(ResolvedHousehold household, Route route, Paradata paradata, List<AnswerPath> changes) {
        this.household = household;
        this.route = route;
        this.paradata = paradata;
        this.changes = List.copyOf(changes);
    }

    /**
     * Starts an interview without answers and members.
     *
     * @param form the form
     * @param household who is interviewed
     * @param round the survey round, Buddhist Era
     * @param today what {@code today()} means in expressions
     * @return the interview
     * @throws IllegalArgumentException if the form does not hold for the round
     */
    public static Interview start(Questionnaire form, HouseholdId household, int round, LocalDate today) {
        return resume(HouseholdResponse.builder(form, household, round).build(), today);
    }

    /**
     * Goes on with an interview that was saved, or corrects a response.
     *
     * @param saved what {@link #draft} returned, or any response
     * @param today what {@code today()} means in expressions
     * @return the interview
     */
    public static Interview resume(HouseholdResponse saved, LocalDate today) {
        ResolvedHousehold household = ResolvedHousehold.of(saved.form());
        household.resolve(saved, true, requireNonNull(today, "today"));
        return new Interview(household, new Route(saved.form()), saved.paradata(), List.of());
    }

    /**
     * Returns the form.
     *
     * @return the form
     */
    public Questionnaire form() {
        return household.form();
    }

    /**
     * Returns the keys of the members, in the order of the roster.
     *
     * @return the keys
     */
    public List<Integer> members() {
        List<Integer> keys = new ArrayList<>();
        for (int row = 0; row < household.members(); row++) {
            keys.add(household.key(row));
        }
        return List.copyOf(keys);
    }

    /**
     * Answers a question.
     *
     * @param path the question and, for a question of members, the member's key
     * @param value the value; a text is read as a value of the question's type
     * @return the next interview
     * @throws IllegalArgumentException if there is no such question or member, or the question is a calculation
     */
    public Interview answer(AnswerPath path, Value value) {
        if (path.item(form()).calculation().isPresent()) {
            throw new IllegalArgumentException("calculated, not asked: " + path);
        }
        ResolvedHousehold next = household.copy();
        return new Interview(next, route, paradata, next.answer(path, value));
    }

    /**
     * Takes an answer away.
     *
     * @param path the question and, for a question of members, the member's key
     * @return the next interview
     * @throws IllegalArgumentException if there is no such question or member
     */
    public Interview clear(AnswerPath path) {
        return answer(path, Value.of(Missing.NOT_ANSWERED));
    }

    /**
     * Notes that the informant refuses to answer.
     *
     * @param path the question and, for a question of members, the member's key
     * @return the next interview
     * @throws IllegalArgumentException if there is no such question or member
     */
    public Interview refuse(AnswerPath path) {
        return answer(path, Value.of(Missing.REFUSED));
    }

    /**
     * Notes that the informant does not know.
     *
     * @param path the question and, for a question of members, the member's key
     * @return the next interview
     * @throws IllegalArgumentException if there is no such question or member
     */
    public Interview dontKnow(AnswerPath path) {
        return answer(path, Value.of(Missing.DONT_KNOW));
    }

    /**
     * Adds a member, as the last of the roster. The key is the last of {@link #members()}.
     *
     * @return the next interview
     * @throws IllegalStateException if the form has no roster
     */
    public Interview addMember() {
        if (form().roster().isEmpty()) {
            throw new IllegalStateException("the form " + form().id() + " has no roster");
        }
        ResolvedHousehold next = household.copy();
        next.addMember();
        return after(next);
    }

    /**
     * Removes a member with all answers. The key is not given again.
     *
     * @param key the member's key
     * @return the next interview
     * @throws IllegalArgumentException if there is no such member
     */
    public Interview removeMember(int key) {
        ResolvedHousehold next = household.copy();
        next.removeMember(key);
        return after(next);
    }

    /**
     * Moves a member to another position.
     *
     * @param key the member's key
     * @param position the new position, from 1
     * @return the next interview
     * @throws IllegalArgumentException if there is no such member or position
     */
    public Interview moveMember(int key, int position) {
        ResolvedHousehold next = household.copy();
        next.moveMember(key, position);
        return after(next);
    }

    private Interview after(ResolvedHousehold next) {
        return new Interview(next, route, paradata, next.changesSince(household));
    }

    /**
     * Returns this interview with other facts about how it came about.
     *
     * @param newParadata the paradata
     * @return the next interview, in which no question changed
     */
    public Interview with(Paradata newParadata) {
        return new Interview(household, route, requireNonNull(newParadata, "newParadata"), List.of());
    }

    /**
     * Returns what the last step changed.
     *
     * @return the questions and calculations whose relevance or value is another one than before, those of a member that
     *     was added included
     */
    public List<AnswerPath> changes() {
        return changes;
    }

    /**
     * Tells whether a question is to be asked.
     *
     * @param path the question and, for a question of members, the member's key
     * @return its relevance; unknown while it depends on what is not answered yet
     * @throws IllegalArgumentException if there is no such question or member
     */
    public Truth relevance(AnswerPath path) {
        return household.relevance(path.item(form()), household.row(path));
    }

    /**
     * Returns a value as it counts now: an answer that is relevant, or what was calculated.
     *
     * @param path the question and, for a question of members, the member's key
     * @return the value, or why there is none
     * @throws IllegalArgumentException if there is no such question or member
     */
    public Value value(AnswerPath path) {
        return household.value(path);
    }

    /**
     * Returns an answer as it was given, even if it is kept aside.
     *
     * @param path the question and, for a question of members, the member's key
     * @return the answer, or why there is none
     * @throws IllegalArgumentException if there is no such question or member
     */
    public Value given(AnswerPath path) {
        return household.answer(path);
    }

    /**
     * Returns where the interview begins.
     *
     * @return the first question or note that is to be shown; empty if there is none
     */
    public Optional<AnswerPath> first() {
        List<Route.Stop> stops = route.stops(household.members());
        return seek(stops, 0, 1);
    }

    /**
     * Returns what comes after a question. Questions about members are asked of one member after the other.
     *
     * @param path a question or note and, if it is about members, the member's key
     * @return the next question or note that is to be shown; empty at the end
     * @throws IllegalArgumentException if there is no such question or member, or it is calculated
     */
    public Optional<AnswerPath> next(AnswerPath path) {
        List<Route.Stop> stops = route.stops(household.members());
        return seek(stops, stops.indexOf(stop(path)) + 1, 1);
    }

    /**
     * Returns what comes before a question.
     *
     * @param path a question or note and, if it is about members, the member's key
     * @return the question or note that is to be shown before it; empty at the beginning
     * @throws IllegalArgumentException if there is no such question or member, or it is calculated
     */
    public Optional<AnswerPath> previous(AnswerPath path) {
        List<Route.Stop> stops = route.stops(household.members());
        return seek(stops, stops.indexOf(stop(path)) - 1, -1);
    }

    private Route.Stop stop(AnswerPath path) {
        return route.stop(path.item(form()), household.row(path));
    }

    private Optional<AnswerPath> seek(List<Route.Stop> stops, int from, int step) {
        for (int i = from; i >= 0 && i < stops.size(); i += step) {
            Item item = route.item(stops.get(i));
            int row = stops.get(i).row();
            if (household.relevance(item, row) == Truth.TRUE) {
                return Optional.of(path(item, row));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns how far the interview has come.
     *
     * @return the numbers of questions
     */
    public Progress progress() {
        int answered = 0;
        int relevant = 0;
        for (Route.Stop stop : route.stops(household.members())) {
            Item item = route.item(stop);
            boolean asked =
                    item.question().type() != QuestionType.NOTE && household.relevance(item, stop.row()) == Truth.TRUE;
            if (asked) {
                relevant++;
                answered += isAnswered(path(item, stop.row())) ? 1 : 0;
            }
        }
        return new Progress(answered, relevant);
    }

    private boolean isAnswered(AnswerPath path) {
        return !(household.answer(path) instanceof Value.None none) || none.reason() != Missing.NOT_ANSWERED;
    }

    /**
     * Returns the household as its form sees it now, for those who check it.
     *
     * @return a copy of the caller's own
     */
    public ResolvedHousehold resolved() {
        return household.copy();
    }

    /**
     * Returns what stands between the interview and its completion.
     *
     * @return the gaps in the order of the interview, that of the roster first; empty if nothing is missing
     */
    public List<Gap> gaps() {
        ResolvedHousehold own = household.copy(); // checking uses registers of the frame
        List<Gap> gaps = new ArrayList<>();
        if (own.roster() == Outcome.FAIL || own.roster() == Outcome.UNDECIDED) {
            gaps.add(new Gap(AnswerPath.of(form().roster().orElseThrow().name()), Check.ROSTER));
        }
        for (Route.Stop stop : route.stops(own.members())) {
            Item item = route.item(stop);
            for (Check check : List.of(Check.TYPE, Check.CODE_LIST, Check.REQUIRED, Check.CONSTRAINT)) {
                Outcome outcome = own.check(item, check, stop.row());
                boolean due = check == Check.REQUIRED
                        && outcome == Outcome.UNDECIDED
                        && own.relevance(item, stop.row()) == Truth.TRUE;
                if (outcome == Outcome.FAIL || due) {
                    gaps.add(new Gap(path(item, stop.row()), check));
                }
            }
        }
        return List.copyOf(gaps);
    }

    /**
     * Returns the interview as it is, to be saved as {@link HouseholdResponse#toJson JSON} and resumed later. It holds
     * what was kept aside.
     *
     * @return a response of the state {@link ResponseState#DRAFT}
     */
    public HouseholdResponse draft() {
        return household
                .response()
                .edit()
                .state(ResponseState.DRAFT)
                .paradata(paradata)
                .build();
    }

    /**
     * Ends the interview, complete or not: a household may break off. Answers that were kept aside are left out; what has
     * no answer counts as left blank. Whether anything is missing, {@link #gaps()} says before.
     *
     * @return a response of the state {@link ResponseState#COLLECTED}
     */
    public HouseholdResponse finish() {
        HouseholdResponse draft = draft();
        HouseholdResponse.Builder response = draft.edit().state(ResponseState.COLLECTED);
        for (AnswerPath path : draft.answered()) {
            boolean calculated = path.item(form()).calculation().isPresent();
            if (calculated || relevance(path) == Truth.FALSE) {
                response.answer(path, Value.of(Missing.NOT_ANSWERED));
            }
        }
        return response.build();
    }

    private AnswerPath path(Item item, int row) {
        return new AnswerPath(item.name(), item.level() == Level.MEMBER ? household.key(row) : 0);
    }

    /** Shows sizes only: answers may be personal. */
    @Override
    public String toString() {
        return "Interview[" + form().id() + ", members=" + household.members() + ", " + progress() + "]";
    }
}
