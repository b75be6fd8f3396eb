package io.github.bmnkit.certification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResponseState;
import io.github.bmnkit.testing.Cases;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MerkleProperties {
    private static final Salt SALT = Salt.of("00".repeat(16));

    private static List<Hash> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> Hash.of(Hash.LEAF, "leaf " + i))
                .toList();
    }

    /** The root as RFC 6962 defines it, on plain bytes. */
    private static byte[] naive(List<byte[]> leaves) throws NoSuchAlgorithmException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        if (leaves.isEmpty()) {
            return sha.digest();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = 1;
        while (k * 2 < leaves.size()) {
            k *= 2;
        }
        sha.update((byte) 1);
        sha.update(naive(leaves.subList(0, k)));
        sha.update(naive(leaves.subList(k, leaves.size())));
        return sha.digest();
    }

    @Property(tries = 200)
    void theRootIsThatOfRfc6962(@ForAll @IntRange(max = 70) int size) throws NoSuchAlgorithmException {
        List<byte[]> bytes = leaves(size).stream()
                .map(leaf -> HexFormat.of().parseHex(leaf.toString()))
                .toList();
        assertThat(Merkle.root(leaves(size)).toString())
                .isEqualTo(HexFormat.of().formatHex(naive(bytes)));
    }

    @Property(tries = 300)
    void everyLeafHasAProofAndNoOtherLeafPassesWithIt(
            @ForAll @IntRange(min = 1, max = 200) int size, @ForAll int which, @ForAll int other) {
        List<Hash> leaves = leaves(size);
        int index = Math.floorMod(which, size);
        int wrong = Math.floorMod(other, size);
        Cases.met("another leaf", wrong != index);
        InclusionProof proof = InclusionProof.of(leaves, index);
        Hash root = Merkle.root(leaves);
        assertThat(proof.steps().get(0).path().size()).isLessThanOrEqualTo(32 - Integer.numberOfLeadingZeros(size - 1));
        assertThat(proof.verify(leaves.get(index), root)).isTrue();
        if (wrong != index) {
            assertThat(proof.verify(leaves.get(wrong), root)).isFalse();
            assertThat(InclusionProof.of(leaves, wrong).verify(leaves.get(index), root))
                    .isFalse();
        }
        assertThat(read(proof.toJson()).value()).isEqualTo(proof);
    }

    /** Without the byte that says what is hashed, two nodes pass for a leaf: the tree of two equals a tree of one. */
    @Example
    void withoutDomainsANodeWouldPassForALeaf() throws NoSuchAlgorithmException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        List<Hash> two = leaves(2);
        byte[] both = HexFormat.of().parseHex(two.get(0).toString() + two.get(1));
        Hash undivided = Hash.of(HexFormat.of().formatHex(sha.digest(both)));
        assertThat(Merkle.root(two)).isNotEqualTo(undivided);
        sha.update(Hash.LEAF);
        sha.update(both);
        assertThat(Merkle.root(two)).isNotEqualTo(Hash.of(sha));
    }

    @Property(tries = 100)
    void aLeafSwappedAddedOrTakenAwayChangesTheRoot(@ForAll @IntRange(min = 2, max = 40) int size, @ForAll int at) {
        List<Hash> leaves = new ArrayList<>(leaves(size));
        Hash root = Merkle.root(leaves);
        int i = Math.floorMod(at, size - 1);
        Collections.swap(leaves, i, i + 1);
        assertThat(Merkle.root(leaves)).isNotEqualTo(root);
        Collections.swap(leaves, i, i + 1);
        Hash gone = leaves.remove(i);
        assertThat(Merkle.root(leaves)).isNotEqualTo(root);
        leaves.add(i, gone);
        leaves.add(gone);
        assertThat(Merkle.root(leaves)).isNotEqualTo(root);
    }

    @Example
    void aProofOfAProofLeadsToTheHigherRoot() {
        List<Hash> village = leaves(5);
        List<Hash> villages =
                List.of(Hash.EMPTY, Merkle.root(village), leaves(1).get(0));
        InclusionProof proof = InclusionProof.of(village, 3).then(InclusionProof.of(villages, 1));
        assertThat(proof.verify(village.get(3), Merkle.root(villages))).isTrue();
        assertThat(read(proof.toJson()).value()).isEqualTo(proof);
    }

    @Example
    void aProofThatIsNoneIsFound() {
        String leaf = leaves(1).get(0).toString();
        assertThat(codes(read("{\"steps\":[{\"index\":2,\"path\":[],\"size\":2}]}")))
                .containsExactly("proof.shape");
        assertThat(codes(read("{\"steps\":[{\"index\":0,\"path\":[\"" + leaf + "\",\"" + leaf + "\"],\"size\":2}]}")))
                .containsExactly("proof.shape");
        assertThat(codes(read(
                        "{\"steps\":[{\"index\":0,\"path\":[\"" + leaf.toUpperCase(Locale.ROOT) + "\"],\"size\":2}]}")))
                .containsExactly("proof.hash");
        assertThatIllegalArgumentException().isThrownBy(() -> new InclusionProof.Tree(2, 2, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.of("00"));
    }

    @Example
    void c17_theCommitmentIsToTheAnswersAndNothingElse() {
        HouseholdResponse response = HouseholdResponse.builder(Questionnaires.bmn2560(), HouseholdId.of("H-1"), 2564)
                .answer(AnswerPath.of("has_house_no"), Value.of(0))
                .build();
        Hash commitment = SALT.commit(response);
        assertThat(SALT.commit(response.edit().state(ResponseState.DRAFT).build()))
                .isEqualTo(commitment);
        assertThat(SALT.commit(response.edit()
                        .answer(AnswerPath.of("has_house_no"), Value.of(1))
                        .build()))
                .isNotEqualTo(commitment);
        assertThat(Salt.of("00".repeat(17)).commit(response)).isNotEqualTo(commitment);
        assertThat(Salt.of("01".repeat(16)).commit(response)).isNotEqualTo(commitment);
    }

    /** C17: the same answers in another order, with Thai digits, in another form of Unicode, on a Thai machine. */
    @Example
    void c17_theCommitmentDoesNotDependOnOrderDigitsUnicodeFormOrLocale() {
        Questionnaire form = Questionnaires.bmn2560();
        String name = "ถนน é ์";
        HouseholdResponse response = HouseholdResponse.builder(form, HouseholdId.of("H-1"), 2564)
                .answer(AnswerPath.of("has_house_no"), Value.of(1))
                .answer(AnswerPath.of("road"), Value.text(Normalizer.normalize(name, Normalizer.Form.NFC)))
                .build();
        Hash commitment = SALT.commit(response);
        HouseholdResponse reordered = HouseholdResponse.builder(form, HouseholdId.of("H-1"), 2564)
                .answer(AnswerPath.of("road"), Value.text(Normalizer.normalize(name, Normalizer.Form.NFD)))
                .answer(AnswerPath.of("has_house_no"), Value.of(1))
                .build();
        assertThat(SALT.commit(reordered)).isEqualTo(commitment);
        String json = response.toJson();
        String thai = json.replace("\"has_house_no\":\"1\"", "\"has_house_no\":\"๑\"");
        assertThat(thai).isNotEqualTo(json);
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            assertThat(SALT.commit(HouseholdResponse.read(form, json).value())).isEqualTo(commitment);
            assertThat(SALT.commit(HouseholdResponse.read(form, thai).value())).isEqualTo(commitment);
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Example
    void aSaltIsLongAndShowsNothing() {
        Salt salt = Salt.random(new SecureRandom());
        assertThat(Salt.of(salt.hex()).hex()).isEqualTo(salt.hex()).hasSize(64);
        assertThat(salt).hasToString("Salt[32 bytes]");
        assertThatIllegalArgumentException().isThrownBy(() -> Salt.of("00".repeat(15)));
    }

    private static List<String> codes(Reading<?> reading) {
        assertThat(reading.optional()).isEmpty();
        return reading.findings().stream()
                .map(Finding::code)
                .map(code -> code.id())
                .toList();
    }

    private static Reading<InclusionProof> read(String json) {
        return InclusionProof.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }
}
