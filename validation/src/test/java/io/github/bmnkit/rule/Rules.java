package io.github.bmnkit.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where the tests find rules. */
final class Rules {
    static final Path TEST_RESOURCES = Path.of("src/test/resources/io/github/bmnkit/rule");

    private Rules() {}

    static Reading<RuleSet> read(Questionnaire form, String json) {
        return RuleSet.read(form, new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    static String resource(String name) {
        try (InputStream in = RuleSets.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String testResource(String name) {
        return file(TEST_RESOURCES.resolve(name));
    }

    static String file(Path path) {
        try {
            return Files.readString(path, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first code block of a language in a document of the project. */
    static String documented(String document, String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(file(Path.of("..", document)))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }
}
