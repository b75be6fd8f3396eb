package io.github.bmnkit.interview;

/**
 * How far an interview has come. Both numbers change with every answer that opens or closes other questions.
 *
 * @param answered how many of the relevant questions have an answer, a refusal or a don't know
 * @param relevant how many questions are to be asked as far as can be told now, those of each member counted
 */
public record Progress(int answered, int relevant) {
    /**
     * Checks that the numbers fit together.
     *
     * @param answered how many of the relevant questions have an answer, a refusal or a don't know
     * @param relevant how many questions are to be asked as far as can be told now, those of each member counted
     */
    public Progress {
        if (answered < 0 || answered > relevant) {
            throw new IllegalArgumentException(answered + " answers to " + relevant + " questions");
        }
    }
}
