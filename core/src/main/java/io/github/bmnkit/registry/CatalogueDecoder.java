package io.github.bmnkit.registry;

import io.github.bmnkit.fieldwork.Role;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Finding;
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

/** The form of a catalogue in JSON. It belongs to one document. */
final class CatalogueDecoder {
    private static final Decoder<Source> SOURCE = Decoder.object(fields -> {
        Optional<String> key = fields.required("key", Decoder.TEXT);
        Optional<Text> office = fields.required("office", Decoder.BILINGUAL);
        Optional<LocalDate> date = fields.required("date", Decoder.DATE);
        Optional<Text> title = fields.required("title", Decoder.BILINGUAL);
        return fields.build(
                () -> new Source(key.orElseThrow(), office.orElseThrow(), date.orElseThrow(), title.orElseThrow()));
    });

    private static final Decoder<RoleId> ROLE_ID = Decoder.parsed(RoleId::parse);

    private static final Decoder<Role> ROLE = Decoder.object(fields -> {
        Optional<RoleId> id = fields.required("id", ROLE_ID);
        Optional<Text> name = fields.required("name", Decoder.BILINGUAL);
        return fields.build(() -> new Role(id.orElseThrow(), name.orElseThrow()));
    });

    /** A register as it stands beneath its bureau. */
    private record Listed(
            RegisterId id,
            Text name,
            String source,
            Optional<Text> note,
            List<Role> roles,
            List<Set<RoleId>> exclusive) {}

    private final Set<RegisterId> ids = new HashSet<>();
    private final Set<String> keys = new HashSet<>();

    Decoder<RegisterCatalogue> catalogue() {
        return Decoder.object(this::catalogue);
    }

    private Optional<RegisterCatalogue> catalogue(ObjectFields fields) {
        Optional<String> id = fields.required("id", Decoder.TEXT);
        Optional<String> version = fields.required("version", Decoder.TEXT);
        Optional<DefinitionStatus> status = fields.required("status", Decoder.constant(DefinitionStatus.class));
        Optional<Text> title = fields.required("title", Decoder.BILINGUAL);
        Optional<List<Integer>> rounds = fields.required("rounds", Decoder.list(Decoder.whole(2400, 3000)));
        Optional<List<Source>> sources = fields.required("sources", Decoder.list(SOURCE));
        for (Source source : sources.orElse(List.of())) {
            if (!keys.add(source.key())) {
                fields.refuse(Finding.of(RegistryFinding.DUPLICATE_SOURCE)
                        .at(fields.place())
                        .with("key", source.key()));
            }
        }
        Optional<List<List<Register>>> bureaus = fields.required("bureaus", Decoder.list(Decoder.object(this::bureau)));
        return fields.build(() -> new RegisterCatalogue(
                id.orElseThrow(),
                version.orElseThrow(),
                status.orElseThrow(),
                title.orElseThrow(),
                new HashSet<>(rounds.orElseThrow()),
                sources.orElseThrow(),
                bureaus.orElseThrow().stream().flatMap(List::stream).toList()));
    }

    private Optional<List<Register>> bureau(ObjectFields fields) {
        Optional<Text> bureau = fields.required("name", Decoder.BILINGUAL);
        Optional<List<Listed>> registers = fields.required("registers", Decoder.list(Decoder.object(this::register)));
        return fields.build(() -> registers.orElseThrow().stream()
                .map(each -> new Register(
                        each.id(),
                        bureau.orElseThrow(),
                        each.name(),
                        each.source(),
                        each.note().orElse(null),
                        each.roles(),
                        each.exclusive()))
                .toList());
    }

    private Optional<Listed> register(ObjectFields fields) {
        Optional<RegisterId> id = fields.required("id", Decoder.parsed(RegisterId::parse));
        Optional<Text> name = fields.required("name", Decoder.BILINGUAL);
        Optional<String> source = fields.required("source", Decoder.TEXT);
        Optional<Text> note = fields.optional("note", Decoder.BILINGUAL);
        List<Role> roles = fields.optional("roles", Decoder.list(ROLE)).orElse(List.of());
        List<List<RoleId>> exclusive = fields.optional("exclusive", Decoder.list(Decoder.list(ROLE_ID)))
                .orElse(List.of());
        if (id.isPresent() && !ids.add(id.get())) {
            fields.refuse(Finding.of(RegistryFinding.DUPLICATE_REGISTER)
                    .at(fields.place())
                    .with("register", id.get().value()));
        }
        if (source.isPresent() && !keys.contains(source.get())) {
            fields.refuse(Finding.of(RegistryFinding.UNKNOWN_SOURCE)
                    .at(fields.place())
                    .with("key", source.get()));
        }
        check(fields, roles, exclusive);
        return fields.build(() -> new Listed(
                id.orElseThrow(),
                name.orElseThrow(),
                source.orElseThrow(),
                note,
                roles,
                exclusive.stream().<Set<RoleId>>map(HashSet::new).toList()));
    }

    private static void check(ObjectFields fields, List<Role> roles, List<List<RoleId>> exclusive) {
        Set<RoleId> listed = new HashSet<>();
        for (Role role : roles) {
            if (!listed.add(role.id())) {
                fields.refuse(Finding.of(RegistryFinding.DUPLICATE_ROLE)
                        .at(fields.place())
                        .with("role", role.id().value()));
            }
        }
        for (List<RoleId> set : exclusive) {
            for (RoleId role : set) {
                if (!listed.contains(role)) {
                    fields.refuse(Finding.of(RegistryFinding.UNLISTED_ROLE)
                            .at(fields.place())
                            .with("role", role.value()));
                }
            }
        }
    }
}
