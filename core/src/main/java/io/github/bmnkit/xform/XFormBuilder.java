package io.github.bmnkit.xform;

import io.github.bmnkit.expression.Expression;
import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Parameter;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Roster;
import io.github.bmnkit.questionnaire.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the model of an XForm together: texts, instance, lists and binds. */
final class XFormBuilder {
    private static final String THAI = "ไทย (th)";
    private static final String ENGLISH = "English (en)";

    private final Questionnaire form;
    private final XFormPaths paths;
    private final XFormExpressions expressions;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final List<String[]> binds = new ArrayList<>();

    XFormBuilder(Questionnaire form) {
        this.form = form;
        this.paths = new XFormPaths(form);
        this.expressions = new XFormExpressions(form, paths);
    }

    XForm build() {
        writable(form.id(), form.title().th(), form.id(), form.version());
        form.parameters().forEach(this::parameter);
        form.roster().ifPresent(this::roster);
        form.sections().forEach(this::section);
        form.lists().forEach(this::list);
        expressions
                .helpers()
                .forEach(helper ->
                        bind(paths.of(helper.name()), "type", type(helper.type()), "calculate", helper.calculate()));
        bind(XFormPaths.ROOT + "/meta/instanceID", "type", "string", "readonly", "true()", "jr:preload", "uid");
        return new XForm(write(), findings);
    }

    private void find(XFormFinding code, String name) {
        findings.add(Finding.of(code).with("name", "${" + name + "}"));
    }

    private void writable(String owner, String... written) {
        if (!Arrays.stream(written).allMatch(XFormWriter::isWritable)) {
            find(XFormFinding.CHARACTERS, owner);
        }
    }

    private void bind(String... attributes) {
        binds.add(attributes);
        writable(XFormPaths.lastOf(attributes[0]), attributes);
    }

    private void text(String id, Text text, String owner) {
        texts.put(id, text);
        writable(owner, text.th(), text.en());
    }

    private void parameter(Parameter parameter) {
        bind(
                paths.of(parameter.name()),
                "type",
                type(parameter.type().valueType().orElseThrow()));
        Value value = parameter.value();
        if (value == null) {
            find(XFormFinding.PARAMETER_UNSET, parameter.name());
        } else {
            writable(parameter.name(), written(value));
        }
    }

    private void roster(Roster roster) {
        text(id(roster.name(), "members"), roster.label(), roster.name());
        findings.add(Finding.of(XFormFinding.ROSTER_LIMITS)
                .with("name", "${" + roster.name() + "}")
                .with("min", roster.min())
                .with("max", roster.max()));
        bind(paths.roster());
    }

    private void section(Section section) {
        text(id(section.id(), "section"), section.title(), section.id());
        if (section.questions().stream().anyMatch(question -> question.level() == Level.HOUSEHOLD)) {
            bind(paths.section(section.id()), "relevant", translate(section.relevance(), Level.HOUSEHOLD));
        }
        section.questions().forEach(this::question);
    }

    private void question(Question question) {
        String name = question.name();
        texts(question);
        boolean member = question.level() == Level.MEMBER;
        String relevant = member
                ? translate(form.item(name).orElseThrow().relevance().map(Formula::expression), Level.MEMBER)
                : translate(question.relevance(), Level.HOUSEHOLD);
        String constraint = constraint(question);
        bind(
                paths.of(name),
                "type",
                type(question),
                "readonly",
                question.type().isAsked() ? "" : "true()",
                "relevant",
                relevant,
                "required",
                question.isAlwaysRequired() ? "true()" : translate(question.required(), question.level()),
                "constraint",
                constraint,
                "jr:constraintMsg",
                constraint.isEmpty() || question.message() == null ? "" : itext(id(name, "message")),
                "calculate",
                calculation(question));
        losses(question);
    }

    private void texts(Question question) {
        String name = question.name();
        Text label = question.label();
        if (question.type() == QuestionType.CALCULATE) {
            return;
        }
        String number = question.number() == null ? "" : question.number() + " ";
        text(id(name, "label"), Text.of(number + label.th(), number + label.en()), name);
        Text hint = joined(question.period(), question.hint());
        if (hint != null) {
            text(id(name, "hint"), hint, name);
        }
        if (question.message() != null) {
            text(id(name, "message"), question.message(), name);
        }
    }

