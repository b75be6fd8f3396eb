package io.github.bmnkit.area;

import org.jspecify.annotations.Nullable;

/** An area as its first row in the register says it; only a village has households of its own. */
record AreaEntry(AreaCode code, String name, @Nullable AreaCode parent, int line, int households) {
    AreaEntry withParent(AreaCode newParent) {
        return new AreaEntry(code, name, newParent, line, households);
    }
}
