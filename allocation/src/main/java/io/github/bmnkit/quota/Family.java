package io.github.bmnkit.quota;

import io.github.bmnkit.apportionment.ControlledRounding;
import io.github.bmnkit.apportionment.Margin;
import io.github.bmnkit.apportionment.RoundedTable;
import io.github.bmnkit.apportionment.RowExplanation;
import io.github.bmnkit.apportionment.TableTie;
import io.github.bmnkit.apportionment.Tie;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.round.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The children of an area, whose targets are split across periods as their parent's is, by controlled rounding. */
final class Family {
    private final List<Period> periods;
    private final List<Margin> columns = new ArrayList<>();
    private final List<Margin> rows = new ArrayList<>();

    /** Takes the periods that are split; the parent's parts come in the same order. */
    Family(List<Period> periods) {
        this.periods = periods;
    }

    void addPart(long ofParent) {
        columns.add(Margin.of(periods.get(columns.size()).id(), ofParent));
    }

    void addChild(AreaCode child, long target) {
        rows.add(Margin.of(child.value(), target));
    }

    RoundedTable split() {
        return ControlledRounding.proportional(rows, columns).solve();
    }

    /** Writes the split into columns by area. */
    void splitInto(long[][] byPeriod, int from, int[] children) {
        RoundedTable table = split();
        for (int k = 0; k < columns.size(); k++) {
            long[] column = byPeriod[from + k];
            int[] next = {0};
            table.column(columns.get(k).code()).forEach(part -> column[children[next[0]++]] = part);
        }
    }

    /** Adds the ties of each period; the last period of a tie has what the others left. */
    void addTies(List<PlanTie> ties, AreaCode parent) {
        RoundedTable table = split();
        for (TableTie tie : table.ties()) {
            List<RowExplanation> tied = tie.rows().stream().map(table::explain).toList();
            List<Integer> open = new ArrayList<>();
            for (int k = 0; k < columns.size(); k++) {
                if (tie.columns().contains(columns.get(k).code())) {
                    open.add(k);
                }
            }
            for (int k : open.subList(0, open.size() - 1)) {
                TreeSet<String> winners = new TreeSet<>();
                TreeSet<String> members = new TreeSet<>();
                for (RowExplanation row : tied) {
                    RowExplanation.Reason reason = row.reasons().get(k);
                    if (reason == RowExplanation.Reason.WON_TIE) {
                        winners.add(row.row());
                    }
                    if (reason == RowExplanation.Reason.WON_TIE || reason == RowExplanation.Reason.LOST_TIE) {
                        members.add(row.row());
                    }
                }
                ties.add(new PlanTie(
                        parent, periods.get(k), new Tie(List.copyOf(members), List.copyOf(winners), false)));
            }
        }
    }
}
