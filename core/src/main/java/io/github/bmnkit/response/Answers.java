package io.github.bmnkit.response;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The stored answers of one household, spread out to be read and changed: in which state each is, its number (as a frame
 * keeps it) or its text. Claims for calculated values stand among them. The places are those of {@link Item#slot()}, the
 * household's first, then those of each member in turn.
 */
final class Answers {
    static final byte BLANK = 0;
    static final byte VALUE = 1;
    static final byte REFUSED = 2;
    static final byte DONT_KNOW = 3;
    /** Answered but unreadable: the text is what was written. */
    static final byte INVALID = 4;

    final Questionnaire form;
    final int household;
    final int stride;
    int members;
    int[] keys;
    byte[] states;
    long[] numbers;

    @Nullable
    String[] texts;

    Answers(Questionnaire form) {
        this.form = form;
        this.household = form.items(Level.HOUSEHOLD).size();
        this.stride = form.items(Level.MEMBER).size();
        this.keys = new int[8];
        int size = household + keys.length * stride;
        this.states = new byte[size];
        this.numbers = new long[size];
        this.texts = new String[size];
    }

    Answers(Answers other) {
        this.form = other.form;
        this.household = other.household;
        this.stride = other.stride;
        this.members = other.members;
        this.keys = other.keys.clone();
        this.states = other.states.clone();
        this.numbers = other.numbers.clone();
        this.texts = other.texts.clone();
    }

    void clear() {
        members = 0;
        Arrays.fill(states, BLANK);
        Arrays.fill(texts, null);
    }

    int at(Item item, int row) {
        return item.level() == Level.HOUSEHOLD ? item.slot() : household + row * stride + item.slot();
    }

    /** The row of the member with a key; -1 if there is none. */
    int row(int key) {
        for (int row = 0; row < members; row++) {
            if (keys[row] == key) {
                return row;
            }
        }
        return -1;
    }

    int highestKey() {
        int highest = 0;
        for (int row = 0; row < members; row++) {
            highest = Math.max(highest, keys[row]);
        }
        return highest;
    }

    /** Adds a member without answers, as the last. */
    int addMember(int key) {
        if (members == keys.length) {
            int more = members * 2;
            int size = household + more * stride;
            keys = Arrays.copyOf(keys, more);
            states = Arrays.copyOf(states, size);
            numbers = Arrays.copyOf(numbers, size);
            texts = Arrays.copyOf(texts, size);
        }
        keys[members] = key;
        int start = household + members * stride;
        Arrays.fill(states, start, start + stride, BLANK);
        Arrays.fill(texts, start, start + stride, null);
        return members++;
    }

    void removeMember(int row) {
        moveMember(row, members - 1);
        members--;
    }

    /** Moves a member to another row; those between make room. */
    void moveMember(int from, int to) {
        int step = from < to ? 1 : -1;
        for (int row = from; row != to; row += step) {
            swap(row, row + step);
        }
    }

    private void swap(int row, int other) {
        int key = keys[row];
        keys[row] = keys[other];
        keys[other] = key;
        for (int slot = 0; slot < stride; slot++) {
            int a = household + row * stride + slot;
            int b = household + other * stride + slot;
            byte state = states[a];
            long number = numbers[a];
            String text = texts[a];
            states[a] = states[b];
            numbers[a] = numbers[b];
            texts[a] = texts[b];
            states[b] = state;
            numbers[b] = number;
            texts[b] = text;
        }
    }

    void blank(int at) {
        states[at] = BLANK;
        texts[at] = null;
    }

    void number(int at, long number) {
        states[at] = VALUE;
        numbers[at] = number;
        texts[at] = null;
    }

    void text(int at, String text) {
        states[at] = VALUE;
        texts[at] = text;
    }

    void invalid(int at, String written) {
        states[at] = INVALID;
        texts[at] = written;
    }

    void missing(int at, byte state) {
        states[at] = state;
        texts[at] = null;
    }

    /** Why there is no value. */
    static Missing missing(byte state) {
        return switch (state) {
            case BLANK -> Missing.NOT_ANSWERED;
            case REFUSED -> Missing.REFUSED;
            case DONT_KNOW -> Missing.DONT_KNOW;
            case INVALID -> Missing.INVALID;
            default -> throw new IllegalArgumentException("there is a value: " + state);
        };
    }
}
