package io.github.bmnkit.release;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.certification.Hash;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.CanonicalJson;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for which answers, for what, and how they are made safe: a file that the host writes, and signs if it likes. It
 * holds for one form, one classification and one register, by which it was checked when it was read.
 */
public final class ReleaseRequest {
    /** What a row of the release is about. */
    public enum Unit {
        /** A household. */
        HOUSEHOLD("ครัวเรือน", "households"),
        /** A member, apart from the others of the household: nothing says who lives together. */
        MEMBER("สมาชิก", "members"),
        /** A household, and its members in a table of their own, each of which names its household. */
        HOUSEHOLD_WITH_MEMBERS("ครัวเรือนพร้อมสมาชิก", "households with their members");

        private final Text text;

        Unit(String th, String en) {
            text = Text.of(th, en);
        }

        /**
         * Returns the name of the unit.
         *
         * @return the name in Thai and English
         */
        public Text text() {
            return text;
        }
    }

    /** What is done with records that too few others are like. */
    public enum Suppression {
        /** The whole record is left out. */
        RECORDS("ตัดทั้งระเบียน", "records are left out"),
        /** Its quasi-identifiers are blanked; if too few records are, these are left out, too. */
        CELLS("ปกปิดตัวระบุโดยอ้อม", "quasi-identifiers are blanked");

        private final Text text;

        Suppression(String th, String en) {
            text = Text.of(th, en);
        }

        /**
         * Returns what is done.
         *
         * @return a few words in Thai and English
         */
        public Text text() {
            return text;
        }
    }

    /** Who asks, and by which right, as codes and ids of the host. */
    record Purpose(String recipient, String purpose, String legalBasis) {}

    record Consent(String question, String code) {}

    record Period(String question, LocalDate from, LocalDate to) {}

    record ShownArea(AreaLevel level, int minHouseholds) {}

    record Anonymity(int k, Suppression suppression, Share maxSuppressed) {}

    /** A question that is released; the reason is there for free text only. */
    record Field(
            String question, Treatment treatment, @Nullable String reason) {}

    private final String id;
    private final String version;
    private final Text title;
    private final Purpose purpose;
    private final Set<Integer> rounds;
    private final Period period;
    private final Consent consent;
    private final Unit unit;
    private final List<AreaCode> areas;
    private final ShownArea shownArea;
    private final List<Field> fields;
    private final Anonymity anonymity;
    private final boolean householdKey;
    private final String linkage;
    private final boolean demonstration;
    private final Classification classification;
    private final AreaTree tree;

    ReleaseRequest(Parts parts) {
        id = parts.id;
        version = parts.version;
        title = parts.title;
        purpose = parts.purpose;
        rounds = Set.copyOf(parts.rounds);
        period = parts.period;
        consent = parts.consent;
        unit = parts.unit;
        areas = List.copyOf(parts.areas);
        shownArea = parts.shownArea;
        fields = List.copyOf(parts.fields);
        anonymity = parts.anonymity;
        householdKey = parts.householdKey;
        linkage = parts.linkage;
        demonstration = parts.demonstration;
        classification = parts.classification;
        tree = parts.tree;
    }

    /** What the decoder has found, all of it there and right. */
    record Parts(
            String id,
            String version,
            Text title,
            Purpose purpose,
            Set<Integer> rounds,
            Period period,
            Consent consent,
            Unit unit,
            List<AreaCode> areas,
            ShownArea shownArea,
            List<Field> fields,
            Anonymity anonymity,
            boolean householdKey,
            String linkage,
            boolean demonstration,
            Classification classification,
            AreaTree tree) {}

    /**
     * Reads a request from JSON.
     *
     * @param json the request, in the form of the published schema {@code release.schema.json}; read to its end and not
     *     closed
     * @param classification what the answers can give away; it has the form
     * @param tree the view of the register by whose levels small areas are rolled up
     * @return the request, if nothing is wrong with it, and the findings with line, column and JSON Pointer
     */
    public static Reading<ReleaseRequest> read(InputStream json, Classification classification, AreaTree tree) {
        requireNonNull(classification, "classification");
        return JsonDocument.read(
                requireNonNull(json, "json"),
                JsonLimits.DEFAULT,
                new RequestDecoder(classification, requireNonNull(tree, "tree")).request());
    }

    /**
     * Names the request and its edition.
     *
     * @return id and version
     */
    public String reference() {
        return id + " " + version;
    }

    String id() {
        return id;
    }

    /**
     * Returns its name.
     *
     * @return the name in Thai and English
     */
    public Text title() {
        return title;
    }

    /**
     * Returns who gets the data.
     *
     * @return the host's id of the partner
     */
    public String recipient() {
        return purpose.recipient();
    }

