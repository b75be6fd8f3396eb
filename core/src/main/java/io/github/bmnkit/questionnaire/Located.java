package io.github.bmnkit.questionnaire;

import io.github.bmnkit.finding.Place;

/** Something read, and where it stands. */
record Located<T>(T value, Place place) {}
