package io.github.bmnkit.quota;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.csv.CsvWriter;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import io.github.bmnkit.round.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan of targets after villages were divided, united, opened or closed, or grew or shrank, with the least disturbance.
 *
 * <pre>{@code
 * Reading<Reallocation> change = Reallocation.of(plan, before, after, Method.WEBSTER)
 *         .change(new VillageChange.Split(village, List.of(village, part)))
 *         .within(Reallocation.Scope.DISTRICT);
 * }</pre>
 *
 * <p>Every village starts from what it inherits: its own target, its share of the divided village's, or the sum of the
 * united villages'. Targets above the registered households are lowered, those below what is done in closed periods are
 * raised, and then, within each area of the {@link Scope}, just as many households move as its target needs to be kept, for
 * the whole round and for each period. Who gives or receives them follows the divisor method's order of claims, by the
 * households registered now; equal claims go by code. So |new - inherited|, summed up, is as small as it can be, and
 * with these targets for the whole round, so is the movement between periods. Where nothing is wrong, nothing moves: a
 * village that only grew keeps its target.
 */
public final class Reallocation {
    private final QuotaPlan previous;
    private final QuotaPlan plan;
    private final Scope scope;
    private final List<Row> rows;
    private final long moved;

    Reallocation(QuotaPlan previous, QuotaPlan plan, Scope scope, List<Row> rows, long moved) {
        this.previous = previous;
        this.plan = plan;
        this.scope = scope;
        this.rows = List.copyOf(rows);
        this.moved = moved;
    }

    /**
     * Starts a re-allocation.
     *
     * @param inForce the plan in force, down to the villages, in the administrative view
     * @param before the register that the plan was made with
     * @param after the register that holds now
     * @param method a divisor method, whose order of claims says who gives and who receives
     * @return a request that takes what else is to be known
     * @throws IllegalArgumentException if the plan has no villages or is in the certifying view, or if the method is not a
     *     divisor method
     */
    public static Request of(QuotaPlan inForce, AreaRegister before, AreaRegister after, Method method) {
        if (inForce.areas(AreaLevel.VILLAGE).isEmpty()
                || !inForce.areas(AreaLevel.LOCAL_AUTHORITY).isEmpty()) {
            throw new IllegalArgumentException("not a plan of villages in the administrative view: " + inForce);
        }
        if (!method.isDivisorMethod()) {
            throw new IllegalArgumentException("not a divisor method: " + method);
        }
        return new Request(inForce, requireNonNull(before, "before"), requireNonNull(after, "after"), method);
    }

    /**
     * Returns the plan that was in force.
     *
     * @return the plan before
     */
    public QuotaPlan previous() {
        return previous;
    }

    /**
     * Returns the new plan. What it explains is the change: {@link QuotaExplanation#whole()} is there for the villages of
     * areas that were balanced, and its ties are those among villages that gave or received.
     *
     * @return the plan after, along the new register
     */
    public QuotaPlan plan() {
        return plan;
    }

    /**
     * Returns within what targets were kept.
     *
     * @return the scope
     */
    public Scope scope() {
        return scope;
    }

    /**
     * Returns all areas whose targets changed, and all villages that were divided, united, opened, closed or moved, old and
     * new side by side.
     *
     * @return the rows: areas of the new plan in its order, then those that are no longer in it
     */
    public List<Row> rows() {
        return rows;
    }

    /**
     * Returns how much the targets of the villages moved.
     *
     * @return the sum of |new - inherited| over all villages, for the whole round, in households; the least possible
     */
    public long moved() {
        return moved;
    }

