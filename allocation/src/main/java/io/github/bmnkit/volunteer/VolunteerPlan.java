package io.github.bmnkit.volunteer;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.quota.QuotaPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many volunteers each area needs. They are counted at one level, where each area needs the least whole number that
 * is enough for its target; an area above needs the sum of its children's. The papers do not say which level, and it
 * matters: the country needs 329,230 volunteers if counted at once, and 329,265 if every province is rounded up.
 */
public final class VolunteerPlan {
    private final QuotaPlan quotas;
    private final AreaLevel level;
    private final VolunteerRatios ratios;
    private final Map<AreaCode, RatioOverride> overrides;
    private final Map<AreaCode, Long> counts;

    private VolunteerPlan(
            QuotaPlan quotas,
            AreaLevel level,
            VolunteerRatios ratios,
            Map<AreaCode, RatioOverride> overrides,
            Map<AreaCode, Long> counts) {
        this.quotas = quotas;
        this.level = level;
        this.ratios = ratios;
        this.overrides = overrides;
        this.counts = counts;
    }

    /**
     * Counts the volunteers for a plan of targets.
     *
     * @param quotas the targets
     * @param level the level at which the number of volunteers is rounded up; the plan must have areas of it
     * @param ratios how many households one volunteer visits
     * @return the plan without the ratios that were refused, and a finding for each of them
     * @throws IllegalArgumentException if the targets have no area of the level
     */
    public static Reading<VolunteerPlan> of(QuotaPlan quotas, AreaLevel level, VolunteerRatios ratios) {
        List<AreaCode> counted = quotas.areas(requireNonNull(level, "level"));
        if (counted.isEmpty()) {
            throw new IllegalArgumentException("the targets have no area of the level " + level.text());
        }
        List<Finding> findings = new ArrayList<>();
        Map<AreaCode, RatioOverride> overrides = new HashMap<>();
        for (RatioOverride override : ratios.overrides()) {
            Optional<Finding> refusal = refusal(override, quotas, counted, ratios);
            refusal.ifPresent(findings::add);
            if (refusal.isEmpty()) {
                overrides.put(override.area(), override);
            }
        }
        Map<AreaCode, Long> counts = new LinkedHashMap<>();
        VolunteerPlan plan = new VolunteerPlan(quotas, level, ratios, overrides, counts);
        for (AreaCode area : counted) {
            long needed = needed(quotas.target(area), plan.householdsPerVolunteer(area));
            for (Optional<AreaCode> at = Optional.of(area); at.isPresent(); at = quotas.parent(at.get())) {
                counts.merge(at.get(), needed, Math::addExact);
            }
        }
        return Reading.of(plan, findings);
    }

    private static Optional<Finding> refusal(
            RatioOverride override, QuotaPlan quotas, List<AreaCode> counted, VolunteerRatios ratios) {
        AreaCode area = override.area();
        int ratio = override.householdsPerVolunteer();
        VolunteerFinding code;
        if (!quotas.contains(area)) {
            code = VolunteerFinding.RATIO_WITHOUT_TARGET;
        } else if (ratio < ratios.minInclusive() || ratio > ratios.maxInclusive()) {
            code = VolunteerFinding.RATIO_OUT_OF_RANGE;
        } else if (isBelow(area, quotas, counted.get(0).level())) {
            code = VolunteerFinding.RATIO_BELOW_LEVEL;
        } else {
            return Optional.empty();
        }
        return Optional.of(Finding.of(code)
                .at(Place.area(area.value()))
                .with("area", area.value())
                .with("ratio", ratio)
                .with("min", ratios.minInclusive())
                .with("max", ratios.maxInclusive())
                .with("level", counted.get(0).level().text()));
    }

    private static boolean isBelow(AreaCode area, QuotaPlan quotas, AreaLevel level) {
        Optional<AreaCode> above = quotas.parent(area);
        while (above.isPresent() && above.get().level() != level) {
            above = quotas.parent(above.get());
        }
        return above.isPresent();
    }

    /**
     * Returns how many volunteers are enough for a number of households.
     *
     * @param households the households, from 0
     * @param householdsPerVolunteer how many households one volunteer visits, from 1
     * @return the least n with n &times; {@code householdsPerVolunteer} &gt;= {@code households}; 0 if there is none to
     *     visit
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static long needed(long households, int householdsPerVolunteer) {
        if (households < 0 || householdsPerVolunteer < 1) {
            throw new IllegalArgumentException(
                    "not a number of households and a ratio: " + households + ", " + householdsPerVolunteer);
        }
        return households / householdsPerVolunteer + (households % householdsPerVolunteer == 0 ? 0 : 1);
    }

    /**
     * Returns the level at which the number of volunteers is rounded up.
     *
     * @return the level
     */
    public AreaLevel level() {
        return level;
    }

    /**
     * Returns the targets that the volunteers are counted for.
     *
     * @return the plan of targets
     */
    public QuotaPlan quotas() {
        return quotas;
    }

    /**
     * Returns how many volunteers an area needs.
     *
     * @param area an area of the level of counting or above it
     * @return the number of volunteers
     * @throws IllegalArgumentException if volunteers are not counted for the area
     */
    public long volunteers(AreaCode area) {
        Long count = counts.get(requireNonNull(area, "area"));
        if (count == null) {
            throw new IllegalArgumentException("volunteers are counted by " + level.text() + ", not for "
                    + area.level().text() + " " + area);
        }
        return count;
    }

    /**
     * Returns the ratio in force in an area: its own, or that of the nearest area above that has one, or the general one.
     *
     * @param area an area of the targets
     * @return how many households one volunteer visits
     * @throws IllegalArgumentException if the targets have no such area
     */
    public int householdsPerVolunteer(AreaCode area) {
        RatioOverride override = inForce(area);
        return override == null ? ratios.householdsPerVolunteer() : override.householdsPerVolunteer();
    }

    private @Nullable RatioOverride inForce(AreaCode area) {
        for (Optional<AreaCode> at = Optional.of(area); at.isPresent(); at = quotas.parent(at.get())) {
            RatioOverride override = overrides.get(at.get());
            if (override != null) {
                return override;
            }
        }
        return null;
    }

    /**
     * Says in words how the number of an area comes about.
     *
     * @param area an area of the level of counting or above it
     * @param locale Thai, or else English
     * @return one sentence
     * @throws IllegalArgumentException if volunteers are not counted for the area
     */
    public String explain(AreaCode area, Locale locale) {
        long count = volunteers(area);
        if (area.level() != level) {
            return Text.of(
                            area + ": ผลรวมของระดับ" + level.text().th() + " " + count + " คน",
                            area + ": the sum over each " + level.text().en() + ", " + count + " volunteers")
                    .in(locale);
        }
        RatioOverride override = inForce(area);
        int ratio = householdsPerVolunteer(area);
        String because = override == null
                ? ""
                : Text.of(
                                " (" + override.area() + " กำหนดเอง: " + override.reason() + ")",
                                " (decided by " + override.area() + ": " + override.reason() + ")")
                        .in(locale);
        return Text.of(
                        area + ": " + quotas.target(area) + " ครัวเรือน ÷ " + ratio + " ครัวเรือนต่อคน" + because
                                + " ปัดขึ้นเป็น " + count + " คน",
                        area + ": " + quotas.target(area) + " households ÷ " + ratio + " per volunteer" + because
                                + ", rounded up to " + count + " volunteers")
                .in(locale);
    }

    @Override
    public String toString() {
        return "VolunteerPlan[by " + level.text() + ", volunteers=" + counts.get(quotas.root()) + "]";
    }
}
