package io.github.bmnkit.questionnaire;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The difference between two definitions of a form: what breaks answers that are stored, what may change verdicts on
 * them, and what does neither.
 *
 * @param changes every change: those of the form, its roster, parameters and lists, then those of the questions
 * @param renames questions that are gone and new ones that may be the same, the likeliest first; nothing is decided
 */
public record FormDiff(List<Change> changes, List<Rename> renames) {
    /** What a change does to answers that are stored. */
    public enum Impact {
        /** Some stored answers are no answers any more; a {@link Migration} says what becomes of them. */
        BREAKS("คำตอบเดิมใช้ไม่ได้", "breaks answers"),
        /** All answers stay, but what is asked, checked or calculated may come out otherwise. */
        MAY_CHANGE_VERDICTS("ผลอาจเปลี่ยน", "may change verdicts"),
        /** Answers and verdicts stay as they are. */
        HARMLESS("ไม่กระทบ", "harmless");

        private final Text text;

        Impact(String th, String en) {
            this.text = Text.of(th, en);
        }

        /**
         * Returns what to call it.
         *
         * @return the words
         */
        public Text text() {
            return text;
        }
    }

    /** What was changed. */
    public enum Kind {
        /** The id of the form. */
        FORM_ID("รหัสแบบสอบถาม", "form id"),
        /** The version of the form. */
        FORM_VERSION("รุ่นของแบบสอบถาม", "form version"),
        /** The status of the form. */
        FORM_STATUS("สถานะของแบบสอบถาม", "form status"),
        /** The title of the form. */
        FORM_TITLE("ชื่อแบบสอบถาม", "form title"),
        /** The rounds for which the form holds. */
        FORM_ROUNDS("รอบที่ใช้แบบสอบถาม", "rounds of the form"),
        /** The sources of the form or of a section. */
        SOURCES("แหล่งที่มา", "sources"),
        /** There is a roster now. */
        ROSTER_ADDED("เพิ่มรายชื่อสมาชิก", "roster added"),
        /** There is no roster any more. */
        ROSTER_REMOVED("ตัดรายชื่อสมาชิก", "roster removed"),
        /** The name or label of the roster. */
        ROSTER_LABEL("ชื่อของรายชื่อสมาชิก", "name of the roster"),
        /** How many members there may be. */
        ROSTER_LIMITS("จำนวนสมาชิกที่รับได้", "limits of the roster"),
        /** There is one parameter more. */
        PARAMETER_ADDED("เพิ่มพารามิเตอร์", "parameter added"),
        /** There is one parameter less. */
        PARAMETER_REMOVED("ตัดพารามิเตอร์", "parameter removed"),
        /** The value, type or unit of a parameter. */
        PARAMETER_VALUE("ค่าของพารามิเตอร์", "value of the parameter"),
        /** The label of a parameter. */
        PARAMETER_LABEL("ชื่อของพารามิเตอร์", "label of the parameter"),
        /** There is one list more. */
        LIST_ADDED("เพิ่มรายการรหัส", "code list added"),
        /** There is one list less; what it means for answers is told of the questions. */
        LIST_REMOVED("ตัดรายการรหัส", "code list removed"),
        /** The label of a list. */
        LIST_LABEL("ชื่อรายการรหัส", "label of the code list"),
        /** A list accepts codes that are not in it, now. */
        LIST_OPENED("รายการรหัสเปิดรับรหัสอื่น", "code list opened"),
        /** A list does not accept codes that are not in it any more. */
        LIST_CLOSED("รายการรหัสไม่รับรหัสอื่นแล้ว", "code list closed"),
        /** The list above a list. */
        LIST_PARENT("รายการที่อยู่เหนือขึ้นไป", "list above"),
        /** The attributes of the codes of a list. */
        LIST_ATTRIBUTES("คุณลักษณะของรหัส", "attributes of the list"),
        /** The order of the codes. */
        LIST_ORDER("ลำดับของรหัส", "order of codes"),
        /** There is one code more. */
        CODE_ADDED("เพิ่มรหัส", "code added"),
        /** There is one code less. */
        CODE_REMOVED("ตัดรหัส", "code removed"),
        /** The label of a code. */
        CODE_LABEL("ชื่อของรหัส", "label of the code"),
        /** The code above a code. */
        CODE_PARENT("รหัสที่อยู่เหนือขึ้นไป", "code above"),
        /** The rounds that use a code. */
        CODE_ROUNDS("รอบที่ใช้รหัส", "rounds of the code"),
        /** The attributes of a code. */
        CODE_ATTRIBUTES("คุณลักษณะของรหัส", "attributes of the code"),
        /** There is one section more. */
        SECTION_ADDED("เพิ่มตอน", "section added"),
        /** There is one section less; what it means is told of the questions. */
        SECTION_REMOVED("ตัดตอน", "section removed"),
        /** The title of a section. */
        SECTION_TITLE("ชื่อตอน", "title of the section"),
        /** When a section is asked. */
        SECTION_RELEVANCE("เงื่อนไขของตอน", "condition of the section"),
        /** There is one question more. */
        QUESTION_ADDED("เพิ่มข้อ", "question added"),
        /** There is one question less, or it has another name. */
        QUESTION_REMOVED("ตัดข้อ", "question removed"),
        /** A question stands elsewhere in the form. */
        QUESTION_MOVED("ย้ายข้อ", "question moved"),
        /** What kind of answer a question takes. */
        QUESTION_TYPE("ชนิดคำตอบ", "type"),
        /** Whether a question is about the household or each member. */
        QUESTION_LEVEL("ถามรายครัวเรือนหรือรายสมาชิก", "level"),
        /** The digits after the point. */
        QUESTION_DIGITS("จำนวนหลักทศนิยม", "digits"),
        /** The unit. */
        QUESTION_UNIT("หน่วย", "unit"),
        /** The code list of a question. */
        QUESTION_LIST("รายการรหัสของข้อ", "code list of the question"),
        /** The question within whose answer the answer lies. */
        QUESTION_WITHIN("ข้อที่อยู่เหนือขึ้นไป", "question above"),
        /** When an answer is due. */
        QUESTION_REQUIRED("เงื่อนไขที่ต้องตอบ", "when required"),
        /** Whether the informant may refuse. */
        QUESTION_REFUSABLE("ปฏิเสธได้หรือไม่", "refusable"),
        /** When a question is asked. */
        QUESTION_RELEVANCE("เงื่อนไขที่ถาม", "when asked"),
        /** What an answer must fulfil. */
        QUESTION_CONSTRAINT("เงื่อนไขของคำตอบ", "constraint"),
        /** How it is calculated. */
        QUESTION_CALCULATION("วิธีคำนวณ", "calculation"),
        /** The time that the answer is about. */
        QUESTION_PERIOD("ช่วงเวลาที่ถามถึง", "period"),
        /** Whether the answer is personal data. */
        QUESTION_PERSONAL("เป็นข้อมูลส่วนบุคคลหรือไม่", "personal"),
        /** The label of a question. */
        QUESTION_LABEL("ข้อความถาม", "label"),
        /** The number printed on the form. */
        QUESTION_NUMBER("เลขข้อ", "printed number"),
        /** The hint. */
        QUESTION_HINT("คำอธิบาย", "hint"),
        /** The message of a constraint. */
        QUESTION_MESSAGE("ข้อความเมื่อตอบผิด", "message");

