package io.github.bmnkit.release;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.identity.NationalId;
import io.github.bmnkit.registry.Membership;
import io.github.bmnkit.registry.RegisterId;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.Attachment;
import io.github.bmnkit.response.HouseholdResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about one person. {@link #toJson} and {@link #toHtml} hold it unmasked, for the person; nothing else of
 * this type shows any of it. Answers of other members are not in it, and the national IDs of others are masked; answers
 * about the household as a whole are, since they are about the person, too.
 */
public final class PersonalData {
    private final @Nullable NationalId nationalId;
    private final List<Held> held;
    private final List<Membership> memberships;
    private final Set<NationalId> own;
    private final Map<RegisterId, Text> registerNames;

    PersonalData(
            @Nullable NationalId nationalId,
            Set<NationalId> own,
            List<Held> held,
            List<Membership> memberships,
            Map<RegisterId, Text> registerNames) {
        this.nationalId = nationalId;
        this.own = Set.copyOf(own);
        this.held = List.copyOf(held);
        this.memberships = List.copyOf(memberships);
        this.registerNames = Map.copyOf(registerNames);
    }

    HeldAnswers answers(Held each) {
        return new HeldAnswers(each.response(), own);
    }

    Text name(RegisterId register) {
        return registerNames.getOrDefault(register, Text.of(register.value(), register.value()));
    }

    /**
     * A response that has something about the person.
     *
     * @param response the response
     * @param members the keys of the members who are the person; empty if the person is only mentioned
     * @param mentions where else the national ID stands
     */
    public record Held(HouseholdResponse response, List<Integer> members, List<AnswerPath> mentions) {
        /**
         * Copies the lists.
         *
         * @param response the response
         * @param members the keys of the members who are the person; empty if the person is only mentioned
         * @param mentions where else the national ID stands
         */
        public Held {
            requireNonNull(response, "response");
            members = List.copyOf(members);
            mentions = List.copyOf(mentions);
        }

        /**
         * Tells whether the person answered for the household.
         *
         * @return true if the paradata name one of the members as the informant
         */
        public boolean isInformant() {
            Integer informant = response.paradata().informant();
            return informant != null && members.contains(informant);
        }
    }

    /**
     * A photograph, signature or other file that a response refers to; the file itself stays with the host.
     *
     * @param household the household
     * @param round the round, Buddhist Era
     * @param path the question and, for a question of members, the member's key
     * @param attachment which file it is
     */
    public record File(HouseholdId household, int round, AnswerPath path, Attachment attachment) {
        /**
         * Checks that every part is there.
         *
         * @param household the household
         * @param round the round, Buddhist Era
         * @param path the question and, for a question of members, the member's key
         * @param attachment which file it is
         */
        public File {
            requireNonNull(household, "household");
            requireNonNull(path, "path");
            requireNonNull(attachment, "attachment");
        }
    }

    /**
     * Returns the national ID that was looked for.
     *
     * @return the ID; empty if the person was looked for as a member of a household
     */
    public Optional<NationalId> nationalId() {
        return Optional.ofNullable(nationalId);
    }

    /**
     * Returns the responses that have something about the person.
     *
     * @return the responses, in the order in which they were added
     */
    public List<Held> responses() {
        return held;
    }

    /**
     * Returns the rows of registers that have the person's national ID.
     *
     * @return the rows
     */
    public List<Membership> memberships() {
        return memberships;
    }

    /**
     * Tells whether all that was found can be of one person. It cannot if, in one round, members of several households or
     * several members of one have the national ID: then somebody looks before anything is handed out or erased.
     *
     * @return false if that is so
     */
    public boolean isOfOnePerson() {
        Map<Integer, Set<AnswerPath>> byRound = new HashMap<>();
        for (Held each : held) {
            Set<AnswerPath> found = byRound.computeIfAbsent(each.response().round(), round -> new HashSet<>());
            each.members()
                    .forEach(key ->
                            found.add(new AnswerPath(each.response().household().value(), key)));
        }
        return byRound.values().stream().allMatch(found -> found.size() <= 1);
    }

    /**
     * Returns the files to which the person's answers refer.
     *
     * @return the files of the members who are the person
     */
    public List<File> files() {
        return held.stream()
                .flatMap(each -> each.members().stream().flatMap(key -> answers(each).files(key).stream()))
                .toList();
    }

    /**
     * Returns the files of the person's households, such as a photograph of the house or the signature of the informant:
     * the SDK cannot see whom they show.
     *
     * @return the files of the households in which the person is a member
     */
    public List<File> householdFiles() {
        return held.stream()
                .filter(each -> !each.members().isEmpty())
                .flatMap(each -> answers(each).files(0).stream())
                .toList();
    }

    /**
     * Writes all of it as JSON, for the person or for a system of the person's choice. It holds personal data.
     *
     * @return the document
     */
    public String toJson() {
        return PersonalDataJson.write(this);
    }

    /**
     * Writes all of it for the person to read. It holds personal data.
     *
     * @param locale Thai, or else English
     * @return a page of HTML
     */
    public String toHtml(Locale locale) {
        return PersonalDataHtml.write(this, locale);
    }

    /**
     * Works out what must be done to erase it. Nothing is erased here: the host does what the plan says.
     *
     * @param way whether one member's answers go, or the whole household's
     * @return what to delete and what to replace
     */
    public ErasurePlan erasure(ErasurePlan.Way way) {
        return ErasurePlan.of(this, requireNonNull(way, "way"));
    }

    /** Shows how much was found, nothing of the person. */
    @Override
    public String toString() {
        return "PersonalData[responses=" + held.size() + ", memberships=" + memberships.size() + "]";
    }
}
