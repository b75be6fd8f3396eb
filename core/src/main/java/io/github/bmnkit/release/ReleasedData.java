package io.github.bmnkit.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.certification.Hash;
import io.github.bmnkit.certification.Ledger;
import io.github.bmnkit.csv.CsvWriter;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.json.CanonicalJson;
import io.github.bmnkit.release.ReleaseRequest.Field;
import io.github.bmnkit.release.ReleaseRequest.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a partner gets: tables of records that are generalised and suppressed already, the codebook that says how, and for
 * the host a report of the risk that is left and the entry of the log of releases.
 */
public final class ReleasedData {
    static final String HOUSEHOLD = "_household";

    private final Kept kept;
    private final Counts counts;
    private final RiskReport report;
    private final List<Kept.Row> rows;
    private final Hash digest;

    private ReleasedData(Kept kept, Counts counts, RiskReport report) {
        this.kept = kept;
        this.counts = counts;
        this.report = report;
        rows = kept.rows();
        digest = digest(this);
    }

    static ReleasedData of(Kept kept, Counts counts, RiskReport report) {
        return new ReleasedData(kept, counts, report);
    }

    /**
     * What became of the households that were offered; a household is counted by the first reason.
     *
     * @param offered how many were offered
     * @param drafts how many were no complete answers
     * @param withoutConsent how many have not consented
     * @param outsideAreas how many live elsewhere
     * @param outsidePeriod how many are of another round, or were asked at another time
     * @param taken how many were taken, before suppression
     */
    public record Counts(
            long offered, long drafts, long withoutConsent, long outsideAreas, long outsidePeriod, long taken) {
        /**
         * Checks that the counts add up.
         *
         * @param offered how many were offered
         * @param drafts how many were no complete answers
         * @param withoutConsent how many have not consented
         * @param outsideAreas how many live elsewhere
         * @param outsidePeriod how many are of another round, or were asked at another time
         * @param taken how many were taken, before suppression
         * @throws IllegalArgumentException if they do not
         */
        public Counts {
            if (offered != drafts + withoutConsent + outsideAreas + outsidePeriod + taken) {
                throw new IllegalArgumentException("the counts do not add up to " + offered);
            }
        }
    }

    /**
     * Returns what became of the households that were offered.
     *
     * @return the counts
     */
    public Counts counts() {
        return counts;
    }

    /**
     * Returns how many records are released.
     *
     * @return the number of households, or of members who are released apart
     */
    public long records() {
        return rows.size();
    }

    /**
     * Returns the report for the host. It is not for the partner.
     *
     * @return what was done, and which risk is left
     */
    public RiskReport report() {
        return report;
    }

    /**
     * Writes the records as CSV (UTF-8, RFC 4180): a row for each household, or each member if members are released apart.
     * Missing values stand as in every table of answers; {@code *} is what was generalised to anything, {@code .x} a code
     * that is not in the list, {@code .s} a key that several records would share.
     *
     * @param out where the table is written; neither flushed nor closed
     * @throws IOException if it cannot be written
     */
    public void records(Appendable out) throws IOException {
        StringBuilder line = new StringBuilder();
        CsvWriter.append(line, recordColumns());
        out.append(line);
        for (int i = 0; i < rows.size(); i++) {
            line.setLength(0);
            CsvWriter.append(line, record(i));
            out.append(line);
        }
    }

    /**
     * Writes the members who are released with their households as CSV, each with the household's number or key.
     *
     * @param out where the table is written; neither flushed nor closed
     * @throws IOException if it cannot be written
     * @throws IllegalStateException if the request is not for households with their members
     */
    public void members(Appendable out) throws IOException {
        if (unit() != Unit.HOUSEHOLD_WITH_MEMBERS) {
            throw new IllegalStateException("no table of members in a release of " + unit());
        }
        StringBuilder line = new StringBuilder();
        List<String> header = new ArrayList<>(List.of(HOUSEHOLD));
        kept.ofMember().forEach(column -> header.add(column.name()));
        CsvWriter.append(line, header);
        out.append(line);
        for (int i = 0; i < rows.size(); i++) {
            for (List<String> member : rows.get(i).members()) {
                List<String> cells = new ArrayList<>(List.of(record(i).get(0)));
                cells.addAll(member);
                line.setLength(0);
                CsvWriter.append(line, cells);
                out.append(line);
            }
        }
    }

