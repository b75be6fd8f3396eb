package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.fieldwork.Roles;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The process of certification as data: who presents, who signs and who receives at each level, what blocks, and which
 * {@linkplain Extension extensions} are on. Papers and deadlines are those of the round; the coverage that a certificate
 * needs is a setting of the host.
 *
 * @param id a short name, such as {@code bmn-2569}
 * @param version which edition of the definition
 * @param status what the definition claims to be
 * @param title its name
 * @param rounds the rounds for which it holds, Buddhist Era
 * @param sources the papers that it rests on
 * @param roles the catalogue of the roles that it names
 * @param levels how each level certifies, from the village up
 * @param blocking which edits block
 * @param extensions what is added to the papers' process
 */
public record CertificationDefinition(
        String id,
        String version,
        DefinitionStatus status,
        Text title,
        Set<Integer> rounds,
        List<Source> sources,
        Roles roles,
        List<LevelProcess> levels,
        BlockingPolicy blocking,
        Set<Extension> extensions) {
    /** The levels that certify, from the village up: those of the certifying view without the country. */
    static final List<AreaLevel> LEVELS = AreaView.CERTIFYING.levels().stream()
            .filter(level -> level != AreaLevel.COUNTRY)
            .sorted()
            .toList();

    /**
     * Copies the lists and checks the levels.
     *
     * @param id a short name, such as {@code bmn-2569}
     * @param version which edition of the definition
     * @param status what the definition claims to be
     * @param title its name
     * @param rounds the rounds for which it holds, Buddhist Era
     * @param sources the papers that it rests on
     * @param roles the catalogue of the roles that it names
     * @param levels how each level certifies, from the village up
     * @param blocking which edits block
     * @param extensions what is added to the papers' process
     * @throws IllegalArgumentException if the levels are not village, local authority, district and province, or {@link
     *     Extension#SAMPLE_RECHECK} is on and no level needs a re-check
     */
    public CertificationDefinition {
        requireNonNull(id, "id");
        requireNonNull(version, "version");
        requireNonNull(status, "status");
        requireNonNull(title, "title");
        requireNonNull(roles, "roles");
        requireNonNull(blocking, "blocking");
        rounds = Collections.unmodifiableSet(new TreeSet<>(rounds));
        sources = List.copyOf(sources);
        levels = List.copyOf(levels);
        Set<Extension> ordered = EnumSet.noneOf(Extension.class);
        ordered.addAll(extensions);
        extensions = Collections.unmodifiableSet(ordered);
        List<AreaLevel> found = levels.stream().map(LevelProcess::level).toList();
        if (!found.equals(LEVELS)) {
            throw new IllegalArgumentException("the levels must be " + LEVELS + ", not " + found);
        }
        if (extensions.contains(Extension.SAMPLE_RECHECK) && levels.stream().noneMatch(LevelProcess::recheck)) {
            throw new IllegalArgumentException("no level needs the sample re-check that is on");
        }
    }

    /**
     * How the units of one level certify. Which papers they issue and by when these must have reached the level above, the
     * round says.
     *
     * @param level the level
     * @param presentedBy roles of those who may present the result and submit the papers; one of them is enough
     * @param signedByEach roles each of which must have signed
     * @param signedByAlso roles that may sign, too
     * @param quorum the fewest signatures, with {@link Extension#QUORUM}; 0 for as many as the roles need
     * @param childrenMustBe how far the units beneath must have come: {@link Stage#CERTIFIED} or {@link Stage#RECEIVED}
     * @param resultOfEachChild whether the result of each unit beneath is presented beside the total
     * @param recheck whether a sample of the households must be asked again, with {@link Extension#SAMPLE_RECHECK}
     * @param receivedBy roles of those at the level above who record that the papers have arrived
     */
    public record LevelProcess(
            AreaLevel level,
            Set<RoleId> presentedBy,
            Set<RoleId> signedByEach,
            Set<RoleId> signedByAlso,
            int quorum,
            Stage childrenMustBe,
            boolean resultOfEachChild,
            boolean recheck,
            Set<RoleId> receivedBy) {
        /**
         * Copies the roles, sorted.
         *
         * @param level the level
         * @param presentedBy roles of those who may present the result and submit the papers; one of them is enough
         * @param signedByEach roles each of which must have signed
         * @param signedByAlso roles that may sign, too
         * @param quorum the fewest signatures, with {@link Extension#QUORUM}; 0 for as many as the roles need
         * @param childrenMustBe how far the units beneath must have come: {@link Stage#CERTIFIED} or {@link Stage#RECEIVED}
         * @param resultOfEachChild whether the result of each unit beneath is presented beside the total
         * @param recheck whether a sample of the households must be asked again, with {@link Extension#SAMPLE_RECHECK}
         * @param receivedBy roles of those at the level above who record that the papers have arrived
         * @throws IllegalArgumentException if the quorum is negative or the children must be of another stage
         */
        public LevelProcess {
            requireNonNull(level, "level");
            presentedBy = sorted(presentedBy);
            signedByEach = sorted(signedByEach);
            signedByAlso = sorted(signedByAlso);
            receivedBy = sorted(receivedBy);
            if (quorum < 0) {
                throw new IllegalArgumentException("a quorum of " + quorum);
            }
            if (childrenMustBe != Stage.CERTIFIED && childrenMustBe != Stage.RECEIVED) {
                throw new IllegalArgumentException(
                        "units beneath must be certified or received, not " + childrenMustBe);
            }
        }

        /**
         * Tells whether a role presents at this level.
         *
         * @param role a role
         * @return true if it presents the result and submits the papers
         */
        public boolean presents(RoleId role) {
            return presentedBy.contains(role);
        }

        /**
         * Tells whether a role signs at this level.
         *
         * @param role a role
         * @return true if it must or may sign
         */
        public boolean signs(RoleId role) {
            return signedByEach.contains(role) || signedByAlso.contains(role);
        }

        LevelProcess withRecheck(boolean newRecheck) {
            return new LevelProcess(
                    level,
                    presentedBy,
                    signedByEach,
                    signedByAlso,
                    quorum,
                    childrenMustBe,
                    resultOfEachChild,
                    newRecheck,
                    receivedBy);
        }

        List<RoleId> signers() {
            List<RoleId> all = new ArrayList<>(signedByEach);
            all.addAll(signedByAlso);
            return all;
        }

        private static Set<RoleId> sorted(Collection<RoleId> roles) {
            return Collections.unmodifiableSet(new TreeSet<>(roles));
        }
    }

    /**
     * Reads a definition from JSON.
     *
     * @param json the definition, in the form of the shipped {@code bmn-2569.json}; read to its end and not closed
     * @param roles the catalogue that has the roles which the definition names
     * @return the definition, if nothing is wrong with it, and the findings with line, column and JSON Pointer
     */
    public static Reading<CertificationDefinition> read(InputStream json, Roles roles) {
        return JsonDocument.read(
                requireNonNull(json, "json"), JsonLimits.DEFAULT, new DefinitionDecoder(roles).definition());
    }

    /**
     * Returns how a level certifies.
     *
     * @param level village, local authority, district or province
     * @return its process
     * @throws IllegalArgumentException if the level certifies nothing
     */
    public LevelProcess level(AreaLevel level) {
        int at = LEVELS.indexOf(requireNonNull(level, "level"));
        if (at < 0) {
            throw new IllegalArgumentException("the level " + level + " certifies nothing");
        }
        return levels.get(at);
    }

    /**
     * Tells whether an extension is on.
     *
     * @param extension an extension
     * @return true if the definition names it
     */
    public boolean has(Extension extension) {
        return extensions.contains(extension);
    }

    /**
     * Returns this definition with other extensions.
     *
     * @param newExtensions all that shall be on
     * @return the definition
     */
    public CertificationDefinition withExtensions(Set<Extension> newExtensions) {
        return new CertificationDefinition(
                id, version, status, title, rounds, sources, roles, levels, blocking, newExtensions);
    }

    /**
     * Returns this definition with {@link Extension#SAMPLE_RECHECK} on.
     *
     * @param rechecked the levels that need a re-check, and no others
     * @return the definition
     * @throws IllegalArgumentException if there is no level
     */
    public CertificationDefinition withRecheck(Set<AreaLevel> rechecked) {
        List<LevelProcess> changed = levels.stream()
                .map(each -> each.withRecheck(rechecked.contains(each.level())))
                .toList();
        Set<Extension> more = EnumSet.of(Extension.SAMPLE_RECHECK);
        more.addAll(extensions);
        return new CertificationDefinition(id, version, status, title, rounds, sources, roles, changed, blocking, more);
    }

    boolean needsRecheck(AreaLevel level) {
        return has(Extension.SAMPLE_RECHECK) && level(level).recheck();
    }

    /**
     * Returns this definition with another policy.
     *
     * @param policy which edits block
     * @return the definition
     */
    public CertificationDefinition withBlocking(BlockingPolicy policy) {
        return new CertificationDefinition(
                id, version, status, title, rounds, sources, roles, levels, policy, extensions);
    }

    /**
     * Names the definition and its edition.
     *
     * @return id and version, such as {@code bmn-2569 1}
     */
    public String reference() {
        return id + " " + version;
    }

    /**
     * Draws the process as a state diagram in the language of Mermaid, with the extensions that are on.
     *
     * @return the text of the diagram
     */
    public String toMermaid() {
        return Diagram.of(this);
    }
}