    /**
     * Writes the rows as CSV: for each period and in total what was before, what was inherited and what is now, and the
     * reasons as codes and in words.
     *
     * @return the CSV text; the same for the same input, on every machine
     */
    public String toCsv() {
        List<String> header = new ArrayList<>(List.of("level", "area_code", "reasons"));
        for (String column : List.of("before_", "inherited_", "after_")) {
            plan.periods().forEach(period -> header.add(column + period.id()));
            header.add(column + "total");
        }
        header.addAll(List.of("reasons_th", "reasons_en"));
        CsvWriter out = new CsvWriter(header);
        for (Row row : rows) {
            List<String> fields = new ArrayList<>(
                    List.of(row.area().level().name(), row.area().value()));
            fields.add(row.reasons().stream().map(Reason::name).collect(Collectors.joining(" ")));
            for (List<Long> figures : List.of(row.before(), row.inherited(), row.after())) {
                figures.forEach(figure -> fields.add(figure.toString()));
                fields.add(Long.toString(sum(figures)));
            }
            fields.add(row.text().th());
            fields.add(row.text().en());
            out.row(fields);
        }
        return out.toString();
    }

    private static long sum(List<Long> figures) {
        return figures.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
        return "Reallocation[within " + scope.text() + ", rows=" + rows.size() + ", moved=" + moved + "]";
    }

    /** Takes what is to be known before a plan is changed. It belongs to one thread. */
    public static final class Request {
        final QuotaPlan plan;
        final AreaRegister before;
        final AreaRegister after;
        final Method method;
        final List<VillageChange> changes = new ArrayList<>();
        final Set<Period> closed = new HashSet<>();
        final Map<VillageCode, long[]> done = new HashMap<>();

        Request(QuotaPlan plan, AreaRegister before, AreaRegister after, Method method) {
            this.plan = plan;
            this.before = before;
            this.after = after;
            this.method = method;
        }

        /**
         * Adds what happened to villages beyond what the two registers show.
         *
         * @param change a division or union; their order does not matter
         * @return this request
         */
        public Request change(VillageChange change) {
            changes.add(requireNonNull(change, "change"));
            return this;
        }

        /**
         * Says that a period is over: no village's target for it may fall below what was done in it.
         *
         * @param period a period of the plan
         * @return this request
         * @throws IllegalArgumentException if the plan has no such period
         */
        public Request closed(Period period) {
            closed.add(plan.periods().get(column(period)));
            return this;
        }

        /**
         * Adds work that was done. Only work in closed periods holds a target up.
         *
         * @param village the village of the new register to which the households belong; for united villages, the old
         *     code will do
         * @param period a period of the plan
         * @param households how many more were done, from 0
         * @return this request
         * @throws IllegalArgumentException if the number is negative or the plan has no such period
         */
        public Request done(VillageCode village, Period period, long households) {
            if (households < 0) {
                throw new IllegalArgumentException("not a number of households: " + households);
            }
            int column = column(period);
            long[] columns = done.computeIfAbsent(
                    requireNonNull(village, "village"),
                    any -> new long[plan.periods().size()]);
            columns[column] = Math.addExact(columns[column], households);
            return this;
        }

        private int column(Period period) {
            int column = plan.periods().indexOf(requireNonNull(period, "period"));
            if (column < 0) {
                throw new IllegalArgumentException("no period " + period + " in the plan");
            }
            return column;
        }

        /**
         * Makes the new plan.
         *
         * @param scope within what areas targets may move
         * @return the re-allocation, or every reason why there is none; if another scope helps, the last finding names it
         * @throws IllegalArgumentException if the plan's root lies below the scope
         */
        public Reading<Reallocation> within(Scope scope) {
            if (!scope.isWithin(plan)) {
                throw new IllegalArgumentException("the scope is wider than the plan: " + scope + ", " + plan);
            }
            return new Reallocator(this).within(scope);
        }
    }

