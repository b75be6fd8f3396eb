package io.github.bmnkit.response;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Codes;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.ValueType;
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

    /** The most codes that are looked through one by one. */
    private static final int FEW = 32;

    private final Item[] items;
    /** Interned, as those that the parser gives are. */
    private final String[] names;

    /** The codes of a question with a closed list of few; none for all other questions. */
    private final String[][] codes;

    private final Map<String, Integer> byName = new HashMap<>();

    private Slots(List<Item> items) {
        this.items = items.toArray(new Item[0]);
        this.names = items.stream().map(item -> item.name().intern()).toArray(String[]::new);
        this.codes = items.stream().map(Slots::fewCodes).toArray(String[][]::new);
        items.forEach(item -> byName.put(item.name(), item.slot()));
    }

    private static String[] fewCodes(Item item) {
        Codes list = item.symbol().codes();
        boolean isFew = list != null
                && item.symbol().type() == ValueType.CODE
                && !list.isOpen()
                && list.codes().size() <= FEW
                && list.codes().stream().allMatch(code -> Answering.clean(code).equals(code));
        return isFew ? requireNonNull(list).codes().toArray(new String[0]) : new String[0];
    }

    /** The index of a code as it is written; -1 if it has to be found by other means, or not at all. */
    int code(int slot, char[] written, int from, int length) {
        String[] list = codes[slot];
        for (int i = 0; i < list.length; i++) {
            if (list[i].length() == length && isSame(list[i], written, from)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSame(String code, char[] written, int from) {
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) != written[from + i]) {
                return false;
            }
        }
        return true;
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
