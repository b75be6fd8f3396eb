package io.github.bmnkit.certification;

/** What a host may know of a re-check: half of the confirmed households are asked again, and none may differ. */
enum Rechecks {
    NONE,
    OTHER_DATA,
    UNFINISHED,
    REJECTED,
    ACCEPTED;

    /** The facts with a re-check; without one as long as nothing is confirmed. */
    QualityFacts in(QualityFacts facts) {
        int confirmed = Math.toIntExact(facts.figures().confirmed());
        if (this == NONE || confirmed == 0) {
            return facts;
        }
        AcceptancePlan plan = new AcceptancePlan(confirmed, (confirmed + 1) / 2, 0);
        int sample = plan.sample();
        return facts.withRecheck(
                switch (this) {
                    case OTHER_DATA -> new Recheck(Hash.EMPTY, plan, sample, 0);
                    case UNFINISHED -> new Recheck(facts.root(), plan, sample - 1, 0);
                    case REJECTED -> new Recheck(facts.root(), plan, sample, 1);
                    case ACCEPTED -> new Recheck(facts.root(), plan, sample, 0);
                    case NONE -> throw new IllegalStateException();
                });
    }
}
