package io.github.bmnkit.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.finding.Text;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlPageProperties {
    private static final Text TITLE = Text.of("เป้าหมาย", "Targets");

    @Property
    void noTextBreaksOutOfItsElement(@ForAll String text) throws Exception {
        String printable = text.codePoints()
                .filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF) && c != 0x7F)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        Document page = parse(new HtmlPage(Text.of(printable, printable), Locale.ROOT)
                .paragraph(Text.of("", printable))
                .table(new HtmlTable(TITLE, List.of(TITLE), 1).row(List.of(printable)))
                .chart(new BarChart(TITLE, List.of(TITLE)).bar(printable, List.of(1L), printable))
                .toHtml());
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo(printable);
        assertThat(page.getElementsByTagName("p").item(0).getTextContent()).isEqualTo(printable);
        assertThat(page.getElementsByTagName("td").item(0).getTextContent()).isEqualTo(printable);
        assertThat(page.getElementsByTagName("text").item(0).getTextContent()).isEqualTo(printable);
    }

    @Property
    void aLongerBarIsAGreaterValueAndNoBarLeavesThePicture(
            @ForAll @Size(min = 2, max = 20)
                    List<@LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) Long> values)
            throws Exception {
        BarChart chart = new BarChart(TITLE, List.of(TITLE));
        values.forEach(value -> chart.bar("x", List.of(value), "y"));
        NodeList rects =
                parse(new HtmlPage(TITLE, Text.THAI).chart(chart).toHtml()).getElementsByTagName("rect");
        assertThat(rects.getLength()).isEqualTo(values.size());
        for (int i = 0; i < values.size(); i++) {
            Element bar = (Element) rects.item(i);
            assertThat(number(bar, "x")).isGreaterThanOrEqualTo(240);
            assertThat(number(bar, "x") + number(bar, "width")).isLessThanOrEqualTo(900);
            for (int j = 0; j < i; j++) {
                if (Math.abs(values.get(i)) > Math.abs(values.get(j))) {
                    assertThat(number(bar, "width")).isGreaterThanOrEqualTo(number((Element) rects.item(j), "width"));
                }
            }
        }
    }

    @Example
    void aPageIsSelfContainedAndSaysItsLanguage() throws Exception {
        String html = new HtmlPage(TITLE, Text.THAI)
                .lead(TITLE)
                .section(TITLE)
                .note(TITLE)
                .figures(List.of(new HtmlPage.KeyFigure("13,169,180", Text.of("ครัวเรือน", "households"))))
                .table(new HtmlTable(TITLE, List.of(TITLE, TITLE), 1)
                        .row(List.of("ชัยภูมิ", "263,543"))
                        .total(List.of("รวม", "263,543")))
                .chart(new BarChart(TITLE, List.of(TITLE, TITLE)).bar("ชัยภูมิ", List.of(1L, 2L), "3"))
                .footer(TITLE)
                .toHtml();
        assertThat(html)
                .doesNotContain("http", "src=", "<script")
                .contains("ครัวเรือน")
                .doesNotContain("households");
        Document page = parse(html);
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("th");
        assertThat(page.getElementsByTagName("rect").getLength()).isEqualTo(4);
    }

    @Example
    void aRowOrBarOfTheWrongShapeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HtmlTable(TITLE, List.of(TITLE), 1).row(List.of("a", "b")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BarChart(TITLE, List.of(TITLE, TITLE)).bar("x", List.of(1L, -1L), "y"));
        assertThatIllegalArgumentException().isThrownBy(() -> new BarChart(TITLE, List.of()));
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    /** The pages are written so that an XML parser reads them too, but for two empty elements and the doctype. */
    private static Document parse(String html) throws Exception {
        String xml = html.replace("<!DOCTYPE html>\n", "").replaceAll("(<meta [^>]*)>", "$1/>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
