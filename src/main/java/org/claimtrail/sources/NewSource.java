package org.claimtrail.sources;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.validation.EdtfDate;
import org.claimtrail.shared.validation.IdOf;
import org.claimtrail.shared.validation.LanguageTag;
import org.claimtrail.shared.validation.Timestamp;
import org.claimtrail.shared.validation.WebUrl;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a source is said to be. Properties that the service writes are ignored, so that a record read can be sent back. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties({"id", "version", "recordedAt"})
@Schema(description = "A document, broadcast, post or data set.")
public record NewSource(
        @WebUrl @Nullable String url,
        @NotBlank @Size(max = 1000) String title,
        @IdOf(Kind.AGENT) @Nullable String publisher,
        @NotNull @Size(max = 100) @Schema(required = false) List<@NotNull @IdOf(Kind.AGENT) String> authors,

        @EdtfDate @Nullable @Schema(description = "EDTF (ISO 8601-2), levels 0 and 1.")
        String datePublished,

        @LanguageTag @Size(max = 64) @Nullable @Schema(description = "BCP 47.")
        String inLanguage,

        @NotNull Medium medium,
        @WebUrl @Nullable String archivedUrl,
        @Valid @Nullable Capture capture,

        @Timestamp @Nullable @Schema(description = "RFC 3339.")
        String accessedAt,

        @Size(max = 2000) @Nullable @Schema(description = "Why the record changes; required in an edit.")
        String changeReason) {

    public NewSource {
        authors = authors == null ? List.of() : List.copyOf(authors);
    }

    /** What it refers to: JSON pointer to id. */
    Map<String, String> references() {
        Map<String, String> references = new LinkedHashMap<>();
        if (publisher != null) {
            references.put("/publisher", publisher);
        }
        for (int i = 0; i < authors.size(); i++) {
            references.put("/authors/" + i, authors.get(i));
        }
        return references;
    }

    String searchText() {
        return (title + "\n" + Objects.requireNonNullElse(url, "")).toLowerCase(Locale.ROOT);
    }
}
