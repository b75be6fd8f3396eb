package io.github.bmnkit.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Starts the packaged modules as a host would: {@code java -p}, nothing on the class path. */
class ModulePathIT {
    @Test
    void theQuickstartRunsOnTheModulePath() throws Exception {
        List<String> jars = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> Stream.of("bmnkit-", "jackson-", "guava", "failureaccess", "jakarta.validation")
                        .anyMatch(
                                name -> Path.of(entry).getFileName().toString().startsWith(name)))
                .collect(Collectors.toList());
        jars.add(System.getProperty("jar"));
        assertThat(jars)
                .anyMatch(jar -> jar.contains("bmnkit-core-"))
                .anyMatch(jar -> jar.contains("bmnkit-allocation-"))
                .anyMatch(jar -> jar.contains("bmnkit-validation-"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        String.join(File.pathSeparator, jars),
                        "--module",
                        System.getProperty("main"),
                        System.getProperty("out"))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output)
                .contains(
                        "13,169,180", "263,543", "329,230", "report-th.html", "household-th.txt", "households-th.html");
    }
}
