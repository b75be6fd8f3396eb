package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.round.Paper;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a step says beside who, where and when. */
public sealed interface Detail {
    /** A step that says nothing more: {@link Step#PRESENT} and {@link Step#SUBMIT}, and the command to {@link Step#CERTIFY}. */
    record Plain() implements Detail {}

    /**
     * What a village reports: {@link Step#REPORT}.
     *
     * @param report counts and root
     */
    record Work(VillageWork.Report report) implements Detail {
        /**
         * Checks that the report is there.
         *
         * @param report counts and root
         */
        public Work {
            requireNonNull(report, "report");
        }
    }

    /**
     * In which role someone signs: {@link Step#SIGN}.
     *
     * @param role the role
     * @param onBehalfOf for whom the actor signs; null for themselves
     */
    record Signing(RoleId role, @Nullable ActorId onBehalfOf) implements Detail {
        /**
         * Checks that the role is there.
         *
         * @param role the role
         * @param onBehalfOf for whom the actor signs; null for themselves
         */
        public Signing {
            requireNonNull(role, "role");
        }

        /** Whose role it is: the signer's, or that of whom they sign for. */
        ActorId principal(ActorId actor) {
            return onBehalfOf == null ? actor : onBehalfOf;
        }
    }

    /**
     * What a certificate says of its unit: the event of {@link Step#CERTIFY}.
     *
     * @param basis the versions that the certificate rests on
     * @param root the root of the data
     * @param figures how far the households have come
     * @param hardEdits how many hard edits fail, of how many that were decided
     * @param softEdits how many soft edits fail, of how many that were decided
     * @param acceptedSoftEdits how many of those soft edits were accepted with a reason
     * @param recheck the re-check that was accepted, where the level needs one; else null
     * @param papers the papers that are issued
     */
    record Vouching(
            Certificate.Basis basis,
            Hash root,
            Figures figures,
            Share hardEdits,
            Share softEdits,
            long acceptedSoftEdits,
            @Nullable Recheck recheck,
            Set<Paper> papers)
            implements Detail {
        /**
         * Copies the papers.
         *
         * @param basis the versions that the certificate rests on
         * @param root the root of the data
         * @param figures how far the households have come
         * @param hardEdits how many hard edits fail, of how many that were decided
         * @param softEdits how many soft edits fail, of how many that were decided
         * @param acceptedSoftEdits how many of those soft edits were accepted with a reason
         * @param recheck the re-check that was accepted, where the level needs one; else null
         * @param papers the papers that are issued
         */
        public Vouching {
            requireNonNull(basis, "basis");
            requireNonNull(root, "root");
            requireNonNull(figures, "figures");
            requireNonNull(hardEdits, "hardEdits");
            requireNonNull(softEdits, "softEdits");
            papers = ordered(papers);
        }
    }

    /**
     * Papers that have reached the level above: {@link Step#RECEIVE}.
     *
     * @param papers which
     */
    record Arrival(Set<Paper> papers) implements Detail {
        /**
         * Copies the papers.
         *
         * @param papers which
         * @throws IllegalArgumentException if there is none
         */
        public Arrival {
            papers = ordered(papers);
            if (papers.isEmpty()) {
                throw new IllegalArgumentException("an arrival without papers");
            }
        }
    }

    /**
     * Which unit is open again, and why: {@link Step#RETURN}.
     *
     * @param target the unit itself or one beneath
     * @param reason the host's code of the reason: 1 to 64 letters and digits of English, full stops, hyphens and underscores
     */
    record Back(AreaCode target, String reason) implements Detail {
        /**
         * Checks the reason, which must not be prose: the ledger holds no personal data.
         *
         * @param target the unit itself or one beneath
         * @param reason the host's code of the reason
         * @throws IllegalArgumentException if the reason is no such code
         */
        public Back {
            requireNonNull(target, "target");
            if (!Command.isCode(reason)) {
                throw new IllegalArgumentException("not the code of a reason: " + reason);
            }
        }
    }

    private static Set<Paper> ordered(Set<Paper> papers) {
        Set<Paper> copy = EnumSet.noneOf(Paper.class);
        copy.addAll(papers);
        return Collections.unmodifiableSet(copy);
    }
}
