package io.github.bmnkit.expression;

import io.github.bmnkit.expression.LinearPattern.Refused;
import io.github.bmnkit.finding.Text;
import java.util.ArrayList;
import java.util.List;

/** Reads a regular expression of the linear subset. */
final class PatternParser {
    private static final int LAST = Character.MAX_CODE_POINT;
    private static final int MAX_REPEAT = 1_000;
    private static final int MAX_DEPTH = 50;
    private static final List<int[]> DIGITS = List.of(new int[] {'0', '9'});
    private static final List<int[]> WORDS =
            List.of(new int[] {'0', '9'}, new int[] {'A', 'Z'}, new int[] {'_', '_'}, new int[] {'a', 'z'});
    private static final List<int[]> BLANKS = List.of(new int[] {'\t', '\r'}, new int[] {' ', ' '});
    /** Everything but the ends of lines. */
    private static final List<int[]> ANY = List.of(
            new int[] {0, '\n' - 1},
            new int[] {'\n' + 1, '\r' - 1},
            new int[] {'\r' + 1, 0x84},
            new int[] {0x86, 0x2027},
            new int[] {0x202A, LAST});

    enum Kind {
        CLASS,
        SEQUENCE,
        CHOICE,
        REPEAT
    }

    /** A piece of a pattern: the spans of a class, or parts, or a part that stands min to max times (-1: any). */
    record Node(Kind kind, List<int[]> spans, List<Node> parts, int min, int max) {
        static Node ofClass(List<int[]> spans) {
            return new Node(Kind.CLASS, spans, List.of(), 1, 1);
        }

        static Node of(Kind kind, List<Node> parts) {
            return new Node(kind, List.of(), parts, 1, 1);
        }
    }

    private final String pattern;
    private int at;
    private int depth;

    PatternParser(String pattern) {
        this.pattern = pattern;
    }

    Node parse() throws Refused {
        int end = pattern.length();
        boolean anchored = pattern.startsWith("^");
        boolean closed = end > 0 && pattern.charAt(end - 1) == '$' && !escaped(end - 1);
        boolean alternatives = pattern.indexOf('|') >= 0;
        if ((anchored || closed) && alternatives && topLevelChoice()) {
            throw refuse("^ and $ are not allowed beside | outside brackets", "ใช้ ^ หรือ $ คู่กับ | นอกวงเล็บไม่ได้");
        }
        at = anchored ? 1 : 0;
        Node node = choice(closed ? end - 1 : end);
        if (at < (closed ? end - 1 : end)) {
            throw refuse("a ) without a (", "มี ) โดยไม่มี (");
        }
        return node;
    }

