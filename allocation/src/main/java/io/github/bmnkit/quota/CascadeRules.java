package io.github.bmnkit.quota;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.apportionment.Draw;
import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaCode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How targets go down the tree. Areas share their parent's target in proportion to their registered households, and no
 * village receives more than are registered in it.
 *
 * @param method how fractions become whole targets
 * @param minimumPerVillage what a village receives at least, unless fewer households are registered in it; 0 for none
 * @param draws recorded draws of lots that resolve the tie among the children of an area; other ties go by code
 */
public record CascadeRules(Method method, int minimumPerVillage, Map<AreaCode, Draw> draws) {
    /**
     * Copies the draws.
     *
     * @param method how fractions become whole targets
     * @param minimumPerVillage what a village receives at least, unless fewer households are registered in it
     * @param draws recorded draws of lots, by the parent of the tied areas
     * @throws IllegalArgumentException if the minimum is negative
     */
    public CascadeRules {
        requireNonNull(method, "method");
        draws = Map.copyOf(draws);
        if (minimumPerVillage < 0) {
            throw new IllegalArgumentException("the minimum per village is negative: " + minimumPerVillage);
        }
    }

    /**
     * Returns rules without a minimum and without draws.
     *
     * @param method how fractions become whole targets
     * @return the rules
     */
    public static CascadeRules of(Method method) {
        return new CascadeRules(method, 0, Map.of());
    }

    /**
     * Returns these rules with a minimum.
     *
     * @param households what a village receives at least, unless fewer households are registered in it
     * @return the rules
     */
    public CascadeRules withMinimumPerVillage(int households) {
        return new CascadeRules(method, households, draws);
    }

    /**
     * Returns these rules with a recorded draw of lots.
     *
     * @param parent the area whose children are tied
     * @param draw the draw
     * @return the rules
     */
    public CascadeRules withDraw(AreaCode parent, Draw draw) {
        Map<AreaCode, Draw> more = new LinkedHashMap<>(draws);
        more.put(parent, draw);
        return new CascadeRules(method, minimumPerVillage, more);
    }
}
