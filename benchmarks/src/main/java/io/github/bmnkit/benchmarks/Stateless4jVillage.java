package io.github.bmnkit.benchmarks;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import io.github.bmnkit.certification.CertificationDefinition.LevelProcess;
import io.github.bmnkit.certification.Command;
import io.github.bmnkit.certification.Detail;
import io.github.bmnkit.certification.Facts;
import io.github.bmnkit.certification.Figures;
import io.github.bmnkit.certification.QualityFacts;
import io.github.bmnkit.certification.Stage;
import io.github.bmnkit.certification.Step;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.RoleId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** The stages of one village as stateless4j has them: a table of transitions with guards, over a place in memory. */
final class Stateless4jVillage {
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private final Facts facts;
    private final LevelProcess process;
    private final StateMachineConfig<Stage, Step> table = new StateMachineConfig<>();
    private final Set<RoleId> signed = new HashSet<>();
    private final Set<ActorId> signers = new HashSet<>();
    private StateMachine<Stage, Step> machine;
    private Command command;

    Stateless4jVillage(CertifyingCountry country, Command first) {
        facts = country;
        process = country.kernel.definition().levels().get(0);
        command = first;
        table.configure(Stage.OPEN)
                .permitReentry(Step.REPORT)
                .permitIf(Step.PRESENT, Stage.PRESENTED, () -> holds(process::presents) && isReady());
        table.configure(Stage.PRESENTED)
                .permit(Step.REPORT, Stage.OPEN)
                .permitReentryIf(Step.SIGN, this::maySign)
                .permitIf(
                        Step.CERTIFY,
                        Stage.CERTIFIED,
                        () -> holds(process::signs) && signed.containsAll(process.signedByEach()) && isReady());
        table.configure(Stage.CERTIFIED)
                .permit(Step.REPORT, Stage.OPEN)
                .permitIf(Step.SUBMIT, Stage.SUBMITTED, () -> holds(process::presents));
        table.configure(Stage.SUBMITTED)
                .permit(Step.REPORT, Stage.OPEN)
                .permitIf(Step.RECEIVE, Stage.RECEIVED, () -> holds(process.receivedBy()::contains));
        machine = new StateMachine<>(Stage.OPEN, table);
    }

    /** Begins anew; the table stays. */
    void restart() {
        machine = new StateMachine<>(Stage.OPEN, table);
        signed.clear();
        signers.clear();
    }

    Stage stage() {
        return machine.getState();
    }

    /** Takes the step, or throws if a guard is in the way. */
    void fire(Command next) {
        command = next;
        machine.fire(next.step());
        if (next.detail() instanceof Detail.Signing signing) {
            signed.add(signing.role());
            signers.add(next.actor());
        }
    }

    private boolean holds(Predicate<RoleId> wanted) {
        LocalDate today = LocalDate.ofInstant(facts.now(), BANGKOK);
        return facts.roles(command.actor(), command.unit(), today).stream().anyMatch(wanted);
    }

    private boolean maySign() {
        RoleId role = ((Detail.Signing) command.detail()).role();
        return process.signs(role) && holds(role::equals) && !signers.contains(command.actor());
    }

    /** Every household is done. */
    private boolean isReady() {
        QualityFacts quality = facts.quality(command.unit()).orElse(null);
        if (quality == null) {
            return false;
        }
        Figures figures = quality.figures();
        return figures.target() > 0 && figures.resolved() == figures.target();
    }
}
