package io.github.bmnkit.registry;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.csv.CsvWriter;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.json.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which surveyed member each row of the registers is, or why that is not known. Nothing is guessed: a row links only if
 * its national ID is that of exactly one member of exactly one household. Whether somebody who was not met has died or
 * moved away, or lives in a household that was not surveyed, nobody can tell from these data.
 */
public final class RegistryLinks {
    private final Memberships memberships;
    private final RegistryLinker.Run run;
    private final Met.Sorted met;
    private final int[] persons;
    private final Outcome[] outcomes;
    private final List<Finding> findings;

    private RegistryLinks(
            Memberships memberships, RegistryLinker.Run run, Met.Sorted met, int[] persons, Outcome[] outcomes) {
        this.memberships = memberships;
        this.run = run;
        this.met = met;
        this.persons = persons;
        this.outcomes = outcomes;
        this.findings = new Conflicts(memberships, persons, this::isLinked, met).find();
    }

    /** What came of linking a row. */
    public enum Outcome {
        /** Exactly one member of one household has the national ID. */
        LINKED("เชื่อมโยงได้", "linked"),
        /** The row has no national ID. */
        NO_ID("ไม่มีเลขประจำตัวประชาชน", "no national ID"),
        /** What the row has for a national ID is none. */
        ID_INVALID("เลขประจำตัวประชาชนไม่ถูกต้อง", "national ID not valid"),
        /** No member of the households that were added has the national ID; why not is not known. */
        NOT_IN_ANY_HOUSEHOLD("ไม่พบในครัวเรือนใด", "not in any household"),
        /** Members of several households have the national ID. */
        IN_SEVERAL_HOUSEHOLDS("พบในหลายครัวเรือน", "in several households"),
        /** Several members of one household have the national ID. */
        SEVERAL_IN_HOUSEHOLD("พบมากกว่าหนึ่งคนในครัวเรือนเดียว", "several members of one household");

        private final Text text;

        Outcome(String th, String en) {
            text = Text.of(th, en);
        }

        /**
         * Returns the outcome in words.
         *
         * @return the words in Thai and English
         */
        public Text text() {
            return text;
        }
    }

    /**
     * A member of a household who has a national ID of the registers.
     *
     * @param household the household
     * @param member the member's key
     */
    public record Found(HouseholdId household, int member) {
        /**
         * Checks that the household is there.
         *
         * @param household the household
         * @param member the member's key
         */
        public Found {
            requireNonNull(household, "household");
        }
    }

    /**
     * A row and what came of it.
     *
     * @param membership the row
     * @param outcome what came of it
     * @param found the members with its national ID, by household and key: one if it is linked, several if it is not known
     *     which, none otherwise
     */
    public record Link(Membership membership, Outcome outcome, List<Found> found) {
        /**
         * Copies the list.
         *
         * @param membership the row
         * @param outcome what came of it
         * @param found the members with its national ID
         */
        public Link {
            requireNonNull(membership, "membership");
            requireNonNull(outcome, "outcome");
            found = List.copyOf(found);
        }
    }

    static RegistryLinks of(Memberships memberships, long[] ids, Met.Sorted met, RegistryLinker.Run run) {
        MembershipRows rows = memberships.rows;
        int[] persons = new int[rows.size];
        Outcome[] outcomes = new Outcome[rows.size];
        for (int row = 0; row < rows.size; row++) {
            long id = rows.person[row];
            persons[row] = id < 0 ? -1 : Arrays.binarySearch(ids, id);
            outcomes[row] = outcome(id, persons[row], met);
        }
        return new RegistryLinks(memberships, run, met, persons, outcomes);
    }

    private static Outcome outcome(long id, int person, Met.Sorted met) {
        if (id < 0) {
            return id == MembershipRows.NO_ID ? Outcome.NO_ID : Outcome.ID_INVALID;
        }
        return switch (met.count(person)) {
            case 0 -> Outcome.NOT_IN_ANY_HOUSEHOLD;
            case 1 -> Outcome.LINKED;
            default -> met.isOneHousehold(person) ? Outcome.SEVERAL_IN_HOUSEHOLD : Outcome.IN_SEVERAL_HOUSEHOLDS;
        };
    }

    private boolean isLinked(int row) {
        return outcomes[row] == Outcome.LINKED;
    }

    /**
     * Returns the rows with what came of them.
     *
     * @return the links, in the order of the rows; each is made when it is asked for
     */
    public List<Link> all() {
        return new Links(this, null);
    }

    /**
     * Returns the rows of one outcome, such as those that a bureau has to look into.
     *
     * @param outcome the outcome
     * @return the links, in the order of the rows; each is made when it is asked for
     */
    public List<Link> all(Outcome outcome) {
        int[] chosen = new int[Math.toIntExact(count(outcome))];
        int next = 0;
        for (int row = 0; row < outcomes.length; row++) {
            if (outcomes[row] == outcome) {
                chosen[next++] = row;
            }
        }
        return new Links(this, chosen);
    }

    /**
     * Returns how many rows had an outcome.
     *
     * @param outcome the outcome
     * @return the number of rows; over all outcomes they add up to the rows that were kept
     */
    public long count(Outcome outcome) {
        long count = 0;
        for (Outcome each : outcomes) {
            count += each == outcome ? 1 : 0;
        }
        return count;
    }

