package io.github.bmnkit.xform;

import io.github.bmnkit.expression.Expression.Function;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Turns an expression of XLSForm into our language: nodes that are named by their way, from the question itself or within
 * square brackets, become names in braces. All else stays as it is written. What has no counterpart is told, not guessed.
 */
final class XlsFormIdioms {
    private static final Set<String> OPERATORS = Set.of("and", "or", "div", "mod");
    private static final Set<String> FUNCTIONS =
            Arrays.stream(Function.values()).map(Function::symbol).collect(Collectors.toUnmodifiableSet());

    private enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        NAME,
        WORD,
        SIGN
    }

    private record Token(Kind kind, String text) {
        boolean is(String sign) {
            return text.equals(sign) && (kind == Kind.SIGN || kind == Kind.WORD);
        }
    }

    /**
     * An expression in our language.
     *
     * @param text the expression
     * @param unsupported the parts that have no counterpart; then the text means nothing
     * @param inTurn the names of the member that stand in braces within square brackets
     */
    record Understood(String text, List<String> unsupported, Set<String> inTurn) {}

    private final XlsFormNames names;
    private final List<Token> tokens;
    private final StringBuilder out = new StringBuilder();
    private final List<String> unsupported = new ArrayList<>();
    private final Set<String> inTurn = new TreeSet<>();
    private int at;
    private int brackets;
    /** The last token that was no blank, as written out. */
    private Token before = new Token(Kind.SIGN, "(");

    private XlsFormIdioms(String text, XlsFormNames names) {
        this.names = names;
        this.tokens = tokens(text);
    }

    static Understood read(String text, XlsFormNames names) {
        XlsFormIdioms idioms = new XlsFormIdioms(text, names);
        while (idioms.at < idioms.tokens.size()) {
            idioms.next();
        }
        return new Understood(idioms.out.toString(), idioms.unsupported, idioms.inTurn);
    }

    private void next() {
        Token token = tokens.get(at);
        switch (token.kind()) {
            case BLANK -> {
                out.append(token.text());
                at++;
            }
            case NAME -> name(token);
            case WORD -> word(token);
            case SIGN -> sign(token);
            case TEXT, NUMBER -> write(token);
        }
    }

    private void write(Token token) {
        out.append(token.text());
        before = token;
        at++;
    }

    /** Puts a name in place of the tokens of a path. */
    private void write(String name, int used) {
        Token token = new Token(Kind.NAME, "${" + name + "}");
        out.append(token.text());
        before = token;
        at += used;
    }

    private void refuse(String part, int used) {
        unsupported.add(part);
        before = new Token(Kind.NAME, part);
        at += used;
    }

    private void name(Token token) {
        String name = token.text().substring(2, token.text().length() - 1).strip();
        if (name.contains("#")) {
            refuse(token.text(), 1);
            return;
        }
        if (brackets > 0 && names.isOfMember(name) && !before.is("/")) {
            inTurn.add(token.text());
        }
        write(token);
    }

    private boolean afterOperand() {
        return before.kind() == Kind.NAME
                || before.kind() == Kind.TEXT
                || before.kind() == Kind.NUMBER
                || before.is(")")
                || before.is("]")
                || before.is(".");
    }

    private void word(Token token) {
        String word = token.text();
        if (OPERATORS.contains(word) && afterOperand()) {
            write(token);
        } else if (is(1, "(")) {
            function(token);
        } else if (before.is("/") || brackets > 0) {
            node();
        } else {
            write(token);
        }
    }

    private void function(Token token) {
        if (token.is("current") && is(2, ")") && is(3, "/")) {
            at += ahead(4);
            parent("current()/");
        } else if (token.is("position") && brackets > 0 && before.is("[") && is(2, ")") && is(3, "=")) {
            // [position() = 2] is [2]
            at += ahead(4);
        } else if (FUNCTIONS.contains(token.text())) {
            write(token);
        } else {
            refuse(token.text() + "()", 1);
        }
    }

    /** A node of the member: the last step of its way counts, since names are unique. */
    private void node() {
        int used = 1;
        String name = tokens.get(at).text();
        while (at + used + 1 < tokens.size()
                && tokens.get(at + used).is("/")
                && tokens.get(at + used + 1).kind() == Kind.WORD
                && !names.isOfMember(name)) {
            name = tokens.get(at + used + 1).text();
            used += 2;
        }
        if (names.isOfMember(name)) {
            write(name, used);
        } else {
            refuse(name, used);
        }
    }

    private void sign(Token token) {
        if (token.is("..") && is(1, "/")) {
            parent("");
        } else if (token.is(".") && is(1, "/") && brackets > 0) {
            at += ahead(2);
        } else if (token.is("/") && !afterOperand()) {
            path("/");
        } else {
            brackets += token.is("[") ? 1 : token.is("]") ? -1 : 0;
            write(token);
        }
    }

    /** A way upwards: outside square brackets it leads to a name wherever that is, for names are unique. */
    private void parent(String start) {
        StringBuilder way = new StringBuilder(start);
        while (at + 1 < tokens.size()
                && tokens.get(at).is("..")
                && tokens.get(at + 1).is("/")) {
            way.append("../");
            at += 2;
        }
        path(way.toString());
    }

    private void path(String start) {
        StringBuilder way = new StringBuilder(start);
        if (at < tokens.size() && tokens.get(at).is("/")) {
            at++;
        }
        String name = "";
        while (at < tokens.size()
                && (tokens.get(at).kind() == Kind.WORD || tokens.get(at).is("/"))) {
            name = tokens.get(at).text();
            way.append(name);
            at++;
        }
        boolean meant = names.isKnown(name) && (brackets == 0 || !names.isOfMember(name)) && !start.equals("/");
        if (meant) {
            write(name, 0);
        } else {
            refuse(way.toString(), 0);
        }
    }

    /** Whether the token so many further, blanks not counted, is this sign. */
    private boolean is(int further, String sign) {
        int index = at + ahead(further);
        return index < tokens.size() && tokens.get(index).is(sign);
    }

    /** How many tokens lie before the one that is so many further, blanks not counted. */
    private int ahead(int further) {
        int index = at;
        int left = further;
        while (index < tokens.size() && left > 0) {
            index++;
            while (index < tokens.size() && tokens.get(index).kind() == Kind.BLANK) {
                index++;
            }
            left--;
        }
        return index - at;
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Token token = token(text, at);
            tokens.add(token);
            at += token.text().length();
        }
        return tokens;
    }

    private static Token token(String text, int at) {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            return new Token(Kind.BLANK, text.substring(at, end(text, at, Kind.BLANK)));
        }
        if (c == '\'' || c == '"') {
            int close = text.indexOf(c, at + 1);
            return new Token(Kind.TEXT, text.substring(at, close < 0 ? text.length() : close + 1));
        }
        if (text.startsWith("${", at)) {
            int close = text.indexOf('}', at);
            return close < 0
                    ? new Token(Kind.SIGN, text.substring(at))
                    : new Token(Kind.NAME, text.substring(at, close + 1));
        }
        if (Character.isLetter(c) || c == '_') {
            return new Token(Kind.WORD, text.substring(at, end(text, at, Kind.WORD)));
        }
        if (isDigit(c)) {
            return new Token(Kind.NUMBER, text.substring(at, end(text, at, Kind.NUMBER)));
        }
        return new Token(Kind.SIGN, text.startsWith("..", at) ? ".." : String.valueOf(c));
    }

    private static int end(String text, int from, Kind kind) {
        int end = from + 1;
        while (end < text.length() && belongs(text.charAt(end), kind)) {
            end++;
        }
        return end;
    }

    private static boolean belongs(char c, Kind kind) {
        return switch (kind) {
            case BLANK -> Character.isWhitespace(c);
            case WORD -> Character.isLetterOrDigit(c) || "_-.:".indexOf(c) >= 0;
            case NUMBER -> isDigit(c) || c == '.';
            case TEXT, NAME, SIGN -> false;
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The question and the column of a filter that says that a code lies beneath the answer to another question. */
    static Optional<Filter> filter(String text) {
        List<Token> tokens = tokens(text).stream()
                .filter(token -> token.kind() != Kind.BLANK)
                .toList();
        if (tokens.size() != 3 || !tokens.get(1).is("=")) {
            return Optional.empty();
        }
        boolean turned = tokens.get(0).kind() == Kind.NAME;
        Token column = tokens.get(turned ? 2 : 0);
        Token name = tokens.get(turned ? 0 : 2);
        if (column.kind() != Kind.WORD || name.kind() != Kind.NAME) {
            return Optional.empty();
        }
        String question = name.text().substring(2, name.text().length() - 1).strip();
        return Optional.of(new Filter(column.text(), question));
    }

    /**
     * A filter of choices.
     *
     * @param column the column of the choices that it reads
     * @param question the question whose answer must stand there
     */
    record Filter(String column, String question) {}
}
