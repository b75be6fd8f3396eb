package io.github.bmnkit.release;

import io.github.bmnkit.identity.NationalId;
import io.github.bmnkit.json.JsonWriter;
import io.github.bmnkit.registry.Membership;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.Paradata;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is kept about a person, for machines. */
final class PersonalDataJson {
    private PersonalDataJson() {}

    static String write(PersonalData data) {
        return JsonWriter.write(data, (all, json) -> {
            NationalId id = all.nationalId().orElse(null);
            json.string("nationalId", id == null ? null : id.digits());
            json.flag("toBeChecked", !all.isOfOnePerson());
            json.list("responses", all.responses(), (held, item) -> held(held, all.answers(held), item));
            json.list("memberships", all.memberships(), (row, item) -> membership(row, all, item));
        });
    }

    private static void held(PersonalData.Held held, HeldAnswers answers, JsonWriter json) throws IOException {
        HouseholdResponse response = held.response();
        json.string("household", response.household().value());
        json.number("round", response.round());
        json.string("form", response.form().id());
        json.string("version", response.form().version());
        json.constant("state", response.state());
        json.flag("informant", held.isInformant());
        json.list("members", held.members(), (key, item) -> {
            item.number("key", key);
            item.list("answers", answers.of(key), PersonalDataJson::answer);
            item.optionalList("files", answers.files(key), PersonalDataJson::file);
        });
        json.optionalStrings(
                "mentions", held.mentions().stream().map(AnswerPath::toString).toList());
        if (!held.members().isEmpty()) {
            json.object("paradata", response.paradata(), PersonalDataJson::paradata);
            json.list("ofHousehold", answers.of(0), PersonalDataJson::answer);
            json.optionalList("filesOfHousehold", answers.files(0), PersonalDataJson::file);
        }
    }

    private static void answer(HeldAnswers.Answer answer, JsonWriter json) throws IOException {
        json.string("question", answer.item().name());
        json.text("label", answer.item().question().label());
        json.constant("kind", answer.kind());
        json.string("value", answer.value());
        json.text("meaning", answer.meaning().th().isEmpty() ? null : answer.meaning());
    }

    private static void file(PersonalData.File file, JsonWriter json) throws IOException {
        json.string("question", file.path().question());
        json.string("sha256", file.attachment().sha256());
        json.number("bytes", BigDecimal.valueOf(file.attachment().bytes()));
        json.string("mediaType", file.attachment().mediaType());
    }

    private static void paradata(Paradata paradata, JsonWriter json) throws IOException {
        json.string("collector", text(paradata.collector()));
        json.string("device", paradata.device());
        json.string("started", text(paradata.started()));
        json.string("ended", text(paradata.ended()));
        json.string("latitude", text(paradata.latitude()));
        json.string("longitude", text(paradata.longitude()));
    }

    private static void membership(Membership row, PersonalData all, JsonWriter json) throws IOException {
        json.string("register", row.register().value());
        json.text("registerName", all.name(row.register()));
        json.string("group", row.group());
        json.string("area", row.area().value());
        json.string("name", row.name() == null ? null : row.name().full());
        json.string("role", row.role());
        json.string("from", text(row.from()));
        json.string("until", text(row.until()));
        json.string("source", row.source());
        json.number("line", row.line());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
