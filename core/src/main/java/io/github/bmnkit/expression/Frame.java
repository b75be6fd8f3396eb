package io.github.bmnkit.expression;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One household laid out for evaluation: a {@code long} for each value, members in rows of a fixed stride, texts beside
 * them. It is filled, read and filled again with the next household; nothing is allocated but for larger rosters. A
 * frame belongs to one thread at a time.
 *
 * <p>Rows count from 0. For a name of the household the row does not matter.
 *
 * <p>A cell holds a scaled number, the days since 1970-01-01, the place of a code in its closed list, or a bit for each
 * code chosen. Texts, and codes of open lists, stand in the table beside the cells. A missing value is one of the lowest
 * {@code long}s. The methods that take a cell are for those who fill frames fast; all others use names.
 */
public final class Frame {
    private final Scope scope;
    private final int household;
    private final int stride;

    private final boolean[] bounded;

    long[] cells;

    @Nullable
    String[] texts;

    boolean draft;
    int members;

    long numerator;
    long denominator;
    long low;
    long high;
    int loose;
    private int top;
    private CharSequence[] chars = new CharSequence[0];
    private int[] from = new int[0];
    private int[] to = new int[0];
    private StringBuilder[] builders = new StringBuilder[0];

    private Frame(Scope scope) {
        this.scope = scope;
        this.household = scope.householdSlots();
        this.stride = scope.memberSlots();
        this.cells = new long[household + 8 * stride];
        this.texts = new String[cells.length];
        this.bounded = new boolean[household];
        for (Symbol symbol : scope.symbols()) {
            if (symbol.bounded()) {
                bounded[scope.slot(symbol.name())] = true;
            }
        }
        reset(false, 0, null);
    }

    private Frame(Frame other) {
        this.scope = other.scope;
        this.household = other.household;
        this.stride = other.stride;
        this.bounded = other.bounded;
        this.cells = other.cells.clone();
        this.texts = other.texts.clone();
        this.draft = other.draft;
        this.members = other.members;
    }

    /**
     * Returns an empty frame.
     *
     * @param scope the names that it has room for
     * @return the frame, as after {@code reset(false, 0, null)}
     */
    public static Frame of(Scope scope) {
        return new Frame(requireNonNull(scope, "scope"));
    }

    /**
     * Forgets all values: questions and calculations become {@link Missing#NOT_ANSWERED}, parameters
     * {@link Missing#INVALID}.
     *
     * @param isDraft whether the response may still change, so that not answered means not yet
     * @param memberCount how many members there are
     * @param today what {@code today()} means; if null, it is invalid
     */
    public void reset(boolean isDraft, int memberCount, @Nullable LocalDate today) {
        if (memberCount < 0) {
            throw new IllegalArgumentException("members must not be negative: " + memberCount);
        }
        int size = Math.addExact(household, Math.multiplyExact(memberCount, stride));
        if (size > cells.length) {
            cells = new long[size + 4 * stride];
            texts = new String[cells.length];
        } else {
            Arrays.fill(texts, null);
        }
        Arrays.fill(cells, Exact.missing(Missing.NOT_ANSWERED));
        draft = isDraft;
        top = 0;
        members = memberCount;
        cells[Scope.TODAY] = today == null ? Exact.INVALID : today.toEpochDay();
        for (int cell : scope.parameterSlots()) {
            cells[cell] = Exact.INVALID;
        }
    }

    /**
     * Returns a frame with the same values, on which changes to this one have no effect.
     *
     * @return the copy
     */
    public Frame copy() {
        return new Frame(this);
    }

    /**
     * Returns how many members there are.
     *
     * @return the number of rows
     */
    public int members() {
        return members;
    }

    /**
     * Tells whether the response may still change.
     *
     * @return true for a draft
     */
    public boolean isDraft() {
        return draft;
    }

    /**
     * Returns a value.
     *
     * @param name the name
     * @param row the member's row, from 0
     * @return the value
     * @throws IllegalArgumentException if there is no such name
     */
    public Value get(String name, int row) {
        Symbol symbol = require(name);
        int cell = cell(name, row);
        long raw = cells[cell];
        if (!Exact.isMissing(raw)) {
            return symbol.isText()
                    ? decodeText(symbol, requireNonNull(texts[cell]))
                    : decode(symbol.type(), symbol.digits(), symbol.codes(), raw);
        }
        Missing kind = Exact.kind(raw);
        return symbol.bounded() && !Exact.isMissing(cells[cell + 1])
                ? new Value.Between(cells[cell + 1], cells[cell + 2], kind)
                : Value.of(kind);
    }

