package io.github.bmnkit.certification;

import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.round.Paper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of an event in JSON: only texts, whole numbers and truth values, so that there is one way to write it. */
final class EventJson {
    private EventJson() {}

    static Map<String, Object> event(CertificationEvent event) {
        Map<String, Object> json = detail(event.detail());
        json.put("command", event.command());
        json.put("step", event.step().name());
        json.put("level", event.unit().level().name());
        json.put("unit", event.unit().value());
        json.put("actor", event.actor().value());
        json.put("at", event.at().toString());
        return json;
    }

    static Map<String, Object> detail(Detail detail) {
        Map<String, Object> json = new TreeMap<>();
        if (detail instanceof Detail.Work work) {
            json.put("changes", work.report().changes());
            json.put("root", work.report().root().toString());
            json.put("figures", figures(work.report().figures()));
        } else if (detail instanceof Detail.Signing signing) {
            json.put("role", signing.role().value());
            ActorId onBehalfOf = signing.onBehalfOf();
            if (onBehalfOf != null) {
                json.put("onBehalfOf", onBehalfOf.value());
            }
        } else if (detail instanceof Detail.Vouching vouching) {
            json.put("definition", vouching.basis().definition());
            json.put("form", vouching.basis().form());
            json.put("rules", vouching.basis().rules());
            json.put("demonstration", vouching.basis().demonstration());
            json.put("root", vouching.root().toString());
            json.put("figures", figures(vouching.figures()));
            json.put("hardEdits", share(vouching.hardEdits()));
            json.put("softEdits", share(vouching.softEdits()));
            json.put("acceptedSoftEdits", vouching.acceptedSoftEdits());
            Recheck recheck = vouching.recheck();
            if (recheck != null) {
                json.put("recheck", recheck(recheck));
            }
            json.put("papers", papers(vouching.papers()));
        } else if (detail instanceof Detail.Arrival arrival) {
            json.put("papers", papers(arrival.papers()));
        } else if (detail instanceof Detail.Back back) {
            json.put("targetLevel", back.target().level().name());
            json.put("target", back.target().value());
            json.put("reason", back.reason());
        }
        return json;
    }

    static Map<String, Object> signature(ActorId actor, RoleId role, @Nullable ActorId onBehalfOf) {
        Map<String, Object> json = detail(new Detail.Signing(role, onBehalfOf));
        json.put("actor", actor.value());
        return json;
    }

    static List<Object> figures(Figures figures) {
        return List.of(figures.target(), figures.resolved(), figures.confirmed());
    }

    static List<Object> share(Share share) {
        return List.of(share.part(), share.whole());
    }

    static List<Object> recheck(Recheck recheck) {
        AcceptancePlan plan = recheck.plan();
        return Stream.of(plan.lot(), plan.sample(), plan.acceptance(), recheck.checked(), recheck.differing())
                .<Object>map(Integer::longValue)
                .toList();
    }

    private static List<String> papers(Collection<Paper> papers) {
        return papers.stream().map(Paper::name).toList();
    }
}
