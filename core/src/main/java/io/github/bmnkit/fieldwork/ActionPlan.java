package io.github.bmnkit.fieldwork;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import io.github.bmnkit.round.Deadline;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import io.github.bmnkit.round.SurveyRound;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The action plan (แผนปฏิบัติการ) as data: which tasks there are, which levels do them, and whose tasks they are. Deadlines are
 * those of the round, to which a plan refers without repeating them; other due dates are records of the areas that set them.
 *
 * @param id a short name, such as {@code bmn-2569}
 * @param version which edition of the plan
 * @param status what the plan claims to be
 * @param title its name
 * @param rounds the rounds for which it holds, Buddhist Era
 * @param sources the papers that it rests on
 * @param tasks the tasks, in order
 */
public record ActionPlan(
        String id,
        String version,
        DefinitionStatus status,
        Text title,
        Set<Integer> rounds,
        List<Source> sources,
        List<Task> tasks) {
    /**
     * Copies the lists.
     *
     * @param id a short name, such as {@code bmn-2569}
     * @param version which edition of the plan
     * @param status what the plan claims to be
     * @param title its name
     * @param rounds the rounds for which it holds, Buddhist Era
     * @param sources the papers that it rests on
     * @param tasks the tasks, in order
     * @throws IllegalArgumentException if two tasks have one id
     */
    public ActionPlan {
        requireNonNull(id, "id");
        requireNonNull(version, "version");
        requireNonNull(status, "status");
        requireNonNull(title, "title");
        rounds = Collections.unmodifiableSet(new TreeSet<>(rounds));
        sources = List.copyOf(sources);
        tasks = List.copyOf(tasks);
        if (tasks.stream().map(Task::id).distinct().count() < tasks.size()) {
            throw new IllegalArgumentException("a task stands twice in " + id);
        }
    }

    /**
     * One task of the plan.
     *
     * @param id by which records name it; in the shipped plan the number of the step, from 1 to 17
     * @param name what is done
     * @param duties which levels do it
     * @param asked which record shows that a unit has what the task is about; null if none does
     */
    public record Task(
            String id,
            Text name,
            List<Duty> duties,
            @Nullable Asked asked) {
        /**
         * Copies the duties.
         *
         * @param id by which records name it; in the shipped plan the number of the step, from 1 to 17
         * @param name what is done
         * @param duties which levels do it
         * @param asked which record shows that a unit has what the task is about; null if none does
         * @throws IllegalArgumentException if a level has two duties
         */
        public Task {
            requireNonNull(id, "id");
            requireNonNull(name, "name");
            duties = List.copyOf(duties);
            if (duties.stream().map(Duty::level).distinct().count() < duties.size()) {
                throw new IllegalArgumentException("a level stands twice in task " + id);
            }
        }

        /**
         * Returns what the units of a level have to do with the task.
         *
         * @param level a level
         * @return the duty; empty if the level does not do this task
         */
        public Optional<Duty> duty(AreaLevel level) {
            return duties.stream().filter(duty -> duty.level() == level).findFirst();
        }
    }

    /**
     * A level does a task.
     *
     * @param level the level
     * @param owners whose task it is there
     * @param byDeadline whether the papers of the level must have reached the level above by the deadline of the round
     */
    public record Duty(AreaLevel level, Set<RoleId> owners, boolean byDeadline) {
        /**
         * Copies the roles, sorted.
         *
         * @param level the level
         * @param owners whose task it is there
         * @param byDeadline whether the papers of the level must have reached the level above by the deadline of the round
         */
        public Duty {
            requireNonNull(level, "level");
            owners = Collections.unmodifiableSet(new TreeSet<>(owners));
        }
    }

    /**
     * What a task brings about, as records show it. Which levels need it is a reading of ours in the shipped plan.
     *
     * @param what the kind of record
     * @param levels the units of which levels need it
     */
    public record Asked(Evidence what, Set<AreaLevel> levels) {
        /**
         * Copies the levels, sorted.
         *
         * @param what the kind of record
         * @param levels the units of which levels need it
         */
        public Asked {
            requireNonNull(what, "what");
            levels = Collections.unmodifiableSet(new TreeSet<>(levels));
        }
    }

    /** What records show of a unit. */
    public enum Evidence {
        /** The public was told. */
        PUBLICITY(FieldworkFinding.NO_PUBLICITY),
        /** An order that is out appoints a working group, and somebody is a member. */
        WORKING_GROUP(FieldworkFinding.NO_WORKING_GROUP),
        /** The working group is ready. */
        READINESS(FieldworkFinding.GROUP_NOT_READY),
        /** Collectors are active, and all of them are briefed; villages without households need none. */
        BRIEFED_COLLECTORS(FieldworkFinding.COLLECTORS_NOT_BRIEFED),
        /** Collectors are active, and all of them are registered; villages without households need none. */
        REGISTERED_COLLECTORS(FieldworkFinding.COLLECTORS_NOT_REGISTERED),
        /** The local authority cooperates. */
        COOPERATION(FieldworkFinding.NO_COOPERATION);

        private final FieldworkFinding missing;

        Evidence(FieldworkFinding missing) {
            this.missing = missing;
        }

        FieldworkFinding missing() {
            return missing;
        }
    }

    /**
     * Reads a plan from JSON.
     *
     * @param json the plan, in the form of the shipped {@code plan-2569.json}; read to its end and not closed
     * @param roles the catalogue that has the roles which the plan names
     * @return the plan, if nothing is wrong with it, and the findings with line, column and JSON Pointer
     */
    public static Reading<ActionPlan> read(InputStream json, Roles roles) {
        return JsonDocument.read(requireNonNull(json, "json"), JsonLimits.DEFAULT, new PlanDecoder(roles).plan());
    }

    /**
     * Returns the plan of the round of B.E. 2569: steps 1 to 17 of the activity list. The papers name the people of steps 9
     * to 15; that the chiefs of the offices own the other steps is a reading of ours. Of deadlines it has the two that the
     * papers give, those of district and province.
     *
     * @return the plan
     */
    public static ActionPlan bmn2569() {
        return Bmn2569.PLAN;
    }

    private static final class Bmn2569 {
        static final ActionPlan PLAN = load("plan-2569.json");
    }

    private static ActionPlan load(String resource) {
        try (InputStream in = ActionPlan.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return read(in, Roles.bmn2569()).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Finds a task.
     *
     * @param taskId its id
     * @return the task; empty if the plan does not have it
     */
    public Optional<Task> find(String taskId) {
        return tasks.stream().filter(task -> task.id().equals(taskId)).findFirst();
    }

    /**
     * Reports where the plan does not fit a round: one for which it does not hold, and deadlines that the round lacks.
     *
     * @param round the round
     * @return the findings; empty if it fits
     */
    public List<Finding> check(SurveyRound round) {
        List<Finding> findings = new ArrayList<>();
        if (!rounds.contains(round.year())) {
            findings.add(Finding.of(FieldworkFinding.OTHER_ROUND).with("round", Integer.toString(round.year())));
        }
        for (Task task : tasks) {
            for (Duty duty : task.duties()) {
                if (duty.byDeadline() && deadline(round, duty.level()).isEmpty()) {
                    findings.add(Finding.of(FieldworkFinding.NO_DEADLINE)
                            .with("task", task.id())
                            .with("level", duty.level().text()));
                }
            }
        }
        return List.copyOf(findings);
    }

    static Optional<Deadline> deadline(SurveyRound round, AreaLevel level) {
        return round.deadlines().stream()
                .filter(deadline -> deadline.level() == level)
                .findFirst();
    }
}
