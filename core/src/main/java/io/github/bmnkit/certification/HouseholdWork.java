package io.github.bmnkit.certification;

import io.github.bmnkit.certification.VillageWork.HouseholdStage;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.fieldwork.HouseholdEvent.Assigned;
import io.github.bmnkit.fieldwork.HouseholdEvent.Checked;
import io.github.bmnkit.fieldwork.HouseholdEvent.Collected;
import io.github.bmnkit.fieldwork.HouseholdEvent.Confirmed;
import io.github.bmnkit.fieldwork.HouseholdEvent.ResolvedWithoutData;
import io.github.bmnkit.fieldwork.HouseholdEvent.Returned;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to one household: the last event of each kind that still holds.
 *
 * @param last the last event; null if there was none
 */
record HouseholdWork(
        HouseholdStage stage,
        @Nullable ActorId collector,
        @Nullable Hash commitment,
        @Nullable Past last) {
    static final HouseholdWork LISTED = new HouseholdWork(HouseholdStage.LISTED, null, null, null);

    private static final Figures OPEN = new Figures(1, 0, 0);
    private static final Figures RESOLVED = new Figures(1, 1, 0);
    private static final Figures CONFIRMED = new Figures(1, 1, 1);

    /** The events so far, the last one first, by which one that comes twice is known; numbered from 1. */
    record Past(HouseholdEvent event, int number, @Nullable Past before) {}

    /** What the household adds to the village's tree; null if nothing. */
    @Nullable
    Hash leaf() {
        return stage.isResolved() ? commitment : null;
    }

    /** What the household counts for in the figures of its village. */
    Figures figures() {
        return stage == HouseholdStage.CONFIRMED ? CONFIRMED : stage.isResolved() ? RESOLVED : OPEN;
    }

    @Nullable
    Past find(String eventId) {
        for (Past each = last; each != null; each = each.before()) {
            if (each.event().id().equals(eventId)) {
                return each;
            }
        }
        return null;
    }

    /** All reasons against an event, in the order of the codes. */
    List<Refusal> reasons(HouseholdEvent event, CertificationDefinition definition) {
        List<Refusal> reasons = new ArrayList<>();
        HouseholdId household = event.household();
        Extension needed = needs(event);
        if (needed != null && !definition.has(needed)) {
            reasons.add(Refusal.of(Finding.of(RefusalCode.HOUSEHOLD_STEP_OFF).with("extension", needed.text())));
        }
        if (last != null && event.at().isBefore(last.event().at())) {
            reasons.add(about(RefusalCode.HOUSEHOLD_TIME, household));
        }
        // A household that was resolved without data may never have been given to anybody.
        boolean nobodys = event instanceof Collected && collector == null;
        if (nobodys || !from(event).contains(stage)) {
            reasons.add(new Refusal(
                    Finding.of(RefusalCode.HOUSEHOLD_STAGE)
                            .with("household", household.value())
                            .with("stage", stage.text())
                            .with("step", name(event)),
                    List.of(),
                    List.of(household)));
        }
        boolean collectors = event instanceof Collected || event instanceof Checked;
        if (collectors && collector != null && !event.actor().equals(collector)) {
            reasons.add(about(RefusalCode.NOT_THE_COLLECTOR, household));
        }
        if (event instanceof Confirmed confirmed) {
            if (definition.has(Extension.SEPARATION_OF_DUTIES) && event.actor().equals(collector)) {
                reasons.add(about(RefusalCode.COLLECTOR_CONFIRMS, household));
            }
            boolean collected = stage == HouseholdStage.CHECKED;
            if (collected && !Hash.of(confirmed.commitment()).equals(commitment)) {
                reasons.add(about(RefusalCode.ANSWERS_CHANGED, household));
            }
        }
        return reasons;
    }

    private static Refusal about(RefusalCode code, HouseholdId household) {
        return new Refusal(Finding.of(code).with("household", household.value()), List.of(), List.of(household));
    }

    private static @Nullable Extension needs(HouseholdEvent event) {
        if (event instanceof ResolvedWithoutData) {
            return Extension.RESOLVED_WITHOUT_DATA;
        }
        return event instanceof Returned ? Extension.RETURN_HOUSEHOLD : null;
    }

    /** The table of households: from which stages an event can come. */
    private static Set<HouseholdStage> from(HouseholdEvent event) {
        if (event instanceof Assigned) {
            return Set.of(HouseholdStage.values()); // a confirmed household may get another collector, to be corrected
        }
        if (event instanceof Collected) {
            return Set.of(
                    HouseholdStage.ASSIGNED,
                    HouseholdStage.COLLECTED,
                    HouseholdStage.CHECKED,
                    HouseholdStage.CONFIRMED,
                    HouseholdStage.WITHOUT_DATA);
        }
        if (event instanceof Checked) {
            return Set.of(HouseholdStage.COLLECTED);
        }
        if (event instanceof Confirmed) {
            return Set.of(HouseholdStage.CHECKED);
        }
        if (event instanceof Returned) {
            return Set.of(HouseholdStage.COLLECTED, HouseholdStage.CHECKED, HouseholdStage.CONFIRMED);
        }
        return Set.of(HouseholdStage.LISTED, HouseholdStage.ASSIGNED, HouseholdStage.COLLECTED, HouseholdStage.CHECKED);
    }

    private static Text name(HouseholdEvent event) {
        if (event instanceof Assigned) {
            return Text.of("มอบหมาย", "assign");
        }
        if (event instanceof Collected) {
            return Text.of("จัดเก็บ", "collect");
        }
        if (event instanceof Checked) {
            return Text.of("ตรวจสอบ", "check");
        }
        if (event instanceof Confirmed) {
            return Text.of("ยืนยัน", "confirm");
        }
        if (event instanceof Returned) {
            return Text.of("ส่งกลับแก้ไข", "return");
        }
        return Text.of("สรุปโดยไม่มีข้อมูล", "resolve without data");
    }

    HouseholdWork after(HouseholdEvent event) {
        Past all = new Past(event, last == null ? 1 : last.number() + 1, last);
        if (event instanceof Assigned assigned) {
            // Another collector takes over the work where it stands: what was confirmed stays so.
            HouseholdStage next = stage == HouseholdStage.LISTED ? HouseholdStage.ASSIGNED : stage;
            return new HouseholdWork(next, assigned.collector(), commitment, all);
        }
        if (event instanceof Collected collected) {
            return with(HouseholdStage.COLLECTED, Hash.of(collected.commitment()), all);
        }
        if (event instanceof Checked) {
            return with(HouseholdStage.CHECKED, commitment, all);
        }
        if (event instanceof Confirmed) {
            return with(HouseholdStage.CONFIRMED, commitment, all);
        }
        if (event instanceof Returned) {
            return with(HouseholdStage.ASSIGNED, null, all);
        }
        ResolvedWithoutData without = (ResolvedWithoutData) event;
        String content = without.household().value() + '\0' + without.reason().name() + '\0' + without.evidence();
        return with(HouseholdStage.WITHOUT_DATA, Hash.of(Hash.NO_DATA, content), all);
    }

    private HouseholdWork with(HouseholdStage newStage, @Nullable Hash newCommitment, Past all) {
        return new HouseholdWork(newStage, collector, newCommitment, all);
    }

    boolean binds(HouseholdWork other) {
        return Objects.equals(leaf(), other.leaf());
    }
}
