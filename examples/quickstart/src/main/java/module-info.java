/** The quickstart: from the official target of one province to a made-up door and to what a made-up district sends in. */
module io.github.bmnkit.examples.quickstart {
    requires io.github.bmnkit.allocation;
    requires io.github.bmnkit.examples.synthetic;
    requires io.github.bmnkit.validation;
    requires static org.jspecify;
}
