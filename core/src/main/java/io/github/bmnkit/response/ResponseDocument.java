package io.github.bmnkit.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a response as plain values, for hosts that bind their messages with Jackson (2 or 3): in a controller, a
 * queue or a column of their own. It is what was sent, right or wrong; {@link #toResponse} says what is wrong with it.
 * Numbers with a point should be bound as {@link java.math.BigDecimal}, not as {@code double}.
 *
 * @param form the id of the form
 * @param version the version of the form
 * @param household the id of the household
 * @param round the survey round, Buddhist Era
 * @param state the name of a {@link ResponseState}
 * @param lastKey the highest key that was ever given to a member, if no member has it now
 * @param paradata how the interview came about, by the names of the parts of {@link Paradata}
 * @param answers the answers of the household, by the names of the questions
 * @param members the members, in the order of the roster; null if the form has no roster
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"form", "version", "household", "round", "state", "lastKey", "paradata", "answers", "members"})
public record ResponseDocument(
        @Nullable String form,
        @Nullable String version,
        @Nullable String household,
        @Nullable Integer round,
        @Nullable String state,
        @Nullable Integer lastKey,
        @Nullable Map<String, @Nullable Object> paradata,
        @Nullable Map<String, @Nullable Object> answers,
        @Nullable List<@Nullable Member> members) {
    /**
     * Copies the maps and the list, but not what is nested in an answer. Nothing is refused: anything may be missing.
     *
     * @param form the id of the form
     * @param version the version of the form
     * @param household the id of the household
     * @param round the survey round, Buddhist Era
     * @param state the name of a {@link ResponseState}
     * @param lastKey the highest key that was ever given to a member, if no member has it now
     * @param paradata how the interview came about
     * @param answers the answers of the household, by the names of the questions
     * @param members the members, in the order of the roster; null if the form has no roster
     */
    public ResponseDocument {
        paradata = copy(paradata);
        answers = copy(answers);
        members = members == null ? null : Collections.unmodifiableList(new ArrayList<>(members));
    }

    private static @Nullable Map<String, @Nullable Object> copy(@Nullable Map<String, @Nullable Object> map) {
        return map == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * Returns the document of a response.
     *
     * @param response the response
     * @return what {@link HouseholdResponse#toJson} writes, as values
     */
    public static ResponseDocument of(HouseholdResponse response) {
        return DocumentJson.read(response.toJson());
    }

    /**
     * Reads the document as a response, within {@link ResponseLimits#DEFAULT}.
     *
     * @param questionnaire the form that was answered
     * @return the response, if the document is one to this form, and everything found, with JSON Pointer
     */
    public Reading<HouseholdResponse> toResponse(Questionnaire questionnaire) {
        return DocumentJson.toResponse(this, questionnaire, ResponseLimits.DEFAULT);
    }

    /** Shows ids only: answers may be personal. */
    @Override
    public String toString() {
        return "ResponseDocument[" + household + ", " + form + ":" + version + ", round=" + round + ", " + state + "]";
    }

    /**
     * A member of the household.
     *
     * @param key the member's key, from 1
     * @param answers the answers of the member, by the names of the questions
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"key", "answers"})
    public record Member(@Nullable Integer key, @Nullable Map<String, @Nullable Object> answers) {
        /**
         * Copies the map, but not what is nested in an answer.
         *
         * @param key the member's key, from 1
         * @param answers the answers of the member, by the names of the questions
         */
        public Member {
            answers = copy(answers);
        }

        /** Shows the key only: answers may be personal. */
        @Override
        public String toString() {
            return "Member[" + key + "]";
        }
    }
}
