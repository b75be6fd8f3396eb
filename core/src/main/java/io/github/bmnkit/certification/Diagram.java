package io.github.bmnkit.certification;

/** Draws the table of {@link Step} in the language of Mermaid. */
final class Diagram {
    private Diagram() {}

    static String of(CertificationDefinition definition) {
        StringBuilder text =
                new StringBuilder("stateDiagram-v2\n    [*] --> OPEN\n    OPEN --> READY: conditions met\n");
        for (Step step : Step.values()) {
            boolean extension = step == Step.RETURN;
            if (extension && !definition.has(Extension.RETURN_UNIT) && !definition.has(Extension.REOPEN)) {
                continue;
            }
            for (Stage from : step.from()) {
                Stage drawn = step == Step.PRESENT ? Stage.READY : from;
                text.append("    ").append(drawn).append(" --> ").append(step.to());
                text.append(": ").append(step.text().en()).append('\n');
            }
            if (step == Step.RECEIVE) {
                text.append("    SUBMITTED --> SUBMITTED: ").append(step.text().en());
                text.append(" (papers missing)\n");
            }
        }
        return text.toString();
    }
}
