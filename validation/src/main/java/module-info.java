/** Validation. */
module io.github.bmnkit.validation {
    requires transitive io.github.bmnkit.core;
    requires static org.jspecify;
}
