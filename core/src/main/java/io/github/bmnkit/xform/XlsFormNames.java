package io.github.bmnkit.xform;

import io.github.bmnkit.expression.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that expressions use, and where the nodes of the members stand within the repeat. */
final class XlsFormNames {
    private final Map<String, Level> levels = new LinkedHashMap<>();
    private final Map<String, String> groups = new LinkedHashMap<>();
    private final Map<String, String> lists = new LinkedHashMap<>();
    private @Nullable String roster;

    void roster(String name) {
        roster = name;
    }

    /** Adds a name; the group is the one around it within the repeat, empty for none. */
    void add(String name, Level level, String group, @Nullable String list) {
        levels.put(name, level);
        groups.put(name, group);
        if (list != null) {
            lists.put(name, list);
        }
    }

    boolean isRoster(String name) {
        return name.equals(roster);
    }

    boolean isKnown(String name) {
        return levels.containsKey(name);
    }

    boolean isOfMember(String name) {
        return levels.get(name) == Level.MEMBER;
    }

    /** The way from the repeat to a name of the member. */
    String path(String name) {
        String group = groups.getOrDefault(name, "");
        return group.isEmpty() ? name : group + "/" + name;
    }

    @Nullable
    String list(String name) {
        return lists.get(name);
    }
}
