/**
 * What a Basic Minimum Needs (จปฐ.) survey is made of. The front doors: {@link io.github.bmnkit.round.SurveyRounds}
 * (what was decided for a year), {@link io.github.bmnkit.area.AreaRegister} (where), {@link
 * io.github.bmnkit.questionnaire.Questionnaires} (what is asked), {@link
 * io.github.bmnkit.interview.Interview} (asking it), {@link
 * io.github.bmnkit.response.HouseholdResponse} (what was answered), {@link
 * io.github.bmnkit.xform.XForm} and {@link io.github.bmnkit.xform.XlsForm} (asking it with ODK), {@link
 * io.github.bmnkit.expression.Formula} (conditions and calculations), {@link
 * io.github.bmnkit.fieldwork.HouseholdEvent} (what happened to a household), {@link
 * io.github.bmnkit.fieldwork.FieldworkRecords} (who does the work, and what is still to be done), {@link
 * io.github.bmnkit.certification.Certification} (who vouches for the data), {@link
 * io.github.bmnkit.indicator.Indicators} (what the answers mean), {@link
 * io.github.bmnkit.release.Release} (giving data to others safely), {@link
 * io.github.bmnkit.registry.Memberships} (the member registers beside the households), {@link
 * io.github.bmnkit.identity.NationalId} (who), and {@link io.github.bmnkit.finding.Reading}, which everything that
 * reads data returns.
 */
module io.github.bmnkit.core {
    requires com.fasterxml.jackson.core;
    // Read by hosts that bind with Jackson; without it the records are as they are.
    requires static com.fasterxml.jackson.annotation;
    requires static org.jspecify;

    exports io.github.bmnkit.area;
    exports io.github.bmnkit.certification;
    exports io.github.bmnkit.expression;
    exports io.github.bmnkit.fieldwork;
    exports io.github.bmnkit.finding;
    exports io.github.bmnkit.identity;
    exports io.github.bmnkit.indicator;
    exports io.github.bmnkit.interview;
    exports io.github.bmnkit.questionnaire;
    exports io.github.bmnkit.registry;
    exports io.github.bmnkit.release;
    exports io.github.bmnkit.response;
    exports io.github.bmnkit.round;
    exports io.github.bmnkit.xform;

    // Inside the house only: JSON is read, and CSV, HTML and SVG are written, in one place.
    exports io.github.bmnkit.csv to
            io.github.bmnkit.allocation,
            io.github.bmnkit.validation;
    exports io.github.bmnkit.html to
            io.github.bmnkit.allocation,
            io.github.bmnkit.validation;
    exports io.github.bmnkit.json to
            io.github.bmnkit.allocation,
            io.github.bmnkit.validation;
}
