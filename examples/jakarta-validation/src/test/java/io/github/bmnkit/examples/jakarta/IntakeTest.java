package io.github.bmnkit.examples.jakarta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class IntakeTest {
    @Test
    void everyMistakeIsNamedWithItsPlace() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Intake(new PrintStream(bytes, true, UTF_8)).run();
        assertThat(bytes.toString(UTF_8).replace("\r\n", "\n")).isEqualTo("""
                A collector's registration
                  email: must be a well-formed email address
                  firstRound: looks like a year of the Common Era; a year of the Buddhist Era is due, which is 543 more
                  houseCode: must have 11 digits
                  name: must not be blank
                  nationalId: has a last digit that does not match the others: a digit is wrong, or some are swapped
                  province: must be the code of a province: no province has this one
                  village: must have 8 digits
                ใบสมัครผู้จัดเก็บข้อมูล
                  email: ต้องเป็นที่อยู่อีเมลที่ถูกรูปแบบ
                  firstRound: ดูเหมือนเป็นปี ค.ศ. ต้องใช้ปี พ.ศ. ซึ่งมากกว่า ค.ศ. 543 ปี
                  houseCode: ต้องมีตัวเลข 11 หลัก
                  name: ต้องไม่เว้นว่าง
                  nationalId: เลขหลักสุดท้ายไม่สอดคล้องกับหลักอื่น: อาจมีเลขผิดหรือสลับกัน
                  province: ไม่มีจังหวัดที่ใช้รหัสนี้
                  village: ต้องมีตัวเลข 8 หลัก
                ข้อมูลครัวเรือนที่ส่งเข้ามา
                  household.members[0].answers.id_card: เลขตรวจสอบของเลขประจำตัวประชาชนไม่ถูกต้อง
                """);
    }
}
