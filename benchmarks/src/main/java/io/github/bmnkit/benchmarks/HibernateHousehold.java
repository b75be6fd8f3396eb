package io.github.bmnkit.benchmarks;

import io.github.bmnkit.constraints.NationalId;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The peer: what annotations can say of a household without code of one's own: bounds of single answers, and answers of
 * members that must be there.
 */
@NullUnmarked // the annotations themselves say what must not be null
record HibernateHousehold(
        @NotNull String hnum,
        @Min(1) @Max(999) @Nullable Long moo,
        @DecimalMin("5.6") @DecimalMax("20.5") @Nullable BigDecimal gpsLat,
        @DecimalMin("97.3") @DecimalMax("105.7") @Nullable BigDecimal gpsLon,
        @Min(0) @Nullable Long hliveRai,
        @Min(0) @Nullable Long hjobRai,
        @Min(0) @Nullable Long mainIncome,
        @Min(0) @Nullable Long sideIncome,
        @Min(0) @Nullable Long otherIncome,
        @Min(0) @Nullable Long ownProduce,
        @Min(0) @Nullable Long costs,
        @Min(0) @Nullable Long living,
        @Min(0) @Nullable Long pleasure,
        @Min(0) @Nullable Long repayment,
        @Min(0) @Max(10) @Nullable Long happiness,
        List<@Valid Member> members) {
    /** A member. */
    record Member(
            @NotNull String firstName,
            @NotNull String sex,
            @NationalId @Nullable String idCard,
            @NotNull LocalDate birthDate,
            @NotNull String occupation,
            @NotNull String education,
            @NotNull String religion,
            @NotNull String health,
            @NotNull String ability) {}

    static HibernateHousehold of(HouseholdResponse response) {
        return new HibernateHousehold(
                text(response, AnswerPath.of("hnum")),
                number(response, "moo"),
                decimal(response, "gps_lat"),
                decimal(response, "gps_lon"),
                number(response, "hlive_rai"),
                number(response, "hjob_rai"),
                number(response, "q22_1_1"),
                number(response, "q22_1_2"),
                number(response, "q22_1_3"),
                number(response, "q22_1_4"),
                number(response, "q22_2_1"),
                number(response, "q22_2_2"),
                number(response, "q22_2_3"),
                number(response, "q22_2_4"),
                number(response, "happiness"),
                response.members().stream().map(key -> member(response, key)).toList());
    }

    private static Member member(HouseholdResponse response, int key) {
        return new Member(
                text(response, AnswerPath.of("first_name", key)),
                text(response, AnswerPath.of("sex", key)),
                text(response, AnswerPath.of("id_card", key)),
                response.answer(AnswerPath.of("birth_date", key)) instanceof Value.Day day ? day.value() : null,
                text(response, AnswerPath.of("occupation", key)),
                text(response, AnswerPath.of("education", key)),
                text(response, AnswerPath.of("religion", key)),
                text(response, AnswerPath.of("health", key)),
                text(response, AnswerPath.of("ability", key)));
    }

    private static @Nullable String text(HouseholdResponse response, AnswerPath path) {
        Value value = response.answer(path);
        return value instanceof Value.Words words
                ? words.value()
                : value instanceof Value.Code code ? code.value() : null;
    }

    private static @Nullable BigDecimal decimal(HouseholdResponse response, String name) {
        return response.answer(AnswerPath.of(name)) instanceof Value.Amount amount ? amount.value() : null;
    }

    private static @Nullable Long number(HouseholdResponse response, String name) {
        BigDecimal number = decimal(response, name);
        return number == null ? null : number.longValueExact();
    }
}
