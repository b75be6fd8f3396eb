package io.github.bmnkit.rule;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Symbol;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.JsonValue;
import io.github.bmnkit.json.Located;
import io.github.bmnkit.json.ObjectFields;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.CheckId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The form of a rule in JSON; one decoder reads one rule, and compiles it. */
final class RuleDecoder implements Decoder<Rule> {
    private final Questionnaire form;
    private final Map<RuleId, JavaRule> javaRules;
    private final Set<String> sourceKeys;
    private final Set<RuleId> ids;
    private final SetDecoder.Rounds rounds;

    RuleDecoder(
            Questionnaire form,
            Map<RuleId, JavaRule> javaRules,
            Set<String> sourceKeys,
            Set<RuleId> ids,
            SetDecoder.Rounds rounds) {
        this.form = form;
        this.javaRules = javaRules;
        this.sourceKeys = sourceKeys;
        this.ids = ids;
        this.rounds = rounds;
    }

    @Override
    public Optional<Rule> decode(JsonValue value, List<Finding> findings) {
        return Decoder.<Rule>object(fields -> rule(fields, findings)).decode(value, findings);
    }

    private Optional<Rule> rule(ObjectFields fields, List<Finding> findings) {
        Optional<RuleId> id = fields.required("id", this::id);
        Optional<Level> declared = fields.optional("level", Decoder.constant(Level.class));
        Level level = declared.orElse(Level.HOUSEHOLD);
        Optional<Severity> severity = fields.required("severity", Decoder.constant(Severity.class));
        Set<String> kinds = new TreeSet<>();
        Optional<Located<String>> appliesWhen = fields.optional("appliesWhen", Decoder.TEXT.located());
        Optional<Located<String>> mustHold = kind(fields, "mustHold", Decoder.TEXT.located(), kinds);
        Optional<Rule.WhenUnknown> whenUnknown =
                fields.optional("whenUnknown", Decoder.constant(Rule.WhenUnknown.class));
        Optional<Rule.Across> across = kind(fields, "across", (value, any) -> across(value, level, any), kinds);
        Optional<List<String>> opaque = kind(fields, "opaque", this::opaque, kinds);
        Optional<List<CheckId>> refines =
                fields.optional("refines", Decoder.list((value, any) -> refined(value, level, any)));
        Optional<Text> message = fields.required("message", (value, any) -> message(value, level, any));
        Optional<Text> rationale = fields.optional("rationale", SetDecoder.TEXTS);
        Optional<List<String>> sources = fields.optional("sources", Decoder.list(this::source));
        Optional<List<String>> tags = fields.optional("tags", Decoder.list(Decoder.TEXT));
        Optional<Integer> since = fields.optional("since", SetDecoder.year());
        Optional<Integer> until = fields.optional("until", SetDecoder.year());
        SetDecoder.checkRounds(fields, since, until, rounds);

        JavaRule check = id.map(javaRules::get).orElse(null);
        if (kinds.size() != 1) {
            fields.refuse(Finding.of(RuleFinding.NEEDS_ONE).at(fields.place()));
        }
        if (opaque.isPresent() && check == null) {
            fields.refuse(Finding.of(RuleFinding.OPAQUE)
                    .with("rule", id.map(RuleId::value).orElse(""))
                    .at(fields.place()));
        }
        Formula applies = compile(appliesWhen, level, findings);
        Formula holds = compile(mustHold, level, findings);
        return fields.build(() -> new Rule(
                new RuleDefinition(
                        id.orElseThrow(),
                        level,
                        severity.orElseThrow(),
                        appliesWhen.map(Located::value).orElse(null),
                        mustHold.map(Located::value).orElse(null),
                        whenUnknown.orElse(Rule.WhenUnknown.UNDECIDED),
                        across.orElse(null),
                        opaque.orElse(null),
                        refines.orElse(List.of()),
                        message.orElseThrow(),
                        rationale.orElse(null),
                        sources.orElse(List.of()),
                        tags.orElse(List.of()),
                        since.orElse(null),
                        until.orElse(null)),
                applies,
                holds,
                opaque.isPresent() ? check : null));
    }

    private Optional<RuleId> id(JsonValue value, List<Finding> findings) {
        Optional<String> text = Decoder.TEXT.decode(value, findings);
        Optional<RuleId> id = text.flatMap(RuleId::parse);
        if (text.isPresent() && id.isEmpty()) {
            findings.add(Finding.of(RuleFinding.BAD_ID).with("id", text.get()).at(value.place()));
        }
        id.filter(read -> !ids.add(read))
                .ifPresent(
                        read -> findings.add(SetDecoder.duplicate(Text.of("กฎ", "rule"), read.value(), value.place())));
        return id;
    }

    /** A field that makes a rule one of a kind, noted even if it is wrong. */
    private static <T> Optional<T> kind(ObjectFields fields, String name, Decoder<T> decoder, Set<String> kinds) {
        return fields.optional(name, (value, findings) -> {
            kinds.add(name);
            return decoder.decode(value, findings);
        });
    }

