package io.github.bmnkit.html;

import io.github.bmnkit.finding.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An official paper of one sheet A4, to be printed, signed and filed: built from top to bottom, every text escaped. What is
 * too much for one sheet goes on on the next, with the heads of its tables; nothing is cut off.
 */
public final class HtmlPaper {
    // Fonts that a machine may have; their letters are brought to one size, so that a paper does not grow with the
    // font.
    private static final String STYLE = """
            * { box-sizing: border-box; }
            html { background: #e9edf0; }
            body { margin: 1rem auto; padding: 14mm 18mm; width: 210mm; min-height: 297mm; color: #000;
              background: #fff; font-size: 10.5pt; line-height: 1.5; font-size-adjust: .5;
              font-family: Sarabun, 'TH Sarabun New', Laksaman, 'Noto Sans Thai', 'Noto Sans', Loma, Tahoma, sans-serif; }
            h1 { font-size: 14pt; line-height: 1.4; margin: 0; text-align: center; }
            h2 { font-size: 10.5pt; margin: 3mm 0 1mm; }
            p { margin: 1.5mm 0; }
            .centre { text-align: center; margin: 0; }
            .marks { display: flex; gap: 3mm; margin: 0 0 3mm; }
            .mark { flex: 1; border: 2.5pt solid #000; padding: 1mm 3mm; margin: 0; text-align: center; font-size: 12pt;
              font-weight: 700; line-height: 1.35; }
            .text { text-indent: 12mm; }
            table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
            .scroll { margin: 1.5mm 0; }
            caption { text-align: left; font-weight: 600; padding: .5mm 0; }
            th, td { border: .5pt solid #555; padding: .2mm 1.5mm; text-align: left; vertical-align: top; }
            th { font-weight: 600; }
            td { white-space: nowrap; }
            td.n, th.n { text-align: right; }
            thead { display: table-header-group; }
            tfoot { display: table-row-group; }
            tfoot td { font-weight: 700; border-top: 1.5pt solid #000; }
            .roomy { font-size: 13pt; line-height: 1.7; }
            .roomy h1 { font-size: 17pt; }
            .roomy h2 { font-size: 13pt; }
            .roomy .rule { height: 9mm; }
            .roomy .signatures { margin: 12mm 0 8mm; gap: 6mm 8mm; }
            .roomy .many { font-size: 10.5pt; gap: 3mm 5mm; margin: 5mm 0 4mm; }
            .roomy .digest { font-size: 10pt; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 5mm; margin: 1mm 0 1mm 6mm; }
            dd { margin: 0; font-variant-numeric: tabular-nums; }
            .rule { border-bottom: .5pt dotted #000; height: 6mm; margin: 0; }
            .signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 2mm 8mm; margin: 4mm 0 2mm; padding: 0;
              list-style: none; text-align: center; line-height: 1.35; }
            .many { grid-template-columns: 1fr 1fr 1fr; gap: 1mm 5mm; font-size: 9pt; }
            .signatures li { break-inside: avoid; }
            .signatures span { display: block; }
            .signatures .line { border-bottom: .5pt dotted #000; height: 8mm; margin: 0 4mm 1mm; }
            .digest { font-family: 'Noto Sans Mono', 'DejaVu Sans Mono', Consolas, monospace; font-size: 8.5pt;
              font-size-adjust: none; line-height: 1.35; white-space: pre-line; word-spacing: .5em; text-align: center;
              margin: .5mm 0 1mm; }
            .small { font-size: 8pt; line-height: 1.35; margin: .7mm 0; }
            .end { border-top: .5pt solid #000; margin-top: 2mm; padding-top: 1mm; }
            .dense table { font-size: 9pt; line-height: 1.25; }
            .crowded { font-size: 9.5pt; line-height: 1.35; }
            .crowded table { font-size: 8pt; line-height: 1.22; }
            .crowded td { padding: 0 1.5mm; }
            .crowded h2 { font-size: 9.5pt; margin: 1.5mm 0 .5mm; }
            .crowded .mark { font-size: 10pt; padding: .5mm 2mm; }
            .crowded .rule { height: 5mm; }
            .crowded .digest { font-size: 8pt; white-space: normal; word-spacing: 0; }
            .crowded .signatures { margin: 2mm 0 1mm; gap: 1mm 5mm; font-size: 8.5pt; line-height: 1.25; }
            h2, caption { break-after: avoid; }
            tr, dl, .signatures, .digest, .end { break-inside: avoid; }
            @page { size: A4; margin: 12mm 18mm; }
            @media print { html { background: none; } body { margin: 0; padding: 0; width: auto; min-height: 0; } }
            """;

