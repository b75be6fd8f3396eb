package io.github.bmnkit.indicator;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a set of indicators says, before anything is made of it. */
record SetDefinition(
        String id,
        String version,
        DefinitionStatus status,
        Text title,
        String form,
        int firstRound,
        int lastRound,
        List<Source> sources,
        List<IndicatorParameter> parameters,
        IndicatorSet.@Nullable Persons persons,
        List<IndicatorSet.Figure> figures,
        List<IndicatorSet.Dimension> dimensions,
        List<Indicator> indicators) {
    SetDefinition withParameters(List<IndicatorParameter> newParameters) {
        return new SetDefinition(
                id,
                version,
                status,
                title,
                form,
                firstRound,
                lastRound,
                sources,
                List.copyOf(newParameters),
                persons,
                figures,
                dimensions,
                indicators);
    }
}
