package org.claimtrail.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.validation.IdOf;
import org.claimtrail.shared.validation.Timestamp;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key to be made.
 *
 * @param holder the person's name; keys of one name are one person's, also where four eyes are needed
 * @param subject who that person is at the identity provider; their tokens are then theirs as the keys are
 */
@Schema(description = "A key to be made.")
public record NewKey(
        @NotBlank @Size(max = 200) @Schema(description = "Who will use it. Keys of one name belong to one person.")
        String holder,

        @NotNull Role role,

        @IdOf(Kind.AGENT)
        @Nullable
        @Schema(description = "The agent record that is this person; named as author in what they publish.")
        String agent,

        @Size(max = 500) @Nullable @Schema(description = "What the key is for.")
        String note,

        @Size(min = 1, max = 255)
        @Nullable
        @Schema(
                description = "The `sub` of the holder's tokens, where they sign in with an identity provider: key and"
                        + " tokens are then one person's, also for the four eyes. From then on, for good.")
        String subject,

        @Timestamp
        @Nullable
        @Schema(format = "date-time", description = "From then on it opens nothing. RFC 3339, in the future.")
        String expiresAt,

        @Size(min = 1, max = 7)
        @Nullable
        @Schema(
                description =
                        "Limits the key to some of what its role may: `write`, `edit`, `administer`,"
                                + " `read-drafts`, `read-confidential`, `read-keys`, `read-desks` (what each desk keeps to itself).")
        List<String> scopes,

        @Size(min = 1, max = 64)
        @Nullable
        @Schema(
                description = "Limits the key to requests from these addresses: CIDR ranges, IPv4 or IPv6, such as"
                        + " `192.0.2.0/24`.")
        List<String> allowedAddresses,

        @Min(1)
        @Max(1_000_000)
        @Nullable
        @Schema(description = "Requests a minute with this key, in place of the service's own limit.")
        Integer rateLimit) {

    /** A key without limits. */
    public static NewKey of(String holder, Role role) {
        return new NewKey(holder, role, null, null, null, null, null, null, null);
    }

    NewKey note(String what) {
        return new NewKey(holder, role, agent, what, subject, expiresAt, scopes, allowedAddresses, rateLimit);
    }
}
