package io.github.bmnkit.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.examples.synthetic.CleanHousehold;
import io.github.bmnkit.examples.synthetic.CleanHouseholds;
import io.github.bmnkit.examples.synthetic.PlantedFault;
import io.github.bmnkit.examples.synthetic.PlantedFaults;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The file that a district sends in, one household in a line. Households and people are made up; into some households a
 * fault was planted, which this keeps as the truth to measure against. The same at every run.
 */
final class MadeUpSurvey {
    static final int HOUSEHOLDS = 5_000;

    private static final int PERCENT_FAULTY = 4;
    private static final int PERCENT_FAULTY_OF_CARELESS = 25;

    private final Questionnaire form;
    private final List<AreaCode> villages;
    private final Random random = new Random(2564);
    private final List<PlantedFault> faults = new ArrayList<>(PlantedFaults.all());
    private final Map<HouseholdId, PlantedFault> planted = new HashMap<>();
    private Value borrowed = Value.text("");
    private int broken;

    MadeUpSurvey(Questionnaire form, List<AreaCode> villages) {
        this.form = form;
        this.villages = List.copyOf(villages);
        Collections.shuffle(faults, random);
    }

    /** Which fault is in which household; those of broken lines are not among them. */
    Map<HouseholdId, PlantedFault> planted() {
        return planted;
    }

    int broken() {
        return broken;
    }

    void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
            for (int i = 0; i < HOUSEHOLDS; i++) {
                String line = household(i).toJson();
                if (i % 1_000 == 500) {
                    broken++;
                    line = line.substring(0, line.length() / 2);
                }
                out.write(line + "\n");
            }
        }
    }

    private HouseholdResponse household(int number) {
        int village = (int) ((long) number * villages.size() / HOUSEHOLDS);
        String code = villages.get(village).value();
        HouseholdId id = HouseholdId.of(code + "-" + number);
        CleanHousehold clean = CleanHouseholds.household(form, number, id, form.lastRound(), VillageCode.of(code));
        if (number % 1_000 == 500) {
            return clean.response();
        }
        // In every 17th village the collector is careless.
        int percent = village % 17 == 3 ? PERCENT_FAULTY_OF_CARELESS : PERCENT_FAULTY;
        return random.nextInt(100) < percent ? faulty(id, clean) : listedTwice(number, clean.response());
    }

    /** Some mistakes are made more often than others. */
    private HouseholdResponse faulty(HouseholdId id, CleanHousehold clean) {
        Optional<HouseholdResponse> response = Optional.empty();
        while (response.isEmpty()) {
            PlantedFault fault = faults.get(random.nextInt(1 + random.nextInt(1 + random.nextInt(faults.size()))));
            response = fault.in(clean);
            planted.put(id, fault);
        }
        return response.get();
    }

    /** Every thousandth head of a household is listed in the next one, too. */
    private HouseholdResponse listedTwice(int number, HouseholdResponse response) {
        AnswerPath id = AnswerPath.of("id_card", response.members().get(0));
        if (number % 1_000 == 100) {
            borrowed = response.answer(id);
        }
        return number % 1_000 == 101 ? response.edit().answer(id, borrowed).build() : response;
    }

    /** The truth, as a host would keep it beside such a file. */
    String truth() {
        return planted.entrySet().stream()
                .map(entry -> entry.getKey() + "," + entry.getValue().id())
                .sorted()
                .collect(Collectors.joining("\n", "household,planted\n", "\n"));
    }
}
