package io.github.bmnkit.certification;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.json.CanonicalJson;
import java.util.Optional;

/** How far a ledger was followed: its head, and the state that its events add up to. */
record Chain(Certification kernel, Ledger.Head head, CertificationState state) {
    static Chain start(Certification kernel) {
        return new Chain(kernel, Ledger.Head.EMPTY, kernel.start());
    }

    long length() {
        return head.length();
    }

    /** What is wrong with an entry that should come next. */
    Optional<Finding> wrong(Ledger.Entry entry) {
        return wrong(entry, CanonicalJson.of(EventJson.event(entry.event())));
    }

    /** The same, of an entry whose event is there in canonical form. */
    Optional<Finding> wrong(Ledger.Entry entry, String event) {
        if (entry.sequence() != length() + 1) {
            return Optional.of(finding(CertificationFinding.LEDGER_SEQUENCE).with("found", entry.sequence()));
        }
        if (!entry.previous().equals(head.hash())) {
            return Optional.of(finding(CertificationFinding.LEDGER_PREVIOUS));
        }
        if (!entry.hash().equals(Ledger.Entry.hash(entry.sequence(), entry.previous(), event))) {
            return Optional.of(finding(CertificationFinding.LEDGER_HASH));
        }
        if (!Evolution.isPossible(state, entry.event())) {
            return Optional.of(finding(CertificationFinding.LEDGER_IMPOSSIBLE));
        }
        return Optional.empty();
    }

    /** The chain with an entry in which nothing is wrong. */
    Chain after(Ledger.Entry entry) {
        return new Chain(kernel, entry.head(), Evolution.after(state, entry.event()));
    }

    private Finding finding(CertificationFinding code) {
        return finding(code, length() + 1);
    }

    static Finding finding(CertificationFinding code, long sequence) {
        return Finding.of(code)
                .at(Place.line((int) Math.min(sequence, Integer.MAX_VALUE)))
                .with("sequence", sequence);
    }
}
