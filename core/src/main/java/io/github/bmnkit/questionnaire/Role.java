package io.github.bmnkit.questionnaire;

/** What an expression does for its question. */
enum Role {
    RELEVANCE("relevance"),
    REQUIRED("required"),
    CONSTRAINT("constraint"),
    CALCULATION("calculation");

    final String field;

    Role(String field) {
        this.field = field;
    }
}
