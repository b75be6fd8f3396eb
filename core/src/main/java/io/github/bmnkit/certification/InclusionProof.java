package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.json.CanonicalJson;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows that a household's answers are among those that a certificate binds, without showing any other household's. It
 * holds about log2(n) digests and is verified with nothing but itself, the commitment and the certificate's root.
 *
 * @param steps the trees on the way, the village's first, each with the position of what is proved in it
 */
public record InclusionProof(List<Tree> steps) {
    private static final Decoder<Hash> HASH = Decoder.parsed(Hash::parse);

    private static final Decoder<Tree> TREE = Decoder.object(fields -> {
        Optional<Long> index = fields.required("index", Decoder.integer(0, Integer.MAX_VALUE));
        Optional<Long> size = fields.required("size", Decoder.integer(1, Integer.MAX_VALUE));
        Optional<List<Hash>> path = fields.required("path", Decoder.list(HASH));
        boolean complete = index.isPresent() && size.isPresent() && path.isPresent();
        if (complete && !Tree.fits(index.get(), size.get(), path.get().size())) {
            fields.refuse(Finding.of(CertificationFinding.PROOF_SHAPE).at(fields.place()));
        }
        return fields.build(() ->
                new Tree(index.orElseThrow().intValue(), size.orElseThrow().intValue(), path.orElseThrow()));
    });

    private static final Decoder<InclusionProof> PROOF = Decoder.object(fields -> {
        Optional<List<Tree>> steps = fields.required("steps", Decoder.list(TREE));
        return fields.build(() -> new InclusionProof(steps.orElseThrow()));
    });

    /**
     * Copies the steps.
     *
     * @param steps the trees on the way, the village's first
     */
    public InclusionProof {
        steps = List.copyOf(steps);
    }

    /**
     * A position in one tree.
     *
     * @param index the position of what is proved, from 0
     * @param size how many leaves the tree has
     * @param path the siblings from the leaf up
     */
    public record Tree(int index, int size, List<Hash> path) {
        /**
         * Checks that the path has the length that the position needs.
         *
         * @param index the position of what is proved, from 0
         * @param size how many leaves the tree has
         * @param path the siblings from the leaf up
         * @throws IllegalArgumentException if it has another length, or there is no such position
         */
        public Tree {
            path = List.copyOf(path);
            if (!fits(index, size, path.size())) {
                throw new IllegalArgumentException(
                        "no path of " + path.size() + " leads from " + index + " of " + size + " to a root");
            }
        }

        private static boolean fits(long index, long size, int length) {
            return index >= 0 && index < size && Merkle.depth((int) index, (int) size) == length;
        }
    }

    static InclusionProof of(List<Hash> leaves, int index) {
        return new InclusionProof(List.of(new Tree(index, leaves.size(), Merkle.path(leaves, index))));
    }

    /**
     * Reads a proof from JSON.
     *
     * @param json the proof as {@link #toJson} writes it; read to its end and not closed
     * @return the proof, if it has the form of one, and the findings with line, column and JSON Pointer
     */
    public static Reading<InclusionProof> read(InputStream json) {
        return JsonDocument.read(requireNonNull(json, "json"), JsonLimits.DEFAULT, PROOF);
    }

    /**
     * Extends this proof up a tree of trees.
     *
     * @param above proves that the root of this proof lies in a higher tree
     * @return the proof that leads to the higher root
     */
    public InclusionProof then(InclusionProof above) {
        List<Tree> all = new ArrayList<>(steps);
        all.addAll(above.steps);
        return new InclusionProof(all);
    }

    /**
     * Returns the root to which a commitment leads.
     *
     * @param commitment the commitment to the household's answers
     * @return the root
     */
    public Hash root(Hash commitment) {
        Hash at = requireNonNull(commitment, "commitment");
        for (Tree step : steps) {
            at = Merkle.climb(at, step.index(), step.size(), step.path());
        }
        return at;
    }

    /**
     * Tells whether a commitment is among those that a root binds.
     *
     * @param commitment the commitment to the household's answers, computed anew from the answers and their salt
     * @param root the root of a certificate
     * @return true if it is
     */
    public boolean verify(Hash commitment, Hash root) {
        return root(commitment).equals(requireNonNull(root, "root"));
    }

    /**
     * Writes the proof as JSON: {@code {"steps":[{"index":..,"path":[..],"size":..}]}}.
     *
     * @return the document, in one line, in canonical form (RFC 8785)
     */
    public String toJson() {
        List<Object> trees = new ArrayList<>();
        for (Tree step : steps) {
            trees.add(Map.of(
                    "index",
                    (long) step.index(),
                    "size",
                    (long) step.size(),
                    "path",
                    step.path().stream().map(Hash::toString).toList()));
        }
        return CanonicalJson.of(Map.of("steps", trees));
    }
}
