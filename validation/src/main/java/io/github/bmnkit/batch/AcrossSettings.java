package io.github.bmnkit.batch;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Scope;
import io.github.bmnkit.expression.Symbol;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.response.HouseholdResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is collected across households, and how much of it.
 *
 * @param entriesInMemory how many entries are kept in memory
 * @param listed how many of each thing found are listed
 * @param collector who collected a response; null if collectors are not counted
 * @param capacity how many households a collector may have
 * @param village where a household lies; null if villages are not compared with targets
 * @param villageAreas where the counts of a village belong
 * @param member the question that identifies a member; null if members are not compared
 * @param amounts what is compared with the last round
 */
record AcrossSettings(
        int entriesInMemory,
        int listed,
        @Nullable Function<? super HouseholdResponse, ? extends @Nullable ActorId> collector,
        ToLongFunction<? super ActorId> capacity,
        @Nullable Function<? super HouseholdResponse, ? extends @Nullable VillageCode> village,
        Function<? super VillageCode, ? extends Collection<? extends AreaCode>> villageAreas,
        @Nullable Names member,
        List<Amount> amounts) {
    /**
     * What a question is called.
     *
     * @param now in the form of the batch
     * @param before in that of the last round
     */
    record Names(String now, String before) {}

    /**
     * An amount that is compared with the last round.
     *
     * @param names its names
     * @param ratio how many times as much, or as little, is a finding
     */
    record Amount(Names names, int ratio) {
        /** There is no ratio to nothing or to a loss; a fall to nothing, or to a loss, is one below every part. */
        Outcome compare(AcrossFinding code, @Nullable String now, @Nullable String before) {
            if (now == null || before == null) {
                return Outcome.UNDECIDED;
            }
            BigDecimal one = new BigDecimal(now);
            BigDecimal other = new BigDecimal(before);
            if (other.signum() <= 0) {
                return Outcome.NOT_APPLICABLE;
            }
            BigDecimal times = BigDecimal.valueOf(ratio);
            boolean isFound = code == AcrossFinding.AMOUNT_ROSE
                    ? one.compareTo(other.multiply(times)) >= 0
                    : one.multiply(times).compareTo(other) <= 0;
            return isFound ? Outcome.FAIL : Outcome.PASS;
        }
    }

    AcrossSettings {
        amounts = List.copyOf(amounts);
    }

    /** Empty if nobody knows. */
    String collectorOf(HouseholdResponse response) {
        ActorId actor = collector == null ? null : collector.apply(response);
        return actor == null ? "" : actor.value();
    }

    /** Empty if nobody knows. */
    String villageOf(HouseholdResponse response) {
        VillageCode code = village == null ? null : village.apply(response);
        return code == null ? "" : code.value();
    }

    List<AreaKey> areasOf(VillageCode code) {
        return keys(villageAreas.apply(code));
    }

    static List<AreaKey> keys(Collection<? extends AreaCode> codes) {
        List<AreaKey> keys = new ArrayList<>(codes.size());
        for (AreaCode code : codes) {
            AreaKey key = AreaKey.of(code);
            if (!keys.contains(key)) {
                keys.add(key);
            }
        }
        return List.copyOf(keys);
    }

    /** Refuses names that the form of the batch does not have where they are looked for. */
    void check(Scope scope) {
        if (member != null) {
            check(scope, member.now(), Level.MEMBER);
        }
        for (Amount amount : amounts) {
            check(scope, amount.names().now(), Level.HOUSEHOLD);
        }
    }

    private static void check(Scope scope, String name, Level level) {
        if (scope.symbol(name).map(Symbol::level).filter(level::equals).isEmpty()) {
            throw new IllegalArgumentException("the form has no such name of the level " + level + ": " + name);
        }
    }
}
