package io.github.bmnkit.benchmarks;

import am.ik.yavi.builder.ValidatorBuilder;
import am.ik.yavi.core.Validator;
import io.github.bmnkit.identity.NationalId;
import java.math.BigDecimal;
import org.jspecify.annotations.NullUnmarked;

/** The peer: the checks that {@link HibernateHousehold} says by annotations, of the same beans, put together by YAVI. */
@NullUnmarked // getters give null for what was not answered
final class YaviHousehold {
    private YaviHousehold() {}

    static Validator<HibernateHousehold> validator() {
        return ValidatorBuilder.<HibernateHousehold>of()
                ._string(HibernateHousehold::hnum, "hnum", hnum -> hnum.notNull())
                ._long(
                        HibernateHousehold::moo,
                        "moo",
                        moo -> moo.greaterThanOrEqual(1L).lessThanOrEqual(999L))
                ._bigDecimal(
                        HibernateHousehold::gpsLat,
                        "gpsLat",
                        degrees -> degrees.greaterThanOrEqual(new BigDecimal("5.6"))
                                .lessThanOrEqual(new BigDecimal("20.5")))
                ._bigDecimal(
                        HibernateHousehold::gpsLon,
                        "gpsLon",
                        degrees -> degrees.greaterThanOrEqual(new BigDecimal("97.3"))
                                .lessThanOrEqual(new BigDecimal("105.7")))
                ._long(HibernateHousehold::hliveRai, "hliveRai", area -> area.greaterThanOrEqual(0L))
                ._long(HibernateHousehold::hjobRai, "hjobRai", area -> area.greaterThanOrEqual(0L))
                ._long(HibernateHousehold::mainIncome, "mainIncome", baht -> baht.greaterThanOrEqual(0L))
                ._long(HibernateHousehold::sideIncome, "sideIncome", baht -> baht.greaterThanOrEqual(0L))
                ._long(HibernateHousehold::otherIncome, "otherIncome", baht -> baht.greaterThanOrEqual(0L))
                ._long(HibernateHousehold::ownProduce, "ownProduce", baht -> baht.greaterThanOrEqual(0L))
                ._long(HibernateHousehold::costs, "costs", baht -> baht.greaterThanOrEqual(0L))
                ._long(HibernateHousehold::living, "living", baht -> baht.greaterThanOrEqual(0L))
                ._long(HibernateHousehold::pleasure, "pleasure", baht -> baht.greaterThanOrEqual(0L))
                ._long(HibernateHousehold::repayment, "repayment", baht -> baht.greaterThanOrEqual(0L))
                ._long(
                        HibernateHousehold::happiness,
                        "happiness",
                        points -> points.greaterThanOrEqual(0L).lessThanOrEqual(10L))
                .forEach(HibernateHousehold::members, "members", member())
                .build();
    }

    private static Validator<HibernateHousehold.Member> member() {
        return ValidatorBuilder.<HibernateHousehold.Member>of()
                ._string(HibernateHousehold.Member::firstName, "firstName", name -> name.notNull())
                ._string(HibernateHousehold.Member::sex, "sex", code -> code.notNull())
                ._string(
                        HibernateHousehold.Member::idCard,
                        "idCard",
                        id -> id.predicate(
                                digits -> NationalId.parse(digits).optional().isPresent(),
                                "nationalId",
                                "not a national ID"))
                ._object(HibernateHousehold.Member::birthDate, "birthDate", day -> day.notNull())
                ._string(HibernateHousehold.Member::occupation, "occupation", code -> code.notNull())
                ._string(HibernateHousehold.Member::education, "education", code -> code.notNull())
                ._string(HibernateHousehold.Member::religion, "religion", code -> code.notNull())
                ._string(HibernateHousehold.Member::health, "health", code -> code.notNull())
                ._string(HibernateHousehold.Member::ability, "ability", code -> code.notNull())
                .build();
    }
}
