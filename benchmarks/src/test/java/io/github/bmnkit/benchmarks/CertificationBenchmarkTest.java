package io.github.bmnkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.certification.CertificationState;
import io.github.bmnkit.certification.Command;
import io.github.bmnkit.certification.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The kernel and stateless4j take the same steps, and refuse the same ones. */
class CertificationBenchmarkTest {
    @Test
    void theVillageEndsReceivedInEveryWay() {
        CertificationBenchmark benchmark = new CertificationBenchmark();
        benchmark.setUp();
        CertificationState last = benchmark.decideAndEvolve();
        assertThat(last.stage(benchmark.commands.get(0).unit())).isEqualTo(Stage.RECEIVED);
        assertThat(benchmark.submit().length()).isEqualTo(CertificationBenchmark.STEPS);
        assertThat(benchmark.stateless4j()).isEqualTo(Stage.RECEIVED);
    }

    /** From the report on: the peer looks at the households themselves, so that nothing needs to be reported to it. */
    @Test
    void afterAnySoManyStepsBothTakeOrRefuseEachOfThoseThatAreLeft() {
        CertificationBenchmark benchmark = new CertificationBenchmark();
        benchmark.setUp();
        CertifyingCountry country = benchmark.country;
        List<Command> commands = benchmark.commands;
        CertificationState state = country.kernel.start();
        int refused = 0;
        for (int done = 0; done < commands.size(); done++) {
            for (int next = done; done > 0 && next < commands.size(); next++) {
                Stateless4jVillage peer = new Stateless4jVillage(country, commands.get(0));
                commands.subList(0, done).forEach(peer::fire);
                boolean taken = country.kernel
                        .decide(state, commands.get(next), country)
                        .isAccepted();
                assertThat(takes(peer, commands.get(next)))
                        .as("%s after %d steps", commands.get(next).step(), done)
                        .isEqualTo(taken);
                refused += taken ? 0 : 1;
            }
            CertificationState before = state;
            state = country.kernel.evolve(
                    before,
                    country.kernel
                            .decide(before, commands.get(done), country)
                            .events()
                            .get(0));
        }
        assertThat(refused).isGreaterThan(10);
    }

    private static boolean takes(Stateless4jVillage peer, Command command) {
        try {
            peer.fire(command);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
