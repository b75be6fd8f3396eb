package io.github.bmnkit.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.rule.Rule;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;

/** Turns values into keyed hashes (HMAC-SHA-256, its first 128 bits). It belongs to one thread at a time. */
final class AcrossHasher {
    private final List<Rule> rules;
    private final Mac mac;
    private final ByteBuffer number = ByteBuffer.allocate(1 + Long.BYTES);

    AcrossHasher(List<Rule> rules, Mac mac) {
        this.rules = rules;
        this.mac = mac;
    }

    List<AcrossKey> keys(ResolvedHousehold household) {
        List<AcrossKey> keys = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            Frame frame = rule.readsStoredAnswers() ? household.storedView() : household.frame();
            if (rule.level() == Level.HOUSEHOLD) {
                keys.add(key(i, rule, frame, 0, 0));
            } else {
                for (int row = 0; row < household.members(); row++) {
                    keys.add(key(i, rule, frame, row, household.key(row)));
                }
            }
        }
        return keys;
    }

    private AcrossKey key(int place, Rule rule, Frame frame, int row, int member) {
        Outcome applies = rule.appliesWhen()
                .map(condition -> applies(condition, frame, row))
                .orElse(Outcome.PASS);
        if (applies != Outcome.PASS) {
            return new AcrossKey(place, member, applies, 0, 0);
        }
        put((byte) 3, rule.id());
        for (String name : rule.across().orElseThrow().same()) {
            int cell = frame.cell(name, row);
            String text = frame.text(cell);
            if (frame.missing(cell).isPresent()) {
                mac.update((byte) 0);
            } else if (text == null) {
                put((byte) 1, frame.raw(cell));
            } else {
                put((byte) 2, text);
            }
        }
        ByteBuffer hash = ByteBuffer.wrap(mac.doFinal());
        return new AcrossKey(place, member, Outcome.PASS, hash.getLong(), hash.getLong());
    }

    /** As for every rule: where the condition is unknown, so is the rule, unless nothing of what it reads was asked. */
    private static Outcome applies(Formula condition, Frame frame, int row) {
        Truth truth = condition.test(frame, row);
        if (truth == Truth.TRUE) {
            return Outcome.PASS;
        }
        return truth == Truth.FALSE || condition.why(frame, row) == Missing.NOT_ASKED
                ? Outcome.NOT_APPLICABLE
                : Outcome.UNDECIDED;
    }

    /** With its length, so that no two lists of texts run together. */
    private void put(byte kind, String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        put(kind, utf8.length);
        mac.update(utf8);
    }

    private void put(byte kind, long value) {
        number.clear();
        mac.update(number.put(kind).putLong(value).flip());
    }
}
