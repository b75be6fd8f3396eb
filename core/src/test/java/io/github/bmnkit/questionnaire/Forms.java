package io.github.bmnkit.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.finding.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Where the tests find forms. */
final class Forms {
    private Forms() {}

    static Reading<Questionnaire> read(String json) {
        return read(json.getBytes(UTF_8));
    }

    static Reading<Questionnaire> read(byte[] json) {
        return Questionnaire.read(new ByteArrayInputStream(json));
    }

    static String resource(String name) {
        try (InputStream in = Questionnaires.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first code block of a language in the documentation. */
    static String documented(String language) {
        try {
            String docs = Files.readString(Path.of("../docs/questionnaire.md"), UTF_8);
            return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                    .matcher(docs)
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
