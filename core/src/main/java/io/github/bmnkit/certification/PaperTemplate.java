package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Paper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/**
 * How the papers are laid out: their parts, words and figures, as data. The official forms are not public, so the one that
 * is shipped is a proposal of ours, says so on every paper, and is there to be replaced. A template holds words and the
 * names of figures from a fixed list, nothing that runs.
 */
public final class PaperTemplate {
    private final String id;
    private final String version;
    private final DefinitionStatus status;
    private final Text title;
    private final List<Layout> layouts;

    /** The parts of one paper at some levels. */
    record Layout(Paper paper, Set<AreaLevel> levels, List<PaperBlock> blocks) {
        Layout {
            levels = Set.copyOf(levels);
            blocks = List.copyOf(blocks);
        }
    }

    PaperTemplate(String id, String version, DefinitionStatus status, Text title, List<Layout> layouts) {
        this.id = id;
        this.version = version;
        this.status = status;
        this.title = title;
        this.layouts = List.copyOf(layouts);
    }

    /**
     * Returns the layout of ours, of the status {@link DefinitionStatus#REFERENCE}: certificates for the four levels, and
     * summaries for the three above the village, those of district and province with a table of the units beneath.
     *
     * @return the template
     */
    public static PaperTemplate bmnkit() {
        return Shipped.TEMPLATE;
    }

    private static final class Shipped {
        static final PaperTemplate TEMPLATE = load("papers-bmnkit.json");
    }

    private static PaperTemplate load(String resource) {
        try (InputStream in = PaperTemplate.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return read(in).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a template from JSON.
     *
     * @param json the template, in the form of the shipped {@code papers-bmnkit.json} and of {@code papers.schema.json}; read
     *     to its end and not closed
     * @return the template, if nothing is wrong with it, and the findings with line, column and JSON Pointer
     */
    public static Reading<PaperTemplate> read(InputStream json) {
        return JsonDocument.read(requireNonNull(json, "json"), JsonLimits.DEFAULT, TemplateDecoder.TEMPLATE);
    }

    /**
     * Returns what the template claims to be. Only papers of an {@link DefinitionStatus#OFFICIAL} one do not say that the
     * official form is not public.
     *
     * @return the status
     */
    public DefinitionStatus status() {
        return status;
    }

    /**
     * Returns the name of the template.
     *
     * @return the name
     */
    public Text title() {
        return title;
    }

    /**
     * Tells whether the template has a paper.
     *
     * @param paper which paper
     * @param level of which level
     * @return true if it can be printed
     */
    public boolean has(Paper paper, AreaLevel level) {
        return layouts.stream()
                .anyMatch(each -> each.paper() == paper && each.levels().contains(level));
    }

    List<PaperBlock> blocks(Paper paper, AreaLevel level) {
        return layouts.stream()
                .filter(each -> each.paper() == paper && each.levels().contains(level))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(reference() + " has no " + paper + " of the level " + level))
                .blocks();
    }

    boolean hasOpinion(String key) {
        return layouts.stream()
                .flatMap(each -> each.blocks().stream())
                .anyMatch(block -> block.key().equals(key));
    }

    /**
     * Names the template and its edition.
     *
     * @return id and version, such as {@code papers-bmnkit 1}
     */
    public String reference() {
        return id + " " + version;
    }

    @Override
    public String toString() {
        return "PaperTemplate[" + reference() + "]";
    }
}
