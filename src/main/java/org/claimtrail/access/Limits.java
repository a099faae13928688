package org.claimtrail.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.json.Rfc3339;
import org.jspecify.annotations.Nullable;

/**
 * What makes a key narrower than its role.
 *
 * @param expiresAt from when on it opens nothing; null for a key that stands until it is revoked
 * @param scopes the permissions it is limited to; empty for all of the role
 * @param addresses from where it may be used; empty for everywhere
 * @param rateLimit requests a minute; null for what everybody has
 */
record Limits(
        @Nullable Instant expiresAt,
        Set<String> scopes,
        List<AddressRange> addresses,
        @Nullable Integer rateLimit) {

    /** @throws Problem 422 when a scope is beyond the role, a range of addresses is none, or the expiry is over */
    static Limits of(NewKey input, Instant now) {
        Problem problem = Problem.of(ProblemType.INVALID, "The limits of this key cannot be kept.");
        Instant expiresAt = Optional.ofNullable(input.expiresAt())
                .flatMap(Rfc3339::parse)
                .map(Limits::micros)
                .orElse(null);
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            problem.at("/expiresAt", "past", "Expected an instant in the future.");
        }
        Set<String> scopes = scopes(input, problem);
        List<AddressRange> addresses = addresses(input, problem);
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        return new Limits(expiresAt, scopes, addresses, input.rateLimit());
    }

    /** Null for no scopes, else their names in order, separated by blanks. */
    @Nullable
    String scopesText() {
        return scopes.isEmpty() ? null : String.join(" ", scopes);
    }

    /** Null for no ranges, else the ranges, separated by blanks. */
    @Nullable
    String addressesText() {
        return addresses.isEmpty()
                ? null
                : addresses.stream().map(AddressRange::text).collect(Collectors.joining(" "));
    }

    /** What stands in a column between blanks. */
    static List<String> words(@Nullable String text) {
        return text == null ? List.of() : Arrays.asList(text.split(" ", -1));
    }

    private static Set<String> scopes(NewKey input, Problem problem) {
        List<String> scopes = Optional.ofNullable(input.scopes()).orElse(List.of());
        Set<String> allowed = input.role().permissions();
        for (int i = 0; i < scopes.size(); i++) {
            if (!allowed.contains(scopes.get(i))) {
                problem.at(
                        "/scopes/" + i,
                        "not_in_role",
                        "Expected one of what the role " + input.role().text() + " may: "
                                + String.join(", ", new TreeSet<>(allowed)) + ".");
            }
        }
        return new TreeSet<>(scopes);
    }

    private static List<AddressRange> addresses(NewKey input, Problem problem) {
        List<String> texts = Optional.ofNullable(input.allowedAddresses()).orElse(List.of());
        List<AddressRange> ranges = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Optional<AddressRange> range = AddressRange.parse(texts.get(i));
            range.ifPresent(ranges::add);
            if (range.isEmpty()) {
                problem.at(
                        "/allowedAddresses/" + i,
                        "not_a_range",
                        "Expected a range of IP addresses, like 192.0.2.0/24 or 2001:db8::/32, with no bit set behind"
                                + " its length.");
            }
        }
        return ranges;
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
