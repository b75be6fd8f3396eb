package io.github.bmnkit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.round.TargetTable;
import java.io.ByteArrayInputStream;
import java.util.SplittableRandom;

/**
 * A register of the country's size, made up but for its provinces and their inspection regions: the 76 provinces of the
 * round of B.E. 2569, each with as many districts, tambons and villages as every other. In each province about a fifth
 * more households are registered than its official target, so that the target can be met.
 */
final class MadeUpRegister {
    static final int DISTRICTS = 12;
    static final int TAMBONS = 8;
    static final int VILLAGES = 11;
    static final int VILLAGES_PER_PROVINCE = DISTRICTS * TAMBONS * VILLAGES;

    private static final String HEADER =
            "village_code,village_name,tambon_code,tambon_name,district_code,district_name,"
                    + "province_code,local_authority_code,local_authority_name,local_authority_kind,households,inspection_region\n";

    private MadeUpRegister() {}

    /** Returns the register as a CSV file: a header and 80,256 rows, the same on every call. */
    static byte[] csv() {
        TargetTable targets = SurveyRounds.bmn2569().targets();
        SplittableRandom random = new SplittableRandom(2569);
        StringBuilder csv = new StringBuilder(HEADER);
        for (ProvinceCode province : targets.provinces()) {
            int[] households = households(targets.households(province), random);
            int region = targets.region(province).number();
            for (int i = 0; i < households.length; i++) {
                row(csv, province, i, households[i], region);
            }
        }
        return csv.toString().getBytes(UTF_8);
    }

    static AreaRegister read(byte[] csv) {
        return AreaRegister.readCsv(new ByteArrayInputStream(csv)).value();
    }

    /** Villages of very different size, together at least 1.2 times the target. */
    private static int[] households(long target, SplittableRandom random) {
        int[] sizes = random.ints(VILLAGES_PER_PROVINCE, 20, 420).toArray();
        long sum = 0;
        for (int size : sizes) {
            sum += size;
        }
        int[] households = new int[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            households[i] = Math.toIntExact((sizes[i] * target * 6 + 5 * sum - 1) / (5 * sum));
        }
        return households;
    }

    private static void row(StringBuilder csv, ProvinceCode province, int index, int households, int region) {
        int district = province.number() * 100 + 1 + index / (TAMBONS * VILLAGES);
        int tambon = district * 100 + 1 + index / VILLAGES % TAMBONS;
        int village = tambon * 100 + 1 + index % VILLAGES;
        csv.append(village).append(",บ้านสมมุติ ").append(village);
        csv.append(',').append(tambon).append(",ตำบลสมมุติ ").append(tambon);
        csv.append(',').append(district).append(",อำเภอสมมุติ ").append(district);
        csv.append(',').append(province);
        csv.append(",A").append(tambon).append(",องค์กรสมมุติ ").append(tambon).append(",อบต.,");
        csv.append(households).append(',').append(region).append('\n');
    }
}