    private static @Nullable Text joined(@Nullable Text first, @Nullable Text second) {
        return first == null || second == null
                ? first == null ? second : first
                : Text.of(first.th() + "; " + second.th(), first.en() + "; " + second.en());
    }

    static String id(String name, String part) {
        return name + ":" + part;
    }

    static String itext(String id) {
        return "jr:itext('" + id + "')";
    }

    private String translate(@Nullable String text, Level level) {
        return translate(
                Optional.ofNullable(text)
                        .map(written -> Expression.parse(written).value()),
                level);
    }

    private String translate(Optional<Expression> expression, Level level) {
        return expression.map(tree -> expressions.translate(tree, level, false)).orElse("");
    }

    private String constraint(Question question) {
        Optional<Expression> condition =
                form.item(question.name()).orElseThrow().constraint().map(Formula::expression);
        XFormExpressions own = expressions.constraintOf(question.name());
        if (condition.isPresent() && own.looksUp(condition.get())) {
            find(XFormFinding.CONSTRAINT_LOOKUP, question.name());
            return "";
        }
        return condition
                .map(tree -> own.translate(tree, question.level(), false))
                .orElse("");
    }

    private String calculation(Question question) {
        boolean code = question.result() == QuestionType.SELECT_ONE;
        return form.item(question.name())
                .orElseThrow()
                .calculation()
                .map(formula -> expressions.translate(formula.expression(), question.level(), code))
                .orElse("");
    }

    private String type(Question question) {
        QuestionType type = question.type();
        if (type == QuestionType.GEOPOINT) {
            return "geopoint";
        }
        if (type == QuestionType.ATTACHMENT) {
            return "binary";
        }
        return form.scope()
                .symbol(question.name())
                .map(symbol -> type(symbol.type()))
                .orElse("string");
    }

    private static String type(ValueType type) {
        return switch (type) {
            case INTEGER -> "int";
            case DECIMAL -> "decimal";
            case DATE -> "date";
            case TEXT, CODE, CODES, TRUTH -> "string";
        };
    }

    /** Reports what a question has that an XForm does not. */
    private void losses(Question question) {
        String name = question.name();
        if (question.refusable()) {
            find(XFormFinding.REFUSAL, name);
        }
        if (question.type() == QuestionType.DECIMAL) {
            findings.add(Finding.of(XFormFinding.DIGITS)
                    .with("name", "${" + name + "}")
                    .with("digits", question.digits()));
        }
        if (question.type().isAsked() && question.list() != null) {
            CodeList list = form.list(question.list()).orElseThrow();
            if (list.open()) {
                XFormFinding code = list.codes().isEmpty() ? XFormFinding.LIST_AS_TEXT : XFormFinding.LIST_CLOSED;
                findings.add(Finding.of(code).with("name", "${" + name + "}").with("list", list.id()));
            }
        }
        if (question.type() != QuestionType.CALCULATE && XFormBody.isMoved(form, question)) {
            find(XFormFinding.MEMBERS_TOGETHER, name);
        }
        XFormExpressions own = expressions.constraintOf(name);
        Item item = form.item(name).orElseThrow();
        List<Expression> all = Stream.of(item.relevance(), item.required(), item.constraint(), item.calculation())
                .flatMap(Optional::stream)
                .map(Formula::expression)
                .toList();
        if (all.stream().anyMatch(expression -> XFormExpressions.readsOthers(expression, question.level()))) {
            find(XFormFinding.OTHER_MEMBERS, name);
        }
        if (all.stream().anyMatch(own::writesDecimal)) {
            find(XFormFinding.DECIMAL_AS_TEXT, name);
        }
        boolean place = all.stream()
                .flatMap(expression -> own.values(expression).stream())
                .flatMap(read -> form.question(read).stream())
                .anyMatch(read -> read.type() == QuestionType.GEOPOINT);
        if (place) {
            find(XFormFinding.PLACE_AS_TEXT, name);
        }
    }

