package io.github.bmnkit.certification;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.ObjectFields;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Paper;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The form of a template of papers in JSON. */
final class TemplateDecoder {
    private static final int MAX_LINES = 20;

    private static final Decoder<AreaLevel> LEVEL = Decoder.constant(AreaLevel.class)
            .then((level, value) -> CertificationDefinition.LEVELS.contains(level)
                    ? Reading.of(level)
                    : Reading.nothing(List.of(Finding.of(CertificationFinding.LEVELS))));
    private static final Decoder<PaperText> TEXT = Decoder.BILINGUAL.then((text, value) -> PaperText.parse(text));
    private static final Decoder<String> KEY = Decoder.TEXT.then((key, value) ->
            Command.isCode(key) ? Reading.of(key) : Reading.nothing(List.of(block(PaperBlock.Kind.OPINION))));

    private static final Decoder<PaperBlock> BLOCK =
            Decoder.object(TemplateDecoder::block).then((block, value) -> checked(block));
    private static final Decoder<PaperTemplate.Layout> LAYOUT = Decoder.object(TemplateDecoder::layout);

    static final Decoder<PaperTemplate> TEMPLATE = Decoder.object(fields -> {
        Optional<String> id = fields.required("id", Decoder.TEXT);
        Optional<String> version = fields.required("version", Decoder.TEXT);
        Optional<DefinitionStatus> status = fields.required("status", Decoder.constant(DefinitionStatus.class));
        Optional<Text> title = fields.required("title", Decoder.BILINGUAL);
        Optional<List<PaperTemplate.Layout>> papers = fields.required("papers", Decoder.list(LAYOUT));
        Set<String> seen = new HashSet<>();
        for (PaperTemplate.Layout layout : papers.orElse(List.of())) {
            for (AreaLevel level : layout.levels()) {
                if (!seen.add(layout.paper() + " " + level)) {
                    fields.refuse(twice(layout.paper() + " " + level).at(fields.place()));
                }
            }
        }
        return fields.build(() -> new PaperTemplate(
                id.orElseThrow(),
                version.orElseThrow(),
                status.orElseThrow(),
                title.orElseThrow(),
                papers.orElseThrow()));
    });

    private TemplateDecoder() {}

    private static Optional<PaperTemplate.Layout> layout(ObjectFields fields) {
        Optional<Paper> paper = fields.required("paper", Decoder.constant(Paper.class));
        Optional<List<AreaLevel>> levels = fields.required("levels", Decoder.list(LEVEL));
        Optional<List<PaperBlock>> blocks = fields.required("blocks", Decoder.list(BLOCK));
        if (paper.isPresent() && blocks.isPresent()) {
            check(fields, paper.get(), blocks.get());
        }
        return fields.build(() -> new PaperTemplate.Layout(
                paper.orElseThrow(), new HashSet<>(levels.orElseThrow()), blocks.orElseThrow()));
    }

    private static void check(ObjectFields fields, Paper paper, List<PaperBlock> blocks) {
        Map<PaperBlock.Kind, Integer> counts = new EnumMap<>(PaperBlock.Kind.class);
        for (PaperBlock block : blocks) {
            counts.merge(block.kind(), 1, Integer::sum);
            boolean ofSummary = block.kind() == PaperBlock.Kind.UNITS;
            PaperText text = block.text();
            Set<PaperField> named = new HashSet<>(block.fields());
            if (text != null) {
                named.addAll(text.fields());
            }
            ofSummary |= named.stream().anyMatch(field -> field.where() == PaperField.Where.SUMMARY);
            if (ofSummary && paper != Paper.CONFIDENCE_SUMMARY) {
                fields.refuse(elsewhere(block.kind().name()).at(fields.place()));
            }
        }
        for (PaperBlock.Kind kind : PaperBlock.Kind.values()) {
            int count = counts.getOrDefault(kind, 0);
            if (kind.isNeeded() && count == 0) {
                fields.refuse(Finding.of(CertificationFinding.PAPER_BLOCK_MISSING)
                        .with("kind", kind.name())
                        .at(fields.place()));
            }
            if (kind.isNeeded() && count > 1) {
                fields.refuse(twice(kind.name()).at(fields.place()));
            }
        }
    }

    private static Optional<PaperBlock> block(ObjectFields fields) {
        Optional<PaperBlock.Kind> kind = fields.required("kind", Decoder.constant(PaperBlock.Kind.class));
        Optional<PaperText> text = fields.optional("text", TEXT);
        Optional<List<PaperField>> shown = fields.optional("fields", Decoder.list(Decoder.constant(PaperField.class)));
        Optional<String> key = fields.optional("key", KEY);
        Optional<Integer> lines = fields.optional("lines", Decoder.whole(0, MAX_LINES));
        return fields.build(() -> new PaperBlock(
                kind.orElseThrow(), text.orElse(null), shown.orElse(List.of()), key.orElse(""), lines.orElse(0)));
    }

    private static Reading<PaperBlock> checked(PaperBlock block) {
        PaperBlock.Kind kind = block.kind();
        boolean opinion = kind == PaperBlock.Kind.OPINION;
        boolean fits = (block.text() != null) == kind.hasText
                && block.fields().isEmpty() != kind.hasFields
                && block.key().isEmpty() != opinion
                && (opinion || block.lines() == 0);
        if (!fits) {
            return Reading.nothing(List.of(block(kind)));
        }
        List<Finding> elsewhere = block.fields().stream()
                .filter(field -> kind == PaperBlock.Kind.UNITS && field.where() != PaperField.Where.LINE)
                .map(field -> elsewhere(field.name()))
                .toList();
        return elsewhere.isEmpty() ? Reading.of(block) : Reading.nothing(elsewhere);
    }

    private static Finding block(PaperBlock.Kind kind) {
        return Finding.of(CertificationFinding.PAPER_BLOCK)
                .with("kind", kind.name())
                .with("needs", kind.what());
    }

    private static Finding elsewhere(String field) {
        return Finding.of(CertificationFinding.PAPER_FIELD_ELSEWHERE).with("field", field);
    }

    private static Finding twice(String what) {
        return Finding.of(CertificationFinding.PAPER_TWICE).with("what", what);
    }
}
