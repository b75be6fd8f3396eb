package io.github.bmnkit.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.certification.CertificationDefinition;
import io.github.bmnkit.certification.Facts;
import io.github.bmnkit.certification.QualityFacts;
import io.github.bmnkit.certification.Salt;
import io.github.bmnkit.certification.VillageWork;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.fieldwork.HouseholdEvent.Assigned;
import io.github.bmnkit.fieldwork.HouseholdEvent.Checked;
import io.github.bmnkit.fieldwork.HouseholdEvent.Collected;
import io.github.bmnkit.fieldwork.HouseholdEvent.Confirmed;
import io.github.bmnkit.fieldwork.HouseholdEvent.Confirmer;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.response.HouseholdResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the offices of a province keep: who may do what where, how far each household has come, and what was found in the
 * data. People and dates are made up; each office has one person for each role, whose id is role and place.
 */
final class MadeUpOffices implements Facts {
    private static final ActorId VOLUNTEER = ActorId.of("made-up-volunteer");

    private final AreaTree tree;
    private final CertificationDefinition definition;
    private final Map<VillageCode, VillageWork> villages = new TreeMap<>();
    private final Map<VillageCode, QualityFacts> quality = new TreeMap<>();
    private Instant now = Instant.EPOCH;
    private int events;

    MadeUpOffices(AreaTree tree, CertificationDefinition definition) {
        this.tree = tree;
        this.definition = definition;
    }

    static ActorId person(RoleId role, AreaCode unit) {
        return ActorId.of(role + "." + unit.value());
    }

    void today(LocalDate day) {
        now = day.atTime(3, 0).toInstant(ZoneOffset.UTC);
    }

    void list(VillageCode village, Collection<HouseholdId> targets) {
        villages.put(village, VillageWork.of(village, targets));
    }

    VillageWork village(VillageCode village) {
        return requireNonNull(villages.get(village));
    }

    /** The edits that failed in a village, of those that were decided. */
    void found(VillageCode village, Share hard, Share soft) {
        quality.put(village, QualityFacts.of(village(village)).withEdits(hard, soft, 0, List.of()));
    }

    /** A host keeps a random salt with each response; this one is made from the id, so that every run is the same. */
    static String commitment(HouseholdResponse response) {
        return Salt.of(digest("salt of " + response.household()).substring(0, 32))
                .commit(response)
                .toString();
    }

    static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Steps 9 and 10 of the activity list, but for the confirmation. */
    void collect(VillageCode village, HouseholdId household, String commitment) {
        take(village, new Assigned(next(), household, now, VOLUNTEER, VOLUNTEER));
        correct(village, household, commitment);
    }

    void correct(VillageCode village, HouseholdId household, String commitment) {
        take(village, new Collected(next(), household, now, VOLUNTEER, commitment));
        take(village, new Checked(next(), household, now, VOLUNTEER));
    }

    void confirm(VillageCode village, HouseholdId household, String commitment) {
        take(village, new Confirmed(next(), household, now, VOLUNTEER, Confirmer.HEAD, commitment));
    }

    private void take(VillageCode village, HouseholdEvent event) {
        VillageWork work = village(village);
        if (!work.decide(event, definition).isAccepted()) {
            throw new IllegalStateException("the made-up season is out of order: " + event);
        }
        villages.put(village, work.evolve(event));
    }

    private String next() {
        return "e-" + ++events;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Set<RoleId> roles(ActorId actor, AreaCode unit, LocalDate day) {
        int dot = actor.value().indexOf('.');
        return dot > 0 && actor.value().substring(dot + 1).equals(unit.value())
                ? Set.of(RoleId.of(actor.value().substring(0, dot)))
                : Set.of();
    }

    @Override
    public Optional<QualityFacts> quality(AreaCode unit) {
        if (unit instanceof VillageCode village) {
            return Optional.ofNullable(quality.get(village));
        }
        List<QualityFacts> beneath = new ArrayList<>();
        for (AreaCode child : tree.children(unit)) {
            beneath.add(quality(child).orElseThrow());
        }
        return Optional.of(QualityFacts.sum(beneath));
    }
}
