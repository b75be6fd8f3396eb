package io.github.bmnkit.questionnaire;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One code of a list.
 *
 * @param code what is stored
 * @param label what people read
 * @param parent the code above it in the parent list, if the list has one
 * @param since the first round (Buddhist Era) that uses it; null if always
 * @param until the last round (Buddhist Era) that uses it; null if it is still in use
 * @param attributes what the code means to the form, by the name of the attribute: a code of the attribute's list, or a
 *     whole number
 */
public record Code(
        String code,
        Text label,
        @Nullable String parent,
        @Nullable Integer since,
        @Nullable Integer until,
        Map<String, String> attributes) {
    /**
     * Copies the attributes.
     *
     * @param code what is stored
     * @param label what people read
     * @param parent the code above it in the parent list, if the list has one
     * @param since the first round (Buddhist Era) that uses it; null if always
     * @param until the last round (Buddhist Era) that uses it; null if it is still in use
     * @param attributes what the code means to the form, by the name of the attribute
     */
    public Code {
        requireNonNull(code, "code");
        requireNonNull(label, "label");
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /**
     * Returns a code of a list without parent.
     *
     * @param code what is stored
     * @param label what people read
     * @return the code
     */
    public static Code of(String code, Text label) {
        return new Code(code, label, null, null, null, Map.of());
    }

    /**
     * Returns this code below one of the parent list.
     *
     * @param newParent the code above it
     * @return the code
     */
    public Code withParent(String newParent) {
        return new Code(code, label, newParent, since, until, attributes);
    }

    /**
     * Returns this code with one more attribute.
     *
     * @param name the name of the attribute
     * @param value a code of the attribute's list, or a whole number
     * @return the code
     */
    public Code withAttribute(String name, String value) {
        Map<String, String> more = new TreeMap<>(attributes);
        more.put(requireNonNull(name, "name"), requireNonNull(value, "value"));
        return new Code(code, label, parent, since, until, more);
    }

    /**
     * Returns this code for some rounds only.
     *
     * @param first the first round (Buddhist Era) that uses it; null if always
     * @param last the last round (Buddhist Era) that uses it; null if it is still in use
     * @return the code
     */
    public Code withRounds(@Nullable Integer first, @Nullable Integer last) {
        return new Code(code, label, parent, first, last, attributes);
    }

    /**
     * Tells whether a round uses this code.
     *
     * @param year the round, Buddhist Era
     * @return true if it lies between {@link #since()} and {@link #until()}
     */
    public boolean isUsedIn(int year) {
        return (since == null || since <= year) && (until == null || year <= until);
    }
}
