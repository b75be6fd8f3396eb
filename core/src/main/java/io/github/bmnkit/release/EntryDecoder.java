package io.github.bmnkit.release;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.DistrictCode;
import io.github.bmnkit.area.LocalAuthorityCode;
import io.github.bmnkit.area.LocalAuthorityPart;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.RegionCode;
import io.github.bmnkit.area.TambonCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.certification.Hash;
import io.github.bmnkit.certification.Ledger;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.json.CanonicalJson;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.ObjectFields;
import io.github.bmnkit.release.ReleaseRequest.Unit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The form of an entry of the log of releases in JSON. */
final class EntryDecoder {
    private static final Decoder<Hash> HASH = Decoder.parsed(Hash::parse);
    private static final Decoder<Long> COUNT = Decoder.integer(0, CanonicalJson.MAX_INTEGER);
    private static final Decoder<ActorId> ACTOR = text(ActorId::of);
    private static final Decoder<Instant> TIME = text(Instant::parse);
    private static final Decoder<AreaCode> AREA = text(EntryDecoder::area);
    private static final Decoder<ReleaseRecord> RELEASE = Decoder.object(EntryDecoder::release);

    static final Decoder<ReleaseLog.Entry> ENTRY = Decoder.object(fields -> {
        Optional<Long> sequence = fields.required("sequence", COUNT);
        Optional<Hash> previous = fields.required("previous", HASH);
        Optional<Hash> hash = fields.required("hash", HASH);
        Optional<ReleaseRecord> release = fields.required("release", RELEASE);
        return fields.build(() -> new ReleaseLog.Entry(
                sequence.orElseThrow(), previous.orElseThrow(), release.orElseThrow(), hash.orElseThrow()));
    });

    private EntryDecoder() {}

    private static Optional<ReleaseRecord> release(ObjectFields fields) {
        Optional<String> request = fields.required("request", Decoder.TEXT);
        Optional<Hash> requestDigest = fields.required("requestDigest", HASH);
        Optional<String> recipient = fields.required("recipient", Decoder.TEXT);
        Optional<String> purpose = fields.required("purpose", Decoder.TEXT);
        Optional<String> legalBasis = fields.required("legalBasis", Decoder.TEXT);
        Optional<ActorId> actor = fields.required("actor", ACTOR);
        Optional<Instant> at = fields.required("at", TIME);
        Optional<Long> length = fields.required("certifiedLength", COUNT);
        Optional<Hash> certified = fields.required("certifiedHash", HASH);
        Optional<String> form = fields.required("form", Decoder.TEXT);
        Optional<String> classification = fields.required("classification", Decoder.TEXT);
        Optional<Boolean> demonstration = fields.required("demonstration", Decoder.TRUTH);
        Optional<Unit> unit = fields.required("unit", Decoder.constant(Unit.class));
        Optional<List<Integer>> rounds = fields.required("rounds", Decoder.list(Decoder.whole(2400, 3000)));
        Optional<LocalDate> from = fields.required("from", Decoder.DATE);
        Optional<LocalDate> to = fields.required("to", Decoder.DATE);
        Optional<List<AreaCode>> areas = fields.required("areas", Decoder.list(AREA));
        Optional<List<String>> questions = fields.required("questions", Decoder.list(Decoder.TEXT));
        Optional<Long> k = fields.required("k", COUNT);
        Optional<Long> offered = fields.required("offered", COUNT);
        Optional<Long> taken = fields.required("taken", COUNT);
        Optional<Long> records = fields.required("records", COUNT);
        Optional<Long> leftOut = fields.required("leftOut", COUNT);
        Optional<Long> blanked = fields.required("blanked", COUNT);
        Optional<Hash> digest = fields.required("digest", HASH);
        return fields.build(() -> new ReleaseRecord(
                request.orElseThrow(),
                requestDigest.orElseThrow(),
                recipient.orElseThrow(),
                purpose.orElseThrow(),
                legalBasis.orElseThrow(),
                actor.orElseThrow(),
                at.orElseThrow(),
                new Ledger.Head(length.orElseThrow(), certified.orElseThrow()),
                form.orElseThrow(),
                classification.orElseThrow(),
                demonstration.orElseThrow(),
                unit.orElseThrow(),
                new HashSet<>(rounds.orElseThrow()),
                from.orElseThrow(),
                to.orElseThrow(),
                areas.orElseThrow(),
                questions.orElseThrow(),
                k.orElseThrow(),
                offered.orElseThrow(),
                taken.orElseThrow(),
                records.orElseThrow(),
                leftOut.orElseThrow(),
                blanked.orElseThrow(),
                digest.orElseThrow()));
    }

    /** Level and code, with a blank between. */
    private static AreaCode area(String text) {
        int blank = text.indexOf(' ');
        if (blank < 0) {
            throw new IllegalArgumentException("no level");
        }
        String code = text.substring(blank + 1);
        return switch (AreaLevel.valueOf(text.substring(0, blank))) {
            case VILLAGE -> VillageCode.of(code);
            case TAMBON -> TambonCode.of(code);
            case DISTRICT -> DistrictCode.of(code);
            case PROVINCE -> ProvinceCode.of(code);
            case REGION -> new RegionCode(Integer.parseInt(code));
            case COUNTRY -> CountryCode.THAILAND;
            case LOCAL_AUTHORITY -> {
                int slash = code.indexOf('/');
                if (slash < 0) {
                    throw new IllegalArgumentException("no district");
                }
                yield new LocalAuthorityPart(
                        LocalAuthorityCode.of(code.substring(slash + 1)), DistrictCode.of(code.substring(0, slash)));
            }
        };
    }

    private static <T> Decoder<T> text(Function<String, T> parse) {
        return Decoder.TEXT.then((value, at) -> {
            try {
                return Reading.of(parse.apply(value));
            } catch (IllegalArgumentException | DateTimeException e) {
                return Reading.nothing(
                        List.of(Finding.of(ReleaseFinding.LOG_LINE).with("sequence", 0)));
            }
        });
    }
}
