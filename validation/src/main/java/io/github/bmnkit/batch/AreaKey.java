package io.github.bmnkit.batch;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import java.util.Comparator;

/** An area by which a batch counts; unlike a code it can be read back for every level. */
record AreaKey(AreaLevel level, String code) implements Comparable<AreaKey> {
    private static final Comparator<AreaKey> ORDER =
            Comparator.comparing(AreaKey::level).reversed().thenComparing(AreaKey::code);

    /** The whole of a batch. */
    static final AreaKey WHOLE = new AreaKey(AreaLevel.COUNTRY, "");

    static AreaKey of(AreaCode area) {
        return new AreaKey(area.level(), area.value());
    }

    /** There are some hundred districts, but 80,000 villages: these do not each have room for every outcome. */
    boolean isDense() {
        return level.compareTo(AreaLevel.DISTRICT) >= 0;
    }

    @Override
    public int compareTo(AreaKey other) {
        return ORDER.compare(this, other);
    }
}
