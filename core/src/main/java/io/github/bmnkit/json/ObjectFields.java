package io.github.bmnkit.json;

import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.json.JsonValue.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The fields of one object, taken one by one; whatever stands in the way of the whole is remembered. */
public final class ObjectFields {
    private final JsonObject object;
    private final List<Finding> findings;
    private final Set<String> known = new HashSet<>();
    private boolean failed;

    ObjectFields(JsonObject object, List<Finding> findings) {
        this.object = object;
        this.findings = findings;
    }

    /** Where the object stands. */
    public Place place() {
        return object.place();
    }

    /** Decodes a field that must be there. */
    public <T> Optional<T> required(String name, Decoder<T> decoder) {
        if (!object.fields().containsKey(name)) {
            known.add(name);
            failed = true;
            findings.add(Finding.of(DocumentFinding.JSON_MISSING_FIELD)
                    .at(object.place())
                    .with("name", name));
            return Optional.empty();
        }
        return optional(name, decoder);
    }

    /** Decodes a field that may be absent; one that is there must be right. */
    public <T> Optional<T> optional(String name, Decoder<T> decoder) {
        known.add(name);
        JsonValue value = object.fields().get(name);
        if (value == null) {
            return Optional.empty();
        }
        Optional<T> decoded = decoder.decode(value, findings);
        failed |= decoded.isEmpty();
        return decoded;
    }

    /** Adds a finding about the object as a whole, and refuses it. */
    public void refuse(Finding finding) {
        failed = true;
        findings.add(finding);
    }

    /** Reports the fields that nobody asked for, and builds the object unless something stood in the way. */
    public <T> Optional<T> build(Supplier<T> supplier) {
        object.fields().forEach((name, value) -> {
            if (!known.contains(name) && !name.equals("$schema")) {
                findings.add(Finding.of(DocumentFinding.JSON_UNKNOWN_FIELD)
                        .at(value.place())
                        .with("name", name));
            }
        });
        return failed ? Optional.empty() : Optional.of(supplier.get());
    }
}
