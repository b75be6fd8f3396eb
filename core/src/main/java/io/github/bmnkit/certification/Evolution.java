package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.round.Paper;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;

/** What an event makes of a state, and whether it can. It asks for nothing but the state, so that it can be gone over. */
final class Evolution {
    private Evolution() {}

    /** Whether an event can follow on a state: what everybody can tell without the facts of that day. */
    static boolean isPossible(CertificationState state, CertificationEvent event) {
        Units units = state.units();
        int position = units.find(event.unit());
        if (position < 0 || event.unit().level() == AreaLevel.COUNTRY) {
            return false;
        }
        UnitNode node = units.node(state.country(), position);
        Instant last = node.at();
        if ((last != null && event.at().isBefore(last)) || node.find(event.command()) != null) {
            return false;
        }
        Stage stage = node.stage();
        return switch (event.step()) {
            case REPORT -> ((Detail.Work) event.detail()).report().changes() > node.reported();
            case PRESENT -> stage == Stage.OPEN && restsOnCertified(node);
            case SIGN -> stage == Stage.PRESENTED && isNew(requireNonNull(node.standing()), event);
            case CERTIFY -> {
                Detail.Vouching vouching = (Detail.Vouching) event.detail();
                yield stage == Stage.PRESENTED
                        && restsOnCertified(node)
                        && vouching.figures().equals(node.figures())
                        && vouching.root().equals(node.root())
                        && isRechecked(vouching)
                        && !vouching.papers().isEmpty();
            }
            case SUBMIT -> stage == Stage.CERTIFIED;
            case RECEIVE -> {
                UnitNode.Standing standing = node.standing();
                Set<Paper> arriving = ((Detail.Arrival) event.detail()).papers();
                yield standing != null
                        && stage == Stage.SUBMITTED
                        && standing.papers().containsAll(arriving)
                        && Collections.disjoint(standing.arrived(), arriving);
            }
            case RETURN -> {
                int target = units.find(((Detail.Back) event.detail()).target());
                yield target >= 0
                        && units.within(target, position)
                        && units.node(state.country(), target).stage().isAtLeast(Stage.PRESENTED);
            }
        };
    }

    /** Every village beneath has reported, there is something to certify, and no unit beneath is left behind. */
    private static boolean restsOnCertified(UnitNode node) {
        if (node.unreported() > 0 || node.figures().target() == 0) {
            return false;
        }
        for (int i = 0; i < node.children(); i++) {
            UnitNode child = node.child(i);
            if (child.counts() && !child.stage().isAtLeast(Stage.CERTIFIED)) {
                return false;
            }
        }
        return true;
    }

    /** A re-check that a certificate names was of these data, and accepted; whether one was needed, the facts said. */
    private static boolean isRechecked(Detail.Vouching vouching) {
        Recheck recheck = vouching.recheck();
        return recheck == null
                || (recheck.isOf(vouching.root(), vouching.figures()) && recheck.outcome() == Recheck.Outcome.ACCEPTED);
    }

    private static boolean isNew(UnitNode.Standing standing, CertificationEvent event) {
        Detail.Signing signing = (Detail.Signing) event.detail();
        return !standing.isSignedBy(event.actor()) && !standing.isSignedBy(signing.principal(event.actor()));
    }

    /** The state after an event that is possible. */
    static CertificationState after(CertificationState state, CertificationEvent event) {
        Units units = state.units();
        long sequence = state.length() + 1;
        int position = units.position(event.unit());
        UnitNode node = event.step() == Step.RETURN
                ? open(state, position, event, sequence)
                : apply(units.node(state.country(), position), event, sequence);
        UnitNode country = units.with(state.country(), position, node.remembering(event, sequence), event, sequence);
        return new CertificationState(units, country, sequence);
    }

    private static UnitNode apply(UnitNode node, CertificationEvent event, long sequence) {
        Detail detail = event.detail();
        if (event.step() == Step.REPORT) {
            return node.reporting(((Detail.Work) detail).report(), sequence);
        }
        if (event.step() == Step.PRESENT) {
            return node.standing(UnitNode.Standing.presented(sequence, event.actor()));
        }
        UnitNode.Standing standing = requireNonNull(node.standing());
        return node.standing(
                switch (event.step()) {
                    case SIGN -> {
                        Detail.Signing signing = (Detail.Signing) detail;
                        yield standing.signed(
                                new Certificate.Signature(event.actor(), signing.role(), signing.onBehalfOf()));
                    }
                    case CERTIFY ->
                        standing.certified(new Certificate(
                                event.unit(),
                                (Detail.Vouching) detail,
                                standing.presenter(),
                                standing.signatures(),
                                sequence,
                                event.at()));
                    case SUBMIT -> standing.submitted();
                    case RECEIVE -> standing.arrived(((Detail.Arrival) detail).papers(), event.at());
                    case REPORT, PRESENT, RETURN -> throw new IllegalArgumentException("needs no standing: " + event);
                });
    }

    /** The unit that returns, open again with all between it and the one that it returns. */
    private static UnitNode open(CertificationState state, int position, CertificationEvent event, long sequence) {
        Units units = state.units();
        int at = units.position(((Detail.Back) event.detail()).target());
        UnitNode open = units.node(state.country(), at).reopened(sequence, event.at());
        while (at != position) {
            UnitNode above = units.node(state.country(), units.parent(at));
            open = above.with(units.inParent(at), open, sequence, event.at()).reopened(sequence, event.at());
            at = units.parent(at);
        }
        return open;
    }
}
