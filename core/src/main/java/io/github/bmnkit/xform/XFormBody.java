package io.github.bmnkit.xform;

import static io.github.bmnkit.xform.XFormBuilder.id;
import static io.github.bmnkit.xform.XFormBuilder.itext;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Roster;
import io.github.bmnkit.questionnaire.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is shown: a group for each section, and where the first question about members stands, the repeat with all
 * of them. Calculations are not shown.
 */
final class XFormBody {
    private final Questionnaire form;
    private final XFormPaths paths;
    private final Set<String> texts;
    private final XFormWriter xml;

    /** The section of which the group is open. */
    private @Nullable String open;

    XFormBody(Questionnaire form, XFormPaths paths, Set<String> texts, XFormWriter xml) {
        this.form = form;
        this.paths = paths;
        this.texts = texts;
        this.xml = xml;
    }

    private static boolean isShown(Question question) {
        return question.type() != QuestionType.CALCULATE;
    }

    private static Optional<Question> firstOfMembers(Questionnaire form) {
        return form.questions().stream()
                .filter(question -> question.level() == Level.MEMBER)
                .findFirst();
    }

    /** Whether something of the household stands between the first question about members and this one. */
    static boolean isMoved(Questionnaire form, Question question) {
        List<Question> all = form.questions();
        return question.level() == Level.MEMBER
                && all.subList(all.indexOf(firstOfMembers(form).orElseThrow()), all.indexOf(question)).stream()
                        .anyMatch(before -> before.level() == Level.HOUSEHOLD && isShown(before));
    }

    void write() {
        xml.open("h:body");
        Roster roster = form.roster().orElse(null);
        Question first = firstOfMembers(form).orElse(null);
        if (roster != null && first == null) {
            repeat(roster);
        }
        for (Section section : form.sections()) {
            for (Question question : section.questions()) {
                if (roster != null && question.equals(first)) {
                    leave();
                    repeat(roster);
                } else if (question.level() == Level.HOUSEHOLD && isShown(question)) {
                    enter(section);
                    control(question);
                }
            }
            leave();
        }
        xml.close();
    }

    private void enter(Section section) {
        if (open == null) {
            open = section.id();
            xml.open("group", "ref", paths.section(section.id()));
            label(id(section.id(), "section"));
        }
    }

    private void leave() {
        if (open != null) {
            open = null;
            xml.close();
        }
    }

    private void repeat(Roster roster) {
        xml.open("group", "ref", paths.roster());
        label(id(roster.name(), "members"));
        xml.open("repeat", "nodeset", paths.roster());
        for (Section section : form.sections()) {
            List<Question> shown = section.questions().stream()
                    .filter(question -> question.level() == Level.MEMBER && isShown(question))
                    .toList();
            if (!shown.isEmpty()) {
                xml.open("group");
                label(id(section.id(), "section"));
                shown.forEach(this::control);
                xml.close();
            }
        }
        xml.close().close();
    }

    private void control(Question question) {
        String ref = paths.of(question.name());
        Optional<CodeList> list = Optional.ofNullable(question.list())
                .flatMap(form::list)
                .filter(codes -> !codes.codes().isEmpty());
        if (list.isPresent()) {
            xml.open(question.type() == QuestionType.SELECT_MULTIPLE ? "select" : "select1", "ref", ref);
        } else if (question.type() == QuestionType.ATTACHMENT) {
            xml.open("upload", "ref", ref, "mediatype", "image/*");
        } else {
            xml.open("input", "ref", ref);
        }
        label(id(question.name(), "label"));
        if (texts.contains(id(question.name(), "hint"))) {
            xml.empty("hint", "ref", itext(id(question.name(), "hint")));
        }
        list.ifPresent(codes -> xml.open("itemset", "nodeset", items(question, codes.id()))
                .empty("value", "ref", XFormLists.CODE)
                .empty("label", "ref", "jr:itext(" + XFormLists.LABEL + ")")
                .close());
        xml.close();
    }

    private String items(Question question, String list) {
        String items = "instance(" + XFormExpressions.quote(list) + ")/root/item";
        String above = question.within();
        if (above == null) {
            return items;
        }
        String household = paths.household(above);
        return items + "[" + XFormLists.PARENT + " = " + (household == null ? "current()/../" + above : household)
                + "]";
    }

    private void label(String id) {
        xml.empty("label", "ref", itext(id));
    }
}
