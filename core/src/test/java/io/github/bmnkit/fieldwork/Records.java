package io.github.bmnkit.fieldwork;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.testing.Registers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/** A made-up province of two districts, and what its office has on record. */
final class Records {
    static final AreaRegister REGISTER = Registers.read("""
                    village_code,village_name,tambon_code,tambon_name,district_code,district_name,province_code,local_authority_code,local_authority_name,local_authority_kind,households
                    36010101,บ้านหนึ่ง,360101,ตำบลหนึ่ง,3601,อำเภอหนึ่ง,36,A1,ท้องถิ่นหนึ่ง,อบต.,60
                    36010102,บ้านสอง,360101,ตำบลหนึ่ง,3601,อำเภอหนึ่ง,36,A1,ท้องถิ่นหนึ่ง,อบต.,45
                    36010201,บ้านสาม,360102,ตำบลสอง,3601,อำเภอหนึ่ง,36,A2,ท้องถิ่นสอง,เทศบาลตำบล,0
                    36020101,บ้านสี่,360201,ตำบลสาม,3602,อำเภอสอง,36,A3,ท้องถิ่นสาม,อบต.,80
                    """).value();
    static final FieldworkRecords.Basis BASIS = FieldworkRecords.Basis.bmn2569(REGISTER);
    static final LocalDate TODAY = LocalDate.of(2026, 1, 25);
    static final String JSON = resource("records.json");

    private Records() {}

    static String resource(String name) {
        try (InputStream in = Records.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading<FieldworkRecords> read(String json) {
        return FieldworkRecords.read(new ByteArrayInputStream(json.getBytes(UTF_8)), BASIS, TODAY);
    }

    static AreaCode area(String code) {
        return Territory.parse(code).value();
    }
}
