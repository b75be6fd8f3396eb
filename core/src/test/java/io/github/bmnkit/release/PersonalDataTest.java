package io.github.bmnkit.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.certification.Hash;
import io.github.bmnkit.certification.Salt;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.identity.NationalId;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.registry.Memberships;
import io.github.bmnkit.registry.PersonQuestions;
import io.github.bmnkit.registry.RegisterCatalogue;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.Paradata;
import io.github.bmnkit.testing.People;
import io.github.bmnkit.testing.Registers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/personal-data.md} shows is what happens, with the reference form. */
class PersonalDataTest {
    private static final AreaTree AREAS = Registers.read(
                    Registers.HEADER + "36010101,บ้านหนึ่ง,360101,ตำบลหนึ่ง,3601,อำเภอหนึ่ง,36,A1,องค์กร,อบต.,10,13\n")
            .value()
            .tree(AreaView.ADMINISTRATIVE);

    private final NationalId person = People.id(1);
    private final SecureRandom random = new SecureRandom();
    private final List<String> logged = new ArrayList<>();
    private final Store store = new Store();
    private final Memberships memberships = Memberships.readCsv(
                    "savings.csv",
                    new ByteArrayInputStream(("register,area,national_id,title,first_name,last_name,role,from,until\n"
                                    + "savings-group,36010101," + person.digits()
                                    + ",นาง,สมหญิง,ทดสอบ,ประธาน,1 มกราคม 2569,\n"
                                    + "savings-group,36010101," + People.id(2).digits() + ",,,,,,\n")
                            .getBytes(UTF_8)),
                    RegisterCatalogue.bmn2569(),
                    AREAS)
            .value();

    /** What a host keeps, as far as the example needs it. */
    private static final class Store {
        final List<String> done = new ArrayList<>();

        void delete(HouseholdId household, int round) {
            done.add("delete " + household + " " + round);
        }

        void replace(HouseholdResponse corrected, Salt salt) {
            done.add("replace " + corrected.household() + " " + corrected.members() + " " + salt);
        }
    }

    /** The person is the head, and answered; the other member is a child. */
    static HouseholdResponse household() {
        HouseholdResponse.Builder response =
                HouseholdResponse.builder(Questionnaires.bmn2560(), HouseholdId.of("H-1"), 2564);
        int head = response.addMember();
        int child = response.addMember();
        return response.answer(
                        AnswerPath.of("id_card", head), Value.text(People.id(1).digits()))
                .answer(AnswerPath.of("first_name", head), Value.text("สมหญิง"))
                .answer(AnswerPath.of("last_name", head), Value.text("ทดสอบ"))
                .answer(AnswerPath.of("birth_date", head), Value.of(LocalDate.of(1980, 2, 29)))
                .answer(AnswerPath.of("sex", head), Value.code("2"))
                .answer(AnswerPath.of("id_card", child), Value.text(People.id(2).digits()))
                .answer(AnswerPath.of("first_name", child), Value.text("บุญมี"))
                .answer(AnswerPath.of("sign_informant"), Value.text("sha256:" + "ab".repeat(32) + ";5120;image/png"))
                .paradata(new Paradata(
                        ActorId.of("collector-7"),
                        "tablet-3",
                        Instant.parse("2021-03-15T02:00:00Z"),
                        null,
                        new BigDecimal("15.8"),
                        new BigDecimal("102.03"),
                        head))
                .build();
    }

    private PersonalData found() {
        Stream<HouseholdResponse> responses = Stream.of(household());
        PersonSearch search = PersonSearch.of(person);
        responses.forEach(
                response -> search.add(response, PersonQuestions.bmn2560())); // all rounds, drafts, earlier versions
        search.add(memberships);
        PersonalData data = search.found();
        boolean certain = data.isOfOnePerson(); // if not, somebody looks before anything is handed out
        String json = data.toJson();
        String page = data.toHtml(Text.THAI);
        assertThat(certain).isTrue();
        assertThat(json)
                .contains(person.digits(), "สมหญิง", "1980-02-29", "\"informant\" : true", "15.8", "ab".repeat(32))
                .contains("savings.csv", "ประธาน")
                .doesNotContain(People.id(2).digits(), "บุญมี");
        assertThat(page)
                .contains(person.formatted(), "สมหญิง", "29 กุมภาพันธ์ 2523", "ท่านเป็นผู้ให้ข้อมูล", "1 มกราคม 2569")
                .contains("15 มีนาคม 2564 09:00", "ไฟล์: ลายมือชื่อผู้ให้ข้อมูล", "กลุ่มออมทรัพย์เพื่อการผลิต")
                .doesNotContain(People.id(2).digits(), "บุญมี");
        return data;
    }

    private void erase(ErasurePlan.Way way) {
        PersonalData data = found();
        ErasurePlan plan = data.erasure(way);
        plan.steps(Text.THAI).forEach(this::log);
        for (ErasurePlan.Deletion each : plan.deletions()) {
            store.delete(each.household(), each.round()); // all versions, with their salts
        }
        for (ErasurePlan.Correction each : plan.corrections()) {
            HouseholdResponse corrected = each.corrected();
            Salt salt = Salt.random(random);
            store.replace(corrected, salt); // the old versions and their salts are gone
            collect(corrected.household(), salt.commit(corrected)); // then it is checked and confirmed anew
        }
    }

