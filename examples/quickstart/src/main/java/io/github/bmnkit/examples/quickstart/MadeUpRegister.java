package io.github.bmnkit.examples.quickstart;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A register of areas for Chaiyaphum (ชัยภูมิ). The 16 districts and the number of tambons are real; tambons, villages,
 * local authorities and households are made up, the same at every run, and their names say so.
 */
final class MadeUpRegister {
    private static final List<String> DISTRICTS = List.of(
            "เมืองชัยภูมิ",
            "บ้านเขว้า",
            "คอนสวรรค์",
            "เกษตรสมบูรณ์",
            "หนองบัวแดง",
            "จัตุรัส",
            "บำเหน็จณรงค์",
            "หนองบัวระเหว",
            "เทพสถิต",
            "ภูเขียว",
            "บ้านแท่น",
            "แก้งคร้อ",
            "คอนสาร",
            "ภักดีชุมพล",
            "เนินสง่า",
            "ซับใหญ่");
    private static final int TAMBONS = 124;
    private static final String HEADER =
            "village_code,village_name,tambon_code,tambon_name,district_code,district_name,"
                    + "province_code,local_authority_code,local_authority_name,local_authority_kind,households,inspection_region";

    private final StringBuilder csv = new StringBuilder(HEADER).append("\r\n");
    private final SplittableRandom random = new SplittableRandom(2569);

    private MadeUpRegister() {}

    static String csv() {
        MadeUpRegister register = new MadeUpRegister();
        for (int d = 0; d < DISTRICTS.size(); d++) {
            int tambons = TAMBONS / DISTRICTS.size() + (d < TAMBONS % DISTRICTS.size() ? 1 : 0);
            for (int t = 1; t <= tambons; t++) {
                register.tambon(d, t);
            }
        }
        return register.csv.toString();
    }

    private void tambon(int district, int tambon) {
        String districtCode = two("36", district + 1);
        String tambonCode = two(districtCode, tambon);
        // In the first tambon of a district a town has its own municipality, whose communities have codes of 99.
        boolean town = tambon == 1;
        int villages = 10 + random.nextInt(7);
        for (int v = 1; v <= villages; v++) {
            boolean community = town && v <= 4;
            String code = community ? two(two("3699", district + 1), v) : two(tambonCode, v);
            String name = (community ? "ชุมชนสมมุติ " : "บ้านสมมุติ หมู่ ") + v;
            String authority = community ? "T" + districtCode : authority(district, tambon, tambonCode);
            String authorityName = (community ? "เทศบาลสมมุติ " : "อบต.สมมุติ ") + authority;
            csv.append(String.join(
                            ",",
                            code,
                            name,
                            tambonCode,
                            "สมมุติ " + tambonCode,
                            districtCode,
                            DISTRICTS.get(district),
                            "36",
                            authority,
                            authorityName,
                            community ? "เทศบาลตำบล" : "อบต.",
                            Integer.toString(households()),
                            "13"))
                    .append("\r\n");
        }
    }

    /** One authority lies in two districts, as a few real ones do. */
    private static String authority(int district, int tambon, String tambonCode) {
        return district == 14 && tambon == 2 ? "A360602" : "A" + tambonCode;
    }

    private static String two(String prefix, int number) {
        return prefix + (number < 10 ? "0" : "") + number;
    }

    private int households() {
        return 90 + random.nextInt(160);
    }
}
