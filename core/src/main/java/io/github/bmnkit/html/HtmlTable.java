package io.github.bmnkit.html;

import io.github.bmnkit.finding.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table: some columns of text, then columns of figures. */
public final class HtmlTable {
    /** A cell with an empty box to tick. */
    public static final String BOX = "\u2610";

    /** A cell with a box that is ticked. */
    public static final String TICKED = "\u2611";

    private final Text caption;
    private final List<Text> header;
    private final int textColumns;
    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> gaps = new HashSet<>();
    private List<String> total = List.of();
    private @Nullable Text running;

    /** Starts a table; the columns after the first {@code textColumns} hold figures and are set to the right. */
    public HtmlTable(Text caption, List<Text> header, int textColumns) {
        this.caption = caption;
        this.header = List.copyOf(header);
        this.textColumns = textColumns;
    }

    public HtmlTable row(List<String> cells) {
        rows.add(checked(cells));
        return this;
    }

    /**
     * Makes it a sheet to print and write on: as wide as the paper, with lines and room for a hand, most of it in the last
     * two columns. The heading comes again on every page, so that a sheet that gets lost finds its way back.
     */
    public HtmlTable sheet(Text heading) {
        running = heading;
        return this;
    }

    /** Sets the next row apart from the last by a thick line. */
    public HtmlTable gap() {
        gaps.add(rows.size());
        return this;
    }

    /** The last row, which sums up. */
    public HtmlTable total(List<String> cells) {
        total = checked(cells);
        return this;
    }

    int size() {
        return rows.size();
    }

    private List<String> checked(List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(
                    "a row of " + cells.size() + " cells under " + header.size() + " columns");
        }
        return List.copyOf(cells);
    }

    String toHtml(Locale locale) {
        StringBuilder out = new StringBuilder("<div class=\"scroll").append(running == null ? "" : " sheet");
        out.append("\"><table>\n");
        String text = caption.in(locale);
        if (!text.isEmpty()) {
            out.append("<caption>").append(HtmlPage.escape(text)).append("</caption>\n");
        }
        out.append("<thead>");
        if (running != null) {
            out.append("<tr class=\"running\"><th colspan=\"")
                    .append(header.size())
                    .append("\">");
            out.append(HtmlPage.escape(running.in(locale))).append("</th></tr>\n");
        }
        out.append("<tr>");
        row(out, "th", header.stream().map(name -> name.in(locale)).toList(), " scope=\"col\"");
        out.append("</thead>\n<tbody>\n");
        for (int i = 0; i < rows.size(); i++) {
            out.append(gaps.contains(i) ? "<tr class=\"gap\">" : "<tr>");
            row(out, "td", rows.get(i), "");
        }
        out.append("</tbody>\n");
        if (!total.isEmpty()) {
            out.append("<tfoot><tr>");
            row(out, "td", total, "");
            out.append("</tfoot>\n");
        }
        return out.append("</table></div>\n").toString();
    }

    private void row(StringBuilder out, String element, List<String> cells, String attributes) {
        for (int i = 0; i < cells.size(); i++) {
            out.append('<').append(element).append(attributes).append(i < textColumns ? "" : " class=\"n\"");
            out.append('>')
                    .append(cell(cells.get(i)))
                    .append("</")
                    .append(element)
                    .append('>');
        }
        out.append("</tr>\n");
    }

    /** The boxes are drawn, because not every font for Thai has them. */
    private static String cell(String text) {
        return switch (text) {
            case BOX -> "<span class=\"box\" role=\"img\" aria-label=\"" + BOX + "\"></span>";
            case TICKED -> "<span class=\"box ticked\" role=\"img\" aria-label=\"" + TICKED + "\"></span>";
            default -> HtmlPage.escape(text);
        };
    }
}
