package io.github.bmnkit.fieldwork;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;

/**
 * A part that people play in the work.
 *
 * @param id by which definitions and hosts name it
 * @param name what it is called
 */
public record Role(RoleId id, Text name) {
    /**
     * Checks that both parts are there.
     *
     * @param id by which definitions and hosts name it
     * @param name what it is called
     */
    public Role {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
    }
}
