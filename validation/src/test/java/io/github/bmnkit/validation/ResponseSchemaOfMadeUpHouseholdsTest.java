package io.github.bmnkit.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.examples.synthetic.CleanHousehold;
import io.github.bmnkit.examples.synthetic.CleanHouseholds;
import io.github.bmnkit.examples.synthetic.HostCodes;
import io.github.bmnkit.examples.synthetic.PlantedFault;
import io.github.bmnkit.examples.synthetic.PlantedFaults;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResponseSchema;
import io.github.bmnkit.response.ResponseState;
import io.github.bmnkit.testing.Responses;
import io.github.bmnkit.testing.SchemaComparison;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * networknt, which runs the schema of the reference form, and this SDK object to the same answers of made-up households:
 * clean ones, those with a planted fault, and random ones. It stands here because the made-up households rest on core.
 */
class ResponseSchemaOfMadeUpHouseholdsTest {
    private static final int HOUSEHOLDS = 4 * Integer.getInteger("schema.households", 5);
    private static final double MOST_LEFT_OUT = 0.02;

    @Test
    void networkntAgreesOnTheReferenceForm() {
        Questionnaire form = HostCodes.form();
        ResponseSchema schema = ResponseSchema.of(form);
        SchemaComparison comparison = new SchemaComparison(form, schema, schema.json());
        List<PlantedFault> faults = PlantedFaults.all();
        Random random = new Random(7);
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            CleanHousehold clean = CleanHouseholds.household(form, seed);
            comparison.compare(clean.response());
            faults.forEach(fault -> fault.in(clean).ifPresent(comparison::compare));
            compare(comparison, Responses.any(form, random.nextInt(6), random));
            compare(comparison, Responses.valid(form, random.nextInt(5), random));
        }
        SchemaComparison.Tally tally = new SchemaComparison.Tally();
        tally.add(comparison);
        System.out.println("reference form: " + tally);
        assertThat(comparison.unexplained).isEmpty();
        assertThat(tally.metEveryCheck()).isTrue();
        assertThat(tally.leftOut()).isLessThan((long) (tally.answers() * MOST_LEFT_OUT));
    }

    private static void compare(SchemaComparison comparison, HouseholdResponse response) {
        comparison.compare(response);
        comparison.compare(response.edit().state(ResponseState.DRAFT).build());
    }
}
