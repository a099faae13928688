package org.claimtrail.sources;

import java.util.Optional;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/** Which sources are asked for; empty means any. */
public record SourceFilter(
        Optional<TypeId> publisher,
        Optional<Medium> medium,
        Optional<String> language,
        Optional<String> url,
        @Nullable String q) {}