    private void list(CodeList list) {
        for (int i = 0; i < list.codes().size(); i++) {
            Code code = list.codes().get(i);
            text(id(list.id(), "" + i), code.label(), list.id());
            writable(list.id(), code.code());
            if (code.code().chars().anyMatch(Character::isWhitespace)) {
                find(XFormFinding.CODE_WITH_BLANK, list, code);
            }
            if (code.since() != null || code.until() != null) {
                find(XFormFinding.CODE_ROUNDS, list, code);
            }
        }
    }

    private void find(XFormFinding finding, CodeList list, Code code) {
        findings.add(Finding.of(finding).with("list", list.id()).with("code", code.code()));
    }

    private String write() {
        XFormWriter xml = new XFormWriter();
        xml.open(
                        "h:html",
                        "xmlns",
                        "http://www.w3.org/2002/xforms",
                        "xmlns:h",
                        "http://www.w3.org/1999/xhtml",
                        "xmlns:jr",
                        "http://openrosa.org/javarosa")
                .open("h:head")
                .text("h:title", form.title().th())
                .open("model")
                .open("itext");
        translation(xml, THAI, true);
        translation(xml, ENGLISH, false);
        xml.close();
        instance(xml);
        form.lists().stream().filter(list -> !list.codes().isEmpty()).forEach(list -> instance(xml, list));
        binds.forEach(bind -> {
            List<String> attributes = new ArrayList<>(List.of("nodeset", bind[0]));
            for (int i = 1; i < bind.length; i += 2) {
                if (!bind[i + 1].isEmpty()) {
                    attributes.add(bind[i]);
                    attributes.add(bind[i + 1]);
                }
            }
            xml.empty("bind", attributes.toArray(String[]::new));
        });
        xml.close().close();
        new XFormBody(form, paths, texts.keySet(), xml).write();
        return xml.close().toString();
    }

    private void translation(XFormWriter xml, String language, boolean thai) {
        if (thai) {
            xml.open("translation", "lang", language, "default", "true()");
        } else {
            xml.open("translation", "lang", language);
        }
        texts.forEach((id, text) -> xml.open("text", "id", id)
                .text("value", thai ? text.th() : text.en())
                .close());
        xml.close();
    }

    private void instance(XFormWriter xml) {
        xml.open("instance").open("data", "id", form.id(), "version", form.version());
        form.parameters().forEach(parameter -> {
            String name = XFormPaths.lastOf(paths.of(parameter.name()));
            Value value = parameter.value();
            if (value == null) {
                xml.empty(name);
            } else {
                xml.text(name, written(value));
            }
        });
        for (Section section : form.sections()) {
            List<Question> own = section.questions().stream()
                    .filter(question -> question.level() == Level.HOUSEHOLD)
                    .toList();
            if (!own.isEmpty()) {
                xml.open(XFormPaths.lastOf(paths.section(section.id())));
                own.forEach(question -> xml.empty(question.name()));
                xml.close();
            }
        }
        helpers(xml, Level.HOUSEHOLD);
        if (form.roster().isPresent()) {
            xml.open(XFormPaths.lastOf(paths.roster()), "jr:template", "");
            form.questions().stream()
                    .filter(question -> question.level() == Level.MEMBER)
                    .forEach(question -> xml.empty(question.name()));
            helpers(xml, Level.MEMBER);
            xml.close();
        }
        xml.open(XFormPaths.META).empty("instanceID").close().close().close();
    }

    private void helpers(XFormWriter xml, Level level) {
        expressions.helpers().stream()
                .filter(helper -> helper.level() == level)
                .forEach(helper -> xml.empty(helper.name()));
    }

    private static String written(Value value) {
        return value instanceof Value.Words words
                ? words.value()
                : value instanceof Value.Day day ? day.value().toString() : value.toString();
    }

    private static void instance(XFormWriter xml, CodeList list) {
        xml.open("instance", "id", list.id()).open("root");
        for (int i = 0; i < list.codes().size(); i++) {
            Code code = list.codes().get(i);
            String parent = code.parent();
            xml.open("item").text(XFormLists.CODE, code.code()).text(XFormLists.LABEL, id(list.id(), "" + i));
            if (parent != null) {
                xml.text(XFormLists.PARENT, parent);
            }
            list.attributes().forEach(attribute -> {
                String value = code.attributes().getOrDefault(attribute.name(), "");
                xml.text(XFormLists.element(attribute.name()), value);
            });
            xml.close();
        }
        xml.close().close();
    }
}
