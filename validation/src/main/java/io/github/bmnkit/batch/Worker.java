package io.github.bmnkit.batch;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.response.ResponseLine;
import io.github.bmnkit.response.ResponseState;
import io.github.bmnkit.validation.HouseholdValidator;
import io.github.bmnkit.validation.ValidationReport;
import io.github.bmnkit.validation.ValidationSession;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and checks responses in one thread at a time. */
final class Worker<T> {
    private final Batch batch;
    private final HouseholdValidator validator;
    private final Function<? super T, Reading<HouseholdResponse>> reader;
    private final ValidationSession session;
    private final @Nullable AcrossHasher hasher;
    private final BiConsumer<? super ResolvedHousehold, ? super ValidationReport> observer;

    Worker(Batch batch, Function<? super T, Reading<HouseholdResponse>> reader) {
        this.batch = batch;
        this.validator = batch.validator;
        this.reader = reader;
        this.session = validator.session();
        AcrossHouseholds across = batch.across;
        this.hasher = across == null ? null : across.hasher();
        this.observer = requireNonNull(batch.observers.get(), "observer");
    }

    BatchResult check(long number, T element) {
        Reading<HouseholdResponse> reading = reader.apply(element);
        HouseholdResponse response = reading.optional().orElse(null);
        if (response == null) {
            return BatchResult.unchecked(number, reading);
        }
        Finding refused = refused(response);
        if (refused != null) {
            List<Finding> findings = new ArrayList<>(reading.findings());
            findings.add(refused);
            return BatchResult.unchecked(number, Reading.nothing(findings));
        }
        ValidationReport report = session.validate(response, response.state() == ResponseState.DRAFT, batch.today);
        observer.accept(session.household(), report);
        List<AcrossKey> keys = hasher == null ? List.of() : hasher.keys(response, session.household());
        long line = element instanceof ResponseLine ofFile ? ofFile.number() : number;
        return BatchResult.checked(number, line, reading, report, areas(response), keys);
    }

    /** Data of another round among those of this one are no reason to end the run. */
    private @Nullable Finding refused(HouseholdResponse response) {
        if (!response.form().equals(validator.form())) {
            return Finding.of(BatchFinding.OTHER_FORM).with("form", batch.checks.form);
        }
        if (!validator.rules().holdsFor(response.round())) {
            return Finding.of(BatchFinding.OTHER_ROUND)
                    .with("rules", batch.checks.rules)
                    .with("round", Integer.toString(response.round()));
        }
        return null;
    }

    private List<AreaKey> areas(HouseholdResponse response) {
        List<AreaCode> codes = new ArrayList<>(batch.areas.size());
        for (Function<HouseholdResponse, ? extends @Nullable AreaCode> area : batch.areas) {
            AreaCode code = area.apply(response);
            if (code != null) {
                codes.add(code);
            }
        }
        return AcrossSettings.keys(codes);
    }
}
