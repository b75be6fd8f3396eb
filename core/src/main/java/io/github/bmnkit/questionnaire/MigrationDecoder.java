package io.github.bmnkit.questionnaire;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.JsonValue;
import io.github.bmnkit.json.Located;
import io.github.bmnkit.json.ObjectFields;
import io.github.bmnkit.questionnaire.Migration.Factor;
import io.github.bmnkit.questionnaire.Migration.FormVersion;
import io.github.bmnkit.questionnaire.Migration.Step;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of a migration in JSON. */
final class MigrationDecoder implements Decoder<Migration> {
    private static final Pattern FACTOR = Pattern.compile("([1-9][0-9]{0,17})(?:/([1-9][0-9]{0,17}))?");

    private static final Decoder<FormVersion> FORM = Decoder.object(fields -> {
        Optional<String> form = fields.required("form", Decoder.TEXT);
        Optional<String> version = fields.required("version", Decoder.TEXT);
        return fields.build(() -> new FormVersion(form.orElseThrow(), version.orElseThrow()));
    });

    private static final Decoder<Factor> FACTORS = Decoder.TEXT.then((text, value) -> {
        Matcher matcher = FACTOR.matcher(text);
        if (!matcher.matches()) {
            String shown = text.length() <= 40 ? text : text.substring(0, 40);
            return Reading.nothing(List.of(Finding.of(MigrationFinding.FACTOR).with("found", shown)));
        }
        String denominator = matcher.group(2);
        return Reading.of(
                new Factor(Long.parseLong(matcher.group(1)), denominator == null ? 1 : Long.parseLong(denominator)));
    });

    @Override
    public Optional<Migration> decode(JsonValue value, List<Finding> findings) {
        return Decoder.<Migration>object(fields -> {
                    Optional<FormVersion> from = fields.required("from", FORM);
                    Optional<FormVersion> to = fields.required("to", FORM);
                    Optional<List<Located<Step>>> steps = fields.required(
                            "questions",
                            Decoder.list(Decoder.object(MigrationDecoder::step).located()));
                    return fields.build(() -> migration(from.orElseThrow(), to.orElseThrow(), steps.orElseThrow()));
                })
                .decode(value, findings);
    }

    private static Migration migration(FormVersion from, FormVersion to, List<Located<Step>> steps) {
        List<Place> places = steps.stream().map(Located::place).toList();
        return new Migration(from, to, steps.stream().map(Located::value).toList(), places);
    }

    private static Optional<Step> step(ObjectFields fields) {
        Optional<String> question = fields.required("question", Decoder.TEXT);
        Optional<String> to = fields.optional("to", Decoder.TEXT);
        Optional<Boolean> drop = fields.optional("drop", Decoder.TRUTH);
        Optional<Map<String, String>> codes = fields.optional("codes", Decoder.map(Decoder.TEXT));
        Optional<List<String>> droppedCodes = fields.optional("dropCodes", Decoder.list(Decoder.TEXT));
        Optional<Factor> factor = fields.optional("factor", FACTORS);
        Optional<RoundingMode> rounding = fields.optional("rounding", Decoder.constant(RoundingMode.class));
        return fields.build(() -> new Step(
                question.orElseThrow(),
                to.orElse(null),
                drop.orElse(false),
                codes.orElse(Map.of()),
                new LinkedHashSet<>(droppedCodes.orElse(List.of())),
                factor.orElse(null),
                rounding.orElse(null)));
    }
}
