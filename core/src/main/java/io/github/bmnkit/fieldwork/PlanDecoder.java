package io.github.bmnkit.fieldwork;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.fieldwork.ActionPlan.Asked;
import io.github.bmnkit.fieldwork.ActionPlan.Duty;
import io.github.bmnkit.fieldwork.ActionPlan.Evidence;
import io.github.bmnkit.fieldwork.ActionPlan.Task;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.ObjectFields;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The form of an action plan in JSON. */
final class PlanDecoder {
    private static final Decoder<Source> SOURCE = Decoder.object(fields -> {
        Optional<String> key = fields.required("key", Decoder.TEXT);
        Optional<Text> office = fields.required("office", Decoder.BILINGUAL);
        Optional<LocalDate> date = fields.required("date", Decoder.DATE);
        Optional<Text> title = fields.required("title", Decoder.BILINGUAL);
        return fields.build(
                () -> new Source(key.orElseThrow(), office.orElseThrow(), date.orElseThrow(), title.orElseThrow()));
    });

    private final Decoder<RoleId> role;
    private final Set<String> cited = new HashSet<>();

    PlanDecoder(Roles roles) {
        role = role(roles);
    }

    /** The id of a role that is in the catalogue. */
    static Decoder<RoleId> role(Roles roles) {
        return Decoder.parsed(RoleId::parse)
                .then((id, value) -> roles.find(id).isPresent()
                        ? Reading.of(id)
                        : Reading.nothing(List.of(
                                Finding.of(FieldworkFinding.UNKNOWN_ROLE).with("role", id.value()))));
    }

    Decoder<ActionPlan> plan() {
        return Decoder.object(this::plan);
    }

    private Optional<ActionPlan> plan(ObjectFields fields) {
        Optional<String> id = fields.required("id", Decoder.TEXT);
        Optional<String> version = fields.required("version", Decoder.TEXT);
        Optional<DefinitionStatus> status = fields.required("status", Decoder.constant(DefinitionStatus.class));
        Optional<Text> title = fields.required("title", Decoder.BILINGUAL);
        fields.optional("note", Decoder.BILINGUAL);
        Optional<List<Integer>> rounds = fields.required("rounds", Decoder.list(Decoder.whole(2400, 3000)));
        Optional<List<Source>> sources = fields.required("sources", Decoder.list(SOURCE));
        Optional<List<Task>> tasks = fields.required("tasks", Decoder.list(Decoder.object(this::task)));
        refuseDuplicates(fields, sources, Source::key, Text.of("แหล่งที่มา", "source"));
        refuseDuplicates(fields, tasks, Task::id, Text.of("งาน", "task"));
        sources.ifPresent(listed -> cited.stream()
                .filter(key -> listed.stream().noneMatch(source -> source.key().equals(key)))
                .sorted()
                .forEach(key -> fields.refuse(Finding.of(FieldworkFinding.UNKNOWN_SOURCE)
                        .at(fields.place())
                        .with("source", key))));
        return fields.build(() -> new ActionPlan(
                id.orElseThrow(),
                version.orElseThrow(),
                status.orElseThrow(),
                title.orElseThrow(),
                new HashSet<>(rounds.orElseThrow()),
                sources.orElseThrow(),
                tasks.orElseThrow()));
    }

    private Optional<Task> task(ObjectFields fields) {
        Optional<String> id = fields.required("id", Decoder.TEXT);
        Optional<Text> name = fields.required("name", Decoder.BILINGUAL);
        Optional<List<Duty>> doneBy = fields.required("doneBy", Decoder.list(Decoder.object(this::duty)));
        Optional<Asked> asked = fields.optional("asks", Decoder.object(this::asked));
        refuseDuplicates(fields, doneBy, duty -> duty.level().name(), Text.of("ระดับ", "level"));
        return fields.build(
                () -> new Task(id.orElseThrow(), name.orElseThrow(), doneBy.orElseThrow(), asked.orElse(null)));
    }

    private Optional<Duty> duty(ObjectFields fields) {
        fields.required("source", Decoder.TEXT).ifPresent(cited::add);
        Optional<AreaLevel> level = fields.required("level", Decoder.constant(AreaLevel.class));
        Optional<List<RoleId>> owners = fields.required("owners", Decoder.list(role));
        Optional<Boolean> deadline = fields.optional("byDeadlineOfRound", Decoder.TRUTH);
        return fields.build(
                () -> new Duty(level.orElseThrow(), new HashSet<>(owners.orElseThrow()), deadline.orElse(false)));
    }

    private Optional<Asked> asked(ObjectFields fields) {
        fields.required("source", Decoder.TEXT).ifPresent(cited::add);
        Optional<Evidence> what = fields.required("what", Decoder.constant(Evidence.class));
        Optional<List<AreaLevel>> levels = fields.required("levels", Decoder.list(Decoder.constant(AreaLevel.class)));
        return fields.build(() -> new Asked(what.orElseThrow(), new HashSet<>(levels.orElseThrow())));
    }

    private static <T> void refuseDuplicates(
            ObjectFields fields, Optional<List<T>> items, Function<T, String> key, Text what) {
        Set<String> seen = new HashSet<>();
        for (T item : items.orElse(List.of())) {
            if (!seen.add(key.apply(item))) {
                fields.refuse(Finding.of(FieldworkFinding.DUPLICATE)
                        .at(fields.place())
                        .with("what", what)
                        .with("name", key.apply(item)));
            }
        }
    }
}
