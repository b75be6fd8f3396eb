package io.github.bmnkit.response;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has a value at one level of a form, laid out to be found by name in the order of the form. */
final class Slots {
    /** The slots of the household, and of members. */
    record OfForm(Slots household, Slots member) {
        static OfForm of(Questionnaire form) {
            return form.derived(
                    OfForm.class,
                    made -> new OfForm(new Slots(made.items(Level.HOUSEHOLD)), new Slots(made.items(Level.MEMBER))));
        }
    }

    /** How far ahead a question is looked for before it is looked up: skips are mostly short. */
    private static final int NEAR = 4;

    private final Item[] items;
    private final String[] names;
    private final Map<String, Integer> byName = new HashMap<>();

    private Slots(List<Item> items) {
        this.items = items.toArray(new Item[0]);
        this.names = items.stream().map(Item::name).toArray(String[]::new);
        items.forEach(item -> byName.put(item.name(), item.slot()));
    }

    int size() {
        return items.length;
    }

    Item item(int slot) {
        return items[slot];
    }

    /** The slot of a name, which probably stands at the expected place or shortly after it; -1 if there is none. */
    int find(String name, int expected) {
        int near = Math.min(names.length, expected + NEAR);
        for (int slot = expected; slot < near; slot++) {
            if (names[slot].equals(name)) {
                return slot;
            }
        }
        Integer slot = byName.get(name);
        return slot == null ? -1 : slot;
    }
}
