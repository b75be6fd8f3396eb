/**
 * People and households who do not exist, for examples, tests and benchmarks. {@link
 * io.github.bmnkit.examples.synthetic.CleanHouseholds} makes households in which all is in order, {@link
 * io.github.bmnkit.examples.synthetic.PlantedFaults} spoils them by hand and knows what it did. The same seed gives the
 * same household. National IDs name an office that there is not; last names say that they are made up.
 */
@NullMarked
package io.github.bmnkit.examples.synthetic;

import org.jspecify.annotations.NullMarked;
