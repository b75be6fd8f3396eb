package io.github.bmnkit.rule;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.response.CheckId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says, before anything is made of it.
 *
 * @param opaque for a rule in Java, the names that it reads, sorted; else null
 */
record RuleDefinition(
        RuleId id,
        Level level,
        Severity severity,
        @Nullable String appliesWhen,
        @Nullable String mustHold,
        Rule.WhenUnknown whenUnknown,
        Rule.@Nullable Across across,
        @Nullable List<String> opaque,
        List<CheckId> refines,
        Text message,
        @Nullable Text rationale,
        List<String> sources,
        List<String> tags,
        @Nullable Integer since,
        @Nullable Integer until) {}