    /** Compiles a condition; what is wrong with it is found at its place in the definition. */
    private @Nullable Formula compile(Optional<Located<String>> text, Level level, List<Finding> findings) {
        if (text.isEmpty()) {
            return null;
        }
        Located<String> expression = text.get();
        Reading<Formula> reading = Formula.condition(expression.value(), form.scope(), level);
        reading.findings().forEach(finding -> findings.add(finding.at(Located.within(expression, finding.place()))));
        if (reading.optional().filter(Formula::isConstant).isPresent()) {
            findings.add(Finding.of(RuleFinding.CONSTANT)
                    .with("expression", expression.value())
                    .at(expression.place()));
        }
        return reading.optional().orElse(null);
    }

    private Optional<Rule.Across> across(JsonValue value, Level level, List<Finding> findings) {
        return Decoder.<Rule.Across>object(fields -> {
                    Optional<List<String>> same =
                            fields.required("same", Decoder.list((name, any) -> name(name, level, any)));
                    Optional<Integer> atMost = fields.required("atMost", Decoder.whole(1, Integer.MAX_VALUE));
                    boolean noMember = level == Level.MEMBER
                            && same.filter(names -> names.stream().noneMatch(this::isOfMembers))
                                    .isPresent();
                    if (noMember || same.filter(List::isEmpty).isPresent()) {
                        fields.refuse(wrongLevel(String.join(", ", same.orElseThrow()), level, fields.place()));
                    }
                    return fields.build(() -> new Rule.Across(same.orElseThrow(), atMost.orElseThrow()));
                })
                .decode(value, findings);
    }

    private Optional<List<String>> opaque(JsonValue value, List<Finding> findings) {
        return Decoder.<List<String>>object(fields -> {
                    Optional<List<String>> reads =
                            fields.required("reads", Decoder.list((name, any) -> name(name, Level.MEMBER, any)));
                    return fields.build(reads::orElseThrow);
                })
                .decode(value, findings);
    }

    private boolean isOfMembers(String name) {
        return form.scope()
                .symbol(name)
                .filter(symbol -> symbol.level() == Level.MEMBER)
                .isPresent();
    }

    /** A name of the form that a rule of this level can show or compare. */
    private Optional<String> name(JsonValue value, Level level, List<Finding> findings) {
        return Decoder.TEXT.decode(value, findings).filter(name -> checkName(name, level, value.place(), findings));
    }

    private boolean checkName(String name, Level level, Place place, List<Finding> findings) {
        Optional<Symbol> symbol = form.scope().symbol(name);
        if (symbol.isEmpty()) {
            findings.add(Finding.of(RuleFinding.UNKNOWN_NAME).with("name", name).at(place));
            return false;
        }
        if (symbol.get().level() == Level.MEMBER && level == Level.HOUSEHOLD) {
            findings.add(wrongLevel(name, level, place));
            return false;
        }
        return true;
    }

    private static Finding wrongLevel(String name, Level level, Place place) {
        Text word = level == Level.HOUSEHOLD ? Text.of("ครัวเรือน", "the household") : Text.of("สมาชิก", "members");
        return Finding.of(RuleFinding.WRONG_LEVEL)
                .with("name", name)
                .with("level", word)
                .at(place);
    }

    private Optional<CheckId> refined(JsonValue value, Level level, List<Finding> findings) {
        return Decoder.TEXT.decode(value, findings).flatMap(text -> {
            Optional<CheckId> check = CheckId.parse(text);
            Optional<Question> question = check.flatMap(id -> form.question(id.question()));
            if (check.isEmpty() || question.isEmpty() || !derives(question.get(), check.get())) {
                findings.add(Finding.of(RuleFinding.UNKNOWN_CHECK)
                        .with("check", text)
                        .at(value.place()));
                return Optional.empty();
            }
            if (question.get().level() != level) {
                findings.add(wrongLevel(text, level, value.place()));
                return Optional.empty();
            }
            return check;
        });
    }

    private boolean derives(Question question, CheckId id) {
        return form.item(question.name()).filter(id.check()::isOn).isPresent();
    }

    private Optional<Text> message(JsonValue value, Level level, List<Finding> findings) {
        Optional<Text> message = SetDecoder.TEXTS.decode(value, findings);
        message.ifPresent(text -> {
            Set<String> th = Operands.in(text.th());
            Set<String> en = Operands.in(text.en());
            if (!th.equals(en)) {
                findings.add(Finding.of(RuleFinding.OPERANDS)
                        .with("th", String.join(", ", th))
                        .with("en", String.join(", ", en))
                        .at(value.place()));
            }
            Set<String> all = new TreeSet<>(th);
            all.addAll(en);
            all.forEach(name -> checkName(name, level, value.place(), findings));
        });
        return message;
    }

    private Optional<String> source(JsonValue value, List<Finding> findings) {
        return Decoder.TEXT.decode(value, findings).filter(key -> {
            if (!sourceKeys.contains(key)) {
                findings.add(Finding.of(RuleFinding.UNKNOWN_SOURCE)
                        .with("source", key)
                        .at(value.place()));
            }
            return sourceKeys.contains(key);
        });
    }
}
