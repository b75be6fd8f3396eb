/** The quickstart: from the official target of one province to the volunteer at one made-up door. */
module io.github.bmnkit.examples.quickstart {
    requires io.github.bmnkit.allocation;
    requires io.github.bmnkit.examples.synthetic;
    requires io.github.bmnkit.validation;
    requires static org.jspecify;
}
