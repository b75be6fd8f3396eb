/**
 * The numbers of a survey round. The front doors: {@link io.github.bmnkit.quota.QuotaPlan} (targets down to the
 * village), {@link io.github.bmnkit.volunteer.VolunteerPlan} (how many volunteers), {@link
 * io.github.bmnkit.volunteer.VisitProblem} (who visits which household), {@link
 * io.github.bmnkit.progress.ProgressCount} (what is done of the targets) and {@link
 * io.github.bmnkit.apportionment.ApportionmentProblem} (one whole number into whole shares, exactly).
 */
module io.github.bmnkit.allocation {
    requires com.fasterxml.jackson.core;
    requires transitive io.github.bmnkit.core;
    requires com.google.common;
    requires static org.jspecify;

    exports io.github.bmnkit.apportionment;
    exports io.github.bmnkit.progress;
    exports io.github.bmnkit.quota;
    exports io.github.bmnkit.volunteer;
}
