package org.claimtrail.history;

import java.io.Serializable;

/** Key of a {@link Snapshot}. */
public record SnapshotId(String id, int version) implements Serializable {}
