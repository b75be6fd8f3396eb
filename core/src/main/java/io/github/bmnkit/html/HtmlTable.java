package io.github.bmnkit.html;

import io.github.bmnkit.finding.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table: some columns of text, then columns of figures. */
public final class HtmlTable {
    private final Text caption;
    private final List<Text> header;
    private final int textColumns;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> total = List.of();

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

    /** The last row, which sums up. */
    public HtmlTable total(List<String> cells) {
        total = checked(cells);
        return this;
    }

    private List<String> checked(List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(
                    "a row of " + cells.size() + " cells under " + header.size() + " columns");
        }
        return List.copyOf(cells);
    }

    String toHtml(Locale locale) {
        StringBuilder out = new StringBuilder("<div class=\"scroll\"><table>\n<caption>");
        out.append(HtmlPage.escape(caption.in(locale))).append("</caption>\n<thead>");
        row(out, "th", header.stream().map(text -> text.in(locale)).toList(), " scope=\"col\"");
        out.append("</thead>\n<tbody>\n");
        rows.forEach(cells -> row(out, "td", cells, ""));
        out.append("</tbody>\n");
        if (!total.isEmpty()) {
            out.append("<tfoot>");
            row(out, "td", total, "");
            out.append("</tfoot>\n");
        }
        return out.append("</table></div>\n").toString();
    }

    private void row(StringBuilder out, String element, List<String> cells, String attributes) {
        out.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            out.append('<').append(element).append(attributes).append(i < textColumns ? "" : " class=\"n\"");
            out.append('>')
                    .append(HtmlPage.escape(cells.get(i)))
                    .append("</")
                    .append(element)
                    .append('>');
        }
        out.append("</tr>\n");
    }
}
