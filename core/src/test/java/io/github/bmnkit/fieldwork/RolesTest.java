package io.github.bmnkit.fieldwork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.testing.FindingCatalogue;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolesTest {
    @Test
    void thePapersNameTwelveRolesInTheirOwnTerms() {
        Roles roles = Roles.bmn2569();
        assertThat(roles.all()).hasSize(12);
        assertThat(roles.find(RoleId.of("coordinator")).orElseThrow().name().th())
                .isEqualTo("พัฒนาการผู้ประสานงานตำบล");
        assertThat(roles.find(RoleId.of("governor"))).isEmpty();
        assertThat(roles)
                .hasToString("Roles" + roles.all().stream().map(Role::id).toList());
    }

    @Test
    void everythingThatIsWrongWithACatalogueIsFound() {
        Reading<Roles> reading = read("""
                {"roles": [
                  {"id": "volunteer", "name": {"th": "อาสาสมัคร", "en": "volunteer"}},
                  {"id": "volunteer", "name": {"th": "อาสาสมัคร", "en": "volunteer"}}]}""");
        assertThat(reading.optional()).isEmpty();
        assertThat(reading.findings())
                .extracting(finding -> finding.code())
                .containsExactly(FieldworkFinding.DUPLICATE_ROLE);
        assertThat(read("{\"roles\": [{\"id\": \"Head\", \"name\": {\"th\": \"ก\", \"en\": \"a\"}}]}")
                        .findings())
                .satisfiesExactly(finding -> {
                    assertThat(finding.code()).isEqualTo(FieldworkFinding.ROLE_ID);
                    assertThat(finding.place().pointer()).contains("/roles/0/id");
                });
        assertThatIllegalArgumentException().isThrownBy(() -> RoleId.of(""));
        Role role = Roles.bmn2569().all().get(0);
        assertThatIllegalArgumentException().isThrownBy(() -> Roles.of(List.of(role, role)));
    }

    @Test
    void everyFindingHasTexts() {
        FindingCatalogue.check(FieldworkFinding.class);
    }

    private static Reading<Roles> read(String json) {
        return Roles.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }
}
