package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.json.CanonicalJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a unit vouches for: the data under one root, by the rules and figures of that moment, and who signed. It holds as
 * long as nothing beneath the unit changes; whether it does, the state says, never the certificate.
 *
 * @param unit the unit
 * @param content root, figures, papers and the versions that they rest on
 * @param presenter who presented the result
 * @param signatures who signed, in the order of signing
 * @param sequence the number of its event in the ledger, from 1
 * @param at when it was issued
 */
public record Certificate(
        AreaCode unit,
        Detail.Vouching content,
        ActorId presenter,
        List<Signature> signatures,
        long sequence,
        Instant at) {
    /**
     * Copies the signatures.
     *
     * @param unit the unit
     * @param content root, figures, papers and the versions that they rest on
     * @param presenter who presented the result
     * @param signatures who signed, in the order of signing
     * @param sequence the number of its event in the ledger, from 1
     * @param at when it was issued
     */
    public Certificate {
        requireNonNull(unit, "unit");
        requireNonNull(content, "content");
        requireNonNull(presenter, "presenter");
        requireNonNull(at, "at");
        signatures = List.copyOf(signatures);
    }

    /**
     * The versions that a certificate rests on.
     *
     * @param definition id and version of the definition of certification
     * @param form id and version of the form that was answered
     * @param rules id and version of the rules that were checked
     * @param demonstration whether a definition, form or rules are used outside the rounds for which they hold
     */
    public record Basis(String definition, String form, String rules, boolean demonstration) {
        /**
         * Checks that every part is there.
         *
         * @param definition id and version of the definition of certification
         * @param form id and version of the form that was answered
         * @param rules id and version of the rules that were checked
         * @param demonstration whether a definition, form or rules are used outside the rounds for which they hold
         * @throws IllegalArgumentException if a part is blank
         */
        public Basis {
            if (definition.isBlank() || form.isBlank() || rules.isBlank()) {
                throw new IllegalArgumentException("a certificate rests on a definition, a form and rules");
            }
        }
    }

    /**
     * One who signed.
     *
     * @param actor who signed
     * @param role in which role
     * @param onBehalfOf for whom, if not for themselves; the role is then theirs
     */
    public record Signature(
            ActorId actor, RoleId role, @Nullable ActorId onBehalfOf) {
        /**
         * Checks that actor and role are there.
         *
         * @param actor who signed
         * @param role in which role
         * @param onBehalfOf for whom, if not for themselves; the role is then theirs
         */
        public Signature {
            requireNonNull(actor, "actor");
            requireNonNull(role, "role");
        }

        boolean involves(ActorId person) {
            return actor.equals(person) || person.equals(onBehalfOf);
        }
    }

    /**
     * Writes the certificate as JSON, to lie beside the papers.
     *
     * @return the document, in one line, in canonical form (RFC 8785)
     */
    public String toJson() {
        Map<String, Object> json = new LinkedHashMap<>(EventJson.detail(content));
        json.put("level", unit.level().name());
        json.put("unit", unit.value());
        json.put("presenter", presenter.value());
        json.put(
                "signatures",
                signatures.stream()
                        .map(signature ->
                                EventJson.signature(signature.actor(), signature.role(), signature.onBehalfOf()))
                        .toList());
        json.put("sequence", sequence);
        json.put("at", at.toString());
        return CanonicalJson.of(json);
    }
}