    /**
     * Returns what the data are for.
     *
     * @return the host's code of the purpose
     */
    public String purpose() {
        return purpose.purpose();
    }

    /**
     * Returns by which right the data are given.
     *
     * @return the host's code of the legal basis
     */
    public String legalBasis() {
        return purpose.legalBasis();
    }

    /**
     * Returns what a row is about.
     *
     * @return the unit
     */
    public Unit unit() {
        return unit;
    }

    /**
     * Returns the areas from which households are taken.
     *
     * @return the areas, in the order given
     */
    public List<AreaCode> areas() {
        return areas;
    }

    /**
     * Returns the rounds from which answers are taken.
     *
     * @return the rounds, Buddhist Era
     */
    public Set<Integer> rounds() {
        return rounds;
    }

    /**
     * Returns the first day of the period.
     *
     * @return the first day whose interviews are taken
     */
    public LocalDate from() {
        return period.from();
    }

    /**
     * Returns the last day of the period.
     *
     * @return the last day whose interviews are taken
     */
    public LocalDate to() {
        return period.to();
    }

    /**
     * Returns the questions whose answers are released.
     *
     * @return the names, in the order of the columns
     */
    public List<String> questions() {
        return fields.stream().map(Field::question).toList();
    }

    /**
     * Returns how many households must be alike.
     *
     * @return the k of k-anonymity, at least 2
     */
    public int k() {
        return anonymity.k();
    }

    /**
     * Returns what the answers can give away.
     *
     * @return the classification
     */
    public Classification classification() {
        return classification;
    }

    /**
     * Tells whether a definition is used outside its rounds.
     *
     * @return true if this is a demonstration
     */
    public boolean isDemonstration() {
        return demonstration;
    }

    Period period() {
        return period;
    }

    Consent consent() {
        return consent;
    }

    ShownArea shownArea() {
        return shownArea;
    }

    List<Field> fields() {
        return fields;
    }

    Anonymity anonymity() {
        return anonymity;
    }

    boolean hasHouseholdKey() {
        return householdKey;
    }

    /** In which domain keys are made: releases of the same domain can be joined, others cannot. */
    String linkage() {
        return linkage;
    }

    AreaTree tree() {
        return tree;
    }

    boolean needsKey() {
        return householdKey || fields.stream().anyMatch(field -> field.treatment() instanceof Treatment.Keyed);
    }

    /**
     * Writes the request in canonical form (RFC 8785), which {@link #read} takes.
     *
     * @return one line without its end
     */
    public String toJson() {
        Map<String, Object> json = new TreeMap<>();
        json.put("id", id);
        json.put("version", version);
        json.put("title", Map.of("th", title.th(), "en", title.en()));
        json.put("recipient", recipient());
        json.put("purpose", purpose());
        json.put("legalBasis", legalBasis());
        json.put(
                "rounds", new TreeSet<>(rounds).stream().map(Integer::longValue).toList());
        json.put(
                "period",
                Map.of(
                        "question",
                        period.question(),
                        "from",
                        period.from().toString(),
                        "to",
                        period.to().toString()));
        json.put("consent", Map.of("question", consent.question(), "code", consent.code()));
        json.put("unit", unit.name());
        json.put("areas", areas.stream().map(ReleaseRequest::area).toList());
        json.put("showArea", Map.of("level", shownArea.level().name(), "minHouseholds", (long)
                shownArea.minHouseholds()));
        List<Map<String, Object>> written = new ArrayList<>();
        for (Field field : fields) {
            Map<String, Object> each = new TreeMap<>(field.treatment().json());
            each.put("question", field.question());
            Optional.ofNullable(field.reason()).ifPresent(reason -> each.put("reason", reason));
            written.add(each);
        }
        json.put("fields", written);
        Share most = anonymity.maxSuppressed();
        json.put(
                "anonymity",
                Map.of(
                        "k",
                        (long) anonymity.k(),
                        "suppress",
                        anonymity.suppression().name(),
                        "maxSuppressed",
                        Map.of("part", most.part(), "whole", most.whole())));
        json.put("householdKey", householdKey);
        json.put("linkage", linkage);
        json.put("demonstration", demonstration);
        return CanonicalJson.of(json);
    }

    private static Map<String, Object> area(AreaCode area) {
        return Map.of("level", area.level().name(), "code", area.value());
    }

    /**
     * Returns the digest of the request, by which the log of releases names it.
     *
     * @return SHA-256 of the canonical form
     */
    public Hash digest() {
        return Digests.of(Digests.REQUEST, toJson());
    }

    @Override
    public String toString() {
        return "ReleaseRequest[" + reference() + ", " + unit + ", fields=" + fields.size() + "]";
    }
}
