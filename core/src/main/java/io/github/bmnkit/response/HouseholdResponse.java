package io.github.bmnkit.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Migration;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one household answered to a form in a round: its answers, those of its members, and how the interview came about.
 * It is kept as canonical bytes, about 0.7 KB for four members, in which the same answers are the same bytes; the
 * fingerprint is a digest of them. An answer that cannot be read is kept as it was written. A value that the document has
 * for a calculation is kept as a claim.
 */
public final class HouseholdResponse {
    private final Questionnaire form;
    private final HouseholdId household;
    private final ResponseState state;
    private final int round;
    private final int lastKey;
    private final byte[] bytes;
    private final byte[] paradata;

    private HouseholdResponse(
            Questionnaire form,
            HouseholdId household,
            ResponseState state,
            int round,
            int lastKey,
            byte[] bytes,
            byte[] paradata) {
        this.form = form;
        this.household = household;
        this.state = state;
        this.round = round;
        this.lastKey = lastKey;
        this.bytes = bytes;
        this.paradata = paradata;
    }

    static HouseholdResponse of(
            Answers answers, HouseholdId household, int round, ResponseState state, int lastKey, Paradata paradata) {
        return new HouseholdResponse(
                answers.form,
                household,
                state,
                round,
                Math.max(lastKey, answers.highestKey()),
                Packer.pack(answers),
                ParadataPacker.pack(paradata));
    }

    /**
     * Reads a response from JSON, within {@link ResponseLimits#DEFAULT}.
     *
     * @param form the form that was answered
     * @param json the document, UTF-8; read to its end and not closed
     * @return the response, if the document holds one to this form, and everything found, with JSON Pointer and byte offset
     */
    public static Reading<HouseholdResponse> read(Questionnaire form, InputStream json) {
        return read(form, json, ResponseLimits.DEFAULT);
    }

    /**
     * Reads a response from JSON.
     *
     * @param form the form that was answered
     * @param json the document, UTF-8; read to its end and not closed
     * @param limits how much is read before the document is refused
     * @return the response, if the document holds one to this form, and everything found, with JSON Pointer and byte offset
     */
    public static Reading<HouseholdResponse> read(Questionnaire form, InputStream json, ResponseLimits limits) {
        return ResponseReader.readOne(requireNonNull(form, "form"), limits, requireNonNull(json, "json"));
    }