    private void collect(HouseholdId household, Hash commitment) {
        assertThat(household).isEqualTo(HouseholdId.of("H-1"));
        assertThat(commitment).isNotEqualTo(Salt.of("00".repeat(32)).commit(household()));
    }

    private void log(String step) {
        logged.add(step);
    }

    @Test
    void aMemberGoesAndTheHouseholdStays() {
        erase(ErasurePlan.Way.MEMBER);
        assertThat(store.done).containsExactly("replace H-1 [2] Salt[32 bytes]");
        assertThat(logged)
                .containsExactly(
                        "แทนข้อมูลของครัวเรือน H-1 (2564) ด้วยฉบับแก้ไข ใช้ salt ใหม่ ลบฉบับเดิมพร้อม salt เดิม และยืนยันใหม่",
                        "ตรวจดูว่าไฟล์ " + "ab".repeat(32) + " (sign_informant) มีบุคคลนี้หรือไม่",
                        "นำแถว savings.csv:2 (savings-group) ออกจากทะเบียน",
                        "บัญชีเหตุการณ์การรับรองคงอยู่ทั้งหมด เพราะไม่มีข้อมูลส่วนบุคคล");
    }

    @Test
    void theWholeHouseholdGoes() {
        erase(ErasurePlan.Way.HOUSEHOLD);
        assertThat(store.done).containsExactly("delete H-1 2564");
        assertThat(logged)
                .containsExactly(
                        "ลบข้อมูลของครัวเรือน H-1 (2564) ทุกฉบับ พร้อม salt",
                        "ลบไฟล์ " + "ab".repeat(32),
                        "นำแถว savings.csv:2 (savings-group) ออกจากทะเบียน",
                        "บัญชีเหตุการณ์การรับรองคงอยู่ทั้งหมด เพราะไม่มีข้อมูลส่วนบุคคล");
    }

    /** A calculation of the form names the head by national ID: found even where no member is looked at. */
    @Test
    void theHeadIsFoundInWhatIsCalculated() {
        HouseholdResponse response = household();
        PersonSearch search = PersonSearch.of(People.id(2));
        search.add(response, PersonQuestions.bmn2560());
        assertThat(search.found().responses()).singleElement().satisfies(held -> {
            assertThat(held.members()).containsExactly(2);
            assertThat(held.isInformant()).isFalse();
        });
        String json = search.found().toJson();
        assertThat(json).contains("head_id_card").doesNotContain(person.digits());
        PersonSearch head = PersonSearch.of(person);
        head.add(response, PersonQuestions.bmn2560());
        assertThat(head.found().responses().get(0).mentions()).contains(AnswerPath.of("head_id_card"));
    }

    @Test
    void somebodyWithoutANationalIdIsFoundAsAMember() {
        PersonSearch search = PersonSearch.of(HouseholdId.of("H-1"), 2564, 2);
        search.add(household(), PersonQuestions.bmn2560());
        search.add(memberships);
        assertThat(search.found().responses().get(0).members()).containsExactly(2);
        assertThat(search.found().memberships()).isEmpty();
        assertThat(search.found().nationalId()).isEmpty();
        assertThat(search.found().toJson())
                .contains(People.id(2).digits(), "บุญมี")
                .doesNotContain(person.digits(), "สมหญิง");
        assertThat(search).hasToString("PersonSearch[responses=1, memberships=0]");
    }

    @Test
    void twoHouseholdsWithOneNationalIdAreLookedAtFirst() {
        PersonSearch search = PersonSearch.of(People.id(1));
        search.add(household(), PersonQuestions.bmn2560());
        HouseholdResponse.Builder other =
                HouseholdResponse.builder(Questionnaires.bmn2560(), HouseholdId.of("H-2"), 2564);
        other.answer(AnswerPath.of("id_card", other.addMember()), Value.text(person.digits()));
        search.add(other.build(), PersonQuestions.bmn2560());
        assertThat(search.found().isOfOnePerson()).isFalse();
        assertThat(search.found().toJson()).contains("\"toBeChecked\" : true");
        assertThat(search.found().toHtml(Locale.ENGLISH)).contains("to be checked before it is handed out");
        assertThat(PersonSearch.of(person).found().toHtml(Locale.ENGLISH)).contains("Nothing was found about you");
    }

    @Test
    void theCodeShownIsTheCodeOfThisTest() throws IOException {
        String code = Files.readString(Path.of("src/test/java/io/github/bmnkit/release/PersonalDataTest.java"), UTF_8);
        String docs = Files.readString(Path.of("../docs/personal-data.md"), UTF_8);
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(docs)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(blocks).hasSize(2);
        assertThat(blocks)
                .allSatisfy(block -> assertThat(code.replaceAll("\\s", "")).contains(block.replaceAll("\\s", "")));
    }
}