    /**
     * Writes everything as JSON: an array with an object for each record, its members in it, one on a line. Values stand as
     * they do in CSV.
     *
     * @param out where it is written; neither flushed nor closed
     * @throws IOException if it cannot be written
     */
    public void json(Appendable out) throws IOException {
        out.append('[');
        List<String> memberColumns = kept.ofMember().stream().map(Column::name).toList();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> record = object(recordColumns(), record(i));
            if (unit() == Unit.HOUSEHOLD_WITH_MEMBERS) {
                record.put(
                        "members",
                        rows.get(i).members().stream()
                                .map(member -> object(memberColumns, member))
                                .toList());
            }
            out.append(i == 0 ? "\n" : ",\n").append(CanonicalJson.of(record));
        }
        out.append("\n]\n");
    }

    private static Map<String, Object> object(List<String> names, List<String> cells) {
        Map<String, Object> object = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            object.put(names.get(i), cells.get(i));
        }
        return object;
    }

    /**
     * Writes the codebook as CSV: what was asked for, what stands for missing and hidden values, and every column with what
     * was done to it.
     *
     * @param out where the table is written; neither flushed nor closed
     * @throws IOException if it cannot be written
     */
    public void codebook(Appendable out) throws IOException {
        new ReleaseCodebook(kept).write(out);
    }

    /**
     * Returns the digest of what is released.
     *
     * @return SHA-256 over the tables as they are written
     */
    public Hash digest() {
        return digest;
    }

    /**
     * Returns what the log of releases keeps: no personal data, only who got what for which purpose, counts and digests.
     *
     * @param actor who releases, as the host calls them
     * @param at when
     * @param certified the head of the certification ledger at that time, which says what was certified then
     * @return the record
     */
    public ReleaseRecord record(ActorId actor, Instant at, Ledger.Head certified) {
        return new ReleaseRecord(
                kept.request().reference(),
                kept.request().digest(),
                kept.request().recipient(),
                kept.request().purpose(),
                kept.request().legalBasis(),
                actor,
                at,
                certified,
                kept.request().classification().form().id() + " "
                        + kept.request().classification().form().version(),
                kept.request().classification().reference(),
                kept.request().isDemonstration(),
                unit(),
                kept.request().rounds(),
                kept.request().from(),
                kept.request().to(),
                kept.request().areas(),
                kept.request().fields().stream().map(Field::question).toList(),
                kept.request().k(),
                counts.offered(),
                counts.taken(),
                records(),
                report.leftOut(),
                report.blanked(),
                digest);
    }

    private Unit unit() {
        return kept.request().unit();
    }

    private boolean isNumbered() {
        return unit() == Unit.HOUSEHOLD_WITH_MEMBERS && !kept.hasKeys();
    }

    private List<String> recordColumns() {
        List<String> names = new ArrayList<>();
        if (isNumbered() || kept.hasKeys()) {
            names.add(HOUSEHOLD);
        }
        names.addAll(Kept.AREA_COLUMNS);
        (unit() == Unit.MEMBER ? kept.ofMember() : kept.ofHousehold()).forEach(column -> names.add(column.name()));
        return names;
    }

    /** The number of a household is its place in the table, and means nothing else. */
    private List<String> record(int at) {
        List<String> cells = new ArrayList<>();
        if (isNumbered()) {
            cells.add(Integer.toString(at + 1));
        }
        cells.addAll(rows.get(at).cells());
        return cells;
    }

    private static Hash digest(ReleasedData data) {
        MessageDigest digest = Digests.start(Digests.DATA);
        Appendable out = new Appendable() {
            @Override
            public Appendable append(CharSequence text) {
                digest.update(text.toString().getBytes(UTF_8));
                return this;
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) {
                return append(text.subSequence(start, end));
            }

            @Override
            public Appendable append(char c) {
                return append(String.valueOf(c));
            }
        };
        try {
            data.records(out);
            digest.update((byte) 0);
            if (data.unit() == Unit.HOUSEHOLD_WITH_MEMBERS) {
                data.members(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a digest takes everything
        }
        return Digests.end(digest);
    }

    /** Shows sizes only. */
    @Override
    public String toString() {
        return "ReleasedData[" + kept.request().reference() + ", records=" + records() + "]";
    }
}