    /**
     * Reads a response from JSON, within {@link ResponseLimits#DEFAULT}.
     *
     * @param form the form that was answered
     * @param json the document
     * @return the response, if the document holds one to this form, and everything found, with JSON Pointer and the byte
     *     offset that it has in UTF-8
     */
    public static Reading<HouseholdResponse> read(Questionnaire form, String json) {
        return read(form, new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    /**
     * Starts a response without answers and members, of the state {@link ResponseState#COLLECTED}.
     *
     * @param form the form that was answered
     * @param household whose answers they are
     * @param round the survey round, Buddhist Era
     * @return a builder
     * @throws IllegalArgumentException if the form does not hold for the round
     */
    public static Builder builder(Questionnaire form, HouseholdId household, int round) {
        return new Builder(
                new Answers(requireNonNull(form, "form")), household, round, ResponseState.COLLECTED, 0, Paradata.NONE);
    }

    /**
     * Returns the form that was answered.
     *
     * @return the form
     */
    public Questionnaire form() {
        return form;
    }

    /**
     * Returns whose answers they are.
     *
     * @return the id of the household
     */
    public HouseholdId household() {
        return household;
    }

    /**
     * Returns the survey round.
     *
     * @return the year, Buddhist Era
     */
    public int round() {
        return round;
    }

    /**
     * Returns how far the answers have come.
     *
     * @return the state
     */
    public ResponseState state() {
        return state;
    }

    /**
     * Returns how the interview came about.
     *
     * @return the paradata
     */
    public Paradata paradata() {
        return ParadataPacker.unpack(paradata);
    }

    /**
     * Returns the keys of the members, in the order of the roster.
     *
     * @return the keys
     */
    public List<Integer> members() {
        Answers answers = answers();
        return Arrays.stream(answers.keys, 0, answers.members).boxed().toList();
    }

    /**
     * Returns the highest key that was ever given to a member; the next member gets the one after it.
     *
     * @return the key; 0 if there never was a member
     */
    public int lastKey() {
        return lastKey;
    }

    /**
     * Returns an answer as it is stored: whether or not the question was to be asked, and for a calculation what the
     * document claims. What the form makes of it, {@link ResolvedHousehold} says.
     *
     * @param path the question and, for a question of members, the member's key
     * @return the value, {@link Missing#NOT_ANSWERED} if there is none, {@link Missing#INVALID} if it cannot be read
     * @throws IllegalArgumentException if there is no such question, or no such member
     */
    public Value answer(AnswerPath path) {
        Answers answers = answers();
        Item item = path.itemWithValue(form);
        return Answering.stored(answers, answers.at(item, row(answers, path)), item);
    }

    /**
     * Returns what was written in place of an answer that cannot be read. It may be personal.
     *
     * @param path the question and, for a question of members, the member's key
     * @return the writing; empty if the answer can be read, or is missing
     * @throws IllegalArgumentException if there is no such question, or no such member
     */
    public Optional<String> written(AnswerPath path) {
        Answers answers = answers();
        int at = answers.at(path.itemWithValue(form), row(answers, path));
        return answers.states[at] == Answers.INVALID ? Optional.ofNullable(answers.texts[at]) : Optional.empty();
    }

    /**
     * Returns everything that is stored: answers, refusals, unreadable writings and claims, in the order of the form, the
     * household's first.
     *
     * @return the paths, each of which {@link #answer} takes
     */
    public List<AnswerPath> answered() {
        Answers answers = answers();
        List<AnswerPath> paths = new ArrayList<>();
        for (Item item : form.items(Level.HOUSEHOLD)) {
            if (answers.states[item.slot()] != Answers.BLANK) {
                paths.add(AnswerPath.of(item.name()));
            }
        }
        for (int row = 0; row < answers.members; row++) {
            for (Item item : form.items(Level.MEMBER)) {
                if (answers.states[answers.at(item, row)] != Answers.BLANK) {
                    paths.add(AnswerPath.of(item.name(), answers.keys[row]));
                }
            }
        }
        return List.copyOf(paths);
    }

    /**
     * Starts a response from this one, to correct or complete it.
     *
     * @return a builder that holds all that this response does
     */
    public Builder edit() {
        return new Builder(answers(), household, round, state, lastKey, paradata());
    }

    /**
     * Carries this response over to another version of its form, as a migration declares. Members keep their keys; what
     * was kept as it was written is read anew; claims are left out.
     *
     * @param newer the form to carry it to, which must hold for the round
     * @param migration what becomes of the answers whose questions changed
     * @return the response to the newer form, and a finding for every answer that was not carried; nothing, if the
     *     migration does not fit the two forms
     */
    public Reading<HouseholdResponse> migrate(Questionnaire newer, Migration migration) {
        return CarryingOver.of(this, requireNonNull(newer, "newer"), requireNonNull(migration, "migration"));
    }

    /**
     * Returns the digest of form, version and canonical bytes: two responses to a form have the same one exactly if they
     * have the same answers of the same members in the same order. Household, round, state and paradata are no part of it.
     *
     * @return 64 hexadecimal digits (SHA-256)
     */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            update(digest);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Puts into a digest what {@link #fingerprint} binds: the form's id and version in UTF-8, each ended by a zero byte,
     * then the canonical bytes.
     *
     * @param digest the digest to update
     */
    public void update(MessageDigest digest) {
        digest.update(form.id().getBytes(UTF_8));
        digest.update((byte) 0);
        digest.update(form.version().getBytes(UTF_8));
        digest.update((byte) 0);
        digest.update(bytes);
    }

    /**
     * Returns how many canonical bytes there are.
     *
     * @return the number of bytes
     */
    public int size() {
        return bytes.length;
    }

    /**
     * Writes the response as JSON in its canonical form: fields and answers in one order, no blanks. Reading it gives an
     * equal response.
     *
     * @return the document, in one line
     */
    public String toJson() {
        return ResponseWriter.write(this, answers());
    }

    /** Two responses are equal if form, household, round, state, paradata and all that is stored are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HouseholdResponse that
                && household.equals(that.household)
                && round == that.round
                && state == that.state
                && lastKey == that.lastKey
                && Arrays.equals(bytes, that.bytes)
                && Arrays.equals(paradata, that.paradata)
                && form.equals(that.form);
    }

    @Override
    public int hashCode() {
        return 31 * household.hashCode() + Arrays.hashCode(bytes);
    }

    /** Shows ids and sizes only: answers may be personal. */
    @Override
    public String toString() {
        return "HouseholdResponse[" + household + ", " + form.id() + ":" + form.version() + ", round=" + round + ", "
                + state + ", bytes=" + bytes.length + "]";
    }

    Answers answers() {
        Answers answers = new Answers(form);
        Packer.unpack(bytes, answers);
        return answers;
    }

    void unpack(Answers answers) {
        Packer.unpack(bytes, answers);
    }

    static int row(Answers answers, AnswerPath path) {
        int row = path.member() == 0 ? 0 : answers.row(path.member());
        if (row < 0) {
            throw new IllegalArgumentException("no member has the key " + path.member());
        }
        return row;
    }

    /** Puts a response together. It belongs to one thread at a time. */
    public static final class Builder {
        private final Answers answers;
        private final HouseholdId household;
        private final int round;
        private ResponseState state;
        private int lastKey;
        private Paradata paradata;

        private Builder(
                Answers answers,
                HouseholdId household,
                int round,
                ResponseState state,
                int lastKey,
                Paradata paradata) {
            this.answers = answers;
            this.household = requireNonNull(household, "household");
            this.round = round;
            this.state = state;
            this.lastKey = lastKey;
            this.paradata = paradata;
            if (!answers.form.holdsFor(round)) {
                throw new IllegalArgumentException("the form " + answers.form.id() + " does not hold for " + round);
            }
        }

        /**
         * Sets the state.
         *
         * @param newState how far the answers have come
         * @return this builder
         */
        public Builder state(ResponseState newState) {
            state = requireNonNull(newState, "newState");
            return this;
        }

        /**
         * Sets how the interview came about.
         *
         * @param newParadata the paradata
         * @return this builder
         */
        public Builder paradata(Paradata newParadata) {
            paradata = requireNonNull(newParadata, "newParadata");
            return this;
        }

        /**
         * Adds a member without answers, as the last of the roster.
         *
         * @return the new member's key
         */
        public int addMember() {
            lastKey = Math.max(lastKey, answers.highestKey()) + 1;
            answers.addMember(lastKey);
            return lastKey;
        }

        /**
         * Removes a member with all answers. The key is not given again.
         *
         * @param key the member's key
         * @return this builder
         * @throws IllegalArgumentException if there is no such member
         */
        public Builder removeMember(int key) {
            lastKey = Math.max(lastKey, answers.highestKey());
            answers.removeMember(row(key));
            return this;
        }

        /**
         * Moves a member to another position.
         *
         * @param key the member's key
         * @param position the new position, from 1
         * @return this builder
         * @throws IllegalArgumentException if there is no such member or position
         */
        public Builder moveMember(int key, int position) {
            if (position < 1 || position > answers.members) {
                throw new IllegalArgumentException("no position " + position + " of " + answers.members);
            }
            answers.moveMember(row(key), position - 1);
            return this;
        }

        /**
         * Stores an answer, or for a calculation a claim. A value that the question does not take is kept as it was
         * written, and is {@link Missing#INVALID}; a text is read as a value of the question's type.
         *
         * @param path the question and, for a question of members, the member's key
         * @param value the value, or why there is none; {@link Missing#NOT_ANSWERED} takes an answer away
         * @return this builder
         * @throws IllegalArgumentException if there is no such question, or no such member
         */
        public Builder answer(AnswerPath path, Value value) {
            Item item = path.itemWithValue(answers.form);
            int row = HouseholdResponse.row(answers, path);
            Answering.value(answers, answers.at(item, row), item, requireNonNull(value, "value"));
            return this;
        }

        private int row(int key) {
            return HouseholdResponse.row(answers, new AnswerPath("", key));
        }

        /**
         * Builds the response.
         *
         * @return the response
         */
        public HouseholdResponse build() {
            return of(answers, household, round, state, lastKey, paradata);
        }
    }
}
