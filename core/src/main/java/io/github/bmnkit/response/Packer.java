package io.github.bmnkit.response;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The canonical bytes of a household's answers: the same answers give the same bytes, and no two differ only in how they
 * are written. The household's values come first, in the order of the form; then the number of members and, for each, the
 * key and the values. Values after the last answer of a row are left out.
 *
 * <p>A value begins with one byte: a small number itself; a run of values not given; a kind of missing; the length of a
 * greater number, which follows in two's complement, shortest form; or a text, which follows as UTF-8 after its length.
 */
final class Packer {
    /** Numbers from 0 to one less than this are one byte. */
    private static final int SMALL = 0xC0;

    private static final int BLANKS = 0xC0;
    private static final int MOST_BLANKS = 32;
    private static final int REFUSED = 0xE0;
    private static final int DONT_KNOW = 0xE1;
    private static final int INVALID = 0xE2;
    private static final int TEXT = 0xE3;
    private static final int END = 0xE4;
    private static final int NUMBER = 0xF0;

    private byte[] bytes = new byte[1024];
    private int at;

    private Packer() {}

    static byte[] pack(Answers answers) {
        Packer packer = new Packer();
        packer.row(answers, 0, answers.household);
        packer.count(answers.members);
        for (int row = 0; row < answers.members; row++) {
            packer.count(answers.keys[row]);
            int start = answers.household + row * answers.stride;
            packer.row(answers, start, start + answers.stride);
        }
        return Arrays.copyOf(packer.bytes, packer.at);
    }

    private void row(Answers answers, int start, int end) {
        int blanks = 0;
        for (int i = start; i < end; i++) {
            byte state = answers.states[i];
            if (state == Answers.BLANK) {
                blanks++;
                continue;
            }
            while (blanks > 0) {
                int run = Math.min(blanks, MOST_BLANKS);
                put(BLANKS + run - 1);
                blanks -= run;
            }
            String text = answers.texts[i];
            switch (state) {
                case Answers.REFUSED -> put(REFUSED);
                case Answers.DONT_KNOW -> put(DONT_KNOW);
                case Answers.INVALID -> text(INVALID, text);
                default -> {
                    if (text != null) {
                        text(TEXT, text);
                    } else {
                        number(answers.numbers[i]);
                    }
                }
            }
        }
        put(END);
    }

    private void number(long number) {
        if (number >= 0 && number < SMALL) {
            put((int) number);
            return;
        }
        int length = 8;
        while (length > 1 && number << (64 - 8 * (length - 1)) >> (64 - 8 * (length - 1)) == number) {
            length--;
        }
        put(NUMBER + length);
        for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) {
            put((int) (number >> shift));
        }
    }

    private void text(int mark, @Nullable String text) {
        byte[] utf8 = (text == null ? "" : text).getBytes(UTF_8);
        put(mark);
        count(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, at, utf8.length);
        at += utf8.length;
    }

    /** A number from 0: seven bits a byte, the lowest first. */
    private void count(int count) {
        int rest = count;
        while (rest >= 0x80) {
            put((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        put(rest);
    }

    private void put(int value) {
        room(1);
        bytes[at++] = (byte) value;
    }

    private void room(int more) {
        if (at + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, at + more));
        }
    }

    /** Spreads out what {@link #pack} wrote. */
    static void unpack(byte[] bytes, Answers answers) {
        answers.clear();
        int at = row(bytes, 0, answers, 0);
        long count = count(bytes, at);
        at = (int) (count >>> 32);
        for (int left = (int) count; left > 0; left--) {
            long key = count(bytes, at);
            int row = answers.addMember((int) key);
            at = row(bytes, (int) (key >>> 32), answers, answers.household + row * answers.stride);
        }
    }

    private static int row(byte[] bytes, int from, Answers answers, int start) {
        int at = from;
        int i = start;
        for (int mark = bytes[at++] & 0xFF; mark != END; mark = bytes[at++] & 0xFF) {
            if (mark < SMALL) {
                answers.number(i++, mark);
            } else if (mark < REFUSED) {
                i += mark - BLANKS + 1;
            } else if (mark > NUMBER) {
                int length = mark - NUMBER;
                long number = bytes[at++];
                for (int b = 1; b < length; b++) {
                    number = (number << 8) | (bytes[at++] & 0xFF);
                }
                answers.number(i++, number);
            } else if (mark == REFUSED) {
                answers.missing(i++, Answers.REFUSED);
            } else if (mark == DONT_KNOW) {
                answers.missing(i++, Answers.DONT_KNOW);
            } else {
                long length = count(bytes, at);
                at = (int) (length >>> 32);
                String text = new String(bytes, at, (int) length, UTF_8);
                at += (int) length;
                if (mark == TEXT) {
                    answers.text(i++, text);
                } else {
                    answers.invalid(i++, text);
                }
            }
        }
        return at;
    }

    /** A count in the lower half, and where the next byte is in the upper. */
    private static long count(byte[] bytes, int from) {
        int at = from;
        int count = 0;
        int shift = 0;
        int b;
        do {
            b = bytes[at++];
            count |= (b & 0x7F) << shift;
            shift += 7;
        } while (b < 0);
        return ((long) at << 32) | count;
    }
}
