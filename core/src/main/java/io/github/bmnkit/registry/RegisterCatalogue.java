package io.github.bmnkit.registry;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which member registers belong beside the household data, as data: what they are called, which bureau keeps them, and
 * on which papers that rests.
 *
 * @param id a short name, such as {@code bmn-registers-2569}
 * @param version which edition of the catalogue
 * @param status what the catalogue claims to be
 * @param title its name
 * @param rounds the rounds for which it holds, Buddhist Era
 * @param sources what it rests on
 * @param registers the registers, bureau by bureau
 */
public record RegisterCatalogue(
        String id,
        String version,
        DefinitionStatus status,
        Text title,
        Set<Integer> rounds,
        List<Source> sources,
        List<Register> registers) {
    /**
     * Copies the lists and checks the registers.
     *
     * @param id a short name, such as {@code bmn-registers-2569}
     * @param version which edition of the catalogue
     * @param status what the catalogue claims to be
     * @param title its name
     * @param rounds the rounds for which it holds, Buddhist Era
     * @param sources what it rests on
     * @param registers the registers, bureau by bureau
     * @throws IllegalArgumentException if two registers have one id, or one cites a source that is not there
     */
    public RegisterCatalogue {
        requireNonNull(id, "id");
        requireNonNull(version, "version");
        requireNonNull(status, "status");
        requireNonNull(title, "title");
        rounds = Collections.unmodifiableSet(new TreeSet<>(rounds));
        sources = List.copyOf(sources);
        registers = List.copyOf(registers);
        Set<RegisterId> seen = new HashSet<>();
        for (Register register : registers) {
            if (!seen.add(register.id())) {
                throw new IllegalArgumentException("the register " + register.id() + " stands twice");
            }
            if (sources.stream().noneMatch(source -> source.key().equals(register.source()))) {
                throw new IllegalArgumentException("no source " + register.source() + " for " + register.id());
            }
        }
    }

    /**
     * Reads a catalogue from JSON, as the schema beside the shipped one describes it.
     *
     * @param json the catalogue, UTF-8; read to its end and not closed
     * @return the catalogue, if nothing is wrong with it, and the findings with line, column and JSON Pointer
     */
    public static Reading<RegisterCatalogue> read(InputStream json) {
        return JsonDocument.read(requireNonNull(json, "json"), JsonLimits.DEFAULT, new CatalogueDecoder().catalogue());
    }

    /**
     * Returns the registers that the papers of the round of B.E. 2569 name in part 3 of the activity list.
     *
     * @return the catalogue; ids, English names and those Thai names whose source says so are ours
     */
    public static RegisterCatalogue bmn2569() {
        return Bmn2569.CATALOGUE;
    }

    private static final class Bmn2569 {
        static final RegisterCatalogue CATALOGUE = load("bmn-registers-2569.json");
    }

    private static RegisterCatalogue load(String resource) {
        try (InputStream in = RegisterCatalogue.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return read(in).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Finds a register.
     *
     * @param register its id
     * @return the register; empty if this catalogue does not have it
     */
    public Optional<Register> find(RegisterId register) {
        requireNonNull(register, "register");
        return registers.stream().filter(each -> each.id().equals(register)).findFirst();
    }

    /**
     * Tells whether the catalogue holds for a round.
     *
     * @param round the year, Buddhist Era
     * @return true if it is one of its rounds
     */
    public boolean holdsFor(int round) {
        return rounds.contains(round);
    }

    /**
     * Returns the catalogue with a register of the host, such as one with its roles. One with the same id is replaced;
     * another is added.
     *
     * @param register the register, which cites a source of this catalogue
     * @return the catalogue
     * @throws IllegalArgumentException if the register cites another source
     */
    public RegisterCatalogue with(Register register) {
        List<Register> all = new ArrayList<>(registers);
        int at = all.stream().map(Register::id).toList().indexOf(register.id());
        if (at < 0) {
            all.add(register);
        } else {
            all.set(at, register);
        }
        return new RegisterCatalogue(id, version, status, title, rounds, sources, all);
    }

    /** Shows what the catalogue is and how many registers it has. */
    @Override
    public String toString() {
        return "RegisterCatalogue[" + id + ":" + version + ", " + status + ", registers=" + registers.size() + "]";
    }
}
