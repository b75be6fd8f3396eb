package io.github.bmnkit.certification;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** The tree of RFC 6962, section 2.1: the left part of n leaves holds the largest power of two below n. */
final class Merkle {
    private Merkle() {}

    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY;
        }
        return root(Hash.digest(), leaves, 0, leaves.size());
    }

    private static Hash root(MessageDigest digest, List<Hash> leaves, int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int middle = from + split(to - from);
        Hash left = root(digest, leaves, from, middle);
        return Hash.node(digest, left, root(digest, leaves, middle, to));
    }

    /** The siblings from the leaf up to the root. */
    static List<Hash> path(List<Hash> leaves, int index) {
        MessageDigest digest = Hash.digest();
        List<Hash> path = new ArrayList<>();
        int from = 0;
        int to = leaves.size();
        while (to - from > 1) {
            int middle = from + split(to - from);
            boolean goesLeft = index < middle;
            path.add(0, goesLeft ? root(digest, leaves, middle, to) : root(digest, leaves, from, middle));
            from = goesLeft ? from : middle;
            to = goesLeft ? middle : to;
        }
        return path;
    }

    /** How many siblings the path of a leaf has. */
    static int depth(int index, int size) {
        int depth = 0;
        int position = index;
        int rest = size;
        while (rest > 1) {
            int left = split(rest);
            boolean goesLeft = position < left;
            position = goesLeft ? position : position - left;
            rest = goesLeft ? left : rest - left;
            depth++;
        }
        return depth;
    }

    /** The root that a leaf and its path lead to; the path has the depth of the leaf. */
    static Hash climb(Hash leaf, int index, int size, List<Hash> path) {
        return climb(Hash.digest(), leaf, index, size, path, path.size());
    }

    private static Hash climb(MessageDigest digest, Hash leaf, int index, int size, List<Hash> path, int length) {
        if (size == 1) {
            return leaf;
        }
        int left = split(size);
        Hash sibling = path.get(length - 1);
        return index < left
                ? Hash.node(digest, climb(digest, leaf, index, left, path, length - 1), sibling)
                : Hash.node(digest, sibling, climb(digest, leaf, index - left, size - left, path, length - 1));
    }

    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
