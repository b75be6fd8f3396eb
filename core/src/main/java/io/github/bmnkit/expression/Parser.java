package io.github.bmnkit.expression;

import io.github.bmnkit.expression.Expression.Function;
import io.github.bmnkit.expression.Expression.Operator;
import io.github.bmnkit.expression.Lexer.Kind;
import io.github.bmnkit.expression.Lexer.Token;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the text of an expression by recursive descent, and keeps where each part stands. */
final class Parser {
    static final int MAX_LENGTH = 10_000;
    static final int MAX_DEPTH = 100;
    /** Long chains such as a sum of many names are nested to the left, so the tree may be deeper than the text. */
    static final int MAX_CHAIN = 500;

    private static final BigInteger MOST = BigInteger.valueOf(Exact.MOST);

    private final String text;
    private final List<Finding> findings = new ArrayList<>();
    private final IdentityHashMap<Expression, Position> positions = new IdentityHashMap<>();
    private List<Token> tokens = List.of();
    private int at;
    private int depth;
    private int chained;

    Parser(String text) {
        this.text = text;
    }

    /** Where the parts of the tree stand, by identity. */
    IdentityHashMap<Expression, Position> positions() {
        return positions;
    }

    Reading<Expression> read() {
        if (text.length() > MAX_LENGTH) {
            return Reading.nothing(
                    List.of(Finding.of(ExpressionFinding.TOO_LONG).with("limit", MAX_LENGTH)));
        }
        if (text.isBlank()) {
            return Reading.nothing(List.of(Finding.of(ExpressionFinding.EMPTY)));
        }
        tokens = Lexer.tokens(text, findings);
        if (!findings.isEmpty()) {
            return Reading.nothing(findings);
        }
        try {
            Expression expression = operation(1);
            if (peek().kind() != Kind.END) {
                throw unexpected("end");
            }
            return findings.isEmpty() ? Reading.of(expression) : Reading.nothing(findings);
        } catch (Stop stop) {
            return Reading.nothing(findings);
        }
    }

    private Expression operation(int precedence) {
        if (precedence > Operator.TIMES.precedence()) {
            return unary();
        }
        enter();
        Expression left = operation(precedence + 1);
        Optional<Operator> operator = operator(precedence);
        while (operator.isPresent()) {
            Token token = next();
            if (++chained > MAX_CHAIN) {
                throw stop(ExpressionFinding.TOO_DEEP, token, "limit", (long) MAX_CHAIN);
            }
            Expression right = operation(precedence + 1);
            left = at(token, new Expression.Operation(operator.get(), left, right));
            operator = operator(precedence);
        }
        depth--;
        return left;
    }

    private Optional<Operator> operator(int precedence) {
        Token token = peek();
        if (token.kind() != Kind.SIGN && token.kind() != Kind.WORD) {
            return Optional.empty();
        }
        return Arrays.stream(Operator.values())
                .filter(operator -> operator.precedence() == precedence)
                .filter(operator -> operator.symbol().equals(token.content()))
                .findFirst();
    }

    private Expression unary() {
        if (!peek().is("-")) {
            return primary();
        }
        enter();
        Token token = next();
        Expression negation = at(token, new Expression.Negation(unary()));
        depth--;
        return negation;
    }

    private Expression primary() {
        Token token = next();
        return switch (token.kind()) {
            case NUMBER -> at(token, number(token));
            case TEXT -> at(token, new Expression.Text(token.content()));
            case NAME -> path(token);
            case WORD -> call(token);
            case SIGN, END -> sign(token);
        };
    }

    private Expression sign(Token token) {
        if (token.is(".")) {
            return at(token, new Expression.Self());
        }
        if (token.is("(")) {
            Expression inner = operation(1);
            expect(")");
            return inner;
        }
        throw unexpectedLast(token);
    }

    private Expression number(Token token) {
        BigDecimal value = new BigDecimal(token.content()).stripTrailingZeros();
        value = value.scale() < 0 ? value.setScale(0) : value;
        if (value.scale() > Exact.MAX_DECLARED_DIGITS || value.unscaledValue().compareTo(MOST) > 0) {
            throw stop(ExpressionFinding.BAD_NUMBER, token, "found", token.content());
        }
        return new Expression.Numeral(value.unscaledValue().longValueExact(), value.scale());
    }

