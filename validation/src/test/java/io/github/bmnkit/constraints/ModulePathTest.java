package io.github.bmnkit.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.classmate.TypeResolver;
import io.github.bmnkit.identity.IdentityFinding;
import jakarta.el.ExpressionFactory;
import jakarta.validation.Validation;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.expressly.ExpressionFactoryImpl;
import org.hibernate.validator.HibernateValidator;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts a small host as a module of its own, in a process of its own: in this one everything is on the class path. */
@Timeout(60)
class ModulePathTest {
    private static final List<Class<?>> OWN = List.of(
            NationalId.class, IdentityFinding.class, Validation.class, com.fasterxml.jackson.core.JsonToken.class);
    private static final List<Class<?>> PROVIDER = List.of(
            HibernateValidator.class,
            TypeResolver.class,
            Logger.class,
            ExpressionFactory.class,
            ExpressionFactoryImpl.class);

    @TempDir
    private static Path directory;

    @BeforeAll
    static void compileTheHost() throws IOException {
        Path sources = Files.createDirectories(directory.resolve("sources/host"));
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "-encoding",
                "UTF-8",
                "-p",
                path(OWN),
                "-d",
                directory.resolve("host").toString()));
        for (String name : List.of("module-info.java", "Main.java")) {
            Path source = name.equals("Main.java") ? sources.resolve(name) : sources.resolveSibling(name);
            try (InputStream text = ModulePathTest.class.getResourceAsStream("/modulepath/host/" + name + ".txt")) {
                Files.write(source, text.readAllBytes());
            }
            arguments.add(source.toString());
        }
        StringWriter output = new StringWriter();
        PrintWriter printer = new PrintWriter(output);
        int code =
                ToolProvider.findFirst("javac").orElseThrow().run(printer, printer, arguments.toArray(String[]::new));
        assertThat(code).as(output.toString()).isZero();
    }

    @Test
    void constraintsAndTheirMessagesAreFoundInBothLanguages() throws Exception {
        List<Class<?>> all = Stream.concat(OWN.stream(), PROVIDER.stream()).toList();
        assertThat(run(all, "en", "--add-modules", "jakarta.el,org.glassfish.expressly"))
                .isEqualTo("""
                        born looks like a year of the Common Era; a year of the Buddhist Era is due, which is 543 more
                        id must have 13 digits
                        name must not be null
                        province must be the code of a province: no province has this one
                        village must have 8 digits""");
        assertThat(run(all, "th", "--add-modules", "jakarta.el,org.glassfish.expressly"))
                .isEqualTo("""
                        born ดูเหมือนเป็นปี ค.ศ. ต้องใช้ปี พ.ศ. ซึ่งมากกว่า ค.ศ. 543 ปี
                        id ต้องมีตัวเลข 13 หลัก
                        name ต้องมีค่า
                        province ไม่มีจังหวัดที่ใช้รหัสนี้
                        village ต้องมีตัวเลข 8 หลัก""");
    }

    @Test
    void nothingBreaksWithoutAProvider() throws Exception {
        assertThat(run(OWN, "en")).isEqualTo("no provider, born 2026");
    }

    private static String run(List<Class<?>> modules, String language, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Duser.language=" + language, "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of(options));
        command.addAll(List.of("-p", directory.resolve("host") + File.pathSeparator + path(modules)));
        command.addAll(List.of("-m", "host/host.Main"));
        Path out = directory.resolve("out.txt");
        Path err = directory.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(err, StandardCharsets.UTF_8))
                .isZero();
        return Files.readString(out, StandardCharsets.UTF_8).strip().replace("\r\n", "\n");
    }

    private static String path(List<Class<?>> types) {
        return types.stream().map(ModulePathTest::location).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
