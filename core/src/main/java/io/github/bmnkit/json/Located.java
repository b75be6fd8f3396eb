package io.github.bmnkit.json;

import io.github.bmnkit.finding.Place;

/** Something read, and where it stands. */
public record Located<T>(T value, Place place) {}
