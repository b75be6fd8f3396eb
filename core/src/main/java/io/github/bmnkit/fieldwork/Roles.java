package io.github.bmnkit.fieldwork;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue of roles: who takes part in collecting, checking and vouching for the data. It is data; a host reads its own
 * where it knows more roles.
 */
public final class Roles {
    private static final Decoder<Role> ROLE = Decoder.object(fields -> {
        Optional<RoleId> id = fields.required("id", Decoder.parsed(RoleId::parse));
        Optional<Text> name = fields.required("name", Decoder.BILINGUAL);
        return fields.build(() -> new Role(id.orElseThrow(), name.orElseThrow()));
    });

    private static final Decoder<Roles> CATALOGUE = Decoder.object(fields -> {
        fields.optional("note", Decoder.BILINGUAL);
        Optional<List<Role>> roles = fields.required("roles", Decoder.list(ROLE));
        Map<RoleId, Role> seen = new LinkedHashMap<>();
        for (Role role : roles.orElse(List.of())) {
            if (seen.put(role.id(), role) != null) {
                fields.refuse(Finding.of(FieldworkFinding.DUPLICATE_ROLE)
                        .at(fields.place())
                        .with("role", role.id().value()));
            }
        }
        return fields.build(() -> of(roles.orElseThrow()));
    });

    private final Map<RoleId, Role> roles;

    private Roles(Map<RoleId, Role> roles) {
        this.roles = Collections.unmodifiableMap(roles);
    }

    /**
     * Returns a catalogue.
     *
     * @param roles the roles, in the order in which they are listed
     * @return the catalogue
     * @throws IllegalArgumentException if two roles have one id
     */
    public static Roles of(Collection<Role> roles) {
        Map<RoleId, Role> byId = new LinkedHashMap<>();
        for (Role role : roles) {
            if (byId.put(role.id(), role) != null) {
                throw new IllegalArgumentException("the role " + role.id() + " stands twice");
            }
        }
        return new Roles(byId);
    }

    /**
     * Reads a catalogue from JSON: {@code {"roles": [{"id": "coordinator", "name": {"th": .., "en": ..}}]}}.
     *
     * @param json the catalogue, UTF-8; read to its end and not closed
     * @return the catalogue, if nothing is wrong with it, and the findings with line, column and JSON Pointer
     */
    public static Reading<Roles> read(InputStream json) {
        return JsonDocument.read(requireNonNull(json, "json"), JsonLimits.DEFAULT, CATALOGUE);
    }

    /**
     * Returns the roles that the papers of the round of B.E. 2569 name in steps 9 to 15 of the activity list.
     *
     * @return the catalogue; the Thai names are the official terms
     */
    public static Roles bmn2569() {
        return Bmn2569.ROLES;
    }

    private static final class Bmn2569 {
        static final Roles ROLES = load("roles-2569.json");
    }

    private static Roles load(String resource) {
        try (InputStream in = Roles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return read(in).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns all roles.
     *
     * @return the roles, in the order of the catalogue
     */
    public List<Role> all() {
        return List.copyOf(roles.values());
    }

    /**
     * Finds a role.
     *
     * @param id its id
     * @return the role; empty if this catalogue does not have it
     */
    public Optional<Role> find(RoleId id) {
        return Optional.ofNullable(roles.get(requireNonNull(id, "id")));
    }

    /** Two catalogues are equal if they have the same roles. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Roles that && roles.equals(that.roles);
    }

    @Override
    public int hashCode() {
        return roles.hashCode();
    }

    /** Returns the ids. */
    @Override
    public String toString() {
        return "Roles" + roles.keySet();
    }
}
