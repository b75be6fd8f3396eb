package io.github.bmnkit.xform;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the one repeat stands: around sections that are about members throughout, or else around questions that follow
 * one another within a section. Whatever else is about members moves to its end.
 *
 * @param first the first section that it holds, or the section within which it stands; -1 if there is none
 * @param last the last section that it holds; the same as the first if it stands within
 * @param from the first question that it holds within the section; -1 if it holds sections
 * @param to the last question that it holds within the section
 * @param moved what stands elsewhere in the form
 */
record XlsFormLayout(int first, int last, int from, int to, List<Spot> moved) {
    /** A question by the positions of its section and in it, from 0. */
    record Spot(int section, int question) {}

    static XlsFormLayout of(Questionnaire form) {
        List<Section> sections = form.sections();
        List<Spot> members = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            for (int j = 0; j < sections.get(i).questions().size(); j++) {
                if (isOfMember(sections.get(i).questions().get(j))) {
                    members.add(new Spot(i, j));
                }
            }
        }
        if (members.isEmpty()) {
            return new XlsFormLayout(-1, -1, -1, -1, List.of());
        }
        Spot start = members.get(0);
        int last = start.section();
        int from = -1;
        int to = -1;
        if (isOfMembers(sections.get(start.section()))) {
            while (last + 1 < sections.size() && isOfMembers(sections.get(last + 1))) {
                last++;
            }
        } else {
            List<Question> questions = sections.get(start.section()).questions();
            from = start.question();
            to = from;
            while (to + 1 < questions.size() && isOfMember(questions.get(to + 1))) {
                to++;
            }
        }
        XlsFormLayout layout = new XlsFormLayout(start.section(), last, from, to, List.of());
        List<Spot> moved = members.stream().filter(spot -> !layout.holds(spot)).toList();
        return new XlsFormLayout(start.section(), last, from, to, moved);
    }

    private static boolean isOfMember(Question question) {
        return question.level() == Level.MEMBER;
    }

    private static boolean isOfMembers(Section section) {
        return !section.questions().isEmpty() && section.questions().stream().allMatch(XlsFormLayout::isOfMember);
    }

    private boolean holds(Spot spot) {
        boolean section = first <= spot.section() && spot.section() <= last;
        return section && (from < 0 || (from <= spot.question() && spot.question() <= to));
    }

    boolean isEmpty() {
        return first < 0;
    }

    /** Whether a whole section stands within the repeat. */
    boolean holdsSection(int section) {
        return from < 0 && first >= 0 && first <= section && section <= last;
    }

    boolean opensBefore(int section) {
        return from < 0 && section == first;
    }

    boolean closesAfter(int section) {
        return from < 0 && section == last;
    }

    boolean opensBefore(int section, int question) {
        return section == first && question == from;
    }

    boolean closesAfter(int section, int question) {
        return section == first && from >= 0 && question == to;
    }

    boolean isMoved(int section, int question) {
        return moved.contains(new Spot(section, question));
    }
}
