package io.github.bmnkit.certification;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.testing.Registers;
import java.util.List;
import java.util.Set;

/** A made-up province that is certified, for papers: as many districts as asked for, of one authority and village each. */
final class PaperWorld {
    static final ProvinceCode PROVINCE = ProvinceCode.of("36");

    final World world;

    PaperWorld(CertificationDefinition definition, int districts, int households, boolean demonstration) {
        Certification.Builder builder = World.builder(definition, tree(districts), Share.of(1, 1));
        world = new World(demonstration ? builder.demonstration().build() : builder.build());
        int number = 0;
        for (AreaCode area : world.state.tree().areas(AreaLevel.VILLAGE)) {
            VillageCode village = (VillageCode) area;
            world.list(village, households);
            world.confirmAll(village);
            world.report(village);
            number++;
            world.otherQuality.put(
                    village,
                    QualityFacts.of(world.works.get(village))
                            .withEdits(Share.of(number % 2, 231L), Share.of(3 + number % 4, 96), 2, List.of()));
        }
    }

    static PaperWorld certified(int districts) {
        PaperWorld made = new PaperWorld(CertificationDefinitions.bmn2569(), districts, 2, false);
        made.certify();
        return made;
    }

    void certify() {
        certify(0);
    }

    /** Everything above the reports of the villages; the province with so many more signatures than it needs. */
    void certify(int more) {
        for (AreaLevel level : CertificationDefinition.LEVELS) {
            for (AreaCode unit : world.state.tree().areas(level)) {
                world.present(unit);
                for (int i = 1; level == AreaLevel.PROVINCE && i <= more; i++) {
                    ActorId actor = ActorId.of("concerned-" + i);
                    world.more.put(actor, Set.of(World.ROLE_CONCERNED));
                    World.must(world.take(Command.sign("more-" + i, unit, actor, World.ROLE_CONCERNED)));
                }
                world.certify(unit);
                world.send(unit);
            }
        }
    }

    AreaCode first(AreaLevel level) {
        return world.state.tree().areas(level).get(0);
    }

    Certificate certificate(AreaLevel level) {
        return world.state.certificate(first(level)).orElseThrow();
    }

    ConfidenceSummary summary(AreaLevel level) {
        return ConfidenceSummary.of(world.kernel, world.state, first(level), world)
                .value();
    }

    Papers papers() {
        return Papers.of(world.kernel, PaperTemplate.bmnkit()).withNames(PaperWorld::name);
    }

    private static Text name(ActorId actor) {
        return switch (actor.value()) {
            case "committee" -> Text.of("นายสมมุติ ตัวอย่างหนึ่ง", "Mr Sommut Example One");
            case "leader" -> Text.of("นางสมมุติ ตัวอย่างสอง", "Mrs Sommut Example Two");
            case "coordinator" -> Text.of("นางสาวสมมุติ ตัวอย่างสาม", "Ms Sommut Example Three");
            default -> Text.of("ผู้สมมุติ " + actor.value(), "Made-up " + actor.value());
        };
    }

    static AreaTree tree(int districts) {
        StringBuilder csv = new StringBuilder(Registers.HEADER);
        for (int d = 1; d <= districts; d++) {
            String district = PROVINCE.value() + (d < 10 ? "0" : "") + d;
            csv.append(district).append("0101,บ้านสมมุติ ").append(d);
            csv.append(',').append(district).append("01,ตำบลสมมุติ,").append(district);
            csv.append(",สมมุติกิ่งใหญ่ ")
                    .append(d)
                    .append(',')
                    .append(PROVINCE)
                    .append(",A")
                    .append(d);
            csv.append(",อบต.สมมุติ ").append(d).append(",อบต.,10,13\n");
        }
        return Registers.read(csv.toString()).value().tree(AreaView.CERTIFYING);
    }

    static CertificationDefinition rechecked() {
        return CertificationDefinitions.bmn2569().withRecheck(Set.of(AreaLevel.VILLAGE, AreaLevel.PROVINCE));
    }
}
