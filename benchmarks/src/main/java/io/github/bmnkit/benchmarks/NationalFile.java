package io.github.bmnkit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.examples.synthetic.CleanHousehold;
import io.github.bmnkit.examples.synthetic.CleanHouseholds;
import io.github.bmnkit.examples.synthetic.HostCodes;
import io.github.bmnkit.examples.synthetic.NationalIds;
import io.github.bmnkit.examples.synthetic.PlantedFault;
import io.github.bmnkit.examples.synthetic.PlantedFaults;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.HouseholdResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of made-up households from all over the country, one in a line. So that making it up takes little time, there are
 * only {@value #DISTINCT} sets of answers, every 25th with a fault; each line has its own household id, village, house
 * code, place and national IDs, but for every 1,000th household, whose head is listed in the one before, too.
 */
final class NationalFile {
    static final int DISTINCT = 20_000;
    private static final int FAULTY = 25;
    private static final int LISTED_TWICE = 1_000;
    private static final String DRAFT_VILLAGE = "36010101";

    /** What differs from line to line; what a fault has made otherwise is left as it is. */
    private static final Pattern SLOT = Pattern.compile("\"household\":\"(?<household>draft)\""
            + "|\"hid\":\"(?<hid>3601[0-9]{7})\""
            + "|\"province_code\":\"(?<province>36)\""
            + "|\"amphur_code\":\"(?<district>3601)\""
            + "|\"tumbon_code\":\"(?<tambon>360101)\""
            + "|\"community_code\":\"(?<village>36010101)\""
            + "|\"moo\":(?<moo>1),"
            + "|\"gps_lat\":[0-9]+[.][0-9](?<lat>[0-9]{4})[0-9]"
            + "|\"gps_lon\":[0-9]+[.][0-9](?<lon>[0-9]{4})[0-9]"
            + "|\"id_card\":\"(?<person>[0-9]{13})\"");

    private static final List<String> SLOTS =
            List.of("household", "hid", "province", "district", "tambon", "village", "moo", "lat", "lon", "person");

    /** A line in parts: after each text but the last stands what is put into the slot. */
    private record Draft(List<byte[]> texts, List<String> slots) {}

    private final List<Draft> drafts = new ArrayList<>();
    private final List<String> villages;

    NationalFile() {
        villages = new String(MadeUpRegister.csv(), UTF_8)
                .lines()
                .skip(1)
                .map(row -> row.substring(0, 8))
                .toList();
        Questionnaire form = HostCodes.form();
        List<PlantedFault> faults = PlantedFaults.all();
        int next = 0;
        for (int seed = 0; seed < DISTINCT; seed++) {
            CleanHousehold clean = CleanHouseholds.household(
                    form, seed, HouseholdId.of("draft"), form.lastRound(), VillageCode.of(DRAFT_VILLAGE));
            Optional<HouseholdResponse> faulty = Optional.empty();
            while (seed % FAULTY == 0 && faulty.isEmpty()) {
                next += 7;
                faulty = faults.get(next % faults.size()).in(clean);
            }
            drafts.add(draft(faulty.orElse(clean.response()).toJson() + "\n"));
        }
    }

    private static Draft draft(String line) {
        List<byte[]> texts = new ArrayList<>();
        List<String> slots = new ArrayList<>();
        int done = 0;
        Matcher matcher = SLOT.matcher(line);
        while (matcher.find()) {
            String slot = SLOTS.stream()
                    .filter(name -> matcher.group(name) != null)
                    .findFirst()
                    .orElseThrow();
            texts.add(line.substring(done, matcher.start(slot)).getBytes(UTF_8));
            slots.add(slot);
            done = matcher.end(slot);
        }
        texts.add(line.substring(done).getBytes(UTF_8));
        return new Draft(texts, slots);
    }

    void write(Path file, long households) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (long i = 0; i < households; i++) {
                Draft draft = drafts.get((int) (i % DISTINCT));
                String village = villages.get((int) (i * villages.size() / households));
                int person = 0;
                for (int k = 0; k < draft.slots().size(); k++) {
                    out.write(draft.texts().get(k));
                    String slot = draft.slots().get(k);
                    out.write(filled(slot, i, village, person).getBytes(UTF_8));
                    person += slot.equals("person") ? 1 : 0;
                }
                out.write(draft.texts().get(draft.texts().size() - 1));
            }
        }
    }

    private static String filled(String slot, long household, String village, int person) {
        return switch (slot) {
            case "household" -> village + "-" + household;
            case "hid" -> village.substring(0, 4) + digits(household % 10_000_000, 7);
            case "province" -> village.substring(0, 2);
            case "district" -> village.substring(0, 4);
            case "tambon" -> village.substring(0, 6);
            case "village" -> village;
            case "moo" -> Integer.toString(Integer.parseInt(village.substring(6)));
            case "lat" -> digits(household % 10_000, 4);
            case "lon" -> digits(household / 10_000 % 10_000, 4);
            default -> {
                boolean twice = person == 0 && household % LISTED_TWICE == 1;
                yield NationalIds.of((twice ? household - 1 : household) * 100 + person)
                        .digits();
            }
        };
    }

    private static String digits(long number, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "d", number);
    }
}
