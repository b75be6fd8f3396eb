package io.github.bmnkit.questionnaire;

import io.github.bmnkit.expression.Codes;
import io.github.bmnkit.expression.ExpressionFinding;
import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Scope;
import io.github.bmnkit.expression.Symbol;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.Located;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the questions of a form against one another, and compiles their expressions. */
final class FormCheck {
    private final Draft.Form form;
    private final List<Finding> findings;
    private final Map<String, Codes> codes;
    private final Map<String, Symbol> symbols = new LinkedHashMap<>();
    /** Names that are declared, but so that nothing can be said about what reads them. */
    private final Set<String> broken = new HashSet<>();

    private final Set<String> notes = new HashSet<>();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Map<Role, Formula>> formulas = new LinkedHashMap<>();

    FormCheck(Draft.Form form, List<Finding> findings) {
        this.form = form;
        this.findings = findings;
        this.broken.addAll(form.brokenNames());
        this.codes = new ListCheck(form.lists(), findings).check();
    }

    Compiled check() {
        for (Located<Parameter> located : form.parameters()) {
            Parameter parameter = located.value();
            if (isNew(parameter.name(), located.place(), symbols.keySet())) {
                symbols.put(parameter.name(), symbol(parameter));
            }
        }
        for (Draft.Part part : form.parts()) {
            for (Draft draft : part.questions()) {
                Set<String> taken = new HashSet<>(symbols.keySet());
                taken.addAll(drafts.keySet());
                if (isNew(draft.name(), draft.place(), taken)) {
                    declare(draft);
                }
            }
        }
        Scope scope = bounded();
        for (Draft.Part part : form.parts()) {
            compile(part, scope);
        }
        new OrderCheck(form, drafts, findings).check();
        Map<String, Integer> order = order(drafts.keySet());
        drafts.values().forEach(draft -> checkWithin(draft, order));
        return new Compiled(scope, formulas);
    }

    private boolean isNew(String name, Place place, Set<String> taken) {
        boolean roster = form.roster() != null && form.roster().name().equals(name);
        if (roster || taken.contains(name)) {
            findings.add(Finding.of(QuestionnaireFinding.DUPLICATE)
                    .with("what", Text.of("ชื่อ", "name"))
                    .with("name", name)
                    .at(place));
            return false;
        }
        return true;
    }

    private static Symbol symbol(Parameter parameter) {
        ValueType type = parameter.type().valueType().orElseThrow();
        int digits = type == ValueType.DECIMAL ? parameter.digits() : 0;
        return new Symbol(parameter.name(), Level.HOUSEHOLD, type, digits, parameter.unit(), null, true, false);
    }

    private void declare(Draft draft) {
        drafts.put(draft.name(), draft);
        if (draft.level() == Level.MEMBER && form.roster() == null) {
            findings.add(Finding.of(QuestionnaireFinding.NO_ROSTER)
                    .with("name", draft.name())
                    .at(draft.place()));
        }
        if (draft.note()) {
            notes.add(draft.name());
            return;
        }
        Optional<Symbol> symbol = symbol(draft);
        if (symbol.isPresent()) {
            symbols.put(draft.name(), symbol.get());
        } else {
            broken.add(draft.name());
        }
    }

    private Optional<Symbol> symbol(Draft draft) {
        QuestionType kind = draft.kind();
        if (kind == null) {
            return Optional.empty();
        }
        ValueType type = kind.valueType().orElseThrow();
        if (!kind.isChoice()) {
            int digits = kind == QuestionType.DECIMAL ? draft.digits() : 0;
            return Optional.of(new Symbol(draft.name(), draft.level(), type, digits, draft.unit(), null, false, false));
        }
        Located<String> id = draft.list();
        Codes list = id == null ? null : codes.get(id.value());
        if (id == null || list == null) {
            if (id != null && !form.brokenLists().contains(id.value())) {
                findings.add(Finding.of(QuestionnaireFinding.UNKNOWN_LIST)
                        .with("list", id.value())
                        .at(id.place()));
            }
            return Optional.empty();
        }
        if (kind == QuestionType.SELECT_MULTIPLE
                && (list.isOpen() || list.codes().size() > Codes.MAX_CHOICES)) {
            findings.add(Finding.of(QuestionnaireFinding.CHOICES)
                    .with("name", draft.name())
                    .with("list", list.name())
                    .with("limit", Codes.MAX_CHOICES)
                    .at(draft.place()));
            return Optional.empty();
        }
        return Optional.of(new Symbol(draft.name(), draft.level(), type, 0, null, list, false, false));
    }