    private static final int DENSE = 12;
    private static final int CROWDED = 24;
    private static final int MANY = 4;

    private final Locale locale;
    private final String title;
    private final StringBuilder body = new StringBuilder();
    private final List<String> marks = new ArrayList<>();
    private int rows;

    /** Starts a paper; the title is that of the document, and stands nowhere on the sheet. */
    public HtmlPaper(Text title, Locale locale) {
        this.locale = locale;
        this.title = title.in(locale);
    }

    /** In a frame above all else: what the reader must know before the rest. */
    public HtmlPaper mark(Text text) {
        marks.add("<p class=\"mark\" role=\"note\">" + HtmlPage.escape(text.in(locale)) + "</p>\n");
        return this;
    }

    /** What the paper is, in the middle. */
    public HtmlPaper title(Text text) {
        return element("h1", "", text);
    }

    /** A line in the middle, under the title. */
    public HtmlPaper line(Text text) {
        return element("p", " class=\"centre\"", text);
    }

    public HtmlPaper heading(Text text) {
        return element("h2", "", text);
    }

    public HtmlPaper paragraph(Text text) {
        return element("p", " class=\"text\"", text);
    }

    /** Small print. */
    public HtmlPaper small(Text text) {
        return element("p", " class=\"small\"", text);
    }

    /** Small print at the end, under a line. */
    public HtmlPaper end(Text text) {
        return element("p", " class=\"small end\"", text);
    }

    /** Dotted lines to write on. */
    public HtmlPaper rules(int lines) {
        body.append("<p class=\"rule\"></p>\n".repeat(lines));
        return this;
    }

    /** A name and its value. */
    public record Entry(Text name, String value) {}

    /** Names and values, one under the other. */
    public HtmlPaper entries(List<Entry> entries) {
        body.append("<dl>\n");
        for (Entry entry : entries) {
            body.append("<dt>").append(HtmlPage.escape(entry.name().in(locale))).append("</dt><dd>");
            body.append(HtmlPage.escape(entry.value())).append("</dd>\n");
        }
        body.append("</dl>\n");
        return this;
    }

    /** A table; a paper with many rows is set smaller. */
    public HtmlPaper table(HtmlTable table) {
        rows += table.size();
        body.append(table.toHtml(locale));
        return this;
    }

    /** Lines to sign on, each with what stands under it. */
    public HtmlPaper signatures(List<List<Text>> signatures) {
        body.append("<ul class=\"signatures").append(signatures.size() > MANY ? " many" : "");
        body.append("\">\n");
        for (List<Text> signature : signatures) {
            body.append("<li><span class=\"line\"></span>");
            for (Text line : signature) {
                body.append("<span>").append(HtmlPage.escape(line.in(locale))).append("</span>");
            }
            body.append("</li>\n");
        }
        body.append("</ul>\n");
        return this;
    }

    /** A digest in groups, for a person to compare. */
    public HtmlPaper digest(String groups) {
        body.append("<p class=\"digest\">").append(HtmlPage.escape(groups)).append("</p>\n");
        return this;
    }

    private HtmlPaper element(String name, String attributes, Text text) {
        body.append('<').append(name).append(attributes).append('>');
        body.append(HtmlPage.escape(text.in(locale)));
        body.append("</").append(name).append(">\n");
        return this;
    }

    /** Returns the whole document; a paper without tables is set larger. */
    public String toHtml() {
        String setting = rows == 0 ? "roomy" : rows > CROWDED ? "crowded" : rows > DENSE ? "dense" : "plain";
        String marked = marks.isEmpty() ? "" : "<div class=\"marks\">\n" + String.join("", marks) + "</div>\n";
        String main = "<main class=\"" + setting + "\">\n" + marked + body + "</main>\n";
        return HtmlPage.document(title, STYLE, main, locale);
    }
}
