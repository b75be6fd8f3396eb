/**
 * The numbers of a survey round. Start at {@code ApportionmentProblem} in {@link io.github.bmnkit.apportionment}.
 */
module io.github.bmnkit.allocation {
    requires transitive io.github.bmnkit.core;
    requires static org.jspecify;

    exports io.github.bmnkit.apportionment;
}
