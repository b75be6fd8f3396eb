package io.github.bmnkit.interview;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.Check;

/**
 * Something that stands between an interview and its completion: an answer that is due, or one that cannot stay as it is.
 *
 * @param path where it is; for {@link Check#ROSTER} the name of the roster
 * @param check what is not met: {@link Check#REQUIRED} if an answer is due
 */
public record Gap(AnswerPath path, Check check) {
    /**
     * Checks that the parts are there.
     *
     * @param path where it is; for {@link Check#ROSTER} the name of the roster
     * @param check what is not met: {@link Check#REQUIRED} if an answer is due
     */
    public Gap {
        requireNonNull(path, "path");
        requireNonNull(check, "check");
    }

    /** Returns path and check, such as {@code age[3]:required}. */
    @Override
    public String toString() {
        return path + ":" + check;
    }
}
