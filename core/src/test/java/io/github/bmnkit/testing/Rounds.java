package io.github.bmnkit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.round.SurveyRound;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rounds that were made up for tests. */
public final class Rounds {
    private Rounds() {}

    /** A round of two periods with these targets; provinces are in the inspection regions of {@link Registers}. */
    public static SurveyRound of(Map<ProvinceCode, long[]> targets) {
        String regions = targets.keySet().stream()
                .map(Registers::region)
                .distinct()
                .sorted()
                .map(region -> region(region, targets))
                .collect(Collectors.joining(",\n"));
        String name = "{\"th\": \"ทดสอบ\", \"en\": \"test\"}";
        String json = "{\"id\": \"test\", \"year\": 2570, \"status\": \"DRAFT\", \"title\": " + name + ", \"sources\": "
                + "[{\"key\": \"s\", \"office\": " + name + ", \"date\": \"2026-01-01\", \"title\": " + name + "}],"
                + "\"window\": {\"source\": \"s\", \"from\": \"2026-11\", \"to\": \"2027-04\"},"
                + "\"periods\": [{\"id\": \"p1\", \"name\": " + name + "}, {\"id\": \"p2\", \"name\": " + name + "}],"
                + "\"householdsPerVolunteer\": {\"source\": \"s\", \"ratio\": 40},"
                + "\"papers\": {\"source\": \"s\", \"byLevel\": []},"
                + "\"targets\": {\"source\": \"s\", \"country\": {" + figures(targets.values()) + "}, \"regions\": ["
                + regions + "]}}";
        return SurveyRound.read(new ByteArrayInputStream(json.getBytes(UTF_8))).value();
    }

    private static String region(int region, Map<ProvinceCode, long[]> targets) {
        List<ProvinceCode> provinces = targets.keySet().stream()
                .filter(province -> Registers.region(province) == region)
                .toList();
        String rows = provinces.stream()
                .map(province ->
                        "{\"province\": \"" + province + "\", " + figures(List.of(targets.get(province))) + "}")
                .collect(Collectors.joining(",\n"));
        return "{\"number\": " + region + ", \"name\": {\"th\": \"เขต\", \"en\": \"region\"}, "
                + figures(provinces.stream().map(targets::get).toList()) + ", \"provinces\": [" + rows + "]}";
    }

    private static String figures(Collection<long[]> pairs) {
        long first = pairs.stream().mapToLong(pair -> pair[0]).sum();
        long second = pairs.stream().mapToLong(pair -> pair[1]).sum();
        return "\"households\": [" + first + ", " + second + "], \"total\": " + (first + second);
    }
}
