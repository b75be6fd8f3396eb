package io.github.bmnkit.release;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.certification.Hash;
import io.github.bmnkit.certification.Ledger;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.release.ReleaseRequest.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * That data were given to somebody: what the log of releases keeps, which is no personal data. Recipient, purpose, legal
 * basis and actor are ids and codes of the host, and must not be personal themselves.
 *
 * @param request the request, id and edition
 * @param requestDigest the digest of the request
 * @param recipient who got the data
 * @param purpose for what
 * @param legalBasis by which right
 * @param actor who released them
 * @param at when
 * @param certified the head of the certification ledger at that time
 * @param form the form, id and edition
 * @param classification what was said to give somebody away, id and edition
 * @param demonstration whether a definition was used outside its rounds
 * @param unit what a record is about
 * @param rounds the rounds, Buddhist Era
 * @param from the first day of the period
 * @param to the last day of the period
 * @param areas the areas
 * @param questions the questions that were released
 * @param k how many households are alike at least
 * @param offered how many households were offered
 * @param taken how many of them were taken
 * @param records how many records were released
 * @param leftOut how many records were left out
 * @param blanked of how many records the quasi-identifiers were blanked
 * @param digest the digest of what was released
 */
public record ReleaseRecord(
        String request,
        Hash requestDigest,
        String recipient,
        String purpose,
        String legalBasis,
        ActorId actor,
        Instant at,
        Ledger.Head certified,
        String form,
        String classification,
        boolean demonstration,
        Unit unit,
        Set<Integer> rounds,
        LocalDate from,
        LocalDate to,
        List<AreaCode> areas,
        List<String> questions,
        long k,
        long offered,
        long taken,
        long records,
        long leftOut,
        long blanked,
        Hash digest) {
    /**
     * Copies the lists.
     *
     * @param request the request, id and edition
     * @param requestDigest the digest of the request
     * @param recipient who got the data
     * @param purpose for what
     * @param legalBasis by which right
     * @param actor who released them
     * @param at when
     * @param certified the head of the certification ledger at that time
     * @param form the form, id and edition
     * @param classification what was said to give somebody away, id and edition
     * @param demonstration whether a definition was used outside its rounds
     * @param unit what a record is about
     * @param rounds the rounds, Buddhist Era
     * @param from the first day of the period
     * @param to the last day of the period
     * @param areas the areas
     * @param questions the questions that were released
     * @param k how many households are alike at least
     * @param offered how many households were offered
     * @param taken how many of them were taken
     * @param records how many records were released
     * @param leftOut how many records were left out
     * @param blanked of how many records the quasi-identifiers were blanked
     * @param digest the digest of what was released
     */
    public ReleaseRecord {
        requireNonNull(request, "request");
        requireNonNull(requestDigest, "requestDigest");
        requireNonNull(recipient, "recipient");
        requireNonNull(purpose, "purpose");
        requireNonNull(legalBasis, "legalBasis");
        requireNonNull(actor, "actor");
        requireNonNull(at, "at");
        requireNonNull(certified, "certified");
        requireNonNull(form, "form");
        requireNonNull(classification, "classification");
        requireNonNull(unit, "unit");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(digest, "digest");
        rounds = Collections.unmodifiableSet(new TreeSet<>(rounds));
        areas = List.copyOf(areas);
        questions = List.copyOf(questions);
    }

    /** As a part of canonical JSON. */
    Map<String, Object> json() {
        Map<String, Object> json = new TreeMap<>();
        json.put("request", request);
        json.put("requestDigest", requestDigest.toString());
        json.put("recipient", recipient);
        json.put("purpose", purpose);
        json.put("legalBasis", legalBasis);
        json.put("actor", actor.value());
        json.put("at", at.toString());
        json.put("certifiedLength", certified.length());
        json.put("certifiedHash", certified.hash().toString());
        json.put("form", form);
        json.put("classification", classification);
        json.put("demonstration", demonstration);
        json.put("unit", unit.name());
        json.put("rounds", rounds.stream().map(Integer::longValue).toList());
        json.put("from", from.toString());
        json.put("to", to.toString());
        json.put(
                "areas",
                areas.stream()
                        .map(area -> area.level().name() + " " + area.value())
                        .toList());
        json.put("questions", questions);
        json.put("k", k);
        json.put("offered", offered);
        json.put("taken", taken);
        json.put("records", records);
        json.put("leftOut", leftOut);
        json.put("blanked", blanked);
        json.put("digest", digest.toString());
        return json;
    }
}
