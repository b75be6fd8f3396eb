package io.github.bmnkit.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.ThaiDigits;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Registers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AreaRegisterProperties {
    private static final String GOOD = Registers.HEADER
            + "36010101,บ้านหนึ่ง,360101,ตำบลหนึ่ง,3601,เมืองชัยภูมิ,36,A1,อบต.หนึ่ง,อบต.,120,13\n"
            + "36010102,บ้านสอง,360101,ตำบลหนึ่ง,3601,เมืองชัยภูมิ,36,A1,อบต.หนึ่ง,อบต.,80,13\n"
            + "36990101,ชุมชนสาม,360102,ตำบลสอง,3601,เมืองชัยภูมิ,36,B1,เทศบาลสอง,เทศบาลเมือง,๔๐,13\n"
            + "36020101,บ้านสี่,360201,ตำบลสาม,3602,บ้านเขว้า,36,A1,อบต.หนึ่ง,อบต.,10,13\n";

    @Provide
    Arbitrary<AreaRegister> registers() {
        return Registers.small();
    }

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll("registers") AreaRegister register) {
        AreaRegister again = Registers.read(register.toCsv()).value();
        assertThat(again.toCsv()).isEqualTo(register.toCsv());
        assertThat(again.localAuthorities()).isEqualTo(register.localAuthorities());
    }

    @Property(tries = 200)
    void inBothViewsParentsHoldTheSumOfTheirChildren(@ForAll("registers") AreaRegister register) {
        for (AreaView view : AreaView.values()) {
            AreaTree tree = register.tree(view);
            for (int position = 0; position < tree.size(); position++) {
                AreaCode area = tree.area(position);
                assertThat(tree.position(area)).isEqualTo(position);
                List<AreaCode> children = tree.children(area);
                if (!children.isEmpty()) {
                    assertThat(children.stream().mapToLong(tree::households).sum())
                            .isEqualTo(tree.households(area));
                }
                int own = position;
                assertThat(children).allSatisfy(child -> {
                    assertThat(tree.parent(child)).contains(area);
                    assertThat(tree.parentPosition(tree.position(child))).isEqualTo(own);
                });
                assertThat(children).isSorted();
            }
        }
    }

    @Property(tries = 200)
    void bothViewsHoldTheSameVillages(@ForAll("registers") AreaRegister register) {
        AreaTree administrative = register.tree(AreaView.ADMINISTRATIVE);
        AreaTree certifying = register.tree(AreaView.CERTIFYING);
        assertThat(certifying.areas(AreaLevel.VILLAGE)).isEqualTo(administrative.areas(AreaLevel.VILLAGE));
        assertThat(certifying.households(CountryCode.THAILAND))
                .isEqualTo(administrative.households(CountryCode.THAILAND));
        boolean split = certifying.areas(AreaLevel.LOCAL_AUTHORITY).size()
                > register.localAuthorities().size();
        Cases.met("authority in several districts", split);
        // However an authority lies, a district's figures are the same in both views.
        for (AreaCode district : administrative.areas(AreaLevel.DISTRICT)) {
            assertThat(certifying.households(district)).isEqualTo(administrative.households(district));
        }
    }

    @Property(tries = 200)
    void oneBrokenRowIsFoundAtItsLineAndCostsNoOther(@ForAll("registers") AreaRegister register, @ForAll int where) {
        List<String> lines = register.toCsv().lines().toList();
        int broken = 1 + Math.floorMod(where, lines.size() - 1);
        List<String> damaged = new ArrayList<>(lines);
        damaged.set(broken, lines.get(broken).replaceFirst("^[0-9]{8}", "x"));
        Reading<AreaRegister> reading = Registers.read(String.join("\n", damaged));
        assertThat(reading.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(AreaFinding.CODE_NOT_DIGITS);
            assertThat(finding.place().line()).hasValue(broken + 1);
        });
        assertThat(reading.optional()
                        .map(r -> r.tree(AreaView.ADMINISTRATIVE)
                                .areas(AreaLevel.VILLAGE)
                                .size())
                        .orElse(0))
                .isEqualTo(lines.size() - 2);
    }

    @Property
    void aNumberOfHouseholdsIsAWholeNumberInRangeOrAFindingAtItsLine(@ForAll @From("numbers") String text) {
        String digits = ThaiDigits.toArabic(text.strip());
        boolean good = digits.matches("[0-9]{1,7}") && Integer.parseInt(digits) <= 1_000_000;
        Reading<AreaRegister> reading = Registers.read(
                Registers.HEADER + "36010101,บ้าน,360101,ตำบล,3601,อำเภอ,36,A1,อบต.,อบต.,\"" + text + "\",13\n");
        assertThat(reading.optional().isPresent()).isEqualTo(good);
        if (good) {
            assertThat(reading.value().tree(AreaView.ADMINISTRATIVE).households(CountryCode.THAILAND))
                    .isEqualTo(Long.parseLong(digits));
        } else {
            assertThat(codes(reading)).containsExactly(AreaFinding.HOUSEHOLDS, AreaFinding.NO_VILLAGES);
            assertThat(reading.findings().get(0).place().line()).hasValue(2);
        }
        Cases.met("good", good);
        Cases.met("bad", !good);
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-10, 2_000_000).map(String::valueOf),
                Arbitraries.strings().withChars("0123๔๕ .-+eE").ofMaxLength(9),
                Arbitraries.of("1000000", "1000001", "999999999999", "007", "NaN"));
    }

    @Example
    void anAuthorityInTwoDistrictsHasTwoPartsAndAWarning() {
        Reading<AreaRegister> reading = Registers.read(GOOD);
        assertThat(reading.findings())
                .extracting(Finding::toString)
                .containsExactly("WARNING area.authority-in-several-districts: Local authority A1 lies in 2 districts;"
                        + " each part is certified and counted alone");
        AreaTree tree = reading.value().tree(AreaView.CERTIFYING);
        AreaCode first = new LocalAuthorityPart(LocalAuthorityCode.of("A1"), DistrictCode.of("3601"));
        AreaCode second = new LocalAuthorityPart(LocalAuthorityCode.of("A1"), DistrictCode.of("3602"));
        assertThat(tree.areas(AreaLevel.LOCAL_AUTHORITY)).hasSize(3).contains(first, second);
        assertThat(tree.households(first)).isEqualTo(200);
        assertThat(tree.households(second)).isEqualTo(10);
        assertThat(tree.name(second).th()).isEqualTo("อบต.หนึ่ง");
    }

    @Example
    void aTreeAnswersQuestions() {
        AreaRegister register = Registers.read("\uFEFF" + GOOD).value();
        AreaTree tree = register.tree(AreaView.ADMINISTRATIVE);
        assertThat(tree.levels())
                .containsExactly(
                        AreaLevel.COUNTRY,
                        AreaLevel.REGION,
                        AreaLevel.PROVINCE,
                        AreaLevel.DISTRICT,
                        AreaLevel.TAMBON,
                        AreaLevel.VILLAGE);
        assertThat(tree.households(ProvinceCode.of("36"))).isEqualTo(250);
        // Digits of a code say nothing: the community 3699.. lies in tambon 360102 because its row says so.
        assertThat(tree.parent(VillageCode.of("36990101"))).contains(TambonCode.of("360102"));
        assertThat(tree.parent(CountryCode.THAILAND)).isEmpty();
        assertThat(tree.name(DistrictCode.of("3601"))).isEqualTo(Text.of("เมืองชัยภูมิ", "เมืองชัยภูมิ"));
        assertThat(tree.name(ProvinceCode.of("36")).en()).isEqualTo("Chaiyaphum");
        assertThat(tree.name(new RegionCode(13)).th()).isEqualTo("เขตตรวจราชการที่ 13");
        assertThat(tree.name(CountryCode.THAILAND).in(Text.THAI)).isEqualTo("ประเทศไทย");
        assertThat(tree.areas(AreaLevel.LOCAL_AUTHORITY)).isEmpty();
        assertThat(tree.contains(DistrictCode.of("3603"))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree.households(DistrictCode.of("3603")))
                .withMessageContaining("3603");
        assertThat(register.kind(LocalAuthorityCode.of("B1"))).isEqualTo(LocalAuthorityKind.TOWN_MUNICIPALITY);
        assertThatIllegalArgumentException().isThrownBy(() -> register.kind(LocalAuthorityCode.of("C1")));
        assertThat(tree.view()).isEqualTo(AreaView.ADMINISTRATIVE);
        assertThat(tree).hasToString("AreaTree[ADMINISTRATIVE, areas=12]");
        assertThat(register).hasToString("AreaRegister[villages=4]");
    }

    @Example
    void rowsThatContradictEarlierOnesAreLeftOut() {
        Reading<AreaRegister> reading = Registers.read(GOOD
                + "36010101,บ้านหนึ่ง,360101,ตำบลหนึ่ง,3601,เมืองชัยภูมิ,36,A1,อบต.หนึ่ง,อบต.,120,13\n"
                + "36020201,บ้าน,360101,ตำบลหนึ่ง,3602,บ้านเขว้า,36,A1,อบต.หนึ่ง,อบต.,1,13\n"
                + "36010103,บ้าน,360101,ตำบลอื่น,3601,เมืองชัยภูมิ,36,A1,อบต.อื่น,อบต.,1,13\n"
                + "36010104,บ้าน,360101,ตำบลหนึ่ง,3601,เมืองชัยภูมิ,36,A1,อบต.หนึ่ง,เทศบาลตำบล,1,13\n"
                + "36010105,บ้าน,360101,ตำบลหนึ่ง,3601,เมืองชัยภูมิ,36,Z,อบจ.,อบจ.,1,13\n"
                + "36010106,บ้าน,360101,ตำบลหนึ่ง,3601,เมืองชัยภูมิ,36,A1,อบต.หนึ่ง,สภา,-1,100\n"
                + "36010107,,360101,ตำบลหนึ่ง,3601,เมืองชัยภูมิ,36,A1,อบต.หนึ่ง,อบต.,1000001,13\n");
        assertThat(reading.findings())
                .extracting(finding ->
                        finding.code().id() + "@" + finding.place().line().orElse(0))
                .containsExactly(
                        "area.duplicate-village@6",
                        "area.two-parents@7",
                        "area.two-names@8",
                        "area.two-names@8",
                        "area.two-kinds@9",
                        "area.authority-certifies-nothing@10",
                        "area.authority-kind@11",
                        "area.households@11",
                        "area.region@11",
                        "area.households@12",
                        "area.name-blank@12",
                        "area.authority-in-several-districts@0");
        assertThat(reading.findings().get(1).message(Locale.ROOT))
                .isEqualTo("tambon 360101 belongs to 3602 here, but to 3601 in line 2; this row is left out");
        assertThat(reading.value().tree(AreaView.ADMINISTRATIVE).areas(AreaLevel.VILLAGE))
                .hasSize(5);
    }

    @Example
    void aRegisterWithoutAnyGoodRowIsNone() {
        assertThat(codes(Registers.read(Registers.HEADER))).containsExactly(AreaFinding.NO_VILLAGES);
        assertThat(codes(Registers.read(""))).containsExactly(DocumentFinding.EMPTY);
        assertThat(Registers.read("village_code\n1\n").findings()).hasSize(10);
    }

    @Example
    void regionsAreALevelOnlyIfEveryProvinceHasOne() {
        Reading<AreaRegister> reading =
                Registers.read(GOOD + "37010101,บ้าน,370101,ตำบล,3701,อำเภอ,37,C1,อบต.ค,อบต.,5,\n");
        assertThat(codes(reading))
                .containsExactly(AreaFinding.AUTHORITY_IN_SEVERAL_DISTRICTS, AreaFinding.REGION_INCOMPLETE);
        AreaTree tree = reading.value().tree(AreaView.ADMINISTRATIVE);
        assertThat(tree.levels()).doesNotContain(AreaLevel.REGION);
        assertThat(tree.children(CountryCode.THAILAND)).hasSize(2);
        AreaRegister without = Registers.read(reading.value().toCsv()).value();
        assertThat(without.tree(AreaView.ADMINISTRATIVE).levels()).doesNotContain(AreaLevel.REGION);
    }

    private static List<FindingCode> codes(Reading<?> reading) {
        return reading.findings().stream().map(Finding::code).toList();
    }
}
