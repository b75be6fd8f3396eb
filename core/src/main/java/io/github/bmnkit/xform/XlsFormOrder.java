package io.github.bmnkit.xform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Puts calculations where all that they read stands before them and nothing that reads them does, and leaves everything
 * else in its place. What is asked keeps its order: if that is not enough, nothing is moved.
 */
final class XlsFormOrder {
    private static final int MAX_CHAIN = 1_000;

    private record Slot(XlsFormItem item, XlsFormItem.Part part) {}

    private final List<XlsFormItem.Part> parts;
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();
    private final List<Slot> ordered = new ArrayList<>();
    private final List<Slot> waiting = new ArrayList<>();

    private XlsFormOrder(List<XlsFormItem.Part> parts) {
        this.parts = parts;
        parts.forEach(part -> part.items.forEach(item -> slots.putIfAbsent(item.name, new Slot(item, part))));
    }

    /** The calculations that were moved; none if nothing must be, or if moving is not enough. */
    static List<XlsFormItem> sort(List<XlsFormItem.Part> parts) {
        XlsFormOrder order = new XlsFormOrder(parts);
        int count = parts.stream().mapToInt(part -> part.items.size()).sum();
        if (count != order.slots.size() || !order.isBroken() || !order.run()) {
            return List.of();
        }
        return order.spread().orElse(List.of());
    }

    private boolean isBroken() {
        Set<String> before = new HashSet<>();
        for (Slot slot : slots.values()) {
            boolean ahead = reads(slot).stream().anyMatch(name -> slots.containsKey(name) && !before.contains(name));
            if (ahead) {
                return true;
            }
            before.add(slot.item().name);
        }
        return false;
    }

    private static Set<String> reads(Slot slot) {
        Set<String> reads = slot.item().reads();
        String relevance = slot.part().relevance;
        if (relevance != null) {
            reads.addAll(XlsFormItem.names(relevance));
        }
        return reads;
    }

    private boolean run() {
        for (Slot slot : slots.values()) {
            if (done.contains(slot.item().name)) {
                continue;
            }
            if (slot.item().isCalculated()) {
                if (!emit(slot, 0)) {
                    waiting.add(slot);
                }
            } else if (!emit(slot, 0)) {
                return false;
            } else {
                waiting.removeIf(each -> done.contains(each.item().name) || emit(each, 0));
            }
        }
        waiting.removeIf(each -> done.contains(each.item().name) || emit(each, 0));
        return waiting.isEmpty();
    }

    /** Puts a question behind all the calculations that it reads; false, and nothing done, if it reads what is asked later. */
    private boolean emit(Slot slot, int depth) {
        if (depth > MAX_CHAIN || !canEmit(slot, new HashSet<>(), new HashSet<>(), depth)) {
            return false;
        }
        for (String name : reads(slot)) {
            Slot read = slots.get(name);
            if (read != null && !done.contains(name) && !emit(read, depth + 1)) {
                return false;
            }
        }
        if (done.add(slot.item().name)) {
            ordered.add(slot);
        }
        return true;
    }

    private boolean canEmit(Slot slot, Set<String> path, Set<String> possible, int depth) {
        if (depth > MAX_CHAIN || !path.add(slot.item().name)) {
            return false;
        }
        for (String name : reads(slot)) {
            Slot read = slots.get(name);
            if (read == null || done.contains(name) || possible.contains(name)) {
                continue;
            }
            if (!read.item().isCalculated() || !canEmit(read, path, possible, depth + 1)) {
                return false;
            }
        }
        path.remove(slot.item().name);
        possible.add(slot.item().name);
        return true;
    }

    /** Gives each its section: what is asked keeps its own, and so does a calculation that still stands between its. */
    private Optional<List<XlsFormItem>> spread() {
        int[] latest = new int[ordered.size()];
        int next = parts.size() - 1;
        for (int i = ordered.size() - 1; i >= 0; i--) {
            next = ordered.get(i).item().isCalculated()
                    ? next
                    : parts.indexOf(ordered.get(i).part());
            latest[i] = next;
        }
        List<XlsFormItem.Part> homes = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < ordered.size(); i++) {
            XlsFormItem.Part own = ordered.get(i).part();
            last = Math.min(Math.max(parts.indexOf(own), last), latest[i]);
            XlsFormItem.Part home = parts.get(last);
            if (own != home && !Objects.equals(own.relevance, home.relevance)) {
                return Optional.empty(); // in another section it would be calculated under another condition
            }
            homes.add(home);
        }
        List<XlsFormItem> before = slots.values().stream().map(Slot::item).toList();
        parts.forEach(part -> part.items.clear());
        for (int i = 0; i < ordered.size(); i++) {
            homes.get(i).items.add(ordered.get(i).item());
        }
        return Optional.of(changed(before));
    }

    /** The calculations that stand behind another question than before. */
    private List<XlsFormItem> changed(List<XlsFormItem> before) {
        List<XlsFormItem> after = ordered.stream().map(Slot::item).toList();
        Map<XlsFormItem, Integer> positions = new LinkedHashMap<>();
        before.forEach(item -> positions.put(item, positions.size()));
        List<XlsFormItem> moved = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            XlsFormItem item = after.get(i);
            int was = Objects.requireNonNull(positions.get(item));
            XlsFormItem predecessor = i == 0 ? null : after.get(i - 1);
            boolean same = was == 0 ? predecessor == null : before.get(was - 1) == predecessor;
            if (item.isCalculated() && !same) {
                moved.add(item);
            }
        }
        return moved;
    }
}