        private final Text text;

        Kind(String th, String en) {
            this.text = Text.of(th, en);
        }

        /**
         * Returns what to call it.
         *
         * @return the words
         */
        public Text text() {
            return text;
        }
    }

    /**
     * One change.
     *
     * @param impact what it does to stored answers
     * @param kind what was changed
     * @param name the question, parameter, list or section; the id of the newer form for what concerns the whole
     * @param code the code of a list; null for what is about no code
     * @param before what it was; null for nothing
     * @param after what it is; null for nothing
     */
    public record Change(
            Impact impact,
            Kind kind,
            String name,
            @Nullable String code,
            @Nullable Text before,
            @Nullable Text after) {
        /**
         * Checks that the parts are there that every change has.
         *
         * @param impact what it does to stored answers
         * @param kind what was changed
         * @param name the question, parameter, list or section; the id of the newer form for what concerns the whole
         * @param code the code of a list; null for what is about no code
         * @param before what it was; null for nothing
         * @param after what it is; null for nothing
         */
        public Change {
            requireNonNull(impact, "impact");
            requireNonNull(kind, "kind");
            requireNonNull(name, "name");
        }

        /**
         * Says the change in words.
         *
         * @return such as {@code breaks answers: unit of income, baht -> baht/year}
         */
        public Text text() {
            return Text.of(say(Text.THAI), say(Locale.ROOT));
        }

        private String say(Locale locale) {
            String where = code == null ? name : name + " " + code;
            String values = before == null && after == null
                    ? ""
                    : ", " + FormDiffTable.shown(before, locale) + " -> " + FormDiffTable.shown(after, locale);
            return impact.text().in(locale) + ": " + kind.text().in(locale) + ", " + where + values;
        }

        /** Returns the English words. */
        @Override
        public String toString() {
            return text().en();
        }
    }

    /**
     * A question that may have got another name.
     *
     * @param from the question that is gone
     * @param to the new question, of the same type and level
     * @param likeness how alike names and labels are, 50 to 100
     */
    public record Rename(String from, String to, int likeness) {
        /**
         * Checks that the names are there.
         *
         * @param from the question that is gone
         * @param to the new question, of the same type and level
         * @param likeness how alike names and labels are, 50 to 100
         */
        public Rename {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }
    }

    /**
     * Copies the lists.
     *
     * @param changes every change
     * @param renames questions that are gone and new ones that may be the same
     */
    public FormDiff {
        changes = List.copyOf(changes);
        renames = List.copyOf(renames);
    }

    /**
     * Compares two forms.
     *
     * @param older the form to which answers are stored
     * @param newer the form that takes its place
     * @return the difference; without changes if the forms are equal
     */
    public static FormDiff between(Questionnaire older, Questionnaire newer) {
        return new FormComparison(requireNonNull(older, "older"), requireNonNull(newer, "newer")).compare();
    }

    /**
     * Returns the changes of some impacts.
     *
     * @param impacts the impacts
     * @return the changes, in their order
     */
    public List<Change> changes(Impact... impacts) {
        List<Impact> wanted = Arrays.asList(impacts);
        return changes.stream()
                .filter(change -> wanted.contains(change.impact()))
                .toList();
    }

    /**
     * Tells whether some stored answers need a {@link Migration}.
     *
     * @return true if a change breaks answers
     */
    public boolean breaksAnswers() {
        return !changes(Impact.BREAKS).isEmpty();
    }

    /**
     * Writes the difference as a table for people, the gravest changes first.
     *
     * @param locale Thai, or else English
     * @return lines of text in columns
     */
    public String table(Locale locale) {
        return FormDiffTable.write(this, locale);
    }

    /** Returns the table in English. */
    @Override
    public String toString() {
        return table(Locale.ROOT);
    }
}
