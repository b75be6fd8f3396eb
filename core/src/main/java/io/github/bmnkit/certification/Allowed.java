package io.github.bmnkit.certification;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.round.Paper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds the steps that someone may take, by trying everything that a step could say. */
final class Allowed {
    private final Certification kernel;
    private final CertificationState state;
    private final Facts facts;

    Allowed(Certification kernel, CertificationState state, Facts facts) {
        this.kernel = kernel;
        this.state = state;
        this.facts = facts;
    }

    Set<Step> at(int position, ActorId actor) {
        Set<Step> allowed = EnumSet.noneOf(Step.class);
        if (position > 0) {
            UnitNode node = state.units().node(state.country(), position);
            AreaCode unit = state.tree().area(position);
            for (Step step : Step.values()) {
                if (details(unit, node, step, actor).stream()
                        .anyMatch(detail -> accepts(position, node, step, actor, detail))) {
                    allowed.add(step);
                }
            }
        }
        return Collections.unmodifiableSet(allowed);
    }

    private boolean accepts(int position, UnitNode node, Step step, ActorId actor, Detail detail) {
        return new Reasons(kernel, state, position, node, facts)
                .against(step, actor, Command.ANY_VERSION, detail)
                .isEmpty();
    }

    /** What a step could say, such that if none of it is accepted nothing is. */
    private List<Detail> details(AreaCode unit, UnitNode node, Step step, ActorId actor) {
        return switch (step) {
            case REPORT -> reports(unit, node);
            case PRESENT, CERTIFY, SUBMIT -> List.of(new Detail.Plain());
            case SIGN -> signings(unit, actor);
            case RECEIVE -> {
                Set<Paper> missing = EnumSet.copyOf(kernel.papers(unit.level()));
                missing.removeAll(state.arrived(unit));
                yield missing.isEmpty() ? List.of() : List.of(new Detail.Arrival(missing));
            }
            case RETURN -> returns(unit, node);
        };
    }

    private static List<Detail> reports(AreaCode unit, UnitNode node) {
        if (!(unit instanceof VillageCode village)) {
            return List.of();
        }
        long newer = node.reported() + 1;
        return List.of(new Detail.Work(new VillageWork.Report(village, newer, Hash.EMPTY, Figures.NONE)));
    }

    private List<Detail> signings(AreaCode unit, ActorId actor) {
        List<Detail> signings = new ArrayList<>();
        for (RoleId role : kernel.definition().level(unit.level()).signers()) {
            signings.add(new Detail.Signing(role, null));
        }
        if (kernel.definition().has(Extension.DELEGATION)) {
            facts.delegations(unit).stream()
                    .filter(each -> each.to().equals(actor))
                    .forEach(each -> signings.add(new Detail.Signing(each.role(), each.from())));
        }
        return signings;
    }

    /** The unit itself, and one beneath it that could be returned. */
    private List<Detail> returns(AreaCode unit, UnitNode node) {
        List<Detail> found = new ArrayList<>();
        found.add(new Detail.Back(unit, "any"));
        if (unit.level() != AreaLevel.VILLAGE) {
            standingBeneath(unit, node, found);
        }
        return found;
    }

    private boolean standingBeneath(AreaCode unit, UnitNode node, List<Detail> found) {
        List<AreaCode> children = state.tree().children(unit);
        for (int i = 0; i < node.children(); i++) {
            if (node.child(i).stage().isAtLeast(Stage.PRESENTED)) {
                found.add(new Detail.Back(children.get(i), "any"));
                return true;
            }
            if (standingBeneath(children.get(i), node.child(i), found)) {
                return true;
            }
        }
        return false;
    }
}
