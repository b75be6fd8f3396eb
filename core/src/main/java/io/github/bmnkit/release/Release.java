package io.github.bmnkit.release;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.release.ReleaseRequest.Field;
import io.github.bmnkit.release.ReleaseRequest.Unit;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.ResolvedHousehold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Makes a release of records: takes households one after the other, keeps of each what the request allows, and at the end
 * generalises and suppresses until every record is like those of enough households. Nothing but the released fields is kept
 * of a household, direct identifiers only as keys. It belongs to one thread.
 */
public final class Release {
    static final String AREA = "_area";

    private final ReleaseRequest request;
    private final Questionnaire form;
    private final AreaTree tree;
    private final boolean[] wanted;
    private final int shownDepth;
    private final List<Column> ofHousehold = new ArrayList<>();
    private final List<Column> ofMember = new ArrayList<>();
    private final Set<HouseholdId> taken = new HashSet<>();
    private final List<Integer> areas = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>(List.of(0));
    private final @Nullable Column keys;
    private final Digests.@Nullable Keys secret;
    private long offered;
    private long drafts;
    private long withoutConsent;
    private long outsideAreas;
    private long outsidePeriod;

    private Release(ReleaseRequest request, @Nullable SecretKey key) {
        this.request = request;
        form = request.classification().form();
        tree = request.tree();
        secret = key == null ? null : new Digests.Keys(key, request.linkage());
        if (request.needsKey() && secret == null) {
            throw new IllegalArgumentException("the request needs a key: " + request);
        }
        keys = request.hasHouseholdKey() ? new Column("_household", Column.of(new Treatment.Keyed())) : null;
        shownDepth = tree.levels().indexOf(request.shownArea().level());
        wanted = new boolean[tree.size()];
        request.areas().forEach(area -> wanted[tree.position(area)] = true);
        for (int i = 1; i < wanted.length; i++) {
            wanted[i] |= wanted[tree.parentPosition(i)];
        }
        for (Field field : request.fields()) {
            Level level = form.item(field.question()).orElseThrow().level();
            (level == Level.MEMBER ? ofMember : ofHousehold)
                    .add(new Column(field.question(), Column.of(field.treatment())));
        }
    }

    /**
     * Starts a release in which nothing is keyed.
     *
     * @param request what is released to whom
     * @return a release without households
     * @throws IllegalArgumentException if the request asks for keys
     */
    public static Release of(ReleaseRequest request) {
        return new Release(requireNonNull(request, "request"), null);
    }

    /**
     * Starts a release.
     *
     * @param request what is released to whom
     * @param key the host's secret, of at least 32 random bytes; from it the keys of this release are made by HMAC-SHA-256,
     *     so that those of another release are others, unless both name the same linkage
     * @return a release without households
     */
    public static Release of(ReleaseRequest request, SecretKey key) {
        return new Release(requireNonNull(request, "request"), requireNonNull(key, "key"));
    }

    /**
     * Offers a household. What is taken is copied.
     *
     * @param village where it lives
     * @param household its answers, resolved as complete
     * @return true if it is taken; false if it is a draft, has not consented, or is outside the areas, rounds or period
     * @throws IllegalArgumentException if it answered another form, was offered before, or the village is not in the register
     */
    public boolean add(VillageCode village, ResolvedHousehold household) {
        if (!household.form().equals(form)) {
            throw new IllegalArgumentException("a household of another form: " + household);
        }
        int at = tree.position(village);
        if (!taken.add(household.household())) {
            throw new IllegalArgumentException("the household was offered before: " + household.household());
        }
        offered++;
        if (!isWanted(at, household)) {
            return false;
        }
        for (int depth = tree.levels().indexOf(village.level()); depth > shownDepth; depth--) {
            at = tree.parentPosition(at);
        }
        areas.add(at);
        if (keys != null) {
            keys.add(requireNonNull(secret)
                    .key("_household", household.household().value()));
        }
        int column = 0;
        int memberColumn = 0;
        for (Field field : request.fields()) {
            if (form.item(field.question()).orElseThrow().level() == Level.HOUSEHOLD) {
                ofHousehold.get(column++).add(cell(field, household, 0));
            } else {
                for (int row = 0; row < household.members(); row++) {
                    ofMember.get(memberColumn).add(cell(field, household, row));
                }
                memberColumn++;
            }
        }
        starts.add(starts.get(starts.size() - 1) + household.members());
        return true;
    }

