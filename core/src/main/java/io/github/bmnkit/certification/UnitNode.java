package io.github.bmnkit.certification;

import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.round.Paper;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit in the tree of the state. A change copies the nodes from the country down to the unit and shares all others, so
 * that every older state stays as it was.
 */
final class UnitNode {
    private static final UnitNode[] NO_CHILDREN = {};

    /**
     * How far a unit has come since its result was presented.
     *
     * @param since the number of the event that presented it
     * @param arrived the papers that have reached the level above
     * @param arrivedAt when the last of them did
     */
    record Standing(
            Stage stage,
            long since,
            ActorId presenter,
            List<Certificate.Signature> signatures,
            @Nullable Certificate certificate,
            Set<Paper> arrived,
            @Nullable Instant arrivedAt) {
        static Standing presented(long since, ActorId presenter) {
            return new Standing(Stage.PRESENTED, since, presenter, List.of(), null, Set.of(), null);
        }

        /** Whether someone has signed, or another for them. */
        boolean isSignedBy(ActorId person) {
            for (Certificate.Signature each : signatures) {
                if (each.involves(person)) {
                    return true;
                }
            }
            return false;
        }

        boolean isSignedAs(RoleId role) {
            for (Certificate.Signature each : signatures) {
                if (each.role().equals(role)) {
                    return true;
                }
            }
            return false;
        }

        /** The papers that were issued. */
        Set<Paper> papers() {
            return certificate == null ? Set.of() : certificate.content().papers();
        }

        Standing signed(Certificate.Signature signature) {
            List<Certificate.Signature> more =
                    Stream.concat(signatures.stream(), Stream.of(signature)).toList();
            return new Standing(stage, since, presenter, more, certificate, arrived, arrivedAt);
        }

        Standing certified(Certificate newCertificate) {
            return new Standing(Stage.CERTIFIED, since, presenter, signatures, newCertificate, arrived, arrivedAt);
        }

        Standing submitted() {
            return new Standing(Stage.SUBMITTED, since, presenter, signatures, certificate, arrived, arrivedAt);
        }

        Standing arrived(Set<Paper> arriving, Instant at) {
            Set<Paper> all = EnumSet.copyOf(arriving);
            all.addAll(arrived);
            Stage next = all.containsAll(papers()) ? Stage.RECEIVED : Stage.SUBMITTED;
            return new Standing(next, since, presenter, signatures, certificate, Collections.unmodifiableSet(all), at);
        }
    }

    /** The commands to a unit that were taken, the last one first. */
    record Done(
            String command,
            int print,
            long sequence,
            @Nullable Done before) {}

    private final UnitNode[] children;
    private final long version;
    private final @Nullable Instant at;
    private final long changed;
    private final long reported;
    private final Figures figures;
    private final int unreported;
    private final @Nullable Standing standing;
    private final @Nullable Done done;

    // Computed when it is asked for: two threads may compute it twice, and get the same.
    private @Nullable Hash root;

    private UnitNode(
            UnitNode[] children,
            long version,
            @Nullable Instant at,
            long changed,
            long reported,
            Figures figures,
            int unreported,
            @Nullable Standing standing,
            @Nullable Done done,
            @Nullable Hash root) {
        this.children = children;
        this.version = version;
        this.at = at;
        this.changed = changed;
        this.reported = reported;
        this.figures = figures;
        this.unreported = unreported;
        this.standing = standing;
        this.done = done;
        this.root = root;
    }

    static UnitNode village() {
        return new UnitNode(NO_CHILDREN, 0, null, 0, 0, Figures.NONE, 1, null, null, Hash.EMPTY);
    }

    static UnitNode of(UnitNode[] children) {
        int unreported = Arrays.stream(children).mapToInt(UnitNode::unreported).sum();
        return new UnitNode(children, 0, null, 0, 0, Figures.NONE, unreported, null, null, null);
    }

    UnitNode child(int index) {
        return children[index];
    }

    int children() {
        return children.length;
    }

    /** The number of the last event at or beneath the unit. */
    long version() {
        return version;
    }

    @Nullable
    Instant at() {
        return at;
    }

    /** Which change of the village's data was reported last. */
    long reported() {
        return reported;
    }

    Figures figures() {
        return figures;
    }

    /** How many villages have not reported. */
    int unreported() {
        return unreported;
    }

    /** Whether the unit has households to certify, as far as is known. */
    boolean counts() {
        return unreported > 0 || figures.target() > 0;
    }

    Hash root() {
        Hash known = root;
        if (known == null) {
            known = Merkle.root(Arrays.stream(children).map(UnitNode::root).toList());
            root = known;
        }
        return known;
    }

    /** What the unit stands on; null if that has changed since, or nothing was presented. */
    @Nullable
    Standing standing() {
        return standing != null && standing.since() > changed ? standing : null;
    }

    Stage stage() {
        Standing now = standing();
        return now == null ? Stage.OPEN : now.stage();
    }

    @Nullable
    Certificate certificate() {
        Standing now = standing();
        return now == null ? null : now.certificate();
    }

    /** The last certificate, whether it holds or has lapsed; null if there was none, or it was returned. */
    @Nullable
    Certificate lastCertificate() {
        return standing == null ? null : standing.certificate();
    }

    @Nullable
    Done find(String command) {
        for (Done each = done; each != null; each = each.before()) {
            if (each.command().equals(command)) {
                return each;
            }
        }
        return null;
    }

    UnitNode remembering(CertificationEvent event, long sequence) {
        int print = CertificationEvent.print(event.step(), event.actor(), event.detail());
        Done more = new Done(event.command(), print, sequence, done);
        return new UnitNode(
                children, sequence, event.at(), changed, reported, figures, unreported, standing, more, root);
    }

    UnitNode standing(@Nullable Standing next) {
        return new UnitNode(children, version, at, changed, reported, figures, unreported, next, done, root);
    }

    UnitNode reopened(long sequence, Instant when) {
        return new UnitNode(children, sequence, when, changed, reported, figures, unreported, null, done, root);
    }

    UnitNode reporting(VillageWork.Report report, long sequence) {
        return new UnitNode(
                children, version, at, sequence, report.changes(), report.figures(), 0, standing, done, report.root());
    }

    /** This unit with another child, which an event reached. */
    UnitNode with(int index, UnitNode child, long sequence, Instant when) {
        UnitNode old = children[index];
        UnitNode[] copy = children.clone();
        copy[index] = child;
        boolean data = child.changed == sequence;
        Figures sums = data ? figures.replacing(old.figures, child.figures) : figures;
        return new UnitNode(
                copy,
                sequence,
                when,
                data ? sequence : changed,
                reported,
                sums,
                unreported - old.unreported + child.unreported,
                standing,
                done,
                data ? null : root);
    }
}
