package io.github.bmnkit.html;

import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Horizontal bars as inline SVG: stacked parts from 0 on, or single bars to both sides of 0. What a bar shows is written
 * beside it, so that nothing rests on colour or length alone.
 */
public final class BarChart {
    private static final int WIDTH = 900;
    private static final int VALUE_WIDTH = 150;
    private static final int ROW = 26;
    private static final int BAR = 16;
    private static final List<String> COLOURS = List.of("var(--a)", "var(--b)");

    private record Bar(String label, List<Long> values, String shown) {}

    private final Text caption;
    private final List<Text> series;
    private final List<Bar> bars = new ArrayList<>();
    private int labelWidth = 240;

    /** Starts a chart of one or two series; a chart with negative values has one. */
    public BarChart(Text caption, List<Text> series) {
        if (series.isEmpty() || series.size() > COLOURS.size()) {
            throw new IllegalArgumentException("a chart has one or two series, not " + series.size());
        }
        this.caption = caption;
        this.series = List.copyOf(series);
    }

    /** Gives the labels another width, of {@code 900} for the whole chart; they are not wrapped. */
    public BarChart labelWidth(int width) {
        labelWidth = width;
        return this;
    }

    /** A label with no more than so many letters: marks above and below take no room, and are not counted. */
    public static String cut(String label, int atMost) {
        int letters = 0;
        for (int i = 0; i < label.length(); i++) {
            letters += Character.getType(label.charAt(i)) == Character.NON_SPACING_MARK ? 0 : 1;
            if (letters > atMost) {
                return label.substring(0, i).stripTrailing() + "…";
            }
        }
        return label;
    }

    /** A share as the length of a bar; nothing of nothing has none. */
    public static long perMillion(Share share) {
        return share.whole() == 0
                ? 0
                : BigInteger.valueOf(share.part())
                        .multiply(BigInteger.valueOf(1_000_000))
                        .divide(BigInteger.valueOf(share.whole()))
                        .longValueExact();
    }

    /** Adds a bar: one value for each series, and what is written beside it. */
    public BarChart bar(String label, List<Long> values, String shown) {
        if (values.size() != series.size()
                || (values.size() > 1 && values.stream().anyMatch(value -> value < 0))) {
            throw new IllegalArgumentException("not one value for each series, or a negative part: " + values);
        }
        bars.add(new Bar(label, List.copyOf(values), shown));
        return this;
    }

    String toHtml(Locale locale) {
        long most = 1;
        long least = 0;
        for (Bar bar : bars) {
            long sum = bar.values().stream().mapToLong(Long::longValue).sum();
            most = Math.max(most, sum);
            least = Math.min(least, sum);
        }
        // To both sides of 0 the longest bar of either side fills its half.
        boolean bothSides = least < 0;
        long scale = bothSides ? Math.max(most, -least) : most;
        int width = WIDTH - labelWidth - VALUE_WIDTH;
        int zero = bothSides ? labelWidth + width / 2 : labelWidth;
        int reach = bothSides ? width / 2 : width;
        int top = series.size() > 1 ? 30 : 6;
        int height = top + bars.size() * ROW + 6;

        StringBuilder out = new StringBuilder("<figure><figcaption>");
        String title = HtmlPage.escape(caption.in(locale));
        out.append(title)
                .append("</figcaption>\n<svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height);
        out.append("\" width=\"")
                .append(WIDTH)
                .append("\" role=\"img\" aria-label=\"")
                .append(title)
                .append("\">\n");
        if (series.size() > 1) {
            legend(out, locale);
        }
        for (int i = 0; i < bars.size(); i++) {
            bar(out, bars.get(i), top + i * ROW, zero, reach, scale, bothSides);
        }
        out.append("<line x1=\"")
                .append(zero)
                .append("\" x2=\"")
                .append(zero)
                .append("\" y1=\"")
                .append(top);
        out.append("\" y2=\"").append(height - 6).append("\" stroke=\"var(--soft)\"/>\n</svg></figure>\n");
        return out.toString();
    }

    private void legend(StringBuilder out, Locale locale) {
        int x = labelWidth;
        for (int i = 0; i < series.size(); i++) {
            String name = series.get(i).in(locale);
            rect(out, x, 6, 12, 12, COLOURS.get(i));
            text(out, x + 18, 17, "", name);
            x += 40 + 9 * name.length();
        }
    }

    private void bar(StringBuilder out, Bar bar, int y, int zero, int reach, long scale, boolean bothSides) {
        text(out, labelWidth - 8, y + 13, " text-anchor=\"end\"", bar.label());
        int end = zero;
        long sum = 0;
        for (int i = 0; i < bar.values().size(); i++) {
            long value = bar.values().get(i);
            if (value < 0) {
                int length = length(-value, reach, scale);
                rect(out, zero - length, y, length, BAR, "var(--less)");
                text(out, zero + 6, y + 13, " class=\"soft\"", bar.shown());
                return;
            }
            sum += value;
            int next = zero + length(sum, reach, scale);
            rect(out, end, y, next - end, BAR, bothSides ? "var(--more)" : COLOURS.get(i));
            end = next;
        }
        String anchor = bothSides ? " class=\"soft\" text-anchor=\"end\"" : " class=\"soft\"";
        text(out, bothSides ? zero - 6 : end + 6, y + 13, anchor, bar.shown());
    }

    private static int length(long value, int reach, long scale) {
        return BigInteger.valueOf(value)
                .multiply(BigInteger.valueOf(reach))
                .divide(BigInteger.valueOf(scale))
                .intValueExact();
    }

    private static void rect(StringBuilder out, int x, int y, int width, int height, String fill) {
        out.append("<rect x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" width=\"")
                .append(width);
        out.append("\" height=\"")
                .append(height)
                .append("\" fill=\"")
                .append(fill)
                .append("\"/>\n");
    }

    private static void text(StringBuilder out, int x, int y, String attributes, String text) {
        out.append("<text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append('"')
                .append(attributes)
                .append('>');
        out.append(HtmlPage.escape(text)).append("</text>\n");
    }
}
