package io.github.bmnkit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.finding.Reading;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Registers of areas that were made up for tests. */
public final class Registers {
    public static final String HEADER = "village_code,village_name,tambon_code,tambon_name,district_code,district_name,"
            + "province_code,local_authority_code,local_authority_name,local_authority_kind,households,inspection_region\n";

    private Registers() {}

    public static Reading<AreaRegister> read(String csv) {
        return AreaRegister.readCsv(new ByteArrayInputStream(csv.getBytes(UTF_8)));
    }

    /** Small registers of one to three provinces; an authority now and then lies in two districts. */
    public static Arbitrary<AreaRegister> small() {
        return Arbitraries.longs().map(seed -> small(new SplittableRandom(seed)));
    }

    private static AreaRegister small(SplittableRandom random) {
        StringBuilder csv = new StringBuilder(HEADER);
        List<ProvinceCode> provinces = ProvinceCode.all();
        int first = random.nextInt(provinces.size() - 3);
        for (int p = 0; p <= random.nextInt(3); p++) {
            ProvinceCode province = provinces.get(first + p);
            for (int d = 1; d <= 1 + random.nextInt(3); d++) {
                district(csv, province, d, random);
            }
        }
        return read(csv.toString()).value();
    }

    private static void district(StringBuilder csv, ProvinceCode province, int d, SplittableRandom random) {
        String district = province.value() + "0" + d;
        for (int t = 1; t <= 1 + random.nextInt(3); t++) {
            String tambon = district + "0" + t;
            for (int v = 1; v <= 1 + random.nextInt(4); v++) {
                String authority = random.nextInt(8) == 0 ? "X" + province : "A" + tambon;
                int households = random.nextInt(5) == 0 ? random.nextInt(3) : random.nextInt(300);
                row(csv, tambon + "0" + v, tambon, district, province, authority, households);
            }
        }
    }

    /** A register of about the size of a country: the same number of tambons in each district and so on. */
    public static String large(int provinces, int districts, int tambons, int villages) {
        StringBuilder csv = new StringBuilder(HEADER);
        SplittableRandom random = new SplittableRandom(2569);
        for (ProvinceCode province : ProvinceCode.all().subList(1, 1 + provinces)) {
            for (int d = 1; d <= districts; d++) {
                for (int t = 1; t <= tambons; t++) {
                    for (int v = 1; v <= villages; v++) {
                        int number = (province.number() * 100 + d) * 100 + t;
                        String tambon = Integer.toString(number);
                        String village = Integer.toString(number * 100 + v);
                        row(
                                csv,
                                village,
                                tambon,
                                tambon.substring(0, 4),
                                province,
                                "A" + tambon,
                                20 + random.nextInt(310));
                    }
                }
            }
        }
        return csv.toString();
    }

    /** The inspection region that these registers give a province: made up. */
    static int region(ProvinceCode province) {
        return 1 + province.number() % 18;
    }

    private static void row(
            StringBuilder csv,
            String village,
            String tambon,
            String district,
            ProvinceCode province,
            String authority,
            int households) {
        csv.append(village).append(",บ้านสมมุติ ").append(village);
        csv.append(',').append(tambon).append(",ตำบลสมมุติ ").append(tambon);
        csv.append(',').append(district).append(",อำเภอสมมุติ ").append(district);
        csv.append(',').append(province).append(',').append(authority);
        csv.append(",องค์กรสมมุติ ").append(authority).append(",อบต.,").append(households);
        csv.append(',').append(region(province)).append('\n');
    }
}
