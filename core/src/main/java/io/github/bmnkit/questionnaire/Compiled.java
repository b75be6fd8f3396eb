package io.github.bmnkit.questionnaire;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Scope;
import java.util.Map;

/** The names of a form and its expressions, by question; a relevance includes that of the section. */
record Compiled(Scope scope, Map<String, Map<Role, Formula>> formulas) {}
