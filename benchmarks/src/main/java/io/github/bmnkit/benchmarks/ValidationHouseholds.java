package io.github.bmnkit.benchmarks;

import io.github.bmnkit.examples.synthetic.CleanHousehold;
import io.github.bmnkit.examples.synthetic.CleanHouseholds;
import io.github.bmnkit.examples.synthetic.PlantedFault;
import io.github.bmnkit.examples.synthetic.PlantedFaults;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.HouseholdResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Made-up households as the country has them: 2.9 members on average, every 20th with a planted fault, and
 * some with what is rare, so that every rule applies somewhere.
 */
final class ValidationHouseholds {
    private static final int FAULTY = 20;

    /** Of so many households one each has something that is rare. */
    private static final int RARE = 53;

    private ValidationHouseholds() {}

    /** So many households; the same for the same number. Faults whose ids match are not planted. */
    static List<HouseholdResponse> of(Questionnaire form, int count, Pattern not) {
        List<PlantedFault> faults = PlantedFaults.all().stream()
                .filter(fault -> !not.matcher(fault.id()).matches())
                .toList();
        List<HouseholdResponse> households = new ArrayList<>();
        int next = 0;
        for (int seed = 0; seed < count; seed++) {
            CleanHousehold clean = CleanHouseholds.household(form, seed);
            int rare = seed % RARE;
            Optional<HouseholdResponse> faulty = Optional.empty();
            while (seed % FAULTY == 0 && faulty.isEmpty()) {
                next += 7;
                faulty = faults.get(next % faults.size()).in(clean);
            }
            households.add(faulty.orElseGet(() -> RareHouseholds.vary(clean, rare)));
        }
        return households;
    }
}
