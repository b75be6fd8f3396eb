package io.github.bmnkit.expression;

/** The check digit of the Thai national ID: weights 13 to 2, then eleven minus the sum modulo eleven, modulo ten. */
final class CheckDigit {
    private static final int LENGTH = 13;

    private CheckDigit() {}

    static boolean isValid(CharSequence text, int from, int to) {
        if (to - from != LENGTH) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = text.charAt(from + i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            if (i == LENGTH - 1) {
                return digit == (11 - sum % 11) % 10;
            }
            sum += digit * (LENGTH - i);
        }
        return false;
    }
}
