/** Made-up households: start at {@link io.github.bmnkit.examples.synthetic.CleanHouseholds}. */
module io.github.bmnkit.examples.synthetic {
    requires transitive io.github.bmnkit.core;
    requires static org.jspecify;

    exports io.github.bmnkit.examples.synthetic;
}
