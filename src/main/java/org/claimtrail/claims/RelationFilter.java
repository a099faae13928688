package org.claimtrail.claims;

import java.util.Optional;
import org.claimtrail.shared.id.TypeId;

/** Which relations are asked for; empty means any. */
record RelationFilter(Optional<TypeId> claim, Optional<RelationType> type, Optional<RelationState> state) {}
