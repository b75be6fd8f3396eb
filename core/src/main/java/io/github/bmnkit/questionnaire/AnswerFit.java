package io.github.bmnkit.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What keeps stored answers to a question from being answers to another one, or to the same in another form. What the
 * difference of two forms calls breaking, and what a migration must see to, is decided here for both.
 *
 * @param kind what stands in the way
 * @param code the code that it is about; empty for none
 */
record AnswerFit(FormDiff.Kind kind, String code) {

    /** Everything that stands in the way; nothing if each answer can stay as it is. */
    static List<AnswerFit> obstacles(
            Question older, @Nullable CodeList olderList, Question newer, @Nullable CodeList newerList) {
        List<AnswerFit> found = new ArrayList<>();
        if (older.level() != newer.level()) {
            add(found, FormDiff.Kind.QUESTION_LEVEL);
        }
        boolean widened = older.type() == QuestionType.INTEGER && newer.type() == QuestionType.DECIMAL;
        if (older.type() != newer.type() && !widened) {
            add(found, FormDiff.Kind.QUESTION_TYPE);
            if (!areAlike(older.type(), newer.type())) {
                return found;
            }
        }
        if (newer.digits() < older.digits()) {
            add(found, FormDiff.Kind.QUESTION_DIGITS);
        }
        if (!Objects.equals(older.unit(), newer.unit())) {
            add(found, FormDiff.Kind.QUESTION_UNIT);
        }
        if (olderList != null && newerList != null) {
            if (olderList.open() && !newerList.open()) {
                add(found, FormDiff.Kind.LIST_CLOSED);
            }
            if (!newerList.open()) {
                olderList.codes().stream()
                        .map(Code::code)
                        .filter(code -> newerList.code(code).isEmpty())
                        .forEach(code -> found.add(new AnswerFit(FormDiff.Kind.CODE_REMOVED, code)));
            }
        }
        return found;
    }

    /** Whether more can be said of two types than that they differ. */
    private static boolean areAlike(QuestionType older, QuestionType newer) {
        return (older.isChoice() && newer.isChoice()) || (isNumber(older) && isNumber(newer));
    }

    static boolean isNumber(QuestionType type) {
        return type == QuestionType.INTEGER || type == QuestionType.DECIMAL;
    }

    private static void add(List<AnswerFit> found, FormDiff.Kind kind) {
        found.add(new AnswerFit(kind, ""));
    }

    static @Nullable CodeList list(Questionnaire form, Question question) {
        String id = question.list();
        return id == null ? null : form.list(id).orElse(null);
    }

    /** Whether answers to it are stored: what is calculated is calculated anew. */
    static boolean isStored(Question question) {
        return question.type().isAsked();
    }
}
