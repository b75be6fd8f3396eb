package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.fieldwork.RoleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the units of one level certify. Which papers they issue and by when these must have reached the level above, the
 * round says.
 *
 * @param level the level
 * @param presentedBy roles of those who may present the result and submit the papers; one of them is enough
 * @param signedByEach roles each of which must have signed
 * @param signedByAlso roles that may sign, too
 * @param quorum the fewest signatures, with {@link Extension#QUORUM}; 0 for as many as the roles need
 * @param childrenMustBe how far the units beneath must have come: {@link Stage#CERTIFIED} or {@link Stage#RECEIVED}
 * @param receivedBy roles of those at the level above who record that the papers have arrived
 */
public record LevelProcess(
        AreaLevel level,
        Set<RoleId> presentedBy,
        Set<RoleId> signedByEach,
        Set<RoleId> signedByAlso,
        int quorum,
        Stage childrenMustBe,
        Set<RoleId> receivedBy) {
    /**
     * Copies the roles, sorted.
     *
     * @param level the level
     * @param presentedBy roles of those who may present the result and submit the papers; one of them is enough
     * @param signedByEach roles each of which must have signed
     * @param signedByAlso roles that may sign, too
     * @param quorum the fewest signatures, with {@link Extension#QUORUM}; 0 for as many as the roles need
     * @param childrenMustBe how far the units beneath must have come: {@link Stage#CERTIFIED} or {@link Stage#RECEIVED}
     * @param receivedBy roles of those at the level above who record that the papers have arrived
     * @throws IllegalArgumentException if the quorum is negative or the children must be of another stage
     */
    public LevelProcess {
        requireNonNull(level, "level");
        presentedBy = sorted(presentedBy);
        signedByEach = sorted(signedByEach);
        signedByAlso = sorted(signedByAlso);
        receivedBy = sorted(receivedBy);
        if (quorum < 0) {
            throw new IllegalArgumentException("a quorum of " + quorum);
        }
        if (childrenMustBe != Stage.CERTIFIED && childrenMustBe != Stage.RECEIVED) {
            throw new IllegalArgumentException("units beneath must be certified or received, not " + childrenMustBe);
        }
    }

    /**
     * Tells whether a role signs at this level.
     *
     * @param role a role
     * @return true if it must or may sign
     */
    public boolean signs(RoleId role) {
        return signedByEach.contains(role) || signedByAlso.contains(role);
    }

    List<RoleId> signers() {
        List<RoleId> all = new ArrayList<>(signedByEach);
        all.addAll(signedByAlso);
        return all;
    }

    private static Set<RoleId> sorted(Collection<RoleId> roles) {
        return Collections.unmodifiableSet(new TreeSet<>(roles));
    }
}
