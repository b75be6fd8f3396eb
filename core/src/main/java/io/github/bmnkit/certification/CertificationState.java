package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.round.Paper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far every unit has come: what the events so far add up to. It keeps a small record for each unit and no households.
 * A state never changes; the next one shares with it all that an event did not reach.
 */
public final class CertificationState {
    private final Units units;
    private final UnitNode country;
    private final long length;

    CertificationState(Units units, UnitNode country, long length) {
        this.units = units;
        this.country = country;
        this.length = length;
    }

    Units units() {
        return units;
    }

    UnitNode country() {
        return country;
    }

    UnitNode node(AreaCode unit) {
        return units.node(country, units.position(requireNonNull(unit, "unit")));
    }

    /**
     * Returns the tree of units.
     *
     * @return the certifying view of the register
     */
    public AreaTree tree() {
        return units.tree();
    }

    /**
     * Returns how many events there were.
     *
     * @return the number of events, from 0
     */
    public long length() {
        return length;
    }

    /**
     * Returns the version of a unit, for {@link Command#expecting}.
     *
     * @param unit a unit
     * @return the number of the last event at or beneath it; 0 if there was none
     * @throws IllegalArgumentException if the unit is not in the tree
     */
    public long version(AreaCode unit) {
        return node(unit).version();
    }

    /**
     * Returns how far a unit has come. Whether an open unit is ready depends on facts: {@link Certification#stage}.
     *
     * @param unit a unit
     * @return its stage, never {@link Stage#READY}
     * @throws IllegalArgumentException if the unit is not in the tree
     */
    public Stage stage(AreaCode unit) {
        return node(unit).stage();
    }

    /**
     * Returns the root of a unit's data: of a village the one that it reported, above a Merkle tree over the roots beneath,
     * in the order of codes.
     *
     * @param unit a unit
     * @return the root
     * @throws IllegalArgumentException if the unit is not in the tree
     */
    public Hash root(AreaCode unit) {
        return node(unit).root();
    }

    /**
     * Returns how far the households of a unit have come, as the villages reported.
     *
     * @param unit a unit
     * @return the figures
     * @throws IllegalArgumentException if the unit is not in the tree
     */
    public Figures figures(AreaCode unit) {
        return node(unit).figures();
    }

    /**
     * Returns the certificate of a unit that holds: nothing beneath has changed since.
     *
     * @param unit a unit
     * @return the certificate; empty if there is none, it has lapsed, or the unit was returned
     * @throws IllegalArgumentException if the unit is not in the tree
     */
    public Optional<Certificate> certificate(AreaCode unit) {
        return Optional.ofNullable(node(unit).certificate());
    }

    /**
     * Returns the last certificate of a unit if it has lapsed and no new result was presented.
     *
     * @param unit a unit
     * @return the certificate that no longer holds
     * @throws IllegalArgumentException if the unit is not in the tree
     */
    public Optional<Certificate> lapsedCertificate(AreaCode unit) {
        UnitNode node = node(unit);
        return node.standing() == null ? Optional.ofNullable(node.lastCertificate()) : Optional.empty();
    }

    /**
     * Returns who has signed what lies before those who certify.
     *
     * @param unit a unit
     * @return the signatures, in the order of signing; empty if nothing is presented
     * @throws IllegalArgumentException if the unit is not in the tree
     */
    public List<Certificate.Signature> signatures(AreaCode unit) {
        UnitNode.Standing standing = node(unit).standing();
        return standing == null ? List.of() : standing.signatures();
    }

    /**
     * Returns the papers of a unit that have reached the level above.
     *
     * @param unit a unit
     * @return the papers
     * @throws IllegalArgumentException if the unit is not in the tree
     */
    public Set<Paper> arrived(AreaCode unit) {
        UnitNode.Standing standing = node(unit).standing();
        return standing == null ? Set.of() : standing.arrived();
    }

    /**
     * Returns when the last paper of a unit reached the level above.
     *
     * @param unit a unit
     * @return the moment; empty as long as a paper is missing
     * @throws IllegalArgumentException if the unit is not in the tree
     */
    public Optional<Instant> receivedAt(AreaCode unit) {
        UnitNode.Standing standing = node(unit).standing();
        return standing == null || standing.stage() != Stage.RECEIVED
                ? Optional.empty()
                : Optional.ofNullable(standing.arrivedAt());
    }

    /**
     * Proves that the root of a unit is part of the root of a unit above, as the state is now.
     *
     * @param unit a unit
     * @param above a unit above it
     * @return the proof, to go on from a household's: {@link InclusionProof#then}
     * @throws IllegalArgumentException if one does not lie above the other
     */
    public InclusionProof proof(AreaCode unit, AreaCode above) {
        int at = units.position(unit);
        int end = units.position(above);
        if (!units.within(at, end)) {
            throw new IllegalArgumentException(unit + " does not lie beneath " + above);
        }
        List<InclusionProof.Tree> steps = new ArrayList<>();
        for (; at != end; at = units.parent(at)) {
            UnitNode parent = units.node(country, units.parent(at));
            List<Hash> roots = new ArrayList<>();
            for (int i = 0; i < parent.children(); i++) {
                roots.add(parent.child(i).root());
            }
            steps.addAll(InclusionProof.of(roots, units.inParent(at)).steps());
        }
        return new InclusionProof(steps);
    }

    @Override
    public String toString() {
        return "CertificationState[units=" + tree().size() + ", events=" + length + "]";
    }
}
