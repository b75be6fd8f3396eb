package io.github.bmnkit.release;

import io.github.bmnkit.finding.Text;

/** What an answer can give away about whom it is about. */
public enum DisclosureRole {
    /** Names one person or household: a name, a number, a place on the map, a picture. Dropped, or replaced by a key. */
    DIRECT_IDENTIFIER("ตัวระบุโดยตรง", "direct identifier"),
    /** Known to others as well, so that several together single somebody out: sex, age, occupation. Held to k-anonymity. */
    QUASI_IDENTIFIER("ตัวระบุโดยอ้อม", "quasi-identifier"),
    /** May say anything. Released only where the host gives a reason. */
    FREE_TEXT("ข้อความอิสระ", "free text"),
    /** What the data are about, and others do not know. */
    OTHER("อื่น ๆ", "other");

    private final Text text;

    DisclosureRole(String th, String en) {
        text = Text.of(th, en);
    }

    /**
     * Returns the name of the role.
     *
     * @return the name in Thai and English
     */
    public Text text() {
        return text;
    }
}