    private boolean topLevelChoice() {
        int open = 0;
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
            } else if (c == '(') {
                open++;
            } else if (c == ')') {
                open--;
            } else if (c == '|' && open == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean escaped(int index) {
        int slashes = 0;
        while (index - slashes > 0 && pattern.charAt(index - slashes - 1) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private Node choice(int end) throws Refused {
        if (++depth > MAX_DEPTH) {
            throw tooLarge();
        }
        List<Node> alternatives = new ArrayList<>();
        alternatives.add(sequence(end));
        while (at < end && pattern.charAt(at) == '|') {
            at++;
            alternatives.add(sequence(end));
        }
        depth--;
        return alternatives.size() == 1 ? alternatives.get(0) : Node.of(Kind.CHOICE, alternatives);
    }

    private Node sequence(int end) throws Refused {
        List<Node> parts = new ArrayList<>();
        while (at < end && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            parts.add(repeats(atom(end), end));
        }
        return Node.of(Kind.SEQUENCE, parts);
    }

    private Node repeats(Node atom, int end) throws Refused {
        if (at >= end) {
            return atom;
        }
        int min;
        int max;
        switch (pattern.charAt(at)) {
            case '?' -> {
                min = 0;
                max = 1;
                at++;
            }
            case '*' -> {
                min = 0;
                max = -1;
                at++;
            }
            case '+' -> {
                min = 1;
                max = -1;
                at++;
            }
            case '{' -> {
                at++;
                min = count(end);
                max = min;
                if (at < end && pattern.charAt(at) == ',') {
                    at++;
                    max = at < end && pattern.charAt(at) == '}' ? -1 : count(end);
                }
                if (at >= end || pattern.charAt(at) != '}' || (max >= 0 && max < min)) {
                    throw refuse("a repeat is written {2}, {2,} or {2,5}", "จำนวนซ้ำเขียนเป็น {2} {2,} หรือ {2,5}");
                }
                at++;
            }
            default -> {
                return atom;
            }
        }
        if (at < end && "?*+{".indexOf(pattern.charAt(at)) >= 0) {
            throw refuse("lazy, possessive and double repeats are not allowed", "ใช้ตัวซ้ำติดกันไม่ได้");
        }
        return new Node(Kind.REPEAT, List.of(), List.of(atom), min, max);
    }

    private int count(int end) throws Refused {
        int from = at;
        while (at < end && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9' && at - from < 5) {
            at++;
        }
        if (from == at) {
            throw refuse("a number of repeats is due", "ต้องระบุจำนวนซ้ำ");
        }
        int count = Integer.parseInt(pattern, from, at, 10);
        if (count > MAX_REPEAT) {
            throw tooLarge();
        }
        return count;
    }

    private Node atom(int end) throws Refused {
        char c = pattern.charAt(at);
        return switch (c) {
            case '(' -> group(end);
            case '[' -> {
                at++;
                yield Node.ofClass(characterClass(end));
            }
            case '.' -> {
                at++;
                yield Node.ofClass(ANY);
            }
            case '\\' -> Node.ofClass(escape(end));
            case '*', '+', '?', '{', '}', ']', '^', '$' ->
                throw refuse("write \\" + c + " for the character itself", "ให้เขียน \\" + c + " หากหมายถึงอักขระนั้น");
            default -> Node.ofClass(single(point()));
        };
    }

    private Node group(int end) throws Refused {
        at++;
        if (pattern.startsWith("?:", at)) {
            at += 2;
        } else if (at < end && pattern.charAt(at) == '?') {
            throw refuse("look-around and named groups are not allowed", "ใช้ (? ไม่ได้");
        }
        Node inner = choice(end);
        if (at >= end || pattern.charAt(at) != ')') {
            throw refuse("a ( is never closed", "วงเล็บ ( ไม่ปิด");
        }
        at++;
        return inner;
    }

    private List<int[]> characterClass(int end) throws Refused {
        boolean not = at < end && pattern.charAt(at) == '^';
        at += not ? 1 : 0;
        List<int[]> spans = new ArrayList<>();
        while (at < end && pattern.charAt(at) != ']') {
            if (pattern.charAt(at) == '[' || pattern.startsWith("&&", at)) {
                throw refuse("classes within classes are not allowed", "ใช้กลุ่มอักขระซ้อนกันไม่ได้");
            }
            boolean escaped = pattern.charAt(at) == '\\';
            List<int[]> first = escaped ? escape(end) : single(point());
            boolean range = at + 1 < end && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
            if (!range) {
                spans.addAll(first);
                continue;
            }
            at++;
            List<int[]> last = pattern.charAt(at) == '\\' ? escape(end) : single(point());
            int from = first.get(0)[0];
            int to = last.get(0)[1];
            if (first.size() > 1 || last.size() > 1 || first.get(0)[1] != from || last.get(0)[0] != to || to < from) {
                throw refuse("a range in a class is out of order", "ช่วงอักขระเรียงผิด");
            }
            spans.add(new int[] {from, to});
        }
        if (at >= end || spans.isEmpty()) {
            throw refuse("a [ is empty or never closed", "วงเล็บ [ ว่างหรือไม่ปิด");
        }
        at++;
        return not ? others(spans) : spans;
    }

    private static List<int[]> others(List<int[]> spans) {
        List<int[]> sorted = new ArrayList<>(spans);
        sorted.sort((a, b) -> Integer.compare(a[0], b[0]));
        List<int[]> others = new ArrayList<>();
        int from = 0;
        for (int[] span : sorted) {
            if (span[0] > from) {
                others.add(new int[] {from, span[0] - 1});
            }
            from = Math.max(from, span[1] + 1);
        }
        if (from <= LAST) {
            others.add(new int[] {from, LAST});
        }
        return others;
    }

    private List<int[]> escape(int end) throws Refused {
        at++;
        if (at >= end) {
            throw refuse("nothing follows the backslash", "ไม่มีอักขระหลัง \\");
        }
        int point = point();
        return switch (point) {
            case 'd' -> DIGITS;
            case 'w' -> WORDS;
            case 's' -> BLANKS;
            case 't' -> single('\t');
            case 'n' -> single('\n');
            case 'r' -> single('\r');
            default -> {
                if (Character.isLetterOrDigit(point)) {
                    String shown = "\\" + Character.toString(point);
                    throw refuse(shown + " is not allowed", "ใช้ " + shown + " ไม่ได้");
                }
                yield single(point);
            }
        };
    }

    private int point() {
        int point = pattern.codePointAt(at);
        at += Character.charCount(point);
        return point;
    }

    private static List<int[]> single(int point) {
        return List.of(new int[] {point, point});
    }

    private Refused refuse(String en, String th) {
        return new Refused(at + 1, Text.of(th, en), false);
    }

    Refused tooLarge() {
        return new Refused(at + 1, Text.of("รูปแบบใหญ่เกินไป", "the pattern is too large"), true);
    }
}
