/** A host's own records, checked by Hibernate Validator with the constraints of the SDK. */
module io.github.bmnkit.examples.jakarta {
    requires io.github.bmnkit.examples.synthetic;
    requires io.github.bmnkit.validation;
    requires org.hibernate.validator;
    requires static org.jspecify;

    // The provider reads the components of the records.
    opens io.github.bmnkit.examples.jakarta to
            org.hibernate.validator;
}
