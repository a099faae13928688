package org.claimtrail.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.who.Permission;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ApiKeyTest {

    private static final Instant NOW = Instant.parse("2025-11-20T08:00:00Z");
    private static final List<String> ALL = List.of(
            Permission.WRITE,
            Permission.EDIT,
            Permission.ADMINISTER,
            Permission.READ_DRAFTS,
            Permission.READ_CONFIDENTIAL,
            Permission.READ_KEYS);

    @TestFactory
    Stream<DynamicTest> may_what_its_role_may_within_its_scope() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Role role : Role.values()) {
            for (String scope : ALL) {
                tests.add(DynamicTest.dynamicTest(role.text() + " within " + scope, () -> {
                    if (role.permissions().contains(scope)) {
                        assertThat(key(role, List.of(scope), null).permissions())
                                .containsExactly(scope);
                    } else {
                        assertThatThrownBy(() -> key(role, List.of(scope), null))
                                .isInstanceOfSatisfying(
                                        Problem.class,
                                        problem -> assertThat(problem.errors())
                                                .extracting(Problem.Entry::pointer)
                                                .containsExactly("/scopes/0"));
                    }
                }));
            }
        }
        return tests.stream();
    }

    @Test
    void may_all_its_role_may_without_scopes() {
        assertThat(key(Role.EDITOR, null, null).permissions()).isEqualTo(Role.EDITOR.permissions());
    }

    @Test
    void may_several_things_by_several_scopes() {
        ApiKey key = key(Role.EDITOR, List.of("write", "read-drafts", "write"), null);

        assertThat(key.permissions()).isEqualTo(Set.of("write", "read-drafts"));
    }

    @Test
    void stands_until_the_instant_at_which_it_expires() {
        ApiKey key = key(Role.EDITOR, null, "2025-11-20T08:00:01Z");

        assertThat(key.stands(NOW)).isTrue();
        assertThat(key.stands(Instant.parse("2025-11-20T08:00:00.999999Z"))).isTrue();
        assertThat(key.stands(Instant.parse("2025-11-20T08:00:01Z"))).isFalse();
    }

    @Test
    void does_not_expire_in_the_past() {
        assertThatThrownBy(() -> key(Role.EDITOR, null, "2025-11-20T08:00:00Z")).isInstanceOf(Problem.class);
    }

    @Test
    void is_no_lasting_admin_when_it_expires_or_may_not_administer() {
        assertThat(key(Role.ADMIN, null, null).isLastingAdmin()).isTrue();
        assertThat(key(Role.ADMIN, null, "2099-01-01T00:00:00Z").isLastingAdmin())
                .isFalse();
        assertThat(key(Role.ADMIN, List.of("read-keys"), null).isLastingAdmin()).isFalse();
        assertThat(key(Role.EDITOR, null, null).isLastingAdmin()).isFalse();
    }

    @Test
    void opens_with_the_former_secret_until_the_overlap_is_over() {
        ApiKey key = key(Role.EDITOR, null, null);
        byte[] first = key.secretHash;

        key.rotate(Secret.random(), NOW, Duration.ofHours(1));

        assertThat(key.secretHash).isNotEqualTo(first);
        assertThat(key.formerHash(NOW.plusSeconds(3599))).isEqualTo(first);
        assertThat(key.formerHash(NOW.plusSeconds(3600))).isNull();
    }

    @Test
    void forgets_the_former_secret_at_once_without_overlap_and_by_the_next_rotation() {
        ApiKey key = key(Role.EDITOR, null, null);
        key.rotate(Secret.random(), NOW, Duration.ofHours(1));
        byte[] second = key.secretHash;

        key.rotate(Secret.random(), NOW, Duration.ofHours(1));
        assertThat(key.formerHash(NOW)).isEqualTo(second);

        key.rotate(Secret.random(), NOW, Duration.ZERO);
        assertThat(key.formerHash(NOW)).isNull();
        assertThat(key.formerHash).isNull();
    }

    private static ApiKey key(Role role, @Nullable List<String> scopes, @Nullable String expiresAt) {
        NewKey input = new NewKey("Aya", role, null, null, null, expiresAt, scopes, null, null);
        Credential credential = new Credential(TypeId.next(Kind.KEY), Secret.random());
        return new ApiKey(credential, new Person("Aya", null), input, Limits.of(input, NOW), NOW, null);
    }
}
