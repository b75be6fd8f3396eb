package io.github.bmnkit.questionnaire;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.questionnaire.Migration.FormVersion;
import io.github.bmnkit.questionnaire.Migration.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a migration against the forms that it leads from and to. */
final class MigrationCheck {
    private final Migration migration;
    private final Questionnaire older;
    private final Questionnaire newer;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Step> steps = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();

    MigrationCheck(Migration migration, Questionnaire older, Questionnaire newer) {
        this.migration = migration;
        this.older = older;
        this.newer = newer;
    }

    Reading<Migration.Plan> plan() {
        checkForm(migration.from(), FormVersion.of(older));
        checkForm(migration.to(), FormVersion.of(newer));
        for (int i = 0; i < migration.steps().size(); i++) {
            Step step = migration.steps().get(i);
            Place place = migration.place(i);
            Question question = older.question(step.question()).orElse(null);
            if (question == null) {
                add(place, Finding.of(MigrationFinding.UNKNOWN_QUESTION).with("name", step.question()));
            } else if (!AnswerFit.isStored(question)) {
                add(place, Finding.of(MigrationFinding.NOT_ANSWERED).with("name", step.question()));
            } else if (steps.putIfAbsent(step.question(), step) != null) {
                add(place, Finding.of(MigrationFinding.QUESTION_TWICE).with("name", step.question()));
            } else {
                places.put(step.question(), place);
            }
        }
        Map<String, MigrationRoute> routes = new LinkedHashMap<>();
        older.questions().forEach(question -> routes.put(question.name(), route(question)));
        return findings.isEmpty() ? Reading.of(new Migration.Plan(routes)) : Reading.nothing(findings);
    }

    private void checkForm(FormVersion expected, FormVersion found) {
        if (!expected.equals(found)) {
            findings.add(Finding.of(MigrationFinding.WRONG_FORM)
                    .with("expected", expected.toString())
                    .with("found", found.toString()));
        }
    }

    private void add(Place place, Finding finding) {
        findings.add(finding.at(place));
    }

    private MigrationRoute route(Question question) {
        String name = question.name();
        Step step = steps.get(name);
        Place place = places.getOrDefault(name, Place.nowhere());
        if (!AnswerFit.isStored(question)) {
            return new MigrationRoute(question, null, null, Step.keep(name));
        }
        if (step != null && step.drop()) {
            if (!step.equals(Step.drop(name))) {
                refuse(place, name, "drop");
            }
            return new MigrationRoute(question, null, null, step);
        }
        String to = step == null || step.to() == null ? name : step.to();
        Question target = newer.question(to).orElse(null);
        if (target == null) {
            if (step == null || step.to() == null) {
                uncovered(place, new AnswerFit(FormDiff.Kind.QUESTION_REMOVED, ""), name);
            } else {
                add(place, Finding.of(MigrationFinding.UNKNOWN_TARGET).with("name", to));
            }
            return new MigrationRoute(question, null, null, Step.drop(name));
        }
        String other = targets.putIfAbsent(to, name);
        if (other != null) {
            add(
                    place,
                    Finding.of(MigrationFinding.TARGET_TWICE)
                            .with("first", other)
                            .with("second", name)
                            .with("name", to));
        }
        CodeList list = AnswerFit.list(newer, target);
        CodeList from = AnswerFit.list(older, question);
        for (AnswerFit obstacle : AnswerFit.obstacles(question, from, target, list)) {
            if (step == null) {
                uncovered(place, obstacle, name);
            } else if (!isConvertible(obstacle, question, target)) {
                add(
                        place,
                        Finding.of(MigrationFinding.NOT_CONVERTIBLE)
                                .with("from", name)
                                .with("to", to)
                                .with("change", obstacle.kind().text()));
            } else if (!covers(step, obstacle, target)) {
                uncovered(place, obstacle, name);
            }
        }
        if (step != null) {
            checkStep(step, place, question, from, list);
        }
        return new MigrationRoute(question, target, list, step == null ? Step.keep(name) : step);
    }

    private void uncovered(Place place, AnswerFit obstacle, String name) {
        add(
                place,
                Finding.of(MigrationFinding.UNCOVERED)
                        .with("change", obstacle.kind().text())
                        .with("name", name)
                        .with("code", obstacle.code()));
    }

    private static boolean isConvertible(AnswerFit obstacle, Question from, Question to) {
        return switch (obstacle.kind()) {
            case QUESTION_LEVEL -> false;
            case QUESTION_TYPE ->
                (from.type() == QuestionType.SELECT_ONE && to.type() == QuestionType.SELECT_MULTIPLE)
                        || (AnswerFit.isNumber(from.type()) && AnswerFit.isNumber(to.type()));
            default -> true;
        };
    }

    /** What a step must say so that an obstacle is seen to. */
    private static boolean covers(Step step, AnswerFit obstacle, Question to) {
        return switch (obstacle.kind()) {
            case QUESTION_UNIT -> step.factor() != null;
            case QUESTION_DIGITS -> step.rounding() != null;
            // One choice becomes several, of which it is the only one; a decimal becomes whole by rounding.
            case QUESTION_TYPE -> to.type() == QuestionType.SELECT_MULTIPLE || step.rounding() != null;
            case CODE_REMOVED ->
                step.codes().containsKey(obstacle.code()) || step.droppedCodes().contains(obstacle.code());
            // Which other codes were answered nobody knows: those that are not named are given up one by one.
            case LIST_CLOSED -> !step.codes().isEmpty() || !step.droppedCodes().isEmpty();
            default -> false;
        };
    }

    private void checkStep(Step step, Place place, Question from, @Nullable CodeList older, @Nullable CodeList newer) {
        boolean number = AnswerFit.isNumber(from.type());
        if (!number && step.factor() != null) {
            refuse(place, from.name(), "factor");
        }
        if (!number && step.rounding() != null) {
            refuse(place, from.name(), "rounding");
        }
        boolean codes = !step.codes().isEmpty() || !step.droppedCodes().isEmpty();
        if (codes && (older == null || newer == null)) {
            refuse(place, from.name(), step.codes().isEmpty() ? "dropCodes" : "codes");
            return;
        }
        step.codes().forEach((code, renamed) -> {
            checkCode(place, older, code);
            checkCode(place, newer, renamed);
            if (step.droppedCodes().contains(code)) {
                refuse(place, from.name(), "dropCodes");
            }
        });
        step.droppedCodes().forEach(code -> checkCode(place, older, code));
    }

    private void checkCode(Place place, @Nullable CodeList list, String code) {
        if (list != null && !list.open() && list.code(code).isEmpty()) {
            add(
                    place,
                    Finding.of(MigrationFinding.UNKNOWN_CODE).with("code", code).with("list", list.id()));
        }
    }

    private void refuse(Place place, String name, String field) {
        add(
                place,
                Finding.of(MigrationFinding.FIELD_NOT_ALLOWED)
                        .with("field", field)
                        .with("name", name));
    }
}
