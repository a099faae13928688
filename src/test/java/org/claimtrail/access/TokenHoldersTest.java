package org.claimtrail.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.support.Readers;
import org.junit.jupiter.api.Test;

/** Tokens at a node that only reads: it makes nobody. */
class TokenHoldersTest {

    private static final Login LOGIN = new Login("https://id.example", "sub-1");

    private final TokenConfig config = new TokenConfig() {
        @Override
        public String roleClaim() {
            return "groups";
        }

        @Override
        public Map<String, Role> roles() {
            return Map.of("writers", Role.CONTRIBUTOR);
        }

        @Override
        public Optional<String> agentClaim() {
            return Optional.empty();
        }
    };

    @Test
    void whom_nobody_knows_yet_is_sent_to_a_node_that_writes() {
        assertThatThrownBy(() -> holders(Optional.empty()).holder(claims("Nora")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.READS_ONLY));
    }

    @Test
    void whoever_is_known_has_the_rights_of_the_token_under_the_name_of_before() {
        Person known = new Person("Nora before", null).signsInAs(LOGIN);

        SecurityIdentity identity = holders(Optional.of(known)).holder(claims("Nora"));

        assertThat(identity.getPrincipal().getName()).isEqualTo(known.pseudonym);
        assertThat(identity.getRoles()).isEqualTo(Role.CONTRIBUTOR.permissions());
        assertThat(known.name).isEqualTo("Nora before");
    }

    private TokenClaims claims(String name) {
        return new TokenClaims(
                StoredJson.object()
                        .put("iss", LOGIN.issuer())
                        .put("sub", LOGIN.subject())
                        .put("name", name)
                        .set("groups", StoredJson.array().add("writers")),
                config);
    }

    @SuppressWarnings("NullAway") // records are looked up for new people only
    private TokenHolders holders(Optional<Person> known) {
        PersonRepository people = new PersonRepository() {
            @Override
            Optional<Person> at(Login login) {
                assertThat(List.of(login)).containsExactly(LOGIN);
                return known;
            }
        };
        return new TokenHolders(config, people, null, Readers.node(true));
    }
}
