package io.github.bmnkit.release;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.ObjectFields;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of a classification in JSON. */
final class ClassificationDecoder {
    private static final Decoder<Source> SOURCE = Decoder.object(fields -> {
        Optional<String> key = fields.required("key", Decoder.TEXT);
        Optional<Text> office = fields.required("office", Decoder.BILINGUAL);
        Optional<LocalDate> date = fields.required("date", Decoder.DATE);
        Optional<Text> title = fields.required("title", Decoder.BILINGUAL);
        return fields.build(
                () -> new Source(key.orElseThrow(), office.orElseThrow(), date.orElseThrow(), title.orElseThrow()));
    });

    private record Part(String source, List<String> questions) {}

    private record Rounds(int from, int to) {}

    private final Questionnaire form;
    private final Map<String, DisclosureRole> roles = new HashMap<>();

    ClassificationDecoder(Questionnaire form) {
        this.form = form;
    }

    Decoder<Classification> classification() {
        return Decoder.object(this::classification);
    }

    private Optional<Classification> classification(ObjectFields fields) {
        Optional<String> id = fields.required("id", Decoder.TEXT);
        Optional<String> version = fields.required("version", Decoder.TEXT);
        Optional<DefinitionStatus> status = fields.required("status", Decoder.constant(DefinitionStatus.class));
        Optional<Text> title = fields.required("title", Decoder.BILINGUAL);
        Optional<String> formId = fields.required("form", Decoder.TEXT);
        Optional<Rounds> rounds = fields.required("rounds", Decoder.object(ClassificationDecoder::rounds));
        Optional<List<Source>> sources = fields.required("sources", Decoder.list(SOURCE));
        fields.required("roles", Decoder.object(parts -> {
            for (DisclosureRole role : DisclosureRole.values()) {
                Optional<Part> part = parts.optional(role.name(), Decoder.object(inner -> part(inner, role)));
                checkSource(parts, part, sources.orElse(List.of()));
            }
            return parts.build(() -> roles);
        }));
        if (formId.isPresent() && !formId.get().equals(form.id())) {
            fields.refuse(Finding.of(ReleaseFinding.OTHER_FORM)
                    .at(fields.place())
                    .with("form", formId.get())
                    .with("expected", form.id()));
        }
        return fields.build(() -> new Classification(
                id.orElseThrow(),
                version.orElseThrow(),
                status.orElseThrow(),
                title.orElseThrow(),
                rounds.orElseThrow().from(),
                rounds.orElseThrow().to(),
                sources.orElseThrow(),
                form,
                roles));
    }

    private static Optional<Rounds> rounds(ObjectFields fields) {
        Optional<Integer> from = fields.required("from", Decoder.whole(2400, 3000));
        Optional<Integer> to = fields.required("to", Decoder.whole(2400, 3000));
        if (from.isPresent() && to.isPresent() && to.get() < from.get()) {
            fields.refuse(Finding.of(ReleaseFinding.RANGE).at(fields.place()));
        }
        return fields.build(() -> new Rounds(from.orElseThrow(), to.orElseThrow()));
    }

    private Optional<Part> part(ObjectFields fields, DisclosureRole role) {
        Optional<String> source = fields.required("source", Decoder.TEXT);
        Optional<List<String>> questions =
                fields.required("questions", Decoder.list(Decoder.TEXT.then((name, value) -> question(name, role))));
        return fields.build(() -> new Part(source.orElseThrow(), questions.orElseThrow()));
    }

    private Reading<String> question(String name, DisclosureRole role) {
        Item item = form.item(name).filter(Item::hasValue).orElse(null);
        if (item == null) {
            return Reading.nothing(
                    List.of(Finding.of(ReleaseFinding.UNKNOWN_QUESTION).with("question", name)));
        }
        if (roles.putIfAbsent(name, role) != null) {
            return Reading.nothing(List.of(Finding.of(ReleaseFinding.DUPLICATE).with("name", name)));
        }
        if (item.question().personal() && role != DisclosureRole.DIRECT_IDENTIFIER) {
            return Reading.nothing(List.of(Finding.of(ReleaseFinding.PERSONAL).with("question", name)));
        }
        return Reading.of(name);
    }

    private static void checkSource(ObjectFields fields, Optional<Part> part, List<Source> sources) {
        if (part.isPresent()
                && sources.stream()
                        .noneMatch(source -> source.key().equals(part.get().source()))) {
            fields.refuse(Finding.of(ReleaseFinding.UNKNOWN_SOURCE)
                    .at(fields.place())
                    .with("source", part.get().source()));
        }
    }
}