    /**
     * Sets a value.
     *
     * @param name the name
     * @param row the member's row, from 0
     * @param value a value of the type of that name, or none
     * @throws IllegalArgumentException if there is no such name or the value does not fit it
     */
    public void set(String name, int row, Value value) {
        Symbol symbol = require(name);
        int cell = cell(name, row);
        if (value instanceof Value.None none) {
            setMissing(cell, none.reason());
        } else if (symbol.isText() && text(value).isPresent()) {
            setText(cell, text(value).get());
        } else if (value instanceof Value.Between between && symbol.bounded()) {
            setBounds(cell, between.minInclusive(), between.maxInclusive(), between.reason());
        } else {
            setRaw(cell, encode(symbol, value));
        }
    }

    /**
     * Returns the cell of a name.
     *
     * @param name the name
     * @param row the member's row, from 0
     * @return the cell
     * @throws IllegalArgumentException if there is no such name
     */
    public int cell(String name, int row) {
        int slot = scope.slot(name);
        return require(name).level() == Level.HOUSEHOLD ? slot : household + row * stride + slot;
    }

    /**
     * Returns what a cell holds.
     *
     * @param cell the cell
     * @return the value as a {@code long}; what it means for a missing one, {@link #missing} says
     */
    public long raw(int cell) {
        return cells[cell];
    }

    /**
     * Sets a cell of a number, date or code of a closed list.
     *
     * @param cell the cell
     * @param raw the value as a {@code long}
     * @throws IllegalArgumentException if it is beyond 2^63 - 32, or its opposite
     */
    public void setRaw(int cell, long raw) {
        if (raw < Exact.LIMIT || raw > Exact.MOST) {
            throw new IllegalArgumentException("out of range: " + raw);
        }
        cells[cell] = raw;
    }

    /**
     * Sets a cell of a text or of a code of an open list.
     *
     * @param cell the cell
     * @param text the text
     */
    public void setText(int cell, String text) {
        texts[cell] = requireNonNull(text, "text");
        cells[cell] = 0;
    }

    /**
     * Returns the text that a cell holds.
     *
     * @param cell the cell
     * @return the text; null if the cell holds none
     */
    public @Nullable String text(int cell) {
        return texts[cell];
    }

    /**
     * Sets a cell to missing.
     *
     * @param cell the cell
     * @param reason why there is no value
     */
    public void setMissing(int cell, Missing reason) {
        cells[cell] = Exact.missing(reason);
        texts[cell] = null;
        if (cell < household && bounded[cell]) {
            cells[cell + 1] = cells[cell];
            cells[cell + 2] = cells[cell];
        }
    }

    /** Sets a count that is not known but lies between bounds. */
    void setBounds(int cell, long min, long max, Missing reason) {
        cells[cell] = Exact.missing(reason);
        cells[cell + 1] = min;
        cells[cell + 2] = max;
    }

    /**
     * Returns why a cell holds no value.
     *
     * @param cell the cell
     * @return the reason; empty if there is a value
     */
    public Optional<Missing> missing(int cell) {
        return Exact.isMissing(cells[cell]) ? Optional.of(Exact.kind(cells[cell])) : Optional.empty();
    }

    /**
     * Tells whether a cell holds no value.
     *
     * @param cell the cell
     * @return true if {@link #missing} says why
     */
    public boolean isMissing(int cell) {
        return Exact.isMissing(cells[cell]);
    }

    /** Shows sizes only: values may be personal. */
    @Override
    public String toString() {
        return "Frame[members=" + members + ", draft=" + draft + "]";
    }

    int household() {
        return household;
    }

    int stride() {
        return stride;
    }

    /** Reserves registers for texts and returns the first; whoever enters leaves. */
    int enter(int registers) {
        int first = top;
        top += registers;
        return first;
    }

    void leave(int first) {
        top = first;
    }

