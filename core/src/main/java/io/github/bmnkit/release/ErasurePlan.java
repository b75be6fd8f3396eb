package io.github.bmnkit.release;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.registry.Membership;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.Paradata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a host must delete and replace to erase a person's data. The ledger of certification stays as it is: it holds
 * salted digests, and without the salt nobody can try out answers against them.
 *
 * @param way what is erased
 * @param deletions responses to delete, each with its salt
 * @param corrections responses to replace
 * @param files files to delete
 * @param filesToReview files of households that stay, to be looked at: they may show the person
 * @param memberships rows to take out of the registers
 */
public record ErasurePlan(
        Way way,
        List<Deletion> deletions,
        List<Correction> corrections,
        List<PersonalData.File> files,
        List<PersonalData.File> filesToReview,
        List<Membership> memberships) {
    /**
     * Copies the lists.
     *
     * @param way what is erased
     * @param deletions responses to delete, each with its salt
     * @param corrections responses to replace
     * @param files files to delete
     * @param filesToReview files of households that stay, to be looked at
     * @param memberships rows to take out of the registers
     */
    public ErasurePlan {
        requireNonNull(way, "way");
        deletions = List.copyOf(deletions);
        corrections = List.copyOf(corrections);
        files = List.copyOf(files);
        filesToReview = List.copyOf(filesToReview);
        memberships = List.copyOf(memberships);
    }

    /** What is erased. The law leaves the choice to the host. */
    public enum Way {
        /**
         * The member's answers. For a confirmed household this is a correction: it gets another commitment, must be
         * confirmed anew, and the certificates above it lapse.
         */
        MEMBER("ลบคำตอบของสมาชิก", "the member's answers"),
        /**
         * All answers of the household, and its salt. The commitment stays as a digest that says nothing, so that no
         * certificate lapses and all proofs of others hold; the data of the other members are gone, too.
         */
        HOUSEHOLD("ลบข้อมูลทั้งครัวเรือน", "the whole household's answers");

        private final Text text;

        Way(String th, String en) {
            text = Text.of(th, en);
        }

        /**
         * Returns the way in words.
         *
         * @return the words in Thai and English
         */
        public Text text() {
            return text;
        }
    }

    /**
     * A response to delete in all its versions, drafts included, with the salt of each.
     *
     * @param household the household
     * @param round the round, Buddhist Era
     */
    public record Deletion(HouseholdId household, int round) {
        /**
         * Checks that the household is there.
         *
         * @param household the household
         * @param round the round, Buddhist Era
         */
        public Deletion {
            requireNonNull(household, "household");
        }
    }

    /**
     * A response to replace by another. The one before it is deleted in all its versions with the salt of each; the new one
     * gets a new salt, and if it is to be certified it is collected, checked and confirmed anew.
     *
     * @param corrected the response without the person
     * @param members the keys of the members who are no longer in it
     * @param cleared other answers that were taken away, because they were the national ID
     */
    public record Correction(HouseholdResponse corrected, List<Integer> members, List<AnswerPath> cleared) {
        /**
         * Copies the lists.
         *
         * @param corrected the response without the person
         * @param members the keys of the members who are no longer in it
         * @param cleared other answers that were taken away, because they were the national ID
         */
        public Correction {
            requireNonNull(corrected, "corrected");
            members = List.copyOf(members);
            cleared = List.copyOf(cleared);
        }
    }

    static ErasurePlan of(PersonalData data, Way way) {
        List<Deletion> deletions = new ArrayList<>();
        List<Correction> corrections = new ArrayList<>();
        List<PersonalData.File> files = new ArrayList<>();
        List<PersonalData.File> review = new ArrayList<>();
        for (PersonalData.Held held : data.responses()) {
            HouseholdResponse response = held.response();
            HeldAnswers answers = data.answers(held);
            boolean alone = held.members().size() == response.members().size();
            boolean whole = !held.members().isEmpty() && (way == Way.HOUSEHOLD || alone);
            if (whole) {
                Deletion deletion = new Deletion(response.household(), response.round());
                if (!deletions.contains(deletion)) {
                    deletions.add(deletion);
                }
                response.members().forEach(key -> files.addAll(answers.files(key)));
                files.addAll(answers.files(0));
            } else {
                corrections.add(correction(held));
                held.members().forEach(key -> files.addAll(answers.files(key)));
                if (!held.members().isEmpty()) {
                    review.addAll(answers.files(0));
                }
            }
        }
        return new ErasurePlan(
                way,
                deletions,
                corrections,
                files.stream().distinct().toList(),
                review.stream().distinct().toList(),
                data.memberships());
    }

    private static Correction correction(PersonalData.Held held) {
        HouseholdResponse response = held.response();
        HouseholdResponse.Builder corrected = response.edit();
        List<AnswerPath> stored = response.answered();
        List<AnswerPath> cleared =
                held.mentions().stream().filter(stored::contains).toList();
        cleared.forEach(path -> corrected.answer(path, Value.of(Missing.NOT_ANSWERED)));
        held.members().forEach(corrected::removeMember);
        Paradata paradata = response.paradata();
        if (held.isInformant()) {
            corrected.paradata(new Paradata(
                    paradata.collector(),
                    paradata.device(),
                    paradata.started(),
                    paradata.ended(),
                    paradata.latitude(),
                    paradata.longitude(),
                    null));
        }
        return new Correction(corrected.build(), held.members(), cleared);
    }

    /**
     * Says what to do in words, for the record of the request: households, rounds, files and lines, nothing of the person.
     *
     * @param locale Thai, or else English
     * @return one sentence for each thing to do, and one for what stays
     */
    public List<String> steps(Locale locale) {
        List<String> steps = new ArrayList<>();
        for (Deletion each : deletions) {
            String of = each.household() + " (" + each.round() + ")";
            steps.add(Text.of(
                            "ลบข้อมูลของครัวเรือน " + of + " ทุกฉบับ พร้อม salt",
                            "Delete all versions of household " + of + " with their salts")
                    .in(locale));
        }
        for (Correction each : corrections) {
            HouseholdResponse response = each.corrected();
            String of = response.household() + " (" + response.round() + ")";
            steps.add(Text.of(
                            "แทนข้อมูลของครัวเรือน " + of
                                    + " ด้วยฉบับแก้ไข ใช้ salt ใหม่ ลบฉบับเดิมพร้อม salt เดิม และยืนยันใหม่",
                            "Replace household " + of
                                    + " by the corrected version under a new salt, delete the old versions"
                                    + " with their salts, and have it confirmed anew")
                    .in(locale));
        }
        for (PersonalData.File each : files) {
            String file = each.attachment().sha256();
            steps.add(Text.of("ลบไฟล์ " + file, "Delete the file " + file).in(locale));
        }
        for (PersonalData.File each : filesToReview) {
            String file = each.attachment().sha256() + " (" + each.path() + ")";
            steps.add(Text.of(
                            "ตรวจดูว่าไฟล์ " + file + " มีบุคคลนี้หรือไม่",
                            "Look whether the file " + file + " shows the person")
                    .in(locale));
        }
        for (Membership each : memberships) {
            String at = each.source() + ":" + each.line() + " (" + each.register() + ")";
            steps.add(Text.of("นำแถว " + at + " ออกจากทะเบียน", "Take the row " + at + " out of its register")
                    .in(locale));
        }
        steps.add(Text.of(
                        "บัญชีเหตุการณ์การรับรองคงอยู่ทั้งหมด เพราะไม่มีข้อมูลส่วนบุคคล",
                        "The ledger of certification stays whole: it holds no personal data")
                .in(locale));
        return List.copyOf(steps);
    }

    /** Shows how much there is to do, nothing of the person. */
    @Override
    public String toString() {
        return "ErasurePlan[" + way + ", deletions=" + deletions.size() + ", corrections=" + corrections.size()
                + ", files=" + files.size() + ", filesToReview=" + filesToReview.size() + ", memberships="
                + memberships.size() + "]";
    }
}