    private Expression path(Token token) {
        String roster = token.content();
        Expression where = null;
        Expression position = null;
        while (peek().is("[")) {
            Token bracket = next();
            Expression predicate = operation(1);
            expect("]");
            boolean number = predicate instanceof Expression.Numeral;
            if (position != null || (where != null && !number)) {
                throw stop(ExpressionFinding.BAD_PREDICATE, bracket, "found", "[" + predicate + "]");
            }
            if (predicate instanceof Expression.Numeral at && (at.digits() > 0 || at.unscaled() < 1)) {
                throw stop(ExpressionFinding.BAD_PREDICATE, bracket, "found", "[" + predicate + "]");
            }
            if (number) {
                position = predicate;
            } else {
                where = predicate;
            }
        }
        Expression value = null;
        if (peek().is("/")) {
            next();
            value = step();
        }
        if (position != null) {
            if (value == null) {
                throw unexpected("/");
            }
            return at(token, new Expression.Pick(roster, where, position, value));
        }
        if (where == null && value == null) {
            return at(token, new Expression.Name(roster));
        }
        return at(token, new Expression.Members(roster, where, value));
    }

    private Expression step() {
        Token token = next();
        if (token.kind() == Kind.NAME) {
            return at(token, new Expression.Name(token.content()));
        }
        if (token.kind() == Kind.WORD) {
            return call(token);
        }
        if (token.is("(")) {
            Expression inner = operation(1);
            expect(")");
            return inner;
        }
        throw unexpectedLast(token);
    }

    private Expression call(Token token) {
        if (!peek().is("(")) {
            throw unexpectedLast(token);
        }
        enter();
        expect("(");
        List<Expression> arguments = new ArrayList<>();
        boolean parent = peek().is("..");
        if (parent) {
            next();
        } else if (!peek().is(")")) {
            arguments.add(operation(1));
            while (peek().is(",")) {
                next();
                arguments.add(operation(1));
            }
        }
        expect(")");
        depth--;
        Function function = Arrays.stream(Function.values())
                .filter(candidate -> candidate.symbol().equals(token.content()))
                .findFirst()
                .orElse(null);
        if (function == null) {
            List<String> names =
                    Arrays.stream(Function.values()).map(Function::symbol).toList();
            findings.add(Finding.of(ExpressionFinding.UNKNOWN_FUNCTION)
                    .at(token.position().place())
                    .with("name", token.content())
                    .with("suggestion", Similar.suggest(token.content(), names, "%s()")));
            return at(token, new Expression.Self());
        }
        if (parent && function != Function.POSITION) {
            throw stop(ExpressionFinding.UNEXPECTED, token, "found", "..");
        }
        if (!function.takes(arguments.size())) {
            findings.add(Finding.of(ExpressionFinding.ARGUMENT_COUNT)
                    .at(token.position().place())
                    .with("function", function.symbol())
                    .with("expected", function.arity())
                    .with("found", arguments.size()));
            return at(token, new Expression.Self());
        }
        return at(token, function == Function.INDEXED_REPEAT ? pick(token, arguments) : of(function, arguments));
    }

    private static Expression of(Function function, List<Expression> arguments) {
        return new Expression.Call(function, arguments);
    }

    private Expression pick(Token token, List<Expression> arguments) {
        Expression position = arguments.get(2);
        boolean impossible =
                position instanceof Expression.Numeral number && (number.digits() > 0 || number.unscaled() < 1);
        if (arguments.get(1) instanceof Expression.Name roster && !impossible) {
            return new Expression.Pick(roster.name(), null, position, arguments.get(0));
        }
        throw stop(ExpressionFinding.BAD_PREDICATE, token, "found", token.content());
    }

    private <T extends Expression> T at(Token token, T expression) {
        positions.put(expression, token.position());
        return expression;
    }

    private void enter() {
        if (++depth > MAX_DEPTH * 8) {
            throw stop(ExpressionFinding.TOO_DEEP, peek(), "limit", (long) MAX_DEPTH);
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        return tokens.get(peek().kind() == Kind.END ? at : at++);
    }

    private void expect(String sign) {
        if (!peek().is(sign)) {
            throw unexpected(sign);
        }
        at++;
    }

    private Stop unexpectedLast(Token token) {
        return unexpected(token, "a value");
    }

    private Stop unexpected(String expected) {
        return unexpected(peek(), expected);
    }

    private Stop unexpected(Token token, String expected) {
        boolean end = token.kind() == Kind.END;
        findings.add(Finding.of(end ? ExpressionFinding.UNEXPECTED_END : ExpressionFinding.UNEXPECTED)
                .at(token.position().place())
                .with("found", token.shown())
                .with("expected", expected));
        return new Stop();
    }

    private Stop stop(FindingCode code, Token token, String argument, @Nullable Object value) {
        Finding finding = Finding.of(code).at(token.position().place());
        findings.add(value == null ? finding : finding.with(argument, value));
        return new Stop();
    }

    /** Ends the reading at the first place where the grammar is lost; carries nothing, the finding is noted. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }
}
