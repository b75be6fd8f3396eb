/** The quickstart: one province of the 2569 round, from the official target to its volunteers. */
module io.github.bmnkit.examples.quickstart {
    requires io.github.bmnkit.allocation;
    requires static org.jspecify;
}
