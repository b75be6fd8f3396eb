package io.github.bmnkit.identity;

import io.github.bmnkit.finding.Text;

/** What a character is, said without showing it. */
enum CharacterKind {
    LETTER("ตัวอักษรหรือสระ", "a letter or vowel sign"),
    FOREIGN_DIGIT("ตัวเลขของอักษรอื่น", "a digit of another script"),
    INVISIBLE("อักขระควบคุมหรืออักขระที่มองไม่เห็น", "a control or invisible character"),
    PRIVATE_USE("อักขระเฉพาะของแบบอักษร", "a private-use character of some font"),
    SIGN("เครื่องหมาย", "a sign");

    private final String th;
    private final String en;

    CharacterKind(String th, String en) {
        this.th = th;
        this.en = en;
    }

    Text text() {
        return Text.of(th, en);
    }

    static CharacterKind of(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> LETTER;
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> FOREIGN_DIGIT;
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> INVISIBLE;
            case Character.PRIVATE_USE -> PRIVATE_USE;
            default -> SIGN;
        };
    }

    /** Tells whether a text that people see must not hold such a character. */
    boolean isForbidden() {
        return this == INVISIBLE || this == PRIVATE_USE;
    }

    static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.getType(codePoint) == Character.SPACE_SEPARATOR;
    }
}
