package io.github.bmnkit.rule;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a set of rules says, before anything is made of it. */
record SetDefinition(
        String id,
        String version,
        DefinitionStatus status,
        Text title,
        String form,
        int firstRound,
        int lastRound,
        @Nullable String replaces,
        List<Source> sources,
        List<RuleDefinition> rules) {}
