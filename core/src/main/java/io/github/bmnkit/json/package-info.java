/**
 * Reads JSON so that everything wrong is listed with its place: bytes, then a located tree ({@link
 * io.github.bmnkit.json.JsonDocument}), then typed {@link io.github.bmnkit.json.Decoder}s that collect findings.
 * {@link io.github.bmnkit.json.JsonWriter} writes definitions back. Not exported: definitions of every kind are loaded
 * through it.
 */
@NullMarked
package io.github.bmnkit.json;

import org.jspecify.annotations.NullMarked;