    /** Finds the counts that keep bounds: a sum of counts is known to be one only once its parts are. */
    private Scope bounded() {
        String roster = form.roster() == null ? "member" : form.roster().name();
        Scope scope = scope(roster);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Draft draft : drafts.values()) {
                Located<String> calculation = draft.expressions().get(Role.CALCULATION);
                Symbol symbol = symbols.get(draft.name());
                if (calculation != null
                        && symbol != null
                        && symbol.level() == Level.HOUSEHOLD
                        && symbol.type() == ValueType.INTEGER
                        && !symbol.bounded()
                        && isBounded(calculation.value(), scope, draft.name())) {
                    symbols.put(draft.name(), symbol.withBounds());
                    changed = true;
                }
            }
            scope = scope(roster);
        }
        return scope;
    }

    private Scope scope(String roster) {
        // Without a roster nothing is about members, so a name of a question may be the word that stands for it.
        return symbols.containsKey(roster)
                ? Scope.of("no roster", symbols.values())
                : Scope.of(roster, symbols.values());
    }

    private static boolean isBounded(String calculation, Scope scope, String name) {
        return Formula.calculation(calculation, scope, name)
                .optional()
                .map(Formula::isBounded)
                .orElse(false);
    }

    private void compile(Draft.Part part, Scope scope) {
        Located<String> all = part.relevance();
        boolean never = false;
        if (all != null) {
            Reading<Formula> formula = Formula.condition(all.value(), scope, Level.HOUSEHOLD);
            forward(formula, all);
            never = isNever(formula, scope);
        }
        for (Draft draft : part.questions()) {
            if (!draft.equals(drafts.get(draft.name()))) {
                continue;
            }
            Map<Role, Formula> own = new EnumMap<>(Role.class);
            draft.expressions().forEach((role, text) -> {
                if (role == Role.RELEVANCE || role == Role.REQUIRED || symbols.containsKey(draft.name())) {
                    Reading<Formula> formula = compile(draft, role, text.value(), scope);
                    forward(formula, text);
                    formula.optional().ifPresent(compiled -> own.put(role, compiled));
                }
            });
            Formula relevance = own.get(Role.RELEVANCE);
            if (never || (relevance != null && isNever(Reading.of(relevance), scope))) {
                findings.add(Finding.of(QuestionnaireFinding.UNREACHABLE)
                        .with("name", draft.name())
                        .at(draft.place()));
            }
            if (all != null) {
                combine(draft, all, scope).ifPresent(both -> own.put(Role.RELEVANCE, both));
            }
            formulas.put(draft.name(), own);
        }
    }

    private static Reading<Formula> compile(Draft draft, Role role, String text, Scope scope) {
        return switch (role) {
            case RELEVANCE, REQUIRED -> Formula.condition(text, scope, draft.level());
            case CONSTRAINT -> Formula.constraint(text, scope, draft.name());
            case CALCULATION -> Formula.calculation(text, scope, draft.name());
        };
    }

    /** A question is asked where its section is, and its own condition holds. */
    private Optional<Formula> combine(Draft draft, Located<String> section, Scope scope) {
        Located<String> own = draft.expressions().get(Role.RELEVANCE);
        String both = own == null ? section.value() : "(" + section.value() + ") and (" + own.value() + ")";
        Reading<Formula> formula = Formula.condition(both, scope, draft.level());
        boolean partsAreRight = findings.stream().noneMatch(finding -> finding.code() instanceof ExpressionFinding);
        if (formula.optional().isEmpty() && partsAreRight) {
            forward(formula, own == null ? section : own); // too long or too deep only when put together
        }
        return formula.optional();
    }

    private static boolean isNever(Reading<Formula> reading, Scope scope) {
        return reading.optional()
                .filter(Formula::isConstant)
                .filter(formula -> formula.test(Frame.of(scope), 0) == Truth.FALSE)
                .isPresent();
    }

    /** Passes on what is wrong with an expression, at its place in the definition. */
    private void forward(Reading<Formula> reading, Located<String> text) {
        for (Finding finding : reading.findings()) {
            boolean unknown = finding.code() == ExpressionFinding.UNKNOWN_NAME;
            String name = unknown ? Objects.toString(finding.arguments().get("name")) : "";
            if (unknown && broken.contains(name)) {
                continue; // what is wrong with that question is reported there
            }
            Finding forwarded = unknown && notes.contains(name)
                    ? Finding.of(QuestionnaireFinding.NO_VALUE).with("name", name)
                    : finding;
            findings.add(forwarded.at(Located.within(text, finding.place())));
        }
    }

    private void checkWithin(Draft draft, Map<String, Integer> order) {
        Located<String> within = draft.within();
        if (within == null) {
            return;
        }
        CodeList own = codeList(draft);
        Draft parent = drafts.get(within.value());
        boolean fits = own != null
                && parent != null
                && parent.kind() == QuestionType.SELECT_ONE
                && parent.list() != null
                && parent.list().value().equals(own.parent())
                && (parent.level() == Level.HOUSEHOLD || parent.level() == draft.level())
                && order.getOrDefault(parent.name(), 0) < order.getOrDefault(draft.name(), 0);
        if (!fits) {
            findings.add(Finding.of(QuestionnaireFinding.WITHIN)
                    .with("name", draft.name())
                    .with("parent", within.value())
                    .at(within.place()));
        }
    }

    private @Nullable CodeList codeList(Draft draft) {
        Located<String> id = draft.list();
        Draft.Listed list = id == null ? null : form.lists().get(id.value());
        return list == null ? null : list.value();
    }

    /** The place of each name in the order of asking. */
    static Map<String, Integer> order(Iterable<String> names) {
        Map<String, Integer> order = new HashMap<>();
        for (String name : names) {
            order.put(name, order.size());
        }
        return order;
    }
}
