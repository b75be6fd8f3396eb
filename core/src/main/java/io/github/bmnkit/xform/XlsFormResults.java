package io.github.bmnkit.xform;

import io.github.bmnkit.expression.Codes;
import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Scope;
import io.github.bmnkit.expression.Symbol;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Parameter;
import io.github.bmnkit.questionnaire.QuestionType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out what kind of value each calculation has where the tables do not say. */
final class XlsFormResults {
    private static final int MAX_DIGITS = 9;
    private static final Pattern NAMES = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    private final XlsFormTable sheet;
    private final XlsFormLists lists;
    private final String roster;
    private final Map<String, Symbol> symbols = new LinkedHashMap<>();
    private final Set<Integer> unknown = new HashSet<>();

    XlsFormResults(XlsFormTable sheet, XlsFormLists lists, List<Parameter> parameters, String roster) {
        this.sheet = sheet;
        this.lists = lists;
        this.roster = roster;
        for (Parameter parameter : parameters) {
            parameter
                    .type()
                    .valueType()
                    .ifPresent(type -> declare(parameter.name(), Level.HOUSEHOLD, type, parameter.digits(), null));
        }
    }

    /** The lines of the calculations whose expressions are wrong, so that their types are made up. */
    Set<Integer> unknown() {
        return unknown;
    }

    void infer(List<XlsFormItem.Part> parts) {
        for (XlsFormItem.Part part : parts) {
            for (XlsFormItem item : part.items) {
                if (item.isCalculated() && item.result == null) {
                    infer(item);
                }
                QuestionType type = item.isCalculated() ? item.result : item.type;
                if (type != null && type.valueType().isPresent()) {
                    String list = item.list != null ? item.list : item.resultList;
                    declare(item.name, item.level, type.valueType().get(), item.digits, codes(list));
                }
            }
        }
    }

    private void declare(String name, Level level, ValueType type, int digits, @Nullable Codes codes) {
        boolean coded = type == ValueType.CODE || type == ValueType.CODES;
        if (isName(name) && !name.equals(roster) && coded == (codes != null)) {
            int kept = type == ValueType.DECIMAL ? digits : 0;
            symbols.putIfAbsent(name, new Symbol(name, level, type, kept, null, codes, false, false));
        }
    }

    /** What is no name has no symbol; the form says so. */
    private static boolean isName(String name) {
        return NAMES.matcher(name).matches();
    }

    private @Nullable Codes codes(@Nullable String id) {
        Optional<CodeList> list =
                lists.lists().stream().filter(each -> each.id().equals(id)).findFirst();
        if (list.isEmpty()) {
            return null;
        }
        List<String> codes = list.get().codes().stream()
                .map(Code::code)
                .filter(code -> !code.isBlank())
                .distinct()
                .toList();
        return list.get().open()
                ? Codes.open(list.get().id(), codes)
                : Codes.of(list.get().id(), codes);
    }

    private void infer(XlsFormItem item) {
        String text = item.expressions.get("calculation");
        if (text == null || !isName(item.name) || item.name.equals(roster)) {
            item.result = QuestionType.TEXT;
            return;
        }
        Formula formula = Formula.value(text, Scope.of(roster, symbols.values()), item.level)
                .optional()
                .orElse(null);
        if (formula == null) {
            unknown.add(item.row.line());
        }
        // Where the expression itself is wrong the form says so; its type does not matter then.
        ValueType type = formula == null ? ValueType.TEXT : formula.type();
        switch (type) {
            case INTEGER -> item.result = QuestionType.INTEGER;
            case TEXT -> item.result = QuestionType.TEXT;
            case DATE -> item.result = QuestionType.DATE;
            case DECIMAL -> {
                item.result = QuestionType.DECIMAL;
                item.digits = digits(item, text);
            }
            case CODE, CODES -> {
                item.result = type == ValueType.CODE ? QuestionType.SELECT_ONE : QuestionType.SELECT_MULTIPLE;
                item.resultList = list(item, text, type);
            }
            case TRUTH -> {
                item.result = QuestionType.INTEGER;
                unknown.add(item.row.line());
                sheet.at(
                        item.row.line(),
                        "bmn_result",
                        Finding.of(XlsFormFinding.UNTYPED).with("name", item.name));
            }
        }
    }

    /** The fewest digits that hold the value. */
    private int digits(XlsFormItem item, String text) {
        for (int digits = 0; digits < MAX_DIGITS; digits++) {
            if (fits(
                    item,
                    text,
                    new Symbol(item.name, item.level, ValueType.DECIMAL, digits, null, null, false, false))) {
                return digits;
            }
        }
        return MAX_DIGITS;
    }

    private @Nullable String list(XlsFormItem item, String text, ValueType type) {
        for (String name : XlsFormItem.names(text)) {
            Symbol read = symbols.get(name);
            Codes codes = read == null ? null : read.codes();
            if (codes != null
                    && fits(item, text, new Symbol(item.name, item.level, type, 0, null, codes, false, false))) {
                return codes.name();
            }
        }
        sheet.at(
                item.row.line(),
                "bmn_result",
                Finding.of(XlsFormFinding.UNTYPED).with("name", item.name));
        return null;
    }

    private boolean fits(XlsFormItem item, String text, Symbol symbol) {
        List<Symbol> all = new ArrayList<>(symbols.values());
        all.removeIf(each -> each.name().equals(item.name));
        all.add(symbol);
        return Formula.calculation(text, Scope.of(roster, all), item.name)
                .optional()
                .isPresent();
    }
}
