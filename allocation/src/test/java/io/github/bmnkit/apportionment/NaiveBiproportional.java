package io.github.bmnkit.apportionment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Biproportional apportionment by trying every table with the right margins: the best have the least product of signpost
 * over weight, over all shares. By duality these are the tables for which multipliers exist.
 */
final class NaiveBiproportional {
    private final BiproportionalProblem problem;
    private final List<List<Long>> weights;
    private final int width;
    private final long[] columnsLeft;
    private final List<long[][]> best = new ArrayList<>();
    private @Nullable Ratio least;

    private NaiveBiproportional(BiproportionalProblem problem) {
        this.problem = problem;
        weights = problem.weights();
        width = problem.columns().size();
        columnsLeft = problem.columns().stream().mapToLong(Margin::total).toArray();
    }

    /** Returns all best tables; none if no table has the right margins. */
    static List<long[][]> best(BiproportionalProblem problem) {
        NaiveBiproportional search = new NaiveBiproportional(problem);
        int height = problem.rows().size();
        search.fill(
                new long[height][search.width],
                0,
                height == 0 ? 0 : problem.rows().get(0).total());
        return search.best;
    }

    private void fill(long[][] cells, int at, long rowLeft) {
        if (at == cells.length * width) {
            if (rowLeft == 0) {
                compare(cells);
            }
            return;
        }
        int i = at / width;
        int j = at % width;
        boolean lastInRow = j == width - 1;
        long weight = weights.get(i).get(j);
        long floor = weight > 0 && problem.method().startsAtZero() ? 1 : 0;
        long cap = weight == 0 ? 0 : Math.min(rowLeft, columnsLeft[j]);
        for (long cell = lastInRow ? Math.max(floor, rowLeft) : floor; cell <= cap; cell++) {
            cells[i][j] = cell;
            columnsLeft[j] -= cell;
            long left = rowLeft - cell;
            if (!lastInRow) {
                fill(cells, at + 1, left);
            } else if (left == 0 && i + 1 < cells.length) {
                fill(cells, at + 1, problem.rows().get(i + 1).total());
            } else {
                fill(cells, at + 1, left);
            }
            columnsLeft[j] += cell;
        }
        cells[i][j] = 0;
    }

    private void compare(long[][] cells) {
        for (long left : columnsLeft) {
            if (left != 0) {
                return;
            }
        }
        BigInteger over = BigInteger.ONE;
        BigInteger under = BigInteger.ONE;
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < width; j++) {
                BigInteger weight = BigInteger.valueOf(weights.get(i).get(j));
                for (long a = problem.method().startsAtZero() ? 2 : 1; a <= cells[i][j]; a++) {
                    Ratio signpost = signpost(problem.method(), a);
                    over = over.multiply(signpost.numerator());
                    under = under.multiply(signpost.denominator())
                            .multiply(problem.method() == Method.HUNTINGTON_HILL ? weight.pow(2) : weight);
                }
            }
        }
        Ratio product = new Ratio(over, under);
        int order = least == null ? -1 : product.compareTo(least);
        if (order < 0) {
            best.clear();
            least = product;
        }
        if (order <= 0) {
            long[][] copy = new long[cells.length][];
            for (int i = 0; i < copy.length; i++) {
                copy[i] = cells[i].clone();
            }
            best.add(copy);
        }
    }

    private static Ratio signpost(Method method, long a) {
        return switch (method) {
            case WEBSTER -> ratio(2 * a - 1, 2);
            case JEFFERSON -> ratio(a, 1);
            case ADAMS -> ratio(a - 1, 1);
            case HUNTINGTON_HILL -> ratio(a * (a - 1), 1);
            case DEAN -> ratio(2 * a * (a - 1), 2 * a - 1);
            case LARGEST_REMAINDER -> throw new IllegalArgumentException(method.toString());
        };
    }

    private static Ratio ratio(long over, long under) {
        return new Ratio(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }
}
