package io.github.bmnkit.expression;

import io.github.bmnkit.finding.Text;

/** What kind of value a name or an expression has. */
public enum ValueType {
    /** True, false or unknown: a condition. No name has it; a flag is written {@code if(condition, 1, 0)}. */
    TRUTH("เงื่อนไข", "a condition"),
    /** A whole number. */
    INTEGER("จำนวนเต็ม", "a whole number"),
    /** A number with a fixed number of digits after the point. */
    DECIMAL("ทศนิยม", "a decimal"),
    /** A text. */
    TEXT("ข้อความ", "a text"),
    /** A calendar date. */
    DATE("วันที่", "a date"),
    /** One code of a list. */
    CODE("รหัสจากรายการ", "a code"),
    /** Any number of codes of a list. */
    CODES("รหัสหลายข้อ", "several codes");

    private final String th;
    private final String en;

    ValueType(String th, String en) {
        this.th = th;
        this.en = en;
    }

    /**
     * Returns what to call this type.
     *
     * @return the words in Thai and English, for use within a sentence
     */
    public Text text() {
        return Text.of(th, en);
    }

    /**
     * Tells whether it is a number.
     *
     * @return true for {@link #INTEGER} and {@link #DECIMAL}
     */
    public boolean isNumber() {
        return this == INTEGER || this == DECIMAL;
    }
}