    private boolean isWanted(int village, ResolvedHousehold household) {
        Value consent = household.value(AnswerPath.of(request.consent().question()));
        Value day = household.value(AnswerPath.of(request.period().question()));
        if (household.frame().isDraft()) {
            drafts++;
        } else if (!consent.equals(Value.code(request.consent().code()))) {
            withoutConsent++;
        } else if (!wanted[village]) {
            outsideAreas++;
        } else if (!request.rounds().contains(household.round()) || !isWithin(day)) {
            outsidePeriod++;
        } else {
            return true;
        }
        return false;
    }

    private boolean isWithin(Value value) {
        if (!(value instanceof Value.Day day)) {
            return false;
        }
        LocalDate date = day.value();
        return !date.isBefore(request.from()) && !date.isAfter(request.to());
    }

    private String cell(Field field, ResolvedHousehold household, int row) {
        Value value = household.frame().get(field.question(), row);
        String cell = field.treatment().cell(value);
        boolean keyed = field.treatment() instanceof Treatment.Keyed && !(value instanceof Value.None);
        return keyed ? requireNonNull(secret).key(field.question(), cell) : cell;
    }

    /**
     * Generalises and suppresses, and ends the release.
     *
     * @return what is released; or nothing, and why: no household is left, there are too few in all, or the asked anonymity
     *     is not reached with as much suppression as is allowed
     */
    public Reading<ReleasedData> finish() {
        ReleasedData.Counts counts =
                new ReleasedData.Counts(offered, drafts, withoutConsent, outsideAreas, outsidePeriod, areas.size());
        if (areas.isEmpty()) {
            return Reading.nothing(
                    List.of(Finding.of(ReleaseFinding.NOTHING_TO_RELEASE).with("offered", offered)));
        }
        int least = Math.max(request.k(), request.shownArea().minHouseholds());
        if (areas.size() < least) {
            return Reading.nothing(List.of(Finding.of(ReleaseFinding.TOO_FEW_HOUSEHOLDS)
                    .with("households", areas.size())
                    .with("needed", least)));
        }
        Column area = area();
        List<Column> keyHousehold = new ArrayList<>(List.of(area));
        ofHousehold.stream().filter(this::isKnown).forEach(keyHousehold::add);
        List<Column> keyMember = ofMember.stream().filter(this::isKnown).toList();
        int[] first = starts.stream().mapToInt(Integer::intValue).toArray();
        List<Column> all = new ArrayList<>(keyHousehold);
        all.addAll(keyMember);
        int k = request.k();
        Lattice.Trial trial = levels -> {
            Classes classes = Classes.of(request.unit(), keyHousehold, keyMember, first, levels);
            long below = classes.below(k);
            return below > limit(classes.records()) ? -1 : below;
        };
        int[] heights = all.stream().mapToInt(Column::height).toArray();
        Optional<Lattice.Found> found = new Lattice(heights, trial).search();
        if (found.isEmpty()) {
            Classes classes = Classes.of(request.unit(), keyHousehold, keyMember, first, heights);
            return Reading.nothing(List.of(Finding.of(ReleaseFinding.NOT_ANONYMOUS)
                    .with("suppressed", classes.below(k))
                    .with("records", classes.records())
                    .with("k", k)
                    .with("limit", limit(classes.records()))));
        }
        int[] levels = found.get().levels().stream().mapToInt(Integer::intValue).toArray();
        Map<String, Integer> byColumn = new HashMap<>();
        List<RiskReport.Generalised> generalised = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            byColumn.put(all.get(i).name(), levels[i]);
            generalised.add(new RiskReport.Generalised(all.get(i).name(), levels[i], heights[i]));
        }
        Classes before = Classes.of(request.unit(), keyHousehold, keyMember, first, new int[levels.length]);
        Classes after = Classes.of(request.unit(), keyHousehold, keyMember, first, levels);
        Fates fates = Fates.of(after, owners(first), k, request.anonymity().suppression());
        RiskReport report = new RiskReport(
                request.reference(),
                request.title(),
                request.unit(),
                k,
                counts,
                before.measure(k),
                fates.measure(k),
                generalised,
                Share.of(found.get().lossPart(), found.get().lossWhole()),
                fates.leftOut(),
                fates.blanked(),
                rarest(before, keyHousehold, keyMember, first),
                request.isDemonstration());
        Kept kept = new Kept(request, keys, area, ofHousehold, ofMember, first, byColumn, fates);
        return Reading.of(ReleasedData.of(kept, counts, report));
    }

    private long limit(long records) {
        Share most = request.anonymity().maxSuppressed();
        return Math.multiplyExact(records, most.part()) / most.whole();
    }

    private boolean isKnown(Column column) {
        return request.classification().role(column.name()) == DisclosureRole.QUASI_IDENTIFIER;
    }

    private Column area() {
        int[] households = new int[tree.size()];
        areas.forEach(at -> households[at]++);
        int[] shown = AreaRollUp.shown(tree, households, request.shownArea().minHouseholds());
        Column area = new Column(AREA, new Areas(tree, shownDepth));
        areas.forEach(at -> area.add(Integer.toString(shown[at])));
        return area;
    }

    /** Areas by their positions: one at a level is the area above it there, or itself if it is as high already. */
    private record Areas(AreaTree tree, int depth) implements Column.Hierarchy {
        @Override
        public int height() {
            return Math.max(1, depth);
        }

        @Override
        public String at(String cell, int level) {
            int at = Integer.parseInt(cell);
            while (tree.levels().indexOf(tree.area(at).level()) > Math.max(0, depth - level)) {
                at = tree.parentPosition(at);
            }
            return Integer.toString(at);
        }
    }

    private List<RiskReport.Rare> rarest(
            Classes classes, List<Column> keyHousehold, List<Column> keyMember, int[] first) {
        int[] owners = owners(first);
        Set<Integer> seen = new HashSet<>();
        return IntStream.range(0, classes.records())
                .filter(record -> classes.households(record) < request.k() && seen.add(classes.classOf(record)))
                .boxed()
                .sorted(Comparator.comparingInt(classes::households))
                .limit(RiskReport.MOST_RARE)
                .map(record -> {
                    List<String> parts = new ArrayList<>();
                    int household = owners[record];
                    keyHousehold.forEach(column -> parts.add(part(column, household)));
                    boolean apart = request.unit() == Unit.MEMBER;
                    int from = apart ? record : first[household];
                    int to = apart ? record + 1 : first[household + 1];
                    for (int row = from; request.unit() != Unit.HOUSEHOLD && row < to; row++) {
                        int member = row;
                        keyMember.forEach(column -> parts.add(part(column, member)));
                    }
                    return new RiskReport.Rare(String.join(", ", parts), classes.households(record));
                })
                .toList();
    }

    private String part(Column column, int row) {
        String cell = column.cell(row);
        return column.name().equals(AREA) ? tree.area(Integer.parseInt(cell)).value() : column.name() + "=" + cell;
    }

    /** For each record the household that it comes from. */
    private int[] owners(int[] first) {
        if (request.unit() != Unit.MEMBER) {
            return IntStream.range(0, first.length - 1).toArray();
        }
        int[] owners = new int[first[first.length - 1]];
        for (int household = 0; household + 1 < first.length; household++) {
            Arrays.fill(owners, first[household], first[household + 1], household);
        }
        return owners;
    }

    /** Shows sizes only. */
    @Override
    public String toString() {
        return "Release[" + request.reference() + ", offered=" + offered + ", taken=" + areas.size() + "]";
    }
}
