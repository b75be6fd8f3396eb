/** Quickstart. */
module io.github.bmnkit.examples.quickstart {
    requires io.github.bmnkit.allocation;
}
