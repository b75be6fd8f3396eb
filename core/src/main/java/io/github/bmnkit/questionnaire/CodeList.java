package io.github.bmnkit.questionnaire;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The codes that a question takes. An open list holds those that are known, perhaps none; the host supplies the others
 * by {@link Questionnaire#withCodes}.
 *
 * @param id the name of the list, unique within the form
 * @param label what people call it; null if only its codes are shown
 * @param open whether codes are accepted that are not in it
 * @param parent the list whose codes are above these, such as the provinces for districts; null for a flat list
 * @param attributes what its codes can say about themselves
 * @param codes the codes, in the order in which they are shown
 */
public record CodeList(
        String id,
        @Nullable Text label,
        boolean open,
        @Nullable String parent,
        List<Attribute> attributes,
        List<Code> codes) {
    /**
     * Something that each code of a list can say about itself, such as the role of a relationship. Expressions read it by
     * {@code attribute(${question}, 'name')}.
     *
     * @param name the name of the attribute
     * @param label what it says
     * @param list the list of its values, closed; null if they are whole numbers
     */
    public record Attribute(
            String name, Text label, @Nullable String list) {
        /**
         * Checks that name and label are there.
         *
         * @param name the name of the attribute
         * @param label what it says
         * @param list the list of its values, closed; null if they are whole numbers
         */
        public Attribute {
            requireNonNull(name, "name");
            requireNonNull(label, "label");
        }
    }

    /**
     * Copies the lists.
     *
     * @param id the name of the list, unique within the form
     * @param label what people call it; null if only its codes are shown
     * @param open whether codes are accepted that are not in it
     * @param parent the list whose codes are above these; null for a flat list
     * @param attributes what its codes can say about themselves
     * @param codes the codes, in the order in which they are shown
     */
    public CodeList {
        requireNonNull(id, "id");
        attributes = List.copyOf(attributes);
        codes = List.copyOf(codes);
    }

    /**
     * Returns a list that holds every code there is.
     *
     * @param id the name of the list
     * @param codes the codes
     * @return the list
     */
    public static CodeList of(String id, List<Code> codes) {
        return new CodeList(id, null, false, null, List.of(), codes);
    }

    /**
     * Returns a list whose codes the host supplies.
     *
     * @param id the name of the list
     * @param label what people call it
     * @return the list, without codes
     */
    public static CodeList open(String id, Text label) {
        return new CodeList(id, label, true, null, List.of(), List.of());
    }

    /**
     * Returns this list below another one.
     *
     * @param list the id of the list above
     * @return the list
     */
    public CodeList withParent(String list) {
        return new CodeList(id, label, open, requireNonNull(list, "list"), attributes, codes);
    }

    /**
     * Returns this list with one more attribute.
     *
     * @param attribute the attribute
     * @return the list
     */
    public CodeList withAttribute(Attribute attribute) {
        List<Attribute> more = new ArrayList<>(attributes);
        more.add(requireNonNull(attribute, "attribute"));
        return new CodeList(id, label, open, parent, more, codes);
    }

    /**
     * Returns this list with other codes.
     *
     * @param newCodes the codes
     * @return the list
     */
    public CodeList withCodes(List<Code> newCodes) {
        return new CodeList(id, label, open, parent, attributes, newCodes);
    }

    /**
     * Returns a code by its name.
     *
     * @param code what is stored
     * @return the code, if it is in the list
     */
    public Optional<Code> code(String code) {
        return codes.stream().filter(each -> each.code().equals(code)).findFirst();
    }
}
