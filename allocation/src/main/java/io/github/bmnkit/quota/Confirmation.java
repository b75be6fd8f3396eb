package io.github.bmnkit.quota;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.csv.CsvWriter;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the offices answered about a plan of targets, and what is still missing before it is confirmed. The papers have the
 * provincial and district offices confirm the number of target households against the department's number (annex on the
 * budget indicator, B.E. 2569); a host may require other levels.
 *
 * <p>An answer is about a number, not about a version: after a re-allocation the same answers are given to the new plan,
 * and only the offices whose numbers changed have to answer again.
 */
public final class Confirmation {
    /** The levels whose offices confirm their targets, as the papers have it. */
    public static final Set<AreaLevel> PROVINCES_AND_DISTRICTS =
            Collections.unmodifiableSet(new TreeSet<>(Set.of(AreaLevel.PROVINCE, AreaLevel.DISTRICT)));

    private final QuotaPlan plan;
    private final AreaRegister register;
    private final Set<AreaLevel> required;
    private final Map<AreaCode, TargetReply> latest;

    private Confirmation(
            QuotaPlan plan, AreaRegister register, Set<AreaLevel> required, Map<AreaCode, TargetReply> latest) {
        this.plan = plan;
        this.register = register;
        this.required = required;
        this.latest = latest;
    }

