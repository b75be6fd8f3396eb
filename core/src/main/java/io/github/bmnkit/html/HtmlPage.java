package io.github.bmnkit.html;

import io.github.bmnkit.finding.Text;
import java.util.List;
import java.util.Locale;

/** A page in one language, built from top to bottom. Every text is escaped. */
public final class HtmlPage {
    // Sarabun first: the font of Thai official papers. All names are of fonts that a machine may have installed.
    private static final String STYLE = """
            :root { --ink: #1c2733; --soft: #5a6876; --line: #d8dee4; --paper: #fff; --wash: #f3f6f8;
              --a: #1b6b83; --b: #e0a03b; --less: #b5533c; --more: #1b6b83; }
            * { box-sizing: border-box; }
            body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 62rem; color: var(--ink);
              background: var(--paper); line-height: 1.6;
              font-family: Sarabun, 'TH Sarabun New', 'Noto Sans Thai', 'Noto Sans', Tahoma, sans-serif; }
            h1 { font-size: 1.75rem; line-height: 1.35; margin: 0 0 .25rem; }
            h2 { font-size: 1.25rem; margin: 2.75rem 0 .5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
            p { margin: .4rem 0; max-width: 46rem; }
            .lead { color: var(--soft); }
            .note { border-left: 4px solid var(--b); background: var(--wash); padding: .5rem .9rem; margin: .8rem 0;
              max-width: 46rem; }
            .figures { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; padding: 0; list-style: none; }
            .figures li { background: var(--wash); border-radius: .4rem; padding: .6rem 1rem; min-width: 10rem; }
            .figures b { display: block; font-size: 1.5rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
            .figures span { color: var(--soft); font-size: .9rem; }
            .scroll { overflow-x: auto; margin: .8rem 0; }
            table { border-collapse: collapse; font-size: .95rem; font-variant-numeric: tabular-nums; }
            caption { text-align: left; color: var(--soft); padding: .2rem 0; }
            th, td { padding: .25rem .8rem .25rem 0; text-align: left; vertical-align: top;
              border-bottom: 1px solid var(--line); }
            th { font-weight: 600; white-space: nowrap; }
            td.n, th.n { text-align: right; white-space: nowrap; }
            tfoot td { font-weight: 600; border-bottom: 0; }
            figure { margin: 1rem 0; }
            figcaption { color: var(--soft); font-size: .95rem; margin-bottom: .3rem; }
            svg { max-width: 100%; height: auto; font-family: inherit; }
            svg text { fill: var(--ink); font-size: 13px; }
            svg .soft { fill: var(--soft); }
            .sheet { overflow: visible; }
            .sheet table { width: 100%; border: 1px solid var(--ink); }
            .sheet th, .sheet td { border: 1px solid var(--soft); padding: .25rem .5rem; height: 2.1rem;
              vertical-align: middle; }
            .sheet th { background: var(--wash); }
            .sheet .running th { background: none; font-size: 1.05rem; white-space: normal; }
            .sheet .gap td { border-top: 4px solid var(--ink); }
            .sheet thead tr:last-child th:nth-last-child(2) { width: 15%; }
            .sheet thead tr:last-child th:last-child { width: 28%; }
            .box { display: inline-block; width: 1.15rem; height: 1.15rem; border: 1.5px solid var(--ink);
              position: relative; vertical-align: middle; }
            .ticked::after { content: ''; position: absolute; left: .35rem; top: .05rem; width: .3rem; height: .65rem;
              border: solid var(--ink); border-width: 0 2px 2px 0; transform: rotate(45deg); }
            footer { margin-top: 3rem; color: var(--soft); font-size: .9rem; }
            @page { size: A4; margin: 14mm 12mm; @bottom-right { content: counter(page) " / " counter(pages);
              font-size: 9pt; color: #5a6876; } }
            @media print { body { padding: 0; max-width: none; } h2, tr, li { break-inside: avoid; }
              h2 { break-after: avoid; } }
            @media print { html { font-size: 11px; } h2 { margin-top: 1.5rem; } figure { break-inside: avoid; }
              caption, figcaption { break-after: avoid; } .figures li { min-width: 8rem; } }
            """;

    private final Locale locale;
    private final StringBuilder body = new StringBuilder();
    private final String title;

    /** Starts a page with its title, which is also its first heading. */
    public HtmlPage(Text title, Locale locale) {
        this.locale = locale;
        this.title = title.in(locale);
        element("h1", "", this.title);
    }

    /** A grey line under the title. */
    public HtmlPage lead(Text text) {
        return element("p", " class=\"lead\"", text.in(locale));
    }

    public HtmlPage section(Text heading) {
        return element("h2", "", heading.in(locale));
    }

    public HtmlPage paragraph(Text text) {
        return element("p", "", text.in(locale));
    }

    /** A paragraph that must not be overlooked. */
    public HtmlPage note(Text text) {
        return element("p", " class=\"note\" role=\"note\"", text.in(locale));
    }

    public HtmlPage footer(Text text) {
        return element("footer", "", text.in(locale));
    }

    /** A figure that stands out, with what it counts. */
    public record KeyFigure(String figure, Text label) {}

    /** Figures that stand out, in a row. */
    public HtmlPage figures(List<KeyFigure> figures) {
        body.append("<ul class=\"figures\">");
        for (KeyFigure each : figures) {
            body.append("<li><b>").append(escape(each.figure())).append("</b><span>");
            body.append(escape(each.label().in(locale))).append("</span></li>");
        }
        body.append("</ul>\n");
        return this;
    }

    public HtmlPage table(HtmlTable table) {
        body.append(table.toHtml(locale));
        return this;
    }

    public HtmlPage chart(BarChart chart) {
        body.append(chart.toHtml(locale));
        return this;
    }

    private HtmlPage element(String name, String attributes, String text) {
        body.append('<').append(name).append(attributes).append('>').append(escape(text));
        body.append("</").append(name).append(">\n");
        return this;
    }

    /** Returns the whole document. */
    public String toHtml() {
        return document(title, STYLE, body, locale);
    }

    static String document(String title, String style, CharSequence body, Locale locale) {
        return "<!DOCTYPE html>\n<html lang=\"" + Text.of("th", "en").in(locale) + "\">\n<head>\n"
                + "<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>" + escape(title) + "</title>\n<style>\n" + style + "</style>\n</head>\n<body>\n" + body
                + "</body>\n</html>\n";
    }

    /** Makes a text safe between tags and in quoted attributes. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
