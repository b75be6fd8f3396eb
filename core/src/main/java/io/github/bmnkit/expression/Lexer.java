package io.github.bmnkit.expression;

import io.github.bmnkit.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Cuts the text of an expression into tokens and notes every character that belongs to none. */
final class Lexer {
    enum Kind {
        NUMBER,
        TEXT,
        NAME,
        WORD,
        SIGN,
        END
    }

    /** A token; the content of a text or name is without quotation marks and braces. */
    record Token(Kind kind, String content, Position position) {
        boolean is(String sign) {
            return kind == Kind.SIGN && content.equals(sign);
        }

        boolean isWord(String word) {
            return kind == Kind.WORD && content.equals(word);
        }

        String shown() {
            return switch (kind) {
                case END -> "";
                case TEXT -> "'" + content + "'";
                case NAME -> "${" + content + "}";
                case NUMBER, WORD, SIGN -> content;
            };
        }
    }

    private final String text;
    private final List<Finding> findings;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(String text, List<Finding> findings) {
        this.text = text;
        this.findings = findings;
    }

    static List<Token> tokens(String text, List<Finding> findings) {
        Lexer lexer = new Lexer(text, findings);
        lexer.run();
        return lexer.tokens;
    }

    static boolean isName(String name) {
        if (name.isEmpty() || !isNameStart(name.charAt(0))) {
            return false;
        }
        return name.chars().allMatch(c -> isNamePart((char) c) || c == '.');
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                at++;
                line++;
                lineStart = at;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
                number();
            } else if (c == '\'' || c == '"') {
                quoted(c);
            } else if (c == '$' && peek(1) == '{') {
                name();
            } else if (isNameStart(c)) {
                word();
            } else {
                sign(c);
            }
        }
        tokens.add(new Token(Kind.END, "", position()));
    }

    private void number() {
        Position start = position();
        int from = at;
        while (isDigit(peek(0))) {
            at++;
        }
        if (peek(0) == '.' && isDigit(peek(1))) {
            at++;
            while (isDigit(peek(0))) {
                at++;
            }
        }
        tokens.add(new Token(Kind.NUMBER, text.substring(from, at), start));
    }

    private void quoted(char quote) {
        Position start = position();
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            findings.add(Finding.of(ExpressionFinding.UNCLOSED_TEXT).at(start.place()));
            end = text.length();
        }
        String content = text.substring(at + 1, end);
        tokens.add(new Token(Kind.TEXT, content, start));
        for (int i = 0; i < content.length(); i++) {
            if (content.charAt(i) == '\n') {
                line++;
                lineStart = at + i + 2;
            }
        }
        at = Math.min(end + 1, text.length());
    }

    private void name() {
        Position start = position();
        int end = text.indexOf('}', at);
        String content = text.substring(at + 2, end < 0 ? text.length() : end).strip();
        if (end < 0 || !isName(content)) {
            findings.add(Finding.of(ExpressionFinding.BAD_NAME)
                    .at(start.place())
                    .with("name", content.substring(0, Math.min(content.length(), 40))));
            content = "_";
        }
        tokens.add(new Token(Kind.NAME, content, start));
        at = end < 0 ? text.length() : end + 1;
    }

    private void word() {
        Position start = position();
        int from = at;
        while (isNamePart(peek(0))) {
            at++;
        }
        tokens.add(new Token(Kind.WORD, text.substring(from, at), start));
    }

    private void sign(char c) {
        Position start = position();
        String two = text.substring(at, Math.min(at + 2, text.length()));
        if (two.equals("!=") || two.equals("<=") || two.equals(">=") || two.equals("..")) {
            tokens.add(new Token(Kind.SIGN, two, start));
            at += 2;
        } else if ("+-*=<>()[]/,.".indexOf(c) >= 0) {
            tokens.add(new Token(Kind.SIGN, String.valueOf(c), start));
            at++;
        } else {
            int point = text.codePointAt(at);
            findings.add(Finding.of(ExpressionFinding.BAD_CHARACTER)
                    .at(start.place())
                    .with("found", Character.toString(point)));
            at += Character.charCount(point);
        }
    }

    private Position position() {
        return new Position(line, at - lineStart + 1);
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_';
    }

    /** Thai vowels and tone marks above and below are marks, not letters. */
    private static boolean isNamePart(char c) {
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return isNameStart(c) || isDigit(c) || c == '-' || mark;
    }
}
