package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.ThaiDigits;
import io.github.bmnkit.round.Paper;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prints the papers of each level: the certificate of the quality of the data (คำรับรองคุณภาพข้อมูล จปฐ.) and the summary of
 * confidence. A paper is an HTML document with inline styles that prints to one sheet of A4, in Thai with Thai digits and
 * dates of the Buddhist Era, or else in English. It shows the root of the data in groups, for a person to compare; a
 * demonstration, a draft, and what has lapsed are marked so, whatever the template says. Beside it belongs the JSON: {@link
 * Certificate#toJson}, {@link ConfidenceSummary#toJson}.
 *
 * <p>The shipped template keeps to one sheet with 32 units in the table (no province has more districts), 6 signatures and
 * the head of the ledger; what is more goes on on a second one, with the heads of the table.
 */
public final class Papers {
    private final Certification kernel;
    private final PaperTemplate template;
    private final Function<ActorId, Text> names;
    private final @Nullable Function<AreaCode, Text> units;
    private final Map<String, Text> texts;
    private final Ledger.@Nullable Head head;

    private Papers(
            Certification kernel,
            PaperTemplate template,
            Function<ActorId, Text> names,
            @Nullable Function<AreaCode, Text> units,
            Map<String, Text> texts,
            Ledger.@Nullable Head head) {
        this.kernel = kernel;
        this.template = template;
        this.names = names;
        this.units = units;
        this.texts = texts;
        this.head = head;
    }

    /**
     * Starts with people shown by their ids and areas by their names in the register.
     *
     * @param kernel by which the units certify
     * @param template how the papers are laid out
     * @return what prints the papers
     * @throws IllegalArgumentException if the template lacks a paper that a level must issue
     */
    public static Papers of(Certification kernel, PaperTemplate template) {
        for (AreaLevel level : CertificationDefinition.LEVELS) {
            for (Paper paper : kernel.papers(level)) {
                if (!template.has(paper, level)) {
                    throw new IllegalArgumentException(
                            template.reference() + " has no " + paper + " of the level " + level);
                }
            }
        }
        return new Papers(kernel, template, actor -> Text.of(actor.value(), actor.value()), null, Map.of(), null);
    }

    /**
     * Returns the same with names of people, which the SDK does not know.
     *
     * @param newNames the name of someone, with what stands before and after it; asked only while a paper is written
     * @return what prints the papers
     */
    public Papers withNames(Function<ActorId, Text> newNames) {
        return new Papers(kernel, template, requireNonNull(newNames, "newNames"), units, texts, head);
    }

    /**
     * Returns the same with other names of units. Without them a district or province is named with its level before the
     * name in the register, and a village or local authority as the register has it; in Thai with Thai digits.
     *
     * @param newUnits the name of a unit, with its level
     * @return what prints the papers
     */
    public Papers withUnits(Function<AreaCode, Text> newUnits) {
        return new Papers(kernel, template, names, requireNonNull(newUnits, "newUnits"), texts, head);
    }

    /**
     * Returns the same with the host's own texts, such as what the working group had to say of the process. Where one is
     * missing, dotted lines are left to write on.
     *
     * @param newTexts the texts by the key of their part in the template; in that of ours {@code opinion}
     * @return what prints the papers
     * @throws IllegalArgumentException if the template has no such part
     */
    public Papers withTexts(Map<String, Text> newTexts) {
        newTexts.keySet().forEach(key -> {
            if (!template.hasOpinion(key)) {
                throw new IllegalArgumentException(template.reference() + " has no part " + key);
            }
        });
        return new Papers(kernel, template, names, units, new TreeMap<>(newTexts), head);
    }

    /**
     * Returns the same with the head of the ledger on every paper, so that it is anchored with all who have one.
     *
     * @param newHead the head: {@link Ledger#head}
     * @return what prints the papers
     */
    public Papers withHead(Ledger.Head newHead) {
        return new Papers(kernel, template, names, units, texts, requireNonNull(newHead, "newHead"));
    }

    /**
     * Prints a certificate. One that no longer holds is marked so.
     *
     * @param state how far the units have come, by which the certificate holds or not
     * @param certificate the certificate: {@link CertificationState#certificate}, {@link CertificationState#lapsedCertificate}
     * @param locale Thai, or else English
     * @return an HTML document with inline styles
     */
    public String certificate(CertificationState state, Certificate certificate, Locale locale) {
        boolean holds = state.certificate(certificate.unit())
                .filter(certificate::equals)
                .isPresent();
        PaperWriter writer = new PaperWriter(this, state.tree(), locale, certificate, null);
        return writer.write(
                Paper.QUALITY_CERTIFICATE, holds ? PaperWriter.Standing.HOLDS : PaperWriter.Standing.LAPSED);
    }

    /**
     * Prints a confidence summary. One of data that are not certified yet is marked as a draft, with lines for the roles
     * that must sign; one of data that have changed since is marked as lapsed.
     *
     * @param state how far the units have come, by which the summary holds or not
     * @param summary the summary
     * @param locale Thai, or else English
     * @return an HTML document with inline styles
     */
    public String summary(CertificationState state, ConfidenceSummary summary, Locale locale) {
        AreaCode unit = summary.total().unit();
        Hash root = summary.total().root();
        Optional<Certificate> valid = state.certificate(unit).filter(each -> isOf(each, root));
        Optional<Certificate> any =
                valid.or(() -> state.lapsedCertificate(unit)).filter(each -> isOf(each, root));
        PaperWriter.Standing standing = valid.isPresent()
                ? PaperWriter.Standing.HOLDS
                : any.isEmpty() && state.root(unit).equals(root)
                        ? PaperWriter.Standing.DRAFT
                        : PaperWriter.Standing.LAPSED;
        PaperWriter writer = new PaperWriter(this, state.tree(), locale, any.orElse(null), summary);
        return writer.write(Paper.CONFIDENCE_SUMMARY, standing);
    }

    private static boolean isOf(Certificate certificate, Hash root) {
        return certificate.content().root().equals(root);
    }

    Certification kernel() {
        return kernel;
    }

    PaperTemplate template() {
        return template;
    }

    Ledger.@Nullable Head head() {
        return head;
    }

    @Nullable
    Text text(String key) {
        return texts.get(key);
    }

    String name(ActorId actor, Locale locale) {
        return names.apply(actor).in(locale);
    }

    Text unit(AreaCode unit, AreaTree tree) {
        if (units != null) {
            return units.apply(unit);
        }
        Text name = tree.name(unit);
        name = Text.of(ThaiDigits.toThai(name.th()), name.en());
        Text level = unit.level().text();
        return switch (unit.level()) {
            case DISTRICT, PROVINCE ->
                Text.of(
                        name.th().startsWith(level.th()) ? name.th() : level.th() + name.th(),
                        name.en() + " " + level.en());
            default -> name;
        };
    }
}