    /** Within what areas targets may move, from narrow to wide. The target of each such area is kept, for every period. */
    public enum Scope {
        /** The villages of a tambon. */
        SIBLINGS(AreaLevel.TAMBON, AreaView.ADMINISTRATIVE),
        /** The villages of a local authority in one district; those of a tambon may lie in several. */
        LOCAL_AUTHORITY(AreaLevel.LOCAL_AUTHORITY, AreaView.CERTIFYING),
        /** The villages of a district. */
        DISTRICT(AreaLevel.DISTRICT, AreaView.ADMINISTRATIVE),
        /** The villages of a province. */
        PROVINCE(AreaLevel.PROVINCE, AreaView.ADMINISTRATIVE);

        private final AreaLevel level;
        private final AreaView view;

        Scope(AreaLevel level, AreaView view) {
            this.level = level;
            this.view = view;
        }

        /**
         * Returns the level whose areas keep their targets.
         *
         * @return the level
         */
        public AreaLevel level() {
            return level;
        }

        /**
         * Returns the name of the scope.
         *
         * @return the name of its level in Thai and English
         */
        public Text text() {
            return level.text();
        }

        AreaView view() {
            return view;
        }

        boolean isWithin(QuotaPlan plan) {
            return level.compareTo(plan.root().level()) <= 0;
        }
    }

    /**
     * One area, old and new.
     *
     * @param area the area
     * @param reasons why its target changed, in the order of their declaration
     * @param before its targets in the plan that was in force, by period; zeros if it had none
     * @param inherited the targets that it starts from, by period: of an area above the villages, the sum
     * @param after its targets in the new plan, by period; zeros if it has none
     */
    public record Row(AreaCode area, List<Reason> reasons, List<Long> before, List<Long> inherited, List<Long> after) {
        /**
         * Copies the lists.
         *
         * @param area the area
         * @param reasons why its target changed
         * @param before its targets in the plan that was in force, by period
         * @param inherited the targets that it starts from, by period
         * @param after its targets in the new plan, by period
         */
        public Row {
            requireNonNull(area, "area");
            reasons = List.copyOf(reasons);
            before = List.copyOf(before);
            inherited = List.copyOf(inherited);
            after = List.copyOf(after);
        }

        /**
         * Returns by how much the target of the whole round changed.
         *
         * @return households now less households before
         */
        public long difference() {
            return sum(after) - sum(before);
        }

        /**
         * Says the reasons in words.
         *
         * @return the reasons in Thai and English
         */
        public Text text() {
            List<Text> texts = reasons.stream().map(Reason::text).toList();
            return Text.of(
                    texts.stream().map(Text::th).collect(Collectors.joining("; ")),
                    texts.stream().map(Text::en).collect(Collectors.joining("; ")));
        }
    }

    /** Why a target changed: first what happened to the village, then what that did to its target. */
    public enum Reason implements FindingCode {
        /** The village is a part of a divided one. */
        SPLIT("reallocation.split"),
        /** The village was united with others. */
        MERGED("reallocation.merged"),
        /** The village is new and nobody's heir. */
        OPENED("reallocation.opened"),
        /** The village is no longer in the register. */
        CLOSED("reallocation.closed"),
        /** The village belongs to another tambon, local authority or district. */
        MOVED("reallocation.moved"),
        /** More households are registered. */
        GREW("reallocation.grew"),
        /** Fewer households are registered. */
        SHRANK("reallocation.shrank"),
        /** The target was lowered to the registered households. */
        CLAMPED("reallocation.clamped"),
        /** The target was raised to what is done in closed periods, for the round or for a period. */
        HELD("reallocation.held"),
        /** The target changed so that the area above keeps its own. */
        BALANCED("reallocation.balanced"),
        /** The target of the round is the inherited one, but the periods have other parts of it. */
        PERIODS("reallocation.periods"),
        /** The target is the sum of those below. */
        SUM("reallocation.sum");

        private static final TextBundle TEXTS =
                TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.quota.Reallocation", locale));

        private final String id;

        Reason(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Severity severity() {
            return Severity.INFO;
        }

        @Override
        public Text text() {
            return TEXTS.text(id);
        }
    }
}