    /**
     * Sets answers against the targets of a plan.
     *
     * @param plan the targets
     * @param register the register that they shall fit
     * @param required the levels whose offices must confirm, such as {@link #PROVINCES_AND_DISTRICTS}; the plan must have
     *     areas of one of them
     * @param replies the answers, in any order
     * @return the state of the confirmation, and a finding for each area that answered without a target
     * @throws IllegalArgumentException if the plan has no area of the required levels
     */
    public static Reading<Confirmation> of(
            QuotaPlan plan, AreaRegister register, Set<AreaLevel> required, Collection<TargetReply> replies) {
        requireNonNull(register, "register");
        Set<AreaLevel> levels = new TreeSet<>(required);
        levels.removeIf(level -> plan.areas(level).isEmpty());
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("the plan has no area of the levels " + required);
        }
        Map<AreaCode, TargetReply> latest = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (TargetReply reply : replies.stream().sorted(TargetReply.BY_TIME).toList()) {
            if (plan.contains(reply.area())) {
                latest.put(reply.area(), reply);
            } else {
                findings.add(about(TargetFinding.NO_SUCH_OFFICE, reply.area()).with("stated", reply.households()));
            }
        }
        return Reading.of(new Confirmation(plan, register, Collections.unmodifiableSet(levels), latest), findings);
    }

    /**
     * Returns the plan that is to be confirmed.
     *
     * @return the plan
     */
    public QuotaPlan plan() {
        return plan;
    }

    /**
     * Returns the answer of an office that holds.
     *
     * @param area the area of the office
     * @return its latest answer; empty if it has not answered
     */
    public Optional<TargetReply> reply(AreaCode area) {
        return Optional.ofNullable(latest.get(requireNonNull(area, "area")));
    }

    /**
     * Returns where an office stands.
     *
     * @param area an area of the plan
     * @return the state of its target
     * @throws IllegalArgumentException if the plan has no such area
     */
    public State state(AreaCode area) {
        long target = plan.target(area);
        TargetReply reply = latest.get(area);
        if (reply == null) {
            return required.contains(area.level()) ? State.OPEN : State.NOT_REQUIRED;
        }
        if (reply instanceof TargetReply.Disputed) {
            return State.DISPUTED;
        }
        return reply.households() == target ? State.CONFIRMED : State.OTHER_NUMBER;
    }

    /**
     * Returns the disputes that are open, also those of offices that need not answer, which do not stand against the plan.
     *
     * @return the disputes, in the order of the plan
     */
    public List<TargetReply.Disputed> disputes() {
        List<TargetReply.Disputed> disputes = new ArrayList<>();
        for (AreaCode area : plan.areas()) {
            if (latest.get(area) instanceof TargetReply.Disputed disputed) {
                disputes.add(disputed);
            }
        }
        return disputes;
    }

    /**
     * Compares the numbers of all areas from the root down to the lowest level whose offices must confirm. The figures of
     * an area above that level are the sums of those below it.
     *
     * @return one row for each area, in the order of the plan
     */
    public List<Row> reconciliation() {
        AreaLevel lowest = required.iterator().next();
        List<AreaCode> areas = plan.areas().stream()
                .filter(area -> area.level().compareTo(lowest) >= 0)
                .toList();
        Map<AreaCode, long[]> sums = new HashMap<>();
        for (int i = areas.size() - 1; i >= 0; i--) {
            AreaCode area = areas.get(i);
            long[] figures = sums.computeIfAbsent(area, any -> new long[2]);
            TargetReply reply = latest.get(area);
            if (area.level() == lowest && reply != null) {
                figures[0] = reply.households();
                figures[1] = state(area) == State.CONFIRMED ? reply.households() : 0;
            }
            plan.parent(area).ifPresent(parent -> {
                long[] sum = sums.computeIfAbsent(parent, any -> new long[2]);
                sum[0] = Math.addExact(sum[0], figures[0]);
                sum[1] = Math.addExact(sum[1], figures[1]);
            });
        }
        AreaTree tree = tree();
        List<Row> rows = new ArrayList<>();
        for (AreaCode area : areas) {
            long[] figures = sums.getOrDefault(area, new long[2]);
            long registered = tree.contains(area) ? tree.households(area) : 0;
            rows.add(new Row(area, plan.target(area), registered, figures[0], figures[1], state(area)));
        }
        return rows;
    }

    private AreaTree tree() {
        return register.tree(
                plan.areas(AreaLevel.LOCAL_AUTHORITY).isEmpty() ? AreaView.ADMINISTRATIVE : AreaView.CERTIFYING);
    }

    /**
     * Writes the reconciliation as CSV.
     *
     * @return the CSV text; the same for the same input, on every machine
     */
    public String toCsv() {
        CsvWriter out = new CsvWriter(
                List.of("level", "area_code", "target", "registered", "stated", "confirmed", "difference", "state"));
        for (Row row : reconciliation()) {
            out.row(List.of(
                    row.area().level().name(),
                    row.area().value(),
                    Long.toString(row.target()),
                    Long.toString(row.registered()),
                    Long.toString(row.stated()),
                    Long.toString(row.confirmed()),
                    Long.toString(row.difference()),
                    row.state().name()));
        }
        return out.toString();
    }

    /**
     * Returns the plan, if everything that is required is confirmed and it fits the register.
     *
     * @return the confirmed plan, or every reason why it is none
     */
    public Reading<ConfirmedPlan> confirmed() {
        List<Finding> reasons = new ArrayList<>();
        List<TargetReply> replies = new ArrayList<>();
        for (AreaCode area : plan.areas()) {
            State state = state(area);
            TargetReply reply = latest.get(area);
            if (!required.contains(area.level())) {
                continue;
            }
            if (state.against != null) {
                Finding reason = about(state.against, area).with("target", plan.target(area));
                reason = reply == null ? reason : reason.with("stated", reply.households());
                reasons.add(
                        reply instanceof TargetReply.Disputed disputed
                                ? reason.with("reason", disputed.reason())
                                : reason);
            } else if (reply != null) {
                replies.add(reply);
            }
        }
        checkVillages(reasons);
        return reasons.isEmpty() ? Reading.of(new ConfirmedPlan(plan, register, replies)) : Reading.nothing(reasons);
    }

    private void checkVillages(List<Finding> reasons) {
        AreaTree tree = tree();
        List<AreaCode> villages = plan.areas(AreaLevel.VILLAGE);
        if (villages.isEmpty()) {
            reasons.add(about(TargetFinding.NO_VILLAGES, plan.root()));
        }
        for (AreaCode village : villages) {
            if (!tree.contains(village)) {
                reasons.add(about(TargetFinding.NOT_REGISTERED, village));
            } else if (plan.target(village) > tree.households(village)) {
                reasons.add(about(QuotaFinding.ABOVE_REGISTERED, village)
                        .with("target", plan.target(village))
                        .with("registered", tree.households(village))
                        .with("deficit", plan.target(village) - tree.households(village)));
            }
        }
    }

    private static Finding about(FindingCode code, AreaCode area) {
        return Finding.of(code)
                .at(Place.area(area.value()))
                .with("level", area.level().text())
                .with("area", area.value());
    }

    @Override
    public String toString() {
        return "Confirmation[" + plan + ", replies=" + latest.size() + "]";
    }

    /**
     * The numbers of one area, set against each other.
     *
     * @param area the area
     * @param target its target for the whole round
     * @param registered the households registered in it
     * @param stated the households that the offices in it state, whether they confirm or dispute
     * @param confirmed the households that stand confirmed in it
     * @param state where its own office stands
     */
    public record Row(AreaCode area, long target, long registered, long stated, long confirmed, State state) {
        /**
         * Checks that area and state are there.
         *
         * @param area the area
         * @param target its target for the whole round
         * @param registered the households registered in it
         * @param stated the households that the offices in it state
         * @param confirmed the households that stand confirmed in it
         * @param state where its own office stands
         */
        public Row {
            requireNonNull(area, "area");
            requireNonNull(state, "state");
        }

        /**
         * Returns how far the stated number lies from the target.
         *
         * @return households stated less target: below 0 while answers are missing, 0 when all agree
         */
        public long difference() {
            return stated - target;
        }
    }

    /** Where an office stands. */
    public enum State {
        /** It confirmed its target. */
        CONFIRMED("ยืนยันแล้ว", "confirmed", null),
        /** It disputes its target. */
        DISPUTED("โต้แย้ง", "disputed", TargetFinding.DISPUTED),
        /** It confirmed another number, such as that of an earlier plan. */
        OTHER_NUMBER("ยืนยันจำนวนอื่น", "confirmed another number", TargetFinding.OTHER_NUMBER),
        /** It must answer and has not. */
        OPEN("ยังไม่ตอบ", "open", TargetFinding.NOT_CONFIRMED),
        /** It has not answered and need not. */
        NOT_REQUIRED("ไม่ต้องยืนยัน", "not required", null);

        private final Text text;

        private final @Nullable TargetFinding against;

        State(String th, String en, @Nullable TargetFinding against) {
            text = Text.of(th, en);
            this.against = against;
        }

        /**
         * Returns the name of the state.
         *
         * @return the name in Thai and English
         */
        public Text text() {
            return text;
        }
    }
}
