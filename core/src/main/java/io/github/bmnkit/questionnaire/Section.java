package io.github.bmnkit.questionnaire;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions that belong together.
 *
 * @param id the name of the section, unique within the form
 * @param title its heading
 * @param sources the keys of the sources that it rests on; empty for all of the form's
 * @param relevance a condition on the household without which none of its questions is asked; null if always asked
 * @param questions the questions, in the order in which they are asked
 */
public record Section(
        String id,
        Text title,
        List<String> sources,
        @Nullable String relevance,
        List<Question> questions) {
    /**
     * Copies the lists.
     *
     * @param id the name of the section, unique within the form
     * @param title its heading
     * @param sources the keys of the sources that it rests on; empty for all of the form's
     * @param relevance a condition on the household without which none of its questions is asked; null if always asked
     * @param questions the questions, in the order in which they are asked
     */
    public Section {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        sources = List.copyOf(sources);
        questions = List.copyOf(questions);
    }

    /**
     * Returns a section that is always asked.
     *
     * @param id the name of the section
     * @param title its heading
     * @param questions the questions
     * @return the section
     */
    public static Section of(String id, Text title, List<Question> questions) {
        return new Section(id, title, List.of(), null, questions);
    }
}