    /**
     * Returns the conflicts and duplicates: a person who is in a group twice, in groups of two villages, under two names, or
     * in roles that exclude one another. Each is at the file and line of a row and names another row; none holds a
     * national ID or a name.
     *
     * @return the findings, by file and line
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Counts all rows by area.
     *
     * @return how many are linked of how many
     */
    public RegistryCoverage coverage() {
        return RegistryCoverage.of(memberships, row -> true, this::isLinked);
    }

    /**
     * Counts the rows that are in force on a day by area.
     *
     * @param day the day
     * @return how many are linked of how many
     */
    public RegistryCoverage coverage(LocalDate day) {
        int at = Math.toIntExact(day.toEpochDay());
        MembershipRows rows = memberships.rows;
        return RegistryCoverage.of(memberships, row -> rows.from[row] <= at && at < rows.until[row], this::isLinked);
    }

    /**
     * Writes the rows with what came of them as CSV: file, line, register, area, group, role, term and outcome, and the
     * household and member's key of those that are linked. National IDs and names are not in it. A group or role that a
     * spreadsheet would run has an apostrophe before it, and so has one that begins with one.
     *
     * @param out where to; neither flushed nor closed
     * @throws IOException if it cannot be written
     */
    public void writeCsv(Appendable out) throws IOException {
        StringBuilder line = new StringBuilder();
        CsvWriter.append(
                line,
                List.of(
                        "source",
                        "line",
                        "register",
                        "area",
                        "group",
                        "role",
                        "from",
                        "until",
                        "outcome",
                        "household",
                        "member"));
        out.append(line);
        for (Link link : all()) {
            Membership row = link.membership();
            boolean linked = link.outcome() == Outcome.LINKED;
            line.setLength(0);
            CsvWriter.append(
                    line,
                    List.of(
                            row.source(),
                            Integer.toString(row.line()),
                            row.register().value(),
                            row.area().value(),
                            spreadsheetSafe(row.group()),
                            spreadsheetSafe(row.role()),
                            text(row.from()),
                            text(row.until()),
                            link.outcome().name(),
                            linked ? link.found().get(0).household().value() : "",
                            linked ? Integer.toString(link.found().get(0).member()) : ""));
            out.append(line);
        }
    }

    private static String spreadsheetSafe(String text) {
        return !text.isEmpty() && "=+-@'".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    /**
     * Writes the summary as JSON: what was linked with what, how many rows had which outcome, how many are linked in each
     * register, and how many findings there are of each kind.
     *
     * @return the document
     */
    public String toJson() {
        RegistryCoverage coverage = coverage();
        Map<String, Long> kinds = new TreeMap<>();
        findings.forEach(finding -> kinds.merge(finding.code().id(), 1L, Long::sum));
        return JsonWriter.write(this, (links, json) -> {
            RegisterCatalogue catalogue = memberships.catalogue();
            json.string("catalogue", catalogue.id());
            json.string("version", catalogue.version());
            json.constant("status", catalogue.status());
            json.flag("demonstration", run.demonstration());
            json.string("form", run.form());
            json.string("formVersion", run.version());
            json.number("round", run.round());
            json.number("households", BigDecimal.valueOf(run.households()));
            json.number("members", BigDecimal.valueOf(run.members()));
            json.number("membersWithoutId", BigDecimal.valueOf(run.membersWithoutId()));
            json.object("rows", links, (each, counts) -> {
                for (Outcome outcome : Outcome.values()) {
                    counts.number(outcome.name(), BigDecimal.valueOf(count(outcome)));
                }
            });
            json.list("registers", coverage.registers(), (register, item) -> {
                Share share = coverage.of(register);
                item.string("id", register.value());
                item.text("name", catalogue.find(register).orElseThrow().name());
                item.number("listed", BigDecimal.valueOf(share.whole()));
                item.number("linked", BigDecimal.valueOf(share.part()));
            });
            json.object("findings", kinds, (all, counts) -> {
                for (Map.Entry<String, Long> kind : all.entrySet()) {
                    counts.number(kind.getKey(), BigDecimal.valueOf(kind.getValue()));
                }
            });
        });
    }

    private Link link(int row) {
        Outcome outcome = outcomes[row];
        List<Found> found = new ArrayList<>();
        int person = persons[row];
        for (int i = 0; person >= 0 && i < met.count(person); i++) {
            found.add(new Found(HouseholdId.of(met.household(person, i)), met.member(person, i)));
        }
        return new Link(memberships.rows.get(row), outcome, found);
    }

    /** Shows how many rows had which outcome. */
    @Override
    public String toString() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, count(outcome));
        }
        return "RegistryLinks" + counts;
    }

    private static final class Links extends AbstractList<Link> implements RandomAccess {
        private final RegistryLinks links;
        private final int @Nullable [] chosen;

        Links(RegistryLinks links, int @Nullable [] chosen) {
            this.links = links;
            this.chosen = chosen;
        }

        @Override
        public Link get(int index) {
            int at = Objects.checkIndex(index, size());
            return links.link(chosen == null ? at : chosen[at]);
        }

        @Override
        public int size() {
            return chosen == null ? links.outcomes.length : chosen.length;
        }
    }
}
