package io.github.bmnkit.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.identity.NationalId;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.rule.Rule;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;

/** Turns values into keyed hashes (HMAC-SHA-256, its first 128 bits). It belongs to one thread at a time. */
final class AcrossHasher {
    private static final byte NOTHING = 0;
    private static final byte NUMBER = 1;
    private static final byte TEXT = 2;
    private static final byte RULE = 3;
    private static final byte HOUSEHOLD = 4;
    private static final byte PERSON = 5;
    private static final byte COLLECTOR = 6;

    private final List<Rule> rules;
    private final AcrossSettings settings;
    private final Mac mac;
    private final ByteBuffer number = ByteBuffer.allocate(1 + Long.BYTES);

    AcrossHasher(List<Rule> rules, AcrossSettings settings, Mac mac) {
        this.rules = rules;
        this.settings = settings;
        this.mac = mac;
    }

    /** What a household of this round brings to the rules and to all other checks. */
    List<AcrossKey> keys(HouseholdResponse response, ResolvedHousehold household) {
        List<AcrossKey> keys = new ArrayList<>();
        rules(keys, household);
        if (settings.collector() != null) {
            String collector = settings.collectorOf(response);
            ByteBuffer hash = hash(COLLECTOR, collector);
            keys.add(new AcrossKey(
                    AcrossKey.COLLECTOR, hash.getLong(), hash.getLong(), 0, 0, 0, 0, collector, Outcome.PASS));
        }
        household(keys, response.household(), settings.villageOf(response), household, AcrossSettings.Names::now);
        return keys;
    }

    /** What a household of the last round brings. */
    List<AcrossKey> keysBefore(ResolvedHousehold household) {
        List<AcrossKey> keys = new ArrayList<>();
        household(keys, household.household(), "", household, AcrossSettings.Names::before);
        return keys;
    }

    /** A household of a target list. */
    AcrossKey listed(HouseholdId household, String village) {
        ByteBuffer hash = hash(HOUSEHOLD, household.value());
        return ofHousehold(hash.getLong(), hash.getLong(), AcrossKey.ITSELF, village);
    }

    private static AcrossKey ofHousehold(long high, long low, int facet, String detail) {
        return new AcrossKey(AcrossKey.HOUSEHOLD, high, low, facet, 0, 0, 0, detail, Outcome.PASS);
    }

    private void household(
            List<AcrossKey> keys,
            HouseholdId id,
            String village,
            ResolvedHousehold household,
            Function<AcrossSettings.Names, String> round) {
        AcrossKey itself = listed(id, village);
        keys.add(itself);
        Frame frame = household.frame();
        AcrossSettings.Names member = settings.member();
        if (member != null) {
            for (int row = 0; row < household.members(); row++) {
                keys.add(person(itself, frame.get(round.apply(member), row), household.key(row)));
            }
        }
        for (int i = 0; i < settings.amounts().size(); i++) {
            Value value = frame.get(round.apply(settings.amounts().get(i).names()), 0);
            if (value instanceof Value.Amount amount) {
                keys.add(ofHousehold(
                        itself.high(),
                        itself.low(),
                        AcrossKey.AMOUNT + i,
                        amount.value().toPlainString()));
            }
        }
    }

    private AcrossKey person(AcrossKey household, Value value, int member) {
        Optional<String> text = Optional.empty();
        if (value instanceof Value.Words words) {
            text = Optional.of(words.value());
        } else if (value instanceof Value.Amount amount) {
            text = Optional.of(amount.value().toPlainString());
        }
        int facet = text.isPresent() ? AcrossKey.PERSON : AcrossKey.NAMELESS;
        // However it is written; a number that is wrong in both rounds is still the same person.
        Optional<ByteBuffer> hash = text.map(id -> hash(
                PERSON, NationalId.parse(id).optional().map(NationalId::digits).orElse(id)));
        long high = hash.map(ByteBuffer::getLong).orElse(0L);
        long low = hash.map(ByteBuffer::getLong).orElse(0L);
        return new AcrossKey(
                household.check(), household.high(), household.low(), facet, high, low, member, "", Outcome.PASS);
    }

    private ByteBuffer hash(byte kind, String text) {
        put(kind, text);
        return ByteBuffer.wrap(mac.doFinal());
    }

    private void rules(List<AcrossKey> keys, ResolvedHousehold household) {
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
    }

    private AcrossKey key(int place, Rule rule, Frame frame, int row, int member) {
        Outcome applies = rule.appliesWhen()
                .map(condition -> applies(condition, frame, row))
                .orElse(Outcome.PASS);
        if (applies != Outcome.PASS) {
            return AcrossKey.ofRule(place, member, applies, 0, 0);
        }
        put(RULE, rule.id());
        for (String name : rule.across().orElseThrow().same()) {
            int cell = frame.cell(name, row);
            String text = frame.text(cell);
            if (frame.missing(cell).isPresent()) {
                mac.update(NOTHING);
            } else if (text == null) {
                put(NUMBER, frame.raw(cell));
            } else {
                put(TEXT, text);
            }
        }
        ByteBuffer hash = ByteBuffer.wrap(mac.doFinal());
        return AcrossKey.ofRule(place, member, Outcome.PASS, hash.getLong(), hash.getLong());
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
