package io.github.bmnkit.questionnaire;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form as data, checked or not. */
record Definition(
        String id,
        String version,
        DefinitionStatus status,
        Text title,
        int firstRound,
        int lastRound,
        List<Source> sources,
        @Nullable Roster roster,
        List<Parameter> parameters,
        List<CodeList> lists,
        List<Section> sections) {
    Definition {
        requireNonNull(id, "id");
        requireNonNull(version, "version");
        requireNonNull(status, "status");
        requireNonNull(title, "title");
        sources = List.copyOf(sources);
        parameters = List.copyOf(parameters);
        lists = List.copyOf(lists);
        sections = List.copyOf(sections);
    }

    Definition withLists(List<CodeList> newLists) {
        return new Definition(
                id, version, status, title, firstRound, lastRound, sources, roster, parameters, newLists, sections);
    }

    Definition withParameters(List<Parameter> newParameters) {
        return new Definition(
                id, version, status, title, firstRound, lastRound, sources, roster, newParameters, lists, sections);
    }
}
