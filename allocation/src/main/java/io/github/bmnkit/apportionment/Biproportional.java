package io.github.bmnkit.apportionment;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import java.util.List;
import java.util.Optional;

/** What came of a biproportional problem: the {@link Table}, or the rows and columns that prove that there is none. */
public sealed interface Biproportional {
    /**
     * Returns the table, if there is one.
     *
     * @return the table, or empty
     */
    Optional<Table> table();

    /**
     * Returns why there is no table.
     *
     * @return the reasons; empty if there is a table
     */
    List<Finding> reasons();

    /**
     * A table in proportion to the weights both ways, with the evidence: {@link BiproportionalProblem#verify} checks it.
     *
     * @param problem what was asked
     * @param cells the whole numbers, row by row
     * @param rowMultipliers the multiplier of each row; for {@link Method#HUNTINGTON_HILL} the square of it
     * @param columnMultipliers the multiplier of each column; likewise
     * @param ties the rows and columns among which shares could be exchanged with the same right; the order of the codes
     *     decided
     */
    record Table(
            BiproportionalProblem problem,
            List<List<Long>> cells,
            List<Ratio> rowMultipliers,
            List<Ratio> columnMultipliers,
            List<TableTie> ties)
            implements Biproportional {
        /**
         * Copies the lists.
         *
         * @param problem what was asked
         * @param cells the whole numbers, row by row
         * @param rowMultipliers the multiplier of each row
         * @param columnMultipliers the multiplier of each column
         * @param ties the rows and columns among which shares could be exchanged
         */
        public Table {
            requireNonNull(problem, "problem");
            cells = cells.stream().map(List::copyOf).toList();
            rowMultipliers = List.copyOf(rowMultipliers);
            columnMultipliers = List.copyOf(columnMultipliers);
            ties = List.copyOf(ties);
        }

        @Override
        public Optional<Table> table() {
            return Optional.of(this);
        }

        @Override
        public List<Finding> reasons() {
            return List.of();
        }
    }

    /**
     * A problem without a solution: the rows need more than these columns have, which are the only ones where they have
     * weights. Where the margins differ in sum, or one is below what its cells must have at least, it is all of them, or
     * that one.
     *
     * @param rows the codes of the rows, sorted
     * @param columns the codes of the columns, sorted
     * @param required what these rows need in these columns, and others must have there at least
     * @param available what these columns have
     * @param reason why
     */
    record Infeasible(List<String> rows, List<String> columns, long required, long available, Finding reason)
            implements Biproportional {
        /**
         * Copies the lists.
         *
         * @param rows the codes of the rows, sorted
         * @param columns the codes of the columns, sorted
         * @param required what these rows need in these columns, and others must have there at least
         * @param available what these columns have
         * @param reason why
         */
        public Infeasible {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            requireNonNull(reason, "reason");
        }

        @Override
        public Optional<Table> table() {
            return Optional.empty();
        }

        @Override
        public List<Finding> reasons() {
            return List.of(reason);
        }
    }
}
