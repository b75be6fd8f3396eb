package io.github.bmnkit.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.certification.Ledger;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReleaseLogTest {
    private static final String FIELDS = "{\"question\": \"phone\", \"keyed\": true}";

    private final ReleasedData data = Village.release(
                    Village.read(Village.json("HOUSEHOLD", FIELDS, 2, "RECORDS", 20, ""))
                            .value(),
                    Village.people(60, new Random(1)))
            .value();
    private final List<ReleaseLog.Entry> entries = entries();

    static ReleaseRecord record(ReleasedData data) {
        return data.record(ActorId.of("officer-7"), Instant.parse("2026-11-28T04:00:00Z"), Ledger.Head.EMPTY);
    }

    private List<ReleaseLog.Entry> entries() {
        List<ReleaseLog.Entry> all = new ArrayList<>();
        Ledger.Head head = Ledger.Head.EMPTY;
        for (int i = 0; i < 3; i++) {
            ReleaseLog.Entry entry = ReleaseLog.append(head, record(data));
            all.add(entry);
            head = entry.head();
        }
        return all;
    }

    private String file() {
        StringBuilder lines = new StringBuilder();
        entries.forEach(entry -> lines.append(entry.toJson()).append('\n'));
        return lines.toString();
    }

    private static Reading<Ledger.Head> verify(String file, Ledger.Head... anchors) {
        return ReleaseLog.verify(new ByteArrayInputStream(file.getBytes(UTF_8)), List.of(anchors));
    }

    private static FindingCode code(Reading<?> reading) {
        return reading.findings().get(0).code();
    }

    @Test
    void whatWasAppendedIsVerified() {
        Ledger.Head head = entries.get(2).head();
        assertThat(verify(file(), entries.get(0).head(), head).value()).isEqualTo(head);
        assertThat(verify("").value()).isEqualTo(Ledger.Head.EMPTY);
        assertThat(ReleaseLog.parse(entries.get(1).toJson()).value()).isEqualTo(entries.get(1));
    }

    @Test
    void theEntrySaysWhoGotWhatForWhichPurpose() {
        ReleaseRecord release = entries.get(0).release();
        assertThat(release.recipient()).isEqualTo("P-1");
        assertThat(release.purpose()).isEqualTo("STUDY");
        assertThat(release.legalBasis()).isEqualTo("B-1");
        assertThat(release.questions()).containsExactly("phone");
        assertThat(release.records()).isEqualTo(data.records());
        assertThat(release.digest()).isEqualTo(data.digest());
        assertThat(release.offered()).isEqualTo(60);
    }

    /** Every byte: changed, the file is refused, or the head is another one than was anchored. */
    @Test
    void everyChangeOfAByteIsFound() {
        byte[] bytes = file().getBytes(UTF_8);
        Ledger.Head head = entries.get(2).head();
        for (int i = 0; i < bytes.length; i += 7) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            Reading<Ledger.Head> reading = ReleaseLog.verify(new ByteArrayInputStream(changed), List.of(head));
            assertThat(reading.optional()).as("byte " + i).isEmpty();
        }
    }

    @Test
    void entriesLeftOutSwappedAddedOrCutOffAreFound() {
        Ledger.Head head = entries.get(2).head();
        String a = entries.get(0).toJson() + "\n";
        String b = entries.get(1).toJson() + "\n";
        String c = entries.get(2).toJson() + "\n";
        assertThat(code(verify(a + c))).isEqualTo(ReleaseFinding.LOG_CHAIN);
        assertThat(code(verify(b + a + c))).isEqualTo(ReleaseFinding.LOG_CHAIN);
        assertThat(code(verify(a + b, head))).isEqualTo(ReleaseFinding.LOG_ANCHOR);
        assertThat(code(verify(a + b + c, entries.get(1).head()))).isEqualTo(ReleaseFinding.LOG_ANCHOR);
        assertThat(code(verify(a + b.replace("\n", " \n")))).isEqualTo(ReleaseFinding.LOG_LINE);
        assertThat(code(verify(a + "x"))).isEqualTo(ReleaseFinding.LOG_LINE);
        assertThat(verify(a + b).value()).isEqualTo(entries.get(1).head());
    }
}
