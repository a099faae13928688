package org.claimtrail.cli.move;

/** A column of a table. */
record Column(String name, Kind kind) {}
