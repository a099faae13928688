package org.claimtrail.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.Optional;
import org.claimtrail.history.References;
import org.claimtrail.shared.reader.Reader;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The holder of a token becomes a person here, the first time they come, and has the rights their roles give. */
@ApplicationScoped
class TokenHolders implements SecurityIdentityAugmentor {

    private final TokenConfig config;
    private final PersonRepository people;
    private final References references;
    private final Reader reader;

    TokenHolders(TokenConfig config, PersonRepository people, References references, Reader reader) {
        this.config = config;
        this.people = people;
        this.references = references;
        this.reader = reader;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? context.runBlocking(() -> holder(TokenClaims.of(token.getRawToken(), config)))
                : Uni.createFrom().item(identity);
    }

    @ActivateRequestContext
    SecurityIdentity holder(TokenClaims claims) {
        return Holder.of(person(claims), claims.permissions());
    }

    private Person person(TokenClaims claims) {
        Optional<Person> known = people.at(claims.login());
        // A reader goes by what it knows of them: their rights are in the token.
        if (known.filter(person -> reader.isOn() || person.isUpToDate(claims.name(), claims.agent()))
                .isPresent()) {
            return known.get();
        }
        reader.requireWriting("Nobody has come with tokens of this person before, and this node only reads.");
        try {
            return QuarkusTransaction.requiringNew().call(() -> recorded(claims));
        } catch (RuntimeException e) {
            // Of two first requests at once the database's unique key lets one make the person.
            return people.at(claims.login()).orElseThrow(() -> e);
        }
    }

    private Person recorded(TokenClaims claims) {
        String agent = known(claims.agent());
        Person person =
                people.at(claims.login()).orElseGet(() -> new Person(claims.name(), agent).signsInAs(claims.login()));
        person.update(claims.name(), agent);
        people.persistAndFlush(person);
        return person;
    }

    /** An agent record that is not here would be named as author of what nobody can look up. */
    private @Nullable String known(@Nullable String agent) {
        return agent != null && references.isKnown(agent) ? agent : null;
    }
}
