package org.claimtrail.history;

import java.io.Serializable;

/** Key of {@link RecordVersion}. */
record RecordVersionId(String recordId, int n) implements Serializable {}