    /** Puts a text, or a piece of it, into a register. */
    int put(int register, CharSequence text, int start, int end) {
        require(register);
        chars[register] = text;
        from[register] = start;
        to[register] = end;
        return Run.TRUE;
    }

    int put(int register, CharSequence text) {
        return put(register, text, 0, text.length());
    }

    /** An empty builder of the register's own, to be filled and then put. */
    StringBuilder builder(int register) {
        require(register);
        StringBuilder builder = builders[register];
        builder.setLength(0);
        return builder;
    }

    CharSequence chars(int register) {
        return chars[register];
    }

    int from(int register) {
        return from[register];
    }

    int to(int register) {
        return to[register];
    }

    String string(int register) {
        boolean whole = from[register] == 0 && to[register] == chars[register].length();
        if (whole && chars[register] instanceof String string) {
            return string;
        }
        return chars[register].subSequence(from[register], to[register]).toString();
    }

    boolean holds(int register, String text) {
        int length = to[register] - from[register];
        if (length != text.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (chars[register].charAt(from[register] + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean sameText(int one, int other) {
        int length = to[one] - from[one];
        if (length != to[other] - from[other]) {
            return false;
        }
        CharSequence a = chars[one];
        CharSequence b = chars[other];
        for (int i = 0; i < length; i++) {
            if (a.charAt(from[one] + i) != b.charAt(from[other] + i)) {
                return false;
            }
        }
        return true;
    }

    private void require(int register) {
        if (register >= chars.length) {
            int size = register + 8;
            int old = chars.length;
            chars = Arrays.copyOf(chars, size);
            from = Arrays.copyOf(from, size);
            to = Arrays.copyOf(to, size);
            builders = Arrays.copyOf(builders, size);
            for (int i = old; i < size; i++) {
                chars[i] = "";
                builders[i] = new StringBuilder();
            }
        }
    }

    private Symbol require(String name) {
        return scope.symbol(name).orElseThrow(() -> new IllegalArgumentException("no such name: " + name));
    }

    private static Optional<String> text(Value value) {
        if (value instanceof Value.Words words) {
            return Optional.of(words.value());
        }
        return value instanceof Value.Code code ? Optional.of(code.value()) : Optional.empty();
    }

    private static long encode(Symbol symbol, Value value) {
        Codes codes = symbol.codes();
        if (value instanceof Value.Amount number && symbol.type().isNumber()) {
            try {
                return number.value().setScale(symbol.digits()).unscaledValue().longValueExact();
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(symbol.name() + " cannot hold " + number.value(), e);
            }
        }
        if (value instanceof Value.Day day && symbol.type() == ValueType.DATE) {
            return day.value().toEpochDay();
        }
        if (value instanceof Value.Code code && codes != null && codes.index(code.value()) >= 0) {
            return codes.index(code.value());
        }
        if (value instanceof Value.Codes chosen && codes != null && symbol.type() == ValueType.CODES) {
            long bits = 0;
            for (String code : chosen.value()) {
                if (codes.index(code) < 0) {
                    throw new IllegalArgumentException("not in the list " + codes.name() + ": " + code);
                }
                bits |= 1L << codes.index(code);
            }
            return bits;
        }
        throw new IllegalArgumentException(symbol.name() + " cannot hold a value of this type or list");
    }

    static Value decode(ValueType type, int digits, @Nullable Codes codes, long raw) {
        return switch (type) {
            case INTEGER, DECIMAL -> Value.of(BigDecimal.valueOf(raw, digits));
            case DATE -> Value.of(LocalDate.ofEpochDay(raw));
            case CODE -> Value.code(requireNonNull(codes).codes().get((int) raw));
            case CODES -> {
                List<String> chosen = new ArrayList<>();
                List<String> all = requireNonNull(codes).codes();
                for (int i = 0; i < all.size(); i++) {
                    if ((raw >> i & 1) != 0) {
                        chosen.add(all.get(i));
                    }
                }
                yield Value.codes(chosen);
            }
            case TEXT, TRUTH -> throw new IllegalArgumentException("not kept as a number: " + type);
        };
    }

    private static Value decodeText(Symbol symbol, String text) {
        return symbol.type() == ValueType.CODE ? Value.code(text) : Value.text(text);
    }
}
