package io.github.bmnkit.quota;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.testing.Registers;
import io.github.bmnkit.testing.Rounds;
import java.util.Map;

/** Small registers of the province 36 and plans for them. */
final class Villages {
    private Villages() {}

    /** Each village as code, households and, if it is not as the code says, tambon: {@code 36010102 60 360102}. */
    static AreaRegister register(String... villages) {
        StringBuilder csv = new StringBuilder(Registers.HEADER);
        for (String each : villages) {
            String[] parts = each.split(" ");
            String tambon = parts.length > 2 ? parts[2] : parts[0].substring(0, 6);
            csv.append(parts[0]).append(",บ้าน,").append(tambon).append(",ตำบล,");
            csv.append(tambon, 0, 4).append(",อำเภอ,36,A").append(tambon).append(",อบต.,อบต.,");
            csv.append(parts[1]).append(",1\n");
        }
        return Registers.read(csv.toString()).value();
    }

    /** A plan of two periods, by Webster. */
    static QuotaPlan plan(AreaRegister register, long first, long second) {
        ProvinceCode province = ProvinceCode.of("36");
        return QuotaPlan.imposed(Rounds.of(Map.of(province, new long[] {first, second})))
                .cascade(province, register.tree(AreaView.ADMINISTRATIVE), CascadeRules.of(Method.WEBSTER))
                .value();
    }
}
