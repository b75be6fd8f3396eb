package io.github.bmnkit.expression;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names that an expression may use, and where a {@link Frame} keeps their values. Two scopes made from the same
 * symbols in the same order keep them at the same places.
 */
public final class Scope {
    /** The slot of today's date; those of the household follow. */
    static final int TODAY = 0;

    private final String roster;
    private final Map<String, Symbol> symbols = new LinkedHashMap<>();
    private final Map<String, Integer> slots = new LinkedHashMap<>();
    private final int[] parameterSlots;
    private int householdSlots = TODAY + 1;
    private int memberSlots;

    private Scope(String roster, Collection<Symbol> symbols) {
        this.roster = requireNonNull(roster, "roster");
        for (Symbol symbol : symbols) {
            if (symbol.name().equals(roster) || this.symbols.put(symbol.name(), symbol) != null) {
                throw new IllegalArgumentException("the name stands twice: " + symbol.name());
            }
            if (symbol.level() == Level.HOUSEHOLD) {
                slots.put(symbol.name(), householdSlots);
                householdSlots += symbol.slots();
            } else {
                slots.put(symbol.name(), memberSlots);
                memberSlots += symbol.slots();
            }
        }
        this.parameterSlots = this.symbols.values().stream()
                .filter(Symbol::parameter)
                .mapToInt(symbol -> slot(symbol.name()))
                .toArray();
    }

    /**
     * Returns a scope.
     *
     * @param roster the name of the roster, as in {@code count(${member})}
     * @param symbols the names, each once
     * @return the scope
     * @throws IllegalArgumentException if a name stands twice
     */
    public static Scope of(String roster, Collection<Symbol> symbols) {
        return new Scope(roster, symbols);
    }

    /**
     * Returns what the roster is called.
     *
     * @return the name
     */
    public String roster() {
        return roster;
    }

    /**
     * Returns what a name stands for.
     *
     * @param name the name
     * @return its symbol, if there is one
     */
    public Optional<Symbol> symbol(String name) {
        return Optional.ofNullable(symbols.get(name));
    }

    /**
     * Returns all names, in the order in which they were given.
     *
     * @return the symbols
     */
    public List<Symbol> symbols() {
        return List.copyOf(symbols.values());
    }

    /**
     * Returns where a frame keeps a name.
     *
     * @param name the name
     * @return for a name of the household its cell, for one of the member its column within the member's row
     * @throws IllegalArgumentException if there is no such name
     */
    public int slot(String name) {
        @Nullable Integer slot = slots.get(name);
        if (slot == null) {
            throw new IllegalArgumentException("no such name: " + name);
        }
        return slot;
    }

    /** The cells of the parameters. */
    int[] parameterSlots() {
        return parameterSlots;
    }

    /**
     * Returns how many cells the household takes.
     *
     * @return the number of cells before the first member
     */
    public int householdSlots() {
        return householdSlots;
    }

    /**
     * Returns how many cells a member takes.
     *
     * @return the number of cells in a row
     */
    public int memberSlots() {
        return memberSlots;
    }
}
