package io.github.bmnkit.expression;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The codes that a question takes, and what the host says about each of them: attributes, such as the role of a
 * relationship. A closed list holds every code there is; an open one may hold some, and accepts others.
 */
public final class Codes {
    /** The most codes that a question with several choices can have. */
    public static final int MAX_CHOICES = 62;

    /** One attribute: whole numbers if there is no list of values. */
    record Attribute(@Nullable Codes values, Map<String, String> codes, Map<String, Long> numbers) {}

    private final String name;
    private final List<String> codes;
    private final boolean open;
    private final Map<String, Integer> indexes;
    private final Map<String, Attribute> attributes;

    private Codes(String name, List<String> codes, boolean open, Map<String, Attribute> attributes) {
        this.name = requireNonNull(name, "name");
        this.codes = List.copyOf(codes);
        this.open = open;
        this.attributes = Collections.unmodifiableMap(attributes);
        this.indexes = new HashMap<>();
        for (String code : this.codes) {
            if (code.isBlank() || indexes.put(code, indexes.size()) != null) {
                throw new IllegalArgumentException("blank or repeated code in the list " + name + ": '" + code + "'");
            }
        }
    }

    /**
     * Returns a list that holds every code there is.
     *
     * @param name the name of the list
     * @param codes the codes, each once
     * @return the list
     * @throws IllegalArgumentException if a code is blank or stands twice
     */
    public static Codes of(String name, List<String> codes) {
        return new Codes(name, codes, false, Map.of());
    }

    /**
     * Returns a list that accepts any code.
     *
     * @param name the name of the list
     * @param known the codes that are known, each once
     * @return the list
     * @throws IllegalArgumentException if a code is blank or stands twice
     */
    public static Codes open(String name, List<String> known) {
        return new Codes(name, known, true, Map.of());
    }

    /**
     * Returns this list with an attribute whose values are codes themselves.
     *
     * @param attribute the name of the attribute
     * @param values the list of its values, closed
     * @param byCode the value for each code; for a code that is not in it, the attribute is invalid
     * @return the list
     * @throws IllegalArgumentException if a code or value is not in its list
     */
    public Codes withAttribute(String attribute, Codes values, Map<String, String> byCode) {
        requireKnown(byCode.keySet());
        if (values.open) {
            throw new IllegalArgumentException("the values of an attribute are a closed list: " + values.name);
        }
        byCode.values().forEach(value -> {
            if (values.index(value) < 0) {
                throw new IllegalArgumentException("not in the list " + values.name + ": " + value);
            }
        });
        return with(attribute, new Attribute(values, Map.copyOf(byCode), Map.of()));
    }

    /**
     * Returns this list with an attribute whose values are whole numbers.
     *
     * @param attribute the name of the attribute
     * @param byCode the number for each code; for a code that is not in it, the attribute is invalid
     * @return the list
     * @throws IllegalArgumentException if a code is not in its list
     */
    public Codes withNumbers(String attribute, Map<String, Long> byCode) {
        requireKnown(byCode.keySet());
        return with(attribute, new Attribute(null, Map.of(), Map.copyOf(byCode)));
    }

    private Codes with(String attribute, Attribute values) {
        Map<String, Attribute> more = new LinkedHashMap<>(attributes);
        more.put(requireNonNull(attribute, "attribute"), values);
        return new Codes(name, codes, open, more);
    }

    private void requireKnown(Set<String> some) {
        some.forEach(code -> {
            if (!open && index(code) < 0) {
                throw new IllegalArgumentException("not in the list " + name + ": " + code);
            }
        });
    }

    /**
     * Returns what the list is called.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the codes.
     *
     * @return all codes of a closed list, the known ones of an open list
     */
    public List<String> codes() {
        return codes;
    }

    /**
     * Tells whether other codes are accepted.
     *
     * @return true if the list is open
     */
    public boolean isOpen() {
        return open;
    }

    /**
     * Returns the place of a code.
     *
     * @param code the code
     * @return its place in the list, from 0; -1 if it is not there
     */
    public int index(String code) {
        return indexes.getOrDefault(code, -1);
    }

    /**
     * Returns the names of the attributes.
     *
     * @return the names
     */
    public Set<String> attributes() {
        return attributes.keySet();
    }

    Optional<Attribute> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** Returns the name of the list. */
    @Override
    public String toString() {
        return name;
    }
}
