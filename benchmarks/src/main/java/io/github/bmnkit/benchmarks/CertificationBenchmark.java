package io.github.bmnkit.benchmarks;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.certification.CertificationEvent;
import io.github.bmnkit.certification.CertificationState;
import io.github.bmnkit.certification.Command;
import io.github.bmnkit.certification.Ledger;
import io.github.bmnkit.certification.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The seven steps of one village, from its report to the arrival of its certificate, in a country of 80,000 villages: the
 * cost of one step. The peer is stateless4j with what it can express: the stages of the village, and guards.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class CertificationBenchmark {
    static final int STEPS = 7;

    CertifyingCountry country = CertifyingCountry.whole();
    List<Command> commands = List.of();
    private final List<CertificationState> before = new ArrayList<>();
    private Stateless4jVillage peer;

    /** Makes the commands of a village, and the state before each. */
    @Setup
    public void setUp() {
        List<AreaCode> villages = country.tree.areas(AreaLevel.VILLAGE);
        AreaCode village = villages.get(villages.size() / 2);
        country.households(village);
        commands = country.steps(village);
        peer = new Stateless4jVillage(country, commands.get(0));
        CertificationState state = country.kernel.start();
        before.clear();
        for (Command command : commands) {
            before.add(state);
            state = next(state, command);
        }
    }

    private CertificationState next(CertificationState state, Command command) {
        CertificationState next = state;
        for (CertificationEvent event :
                country.kernel.decide(state, command, country).events()) {
            next = country.kernel.evolve(next, event);
        }
        return next;
    }

    /**
     * Decides each command on the state before it.
     *
     * @param blackhole takes the decisions
     */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public void decide(Blackhole blackhole) {
        for (int i = 0; i < STEPS; i++) {
            blackhole.consume(country.kernel.decide(before.get(i), commands.get(i), country));
        }
    }

    /**
     * Decides each command, and makes the next state, which leaves the one before as it is.
     *
     * @return the last state
     */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public CertificationState decideAndEvolve() {
        CertificationState state = before.get(0);
        for (Command command : commands) {
            state = next(state, command);
        }
        return state;
    }

    /**
     * Submits each command to a ledger in memory: decision, hash of the entry, next state.
     *
     * @return the head of the ledger
     */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Ledger.Head submit() {
        Ledger ledger = Ledger.open(country.kernel, Ledger.Store.inMemory()).value();
        for (Command command : commands) {
            ledger.submit(command, country);
        }
        return ledger.head();
    }

    /**
     * The peer: the same stages and conditions of one village by stateless4j, which keeps no events, gives no reasons and
     * knows no other unit.
     *
     * @return the last stage
     */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Stage stateless4j() {
        peer.restart();
        for (Command command : commands) {
            peer.fire(command);
        }
        return peer.stage();
    }
}
