package io.github.bmnkit.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AreaCodeProperties {
    private static final List<Function<String, ? extends Reading<?>>> PARSERS = List.of(
            ProvinceCode::parse, DistrictCode::parse, TambonCode::parse, VillageCode::parse, LocalAuthorityCode::parse);

    @Property
    void aCodeReadsBackWhatItSays(@ForAll @IntRange(min = 10_000_000, max = 99_999_999) int number) {
        VillageCode village = new VillageCode(number);
        assertThat(VillageCode.parse(village.toString()).value()).isEqualTo(village);
        assertThat(VillageCode.of(" " + thai(village.value()) + "\t")).isEqualTo(village);
        assertThat(TambonCode.of(thai(village.value().substring(0, 6))).number())
                .isEqualTo(number / 100);
        assertThat(DistrictCode.of(village.value().substring(0, 4)).number()).isEqualTo(number / 10_000);
    }

    @Property
    void noTextBreaksAParserAndEveryFailureSaysWhy(@ForAll String text) {
        for (Function<String, ? extends Reading<?>> parser : PARSERS) {
            Reading<?> reading = parser.apply(text);
            assertThat(reading.optional().isPresent()).isNotEqualTo(reading.hasErrors());
        }
    }

    @Example
    void aFailureNamesItsReason() {
        assertThat(code(VillageCode.parse(" "))).isEqualTo(AreaFinding.CODE_BLANK);
        assertThat(code(VillageCode.parse("3601010"))).isEqualTo(AreaFinding.CODE_LENGTH);
        assertThat(code(VillageCode.parse("3601010x"))).isEqualTo(AreaFinding.CODE_NOT_DIGITS);
        assertThat(code(VillageCode.parse("3601010٣"))).isEqualTo(AreaFinding.CODE_NOT_DIGITS);
        assertThat(code(VillageCode.parse("01010101"))).isEqualTo(AreaFinding.UNKNOWN_PROVINCE);
        assertThat(code(ProvinceCode.parse("28"))).isEqualTo(AreaFinding.UNKNOWN_PROVINCE);
        assertThat(code(LocalAuthorityCode.parse("ก1"))).isEqualTo(AreaFinding.AUTHORITY_CODE);
        assertThat(code(LocalAuthorityCode.parse(""))).isEqualTo(AreaFinding.CODE_BLANK);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VillageCode.of("3601"))
                .withMessageContaining("3601")
                .withMessageContaining("8 are due");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProvinceCode.of("99"))
                .withMessageContaining("99");
        assertThatIllegalArgumentException().isThrownBy(() -> new ProvinceCode(59));
        assertThatIllegalArgumentException().isThrownBy(() -> new DistrictCode(-360));
        assertThatIllegalArgumentException().isThrownBy(() -> new RegionCode(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalAuthorityCode("a b"));
    }

    @Example
    void communitiesOfMunicipalitiesAreVillagesToo() {
        assertThat(VillageCode.of("36990101").value()).isEqualTo("36990101");
        assertThat(VillageCode.of("36980101").level()).isEqualTo(AreaLevel.VILLAGE);
    }

    @Example
    void seventySixProvincesAndBangkokAreKnown() {
        assertThat(ProvinceCode.all()).hasSize(77).doesNotHaveDuplicates().contains(ProvinceCode.BANGKOK);
        assertThat(ProvinceCode.all()).allSatisfy(province -> {
            assertThat(province.name().th()).isNotBlank();
            assertThat(province.name().en()).isNotBlank();
            assertThat(province.iso3166()).isEqualTo("TH-" + province.value());
        });
        assertThat(ProvinceCode.of("๓๖").name()).isEqualTo(Text.of("ชัยภูมิ", "Chaiyaphum"));
        assertThat(ProvinceCode.all().stream().map(ProvinceCode::name).collect(Collectors.toSet()))
                .hasSize(77);
    }

    @Example
    void codesSortByLevelThenByValue() {
        AreaCode part = new LocalAuthorityPart(LocalAuthorityCode.of("A-12"), DistrictCode.of("3601"));
        List<AreaCode> sorted = List.of(
                VillageCode.of("36010101"),
                VillageCode.of("36010102"),
                TambonCode.of("360101"),
                part,
                DistrictCode.of("3601"),
                DistrictCode.of("3602"),
                ProvinceCode.of("36"),
                new RegionCode(2),
                new RegionCode(13),
                CountryCode.THAILAND);
        assertThat(sorted).isSorted();
        assertThat(sorted)
                .extracting(AreaCode::toString)
                .containsExactly("36010101", "36010102", "360101", "3601/A-12", "3601", "3602", "36", "02", "13", "TH");
    }

    @Example
    void kindsOfAuthorityAreFoundByTheirThaiNames() {
        for (LocalAuthorityKind kind : LocalAuthorityKind.values()) {
            assertThat(LocalAuthorityKind.find(kind.text().th())).contains(kind);
            assertThat(LocalAuthorityKind.find(kind.name())).contains(kind);
        }
        assertThat(LocalAuthorityKind.find("เทศบาล")).isEmpty();
    }

    private static FindingCode code(Reading<?> reading) {
        return reading.findings().stream().map(Finding::code).findFirst().orElseThrow();
    }

    private static String thai(String digits) {
        return digits.chars()
                .mapToObj(c -> String.valueOf((char) (c - '0' + '\u0E50')))
                .collect(Collectors.joining());
    }
}
