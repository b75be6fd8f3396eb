/**
 * What a Basic Minimum Needs (จปฐ.) survey is made of. Start at {@code SurveyRounds} in
 * {@link io.github.bmnkit.finding}.
 */
module io.github.bmnkit.core {
    requires com.fasterxml.jackson.core;
    requires static org.jspecify;

    exports io.github.bmnkit.finding;
    exports io.github.bmnkit.identity;
}
