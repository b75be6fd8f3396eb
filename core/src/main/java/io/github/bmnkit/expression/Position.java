package io.github.bmnkit.expression;

import io.github.bmnkit.finding.Place;

/** A place in the text of an expression; line and column from 1. */
record Position(int line, int column) {
    Place place() {
        return Place.nowhere().withLine(line, column);
    }
}
