package io.github.bmnkit.batch;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.validation.HouseholdValidator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a batch counts the outcomes of, and by which seed it chooses samples: only equal ones merge. */
final class Checks {
    /** One edit. */
    record Edit(String id, Severity severity, Text text) {}

    final String form;
    final String rules;
    final long seed;
    final int sampleSize;
    final List<Edit> edits;
    final long[] salts;
    private final Map<String, Integer> places = new HashMap<>();

    Checks(String form, String rules, long seed, int sampleSize, List<Edit> edits) {
        this.form = form;
        this.rules = rules;
        this.seed = seed;
        this.sampleSize = sampleSize;
        this.edits = List.copyOf(edits);
        this.salts = new long[edits.size()];
        for (int i = 0; i < salts.length; i++) {
            places.put(edits.get(i).id(), i);
            salts[i] = Samples.hash(seed, edits.get(i).id());
        }
    }

    static Checks of(HouseholdValidator validator, long seed, int sampleSize) {
        Questionnaire form = validator.form();
        List<Edit> edits = new ArrayList<>();
        for (List<? extends FindingCode> codes : List.of(validator.edits(), validator.acrossHouseholds())) {
            codes.forEach(code -> edits.add(new Edit(code.id(), code.severity(), code.text())));
        }
        for (AcrossFinding code : AcrossFinding.values()) {
            edits.add(new Edit(code.id(), code.severity(), code.counted()));
        }
        return new Checks(form.id() + ":" + form.version(), validator.rules().coordinate(), seed, sampleSize, edits);
    }

    int size() {
        return edits.size();
    }

    /** The place of an edit; -1 if there is no such edit. */
    int place(String id) {
        return places.getOrDefault(id, -1);
    }

    boolean isSameAs(Checks other) {
        return this == other
                || (form.equals(other.form)
                        && rules.equals(other.rules)
                        && seed == other.seed
                        && sampleSize == other.sampleSize
                        && edits.equals(other.edits));
    }
}
