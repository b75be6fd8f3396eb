package io.github.bmnkit.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ResponseLinesTest {
    private static final Questionnaire FORM = Questionnaires.bmn2560();

    private static String line(String id) {
        return HouseholdResponse.builder(FORM, HouseholdId.of(id), 2563)
                .answer(AnswerPath.of("road"), Value.text("ถนน"))
                .build()
                .toJson();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static List<String> found(InputStream in, ResponseLimits limits) {
        List<String> found = new ArrayList<>();
        ResponseLines.of(FORM, limits).read(in, (line, reading) -> {
            reading.optional()
                    .ifPresent(response -> found.add(response.household().value()));
            for (Finding finding : reading.findings()) {
                found.add(finding.code().id() + "@" + finding.place().line().getAsInt() + "/"
                        + finding.place().offset().getAsLong());
            }
        });
        return found;
    }

    private static List<String> found(String text) {
        return found(stream(text), ResponseLimits.DEFAULT);
    }

    @Test
    void badLinesAreFoundWithTheirPlaceInTheStreamAndTheNextOnesRead() {
        String first = line("H-1") + "\n";
        int offset = first.getBytes(UTF_8).length;
        assertThat(found(first + "{\"form\":}\r\n" + line("H-2")))
                .containsExactly("H-1", "json.malformed@2/" + (offset + 8), "H-2");
    }

    @Test
    void aMarkBlankLinesAndEveryLineEndArePassedOver() {
        assertThat(found("\uFEFF" + line("H-1") + "\r\n\n  \t\r\n" + line("H-2") + "\n\r\n"))
                .containsExactly("H-1", "H-2");
        assertThat(found("\uFEFF\n")).isEmpty();
        assertThat(found("")).isEmpty();
    }

    @Test
    void aLineBeyondTheLimitIsSkippedToItsEndAndOneAtTheLimitIsRead() {
        String line = line("H-1");
        int bytes = line.getBytes(UTF_8).length;
        ResponseLimits exact = new ResponseLimits(bytes, 16, 10_000, 200);
        assertThat(found(stream(line + "\r\n" + line + " \n" + "x".repeat(300_000) + "\n" + line), exact))
                .containsExactly(
                        "H-1", "document.too-large@2/" + (bytes + 2), "document.too-large@3/" + (2 * bytes + 4), "H-1");
    }

    @Test
    void aLimitBeyondEveryArrayIsNoMistake() {
        ResponseLimits most = new ResponseLimits(Integer.MAX_VALUE, 16, 10_000, 200);
        assertThat(found(stream(line("H-1") + "\n"), most)).containsExactly("H-1");
    }

    @Test
    void aStreamThatBreaksOffIsFoundAfterItsGoodLines() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("lost");
            }
        };
        String first = line("H-1") + "\n";
        assertThat(found(new SequenceInputStream(stream(first + "{\"form"), broken), ResponseLimits.DEFAULT))
                .containsExactly("H-1", "document.unreadable@2/" + first.getBytes(UTF_8).length);
    }

    @Test
    void linesSplitOffCanBeReadInAnyOrderByAnyone() {
        Iterator<ResponseLine> lines =
                ResponseLines.split(stream(line("H-1") + "\n" + line("H-2")), ResponseLimits.DEFAULT);
        ResponseLine first = lines.next();
        ResponseLine second = lines.next();
        assertThat(lines.hasNext()).isFalse();
        assertThatThrownBy(lines::next).isInstanceOf(NoSuchElementException.class);
        Reading<HouseholdResponse> last = ResponseLines.of(FORM).read(second);
        assertThat(last.value().household()).isEqualTo(HouseholdId.of("H-2"));
        assertThat(ResponseLines.of(FORM).read(first).value().household()).isEqualTo(HouseholdId.of("H-1"));
        assertThat(first.size()).isEqualTo(line("H-1").getBytes(UTF_8).length);
        assertThat(second.toString())
                .isEqualTo("ResponseLine[2, offset=" + (first.size() + 1) + ", size=" + first.size() + "]");
    }
}
