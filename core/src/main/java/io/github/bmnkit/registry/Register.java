package io.github.bmnkit.registry;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.fieldwork.Role;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A member register of one of the department's bureaus. The papers name the registers, but no roles within them: as long
 * as the host gives none, a role is an open text, and no roles exclude one another.
 *
 * @param id by which catalogues and tables name it
 * @param bureau the bureau that keeps it
 * @param name what it is called
 * @param source the key of the source that the Thai name comes from
 * @param note what to know about the name; null for nothing
 * @param roles the roles that its members may have; empty if a role is an open text
 * @param exclusive sets of roles of which nobody may have two in one group at the same time
 */
public record Register(
        RegisterId id,
        Text bureau,
        Text name,
        String source,
        @Nullable Text note,
        List<Role> roles,
        List<Set<RoleId>> exclusive) {
    /**
     * Copies the lists and checks the roles.
     *
     * @param id by which catalogues and tables name it
     * @param bureau the bureau that keeps it
     * @param name what it is called
     * @param source the key of the source that the Thai name comes from
     * @param note what to know about the name; null for nothing
     * @param roles the roles that its members may have; empty if a role is an open text
     * @param exclusive sets of roles of which nobody may have two in one group at the same time
     * @throws IllegalArgumentException if a role stands twice, or roles that exclude one another are not listed
     */
    public Register {
        requireNonNull(id, "id");
        requireNonNull(bureau, "bureau");
        requireNonNull(name, "name");
        requireNonNull(source, "source");
        roles = List.copyOf(roles);
        exclusive = exclusive.stream().map(Set::copyOf).toList();
        Set<RoleId> listed = new HashSet<>();
        for (Role role : roles) {
            if (!listed.add(role.id())) {
                throw new IllegalArgumentException("the role " + role.id() + " stands twice in " + id);
            }
        }
        for (Set<RoleId> set : exclusive) {
            if (!listed.containsAll(set)) {
                throw new IllegalArgumentException("roles of " + id + " exclude one another and are not listed: "
                        + set.stream()
                                .filter(role -> !listed.contains(role))
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
    }

    /**
     * Returns this register with the roles that the host knows.
     *
     * @param known the roles that members may have; empty for an open text
     * @param excluding sets of these roles of which nobody may have two in one group at the same time
     * @return the register
     * @throws IllegalArgumentException if a role stands twice, or roles that exclude one another are not listed
     */
    public Register withRoles(List<Role> known, List<Set<RoleId>> excluding) {
        return new Register(id, bureau, name, source, note, known, excluding);
    }

    /** Finds a listed role by its id or one of its names. */
    Optional<Role> role(String text) {
        return roles.stream()
                .filter(role -> role.id().value().equals(text)
                        || role.name().th().equals(text)
                        || role.name().en().equals(text))
                .findFirst();
    }
}
