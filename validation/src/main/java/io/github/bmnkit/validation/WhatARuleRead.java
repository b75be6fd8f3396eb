package io.github.bmnkit.validation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.rule.Rule;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The digest of the values that a rule read: for a rule of members those of the member, else those of all members. */
final class WhatARuleRead {
    private WhatARuleRead() {}

    static String digest(Rule rule, ResolvedHousehold household, int row) {
        Frame frame = rule.readsStoredAnswers() ? household.storedView() : household.frame();
        StringBuilder read = new StringBuilder(rule.id());
        for (String name : rule.reads()) {
            boolean ofMember = household
                    .form()
                    .item(name)
                    .map(Item::level)
                    .filter(Level.MEMBER::equals)
                    .isPresent();
            boolean every = ofMember && rule.level() == Level.HOUSEHOLD;
            int first = every ? 0 : row;
            for (int each = first; each < (every ? household.members() : row + 1); each++) {
                // A blank after the length keeps texts from running into one another.
                String value = frame.get(name, each).text(Locale.ROOT);
                read.append('\n')
                        .append(name)
                        .append(' ')
                        .append(value.length())
                        .append(' ')
                        .append(value);
            }
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(read.toString().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
