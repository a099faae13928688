package org.claimtrail.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One event, for people.
 *
 * @param at system time, RFC 3339, microseconds
 * @param actor who did it: a pseudonym that stays the same for one person
 * @param actorName the person's name, for staff
 * @param subject what it happened to
 * @param version the subject's version, 0 where it has none
 * @param previous the event before this one of the same subject
 * @param logIndex its place in the transparency log, once a published checkpoint covers it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditEvent", description = "Who did what, when, to which version.")
public record EventView(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String at,
        @JsonProperty(required = true) String type,
        @JsonProperty(required = true) String actor,
        @Nullable String actorName,
        @JsonProperty(required = true) String subject,
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) String reason,
        @Nullable String previous,
        @Nullable Long logIndex) {}
