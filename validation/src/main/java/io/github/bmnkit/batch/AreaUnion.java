package io.github.bmnkit.batch;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All areas in which several things lie, each once. There is hardly ever more than one list of them. */
final class AreaUnion {
    private List<AreaKey> first = List.of();
    private Set<AreaKey> more = Set.of();
    private boolean isEmpty = true;

    void add(List<AreaKey> keys) {
        if (isEmpty) {
            first = keys;
            isEmpty = false;
        } else if (!first.equals(keys)) {
            if (more.isEmpty()) {
                more = new LinkedHashSet<>(first);
            }
            more.addAll(keys);
        }
    }

    Collection<AreaKey> keys() {
        return more.isEmpty() ? first : more;
    }
}
