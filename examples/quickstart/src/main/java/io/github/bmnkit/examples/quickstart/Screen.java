package io.github.bmnkit.examples.quickstart;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Text;
import java.io.PrintStream;
import java.util.Locale;

/** Where the quickstart speaks, first in Thai, then in English. */
record Screen(PrintStream out) {
    void heading(Text text) {
        line("%n== %s%n   %s", text.th(), text.en());
    }

    /** One line in each language; a text among the arguments is said in that language. */
    void say(String th, String en, Object... arguments) {
        line("  " + th, in(Text.THAI, arguments));
        line("  " + en, in(Locale.ENGLISH, arguments));
    }

    void note(Finding finding) {
        line("  ! %s", finding.message(Text.THAI));
        line("    %s", finding.message(Locale.ENGLISH));
    }

    void line(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }

    private static Object[] in(Locale locale, Object... arguments) {
        Object[] said = arguments.clone();
        for (int i = 0; i < said.length; i++) {
            said[i] = said[i] instanceof Text text ? text.in(locale) : said[i];
        }
        return said;
    }
}
