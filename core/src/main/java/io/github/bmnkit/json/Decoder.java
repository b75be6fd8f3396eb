package io.github.bmnkit.json;

import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.JsonValue.JsonArray;
import io.github.bmnkit.json.JsonValue.JsonBoolean;
import io.github.bmnkit.json.JsonValue.JsonNull;
import io.github.bmnkit.json.JsonValue.JsonNumber;
import io.github.bmnkit.json.JsonValue.JsonObject;
import io.github.bmnkit.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns a JSON value into a value of a type, and adds to the findings whatever stands in the way. Empty means: not
 * decoded, and a finding says why.
 */
@FunctionalInterface
public interface Decoder<T> {
    Optional<T> decode(JsonValue value, List<Finding> findings);

    /** A string that is not blank. */
    Decoder<String> TEXT = (value, findings) -> {
        if (!(value instanceof JsonString string)) {
            return wrongType(value, Text.of("ข้อความ", "a string"), findings);
        }
        if (string.value().isBlank()) {
            findings.add(Finding.of(DocumentFinding.JSON_BLANK).at(value.place()));
            return Optional.empty();
        }
        return Optional.of(string.value());
    };

    /** A text in both languages: {@code {"th": "..", "en": ".."}}. */
    Decoder<Text> BILINGUAL = object(fields -> {
        Optional<String> th = fields.required("th", TEXT);
        Optional<String> en = fields.required("en", TEXT);
        return fields.build(() -> Text.of(th.orElseThrow(), en.orElseThrow()));
    });

    /** A date, ISO 8601, Common Era. */
    Decoder<LocalDate> DATE = (value, findings) -> TEXT.decode(value, findings).flatMap(text -> {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return wrongType(value, Text.of("วันที่แบบ ISO 8601 (ค.ศ.)", "an ISO 8601 date"), findings);
        }
    });

    /** True or false. */
    Decoder<Boolean> TRUTH = (value, findings) -> value instanceof JsonBoolean truth
            ? Optional.of(truth.value())
            : wrongType(value, Text.of("ค่าจริงหรือเท็จ", "true or false"), findings);

    /** A text in both languages; one that is blank or not there is a finding of its own, which names the language. */
    static Decoder<Text> translated(FindingCode missing) {
        return (value, findings) -> {
            boolean complete = true;
            if (value instanceof JsonObject object) {
                complete = isTranslated(object, "th", Text.of("ไทย", "Thai"), missing, findings);
                complete &= isTranslated(object, "en", Text.of("อังกฤษ", "English"), missing, findings);
            }
            return complete ? BILINGUAL.decode(value, findings) : Optional.empty();
        };
    }

    /** A small whole number within a range, both ends included. */
    static Decoder<Integer> whole(int min, int max) {
        return (value, findings) -> integer(min, max).decode(value, findings).map(Long::intValue);
    }

    /** A whole number within a range, both ends included. */
    static Decoder<Long> integer(long min, long max) {
        return (value, findings) -> {
            if (!(value instanceof JsonNumber number)
                    || number.value().stripTrailingZeros().scale() > 0) {
                return wrongType(value, Text.of("จำนวนเต็ม", "a whole number"), findings);
            }
            BigDecimal decimal = number.value();
            if (decimal.compareTo(BigDecimal.valueOf(min)) < 0 || decimal.compareTo(BigDecimal.valueOf(max)) > 0) {
                findings.add(Finding.of(DocumentFinding.JSON_OUT_OF_RANGE)
                        .at(value.place())
                        .with("min", min)
                        .with("max", max));
                return Optional.empty();
            }
            return Optional.of(decimal.longValueExact());
        };
    }

    /** One of the constants of an enum, by its name. */
    static <E extends Enum<E>> Decoder<E> constant(Class<E> type) {
        Map<String, E> byName =
                Stream.of(type.getEnumConstants()).collect(Collectors.toMap(Enum::name, Function.identity()));
        return (value, findings) -> TEXT.decode(value, findings).flatMap(name -> {
            if (!byName.containsKey(name)) {
                findings.add(Finding.of(DocumentFinding.JSON_NOT_ALLOWED)
                        .at(value.place())
                        .with("found", name)
                        .with(
                                "allowed",
                                String.join(
                                        ", ", byName.keySet().stream().sorted().toList())));
            }
            return Optional.ofNullable(byName.get(name));
        });
    }

    /** An array of values, each decoded; those that can't be are left out and make the whole fail. */
    static <T> Decoder<List<T>> list(Decoder<T> item) {
        return (value, findings) -> {
            if (!(value instanceof JsonArray array)) {
                return wrongType(value, Text.of("รายการ", "an array"), findings);
            }
            List<T> items = new ArrayList<>();
            for (JsonValue each : array.items()) {
                item.decode(each, findings).ifPresent(items::add);
            }
            return items.size() == array.items().size() ? Optional.of(List.copyOf(items)) : Optional.empty();
        };
    }

    /** An object that maps names to values, each decoded; what can't be makes the whole fail. */
    static <T> Decoder<Map<String, T>> map(Decoder<T> each) {
        return (value, findings) -> {
            if (!(value instanceof JsonObject object)) {
                return wrongType(value, Text.of("วัตถุ", "an object"), findings);
            }
            Map<String, T> values = new LinkedHashMap<>();
            object.fields()
                    .forEach((name, field) ->
                            each.decode(field, findings).ifPresent(decoded -> values.put(name, decoded)));
            return values.size() == object.fields().size() ? Optional.of(values) : Optional.empty();
        };
    }

    /** An object whose fields are taken one by one. */
    static <T> Decoder<T> object(Function<ObjectFields, Optional<T>> body) {
        return (value, findings) -> {
            if (!(value instanceof JsonObject object)) {
                return wrongType(value, Text.of("วัตถุ", "an object"), findings);
            }
            return body.apply(new ObjectFields(object, findings));
        };
    }

    /** A string that a type parses itself; what the type finds is found at this value's place. */
    static <T> Decoder<T> parsed(Function<String, Reading<T>> parse) {
        return TEXT.then((text, value) -> parse.apply(text));
    }

    /** This decoder, and where the value stands. */
    default Decoder<Located<T>> located() {
        return (value, findings) -> decode(value, findings).map(decoded -> new Located<>(decoded, value.place()));
    }

    /** This decoder, then a step that may find something wrong with the value. */
    default <R> Decoder<R> then(BiFunction<T, JsonValue, Reading<R>> step) {
        return (value, findings) -> decode(value, findings).flatMap(decoded -> {
            Reading<R> reading = step.apply(decoded, value);
            reading.findings().forEach(finding -> findings.add(finding.at(value.place())));
            boolean wrong = reading.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
            return wrong ? Optional.empty() : reading.optional();
        });
    }

    private static boolean isTranslated(
            JsonObject object, String key, Text language, FindingCode missing, List<Finding> findings) {
        JsonValue text = object.fields().get(key);
        boolean there = text != null
                && !(text instanceof JsonNull)
                && !(text instanceof JsonString string && string.value().isBlank());
        if (!there) {
            findings.add(
                    Finding.of(missing).with("language", language).at(text == null ? object.place() : text.place()));
        }
        return there;
    }

    private static <T> Optional<T> wrongType(JsonValue value, Text expected, List<Finding> findings) {
        findings.add(Finding.of(DocumentFinding.JSON_WRONG_TYPE)
                .at(value.place())
                .with("expected", expected)
                .with("found", value.kind()));
        return Optional.empty();
    }
}
