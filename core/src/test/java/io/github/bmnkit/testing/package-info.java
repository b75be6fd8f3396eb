/** What the tests of all modules share: the rules of the house, and generators. */
package io.github.bmnkit.testing;
