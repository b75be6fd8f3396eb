package io.github.bmnkit.rule;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.JsonValue;
import io.github.bmnkit.json.ObjectFields;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The form of a set of rules in JSON; one decoder reads one document. */
final class SetDecoder implements Decoder<RuleSet> {
    private static final Pattern PARTS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern COORDINATES =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}:[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** The rounds for which something holds. */
    record Rounds(int first, int last) {}

    /** A text in both languages; one that is not there is a missing translation. */
    static final Decoder<Text> TEXTS = Decoder.translated(RuleFinding.MISSING_TRANSLATION);

    private static final Decoder<Source> SOURCE = Decoder.object(fields -> {
        Optional<String> key = fields.required("key", Decoder.TEXT);
        Optional<Text> office = fields.required("office", TEXTS);
        Optional<LocalDate> date = fields.required("date", Decoder.DATE);
        Optional<Text> title = fields.required("title", TEXTS);
        return fields.build(
                () -> new Source(key.orElseThrow(), office.orElseThrow(), date.orElseThrow(), title.orElseThrow()));
    });

    private final Questionnaire form;
    private final Map<RuleId, JavaRule> opaque;
    private final Set<String> sourceKeys = new HashSet<>();
    private final Set<RuleId> ids = new HashSet<>();

    SetDecoder(Questionnaire form, Map<RuleId, JavaRule> opaque) {
        this.form = form;
        this.opaque = opaque;
    }

    @Override
    public Optional<RuleSet> decode(JsonValue value, List<Finding> findings) {
        return Decoder.<RuleSet>object(this::set).decode(value, findings);
    }

    private Optional<RuleSet> set(ObjectFields fields) {
        Optional<String> id = fields.required("id", matching(PARTS));
        Optional<String> version = fields.required("version", matching(PARTS));
        Optional<DefinitionStatus> status = fields.required("status", Decoder.constant(DefinitionStatus.class));
        Optional<Text> title = fields.required("title", TEXTS);
        Optional<String> formId = fields.required("form", this::formId);
        Optional<Rounds> rounds = fields.required("rounds", this::rounds);
        Optional<String> replaces = fields.optional("replaces", matching(COORDINATES));
        Optional<List<Source>> sources = fields.required("sources", Decoder.list(this::source));
        Rounds within = rounds.orElse(new Rounds(form.firstRound(), form.lastRound()));
        // Of rules for another form nothing can be said.
        Optional<List<Rule>> rules = formId.isEmpty()
                ? fields.optional("rules", (value, any) -> Optional.of(List.<Rule>of()))
                : fields.required(
                        "rules",
                        Decoder.list((value, any) ->
                                new RuleDecoder(form, opaque, sourceKeys, ids, within).decode(value, any)));
        return fields.build(() -> new RuleSet(
                new SetDefinition(
                        id.orElseThrow(),
                        version.orElseThrow(),
                        status.orElseThrow(),
                        title.orElseThrow(),
                        formId.orElseThrow(),
                        within.first(),
                        within.last(),
                        replaces.orElse(null),
                        sources.orElseThrow(),
                        rules.orElseThrow().stream().map(Rule::definition).toList()),
                rules.orElseThrow()));
    }

    private Optional<String> formId(JsonValue value, List<Finding> findings) {
        return Decoder.TEXT.decode(value, findings).filter(id -> {
            if (!id.equals(form.id())) {
                findings.add(Finding.of(RuleFinding.WRONG_FORM)
                        .with("expected", id)
                        .with("found", form.id())
                        .at(value.place()));
            }
            return id.equals(form.id());
        });
    }

    private Optional<Rounds> rounds(JsonValue value, List<Finding> findings) {
        return Decoder.<Rounds>object(fields -> {
                    Optional<Integer> from = fields.required("from", year());
                    Optional<Integer> to = fields.required("to", year());
                    checkRounds(fields, from, to, new Rounds(form.firstRound(), form.lastRound()));
                    return fields.build(() -> new Rounds(from.orElseThrow(), to.orElseThrow()));
                })
                .decode(value, findings);
    }

    private Optional<Source> source(JsonValue value, List<Finding> findings) {
        Optional<Source> source = SOURCE.decode(value, findings);
        source.filter(read -> !sourceKeys.add(read.key()))
                .ifPresent(read -> findings.add(duplicate(Text.of("แหล่งที่มา", "source"), read.key(), value.place())));
        return source;
    }

    static Finding duplicate(Text what, String name, Place place) {
        return Finding.of(RuleFinding.DUPLICATE)
                .with("what", what)
                .with("name", name)
                .at(place);
    }

    static Decoder<Integer> year() {
        return Decoder.whole(2400, 3000);
    }

    /** Checks that rounds stand in order, and within others. */
    static void checkRounds(ObjectFields fields, Optional<Integer> from, Optional<Integer> to, Rounds within) {
        int first = from.orElse(within.first());
        int last = to.orElse(within.last());
        if (from.isPresent() && to.isPresent() && first > last) {
            fields.refuse(Finding.of(RuleFinding.ROUNDS)
                    .with("from", Integer.toString(first))
                    .with("to", Integer.toString(last))
                    .at(fields.place()));
        } else if (first < within.first() || last > within.last() || first > last) {
            fields.refuse(Finding.of(RuleFinding.OUTSIDE_ROUNDS)
                    .with("from", Integer.toString(first))
                    .with("to", Integer.toString(last))
                    .with("first", Integer.toString(within.first()))
                    .with("last", Integer.toString(within.last()))
                    .at(fields.place()));
        }
    }

    private static Decoder<String> matching(Pattern pattern) {
        return Decoder.TEXT.then((text, value) -> pattern.matcher(text).matches()
                ? Reading.of(text)
                : Reading.nothing(List.of(Finding.of(RuleFinding.BAD_ID).with("id", text))));
    }
}
