package io.github.bmnkit.response;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Migration;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.ArrayList;
import java.util.List;

/** Carries the answers of one response over to another version of its form. */
final class CarryingOver {
    private final Migration.Plan plan;
    private final Answers to;
    private final List<Finding> findings;

    private CarryingOver(Migration.Plan plan, Answers to, List<Finding> findings) {
        this.plan = plan;
        this.to = to;
        this.findings = findings;
    }

    static Reading<HouseholdResponse> of(HouseholdResponse response, Questionnaire newer, Migration migration) {
        Reading<Migration.Plan> plan = migration.plan(response.form(), newer);
        List<Finding> findings = new ArrayList<>(plan.findings());
        if (!newer.holdsFor(response.round())) {
            findings.add(Finding.of(ResponseFinding.OTHER_ROUND)
                    .with("form", newer.id() + ":" + newer.version())
                    .with("round", Integer.toString(response.round())));
        }
        if (plan.optional().isEmpty() || !newer.holdsFor(response.round())) {
            return Reading.nothing(findings);
        }
        Answers to = new Answers(newer);
        response.members().forEach(to::addMember);
        CarryingOver carrying = new CarryingOver(plan.value(), to, findings);
        response.answered().forEach(path -> carrying.carry(response, path));
        HouseholdResponse carried = HouseholdResponse.of(
                to, response.household(), response.round(), response.state(), response.lastKey(), response.paradata());
        return Reading.of(carried, findings);
    }

    private void carry(HouseholdResponse response, AnswerPath path) {
        boolean claim = path.itemWithValue(response.form()).calculation().isPresent();
        if (claim) {
            return; // it is calculated anew
        }
        Migration.Outcome outcome = plan.apply(path.question(), response.answer(path));
        if (outcome instanceof Migration.Outcome.NotCarried not) {
            Place place = path.member() == 0 ? Place.nowhere() : Place.nowhere().withMember(path.member());
            findings.add(Finding.of(ResponseFinding.NOT_CARRIED)
                    .with("question", path.question())
                    .with("reason", not.reason().text())
                    .at(place));
        } else if (outcome instanceof Migration.Outcome.Carried carried) {
            AnswerPath target = new AnswerPath(carried.question(), path.member());
            Item item = target.itemWithValue(to.form);
            int at = to.at(item, HouseholdResponse.row(to, target));
            boolean unreadable = carried.value().equals(Value.of(Missing.INVALID));
            Answering.value(
                    to, at, item, unreadable ? Value.text(response.written(path).orElse("")) : carried.value());
        }
    }
}
