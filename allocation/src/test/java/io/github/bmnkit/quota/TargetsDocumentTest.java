package io.github.bmnkit.quota;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.round.Period;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@code docs/targets.md} shows is what happens. */
class TargetsDocumentTest {
    private final AreaRegister register = Villages.register("36010101 100", "36010102 60");
    private final QuotaPlan plan = Villages.plan(register, 40, 40);
    private final VillageCode village = VillageCode.of("36010101");

    @Test
    void aPlanIsConfirmed() {
        List<TargetReply> replies = new ArrayList<>();
        Instant now = Instant.parse("2026-11-10T03:00:00Z");
        for (AreaCode area : plan.areas()) {
            if (area.level() == AreaLevel.PROVINCE || area.level() == AreaLevel.DISTRICT) {
                replies.add(new TargetReply.Confirmed(area, plan.target(area), ActorId.of("office"), now));
            }
        }

        Confirmation confirmation = Confirmation.of(plan, register, Confirmation.PROVINCES_AND_DISTRICTS, replies)
                .value();
        String table = confirmation.toCsv();
        Reading<ConfirmedPlan> confirmed = confirmation.confirmed();

        assertThat(table.lines()).last().isEqualTo("DISTRICT,3601,80,160,80,80,0,CONFIRMED");
        assertThat(confirmed.value().plan().target(village)).isEqualTo(50);
    }

    @Test
    void aListIsChosenWrittenAndRead() throws IOException {
        List<HouseholdId> route =
                IntStream.range(0, 100).mapToObj(i -> HouseholdId.of("H-" + i)).toList();
        Function<HouseholdId, Optional<VillageCode>> households = any -> Optional.of(village);
        Map<VillageCode, Reading<TargetList>> lists = new HashMap<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        TargetList chosen = TargetList.along(plan, village, route, TargetList.Rule.EVENLY_ALONG_ROUTE)
                .value();
        TargetLists.writeCsv(List.of(chosen).iterator(), out);
        InputStream in = new ByteArrayInputStream(out.toByteArray());
        List<Finding> rest = TargetLists.of(plan, households).readCsv(in, (each, list) -> lists.put(each, list));

        assertThat(lists.get(village)).isEqualTo(Reading.of(chosen));
        assertThat(rest).extracting(Finding::code).containsExactly(TargetFinding.LIST_MISSING);
    }

    @Test
    void aVillageDivides() {
        AreaRegister february = Villages.register("36010101 70", "36010102 60", "36010103 30");
        VillageCode part = VillageCode.of("36010103");
        Period first = plan.periods().get(0);

        Reading<Reallocation> change = Reallocation.of(plan, register, february, Method.WEBSTER)
                .change(new VillageChange.Split(village, List.of(village, part)))
                .closed(first)
                .done(village, first, 20)
                .within(Reallocation.Scope.SIBLINGS);
        String sideBySide = change.value().toCsv();

        assertThat(change.value().plan().target(village, first)).isEqualTo(20);
        assertThat(change.value().plan().target(part)).isEqualTo(15);
        assertThat(sideBySide).contains("VILLAGE,36010103,SPLIT");
    }

    @Test
    void theDocumentationShowsTheseLines() throws IOException {
        String docs = Files.readString(Path.of("../docs/targets.md"), UTF_8);
        String source = Files.readString(
                        Path.of("src/test/java/io/github/bmnkit/quota/TargetsDocumentTest.java"), UTF_8)
                .replaceAll("\\s", "");
        Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(docs);
        int blocks = 0;
        while (block.find()) {
            blocks++;
            for (String statement : block.group(1).split(";\n")) {
                assertThat(source).contains(statement.replaceAll("\\s", ""));
            }
        }
        assertThat(blocks).isEqualTo(3);
    }
}
