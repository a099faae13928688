package org.claimtrail.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A person (or a program) that holds keys or signs in: the only place where a pseudonym meets a name. Keys find their
 * person by {@code holder}, tokens theirs by {@code issuer} and {@code subject}; who has both is one person.
 */
@DynamicUpdate // what another node joins to a person meanwhile stays: nothing locks them
@Entity
@Table(name = "actor")
class Person {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PSEUDONYM_BYTES = 12;

    @Id
    String pseudonym;

    String name;

    @Nullable
    String agent;

    /** The name that keys are made for. */
    @Nullable
    String holder;

    @Nullable
    String issuer;

    @Nullable
    String subject;

    @SuppressWarnings("NullAway.Init")
    Person() {}

    Person(String name, @Nullable String agent) {
        byte[] random = new byte[PSEUDONYM_BYTES];
        RANDOM.nextBytes(random);
        this.pseudonym = "a:" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        this.name = name;
        this.agent = agent;
    }

    /** As far as a request needs to know them. */
    static Person of(String pseudonym, @Nullable String agent) {
        Person person = new Person();
        person.pseudonym = pseudonym;
        person.agent = agent;
        return person;
    }

    /** The person as the provider knows them, whenever they sign in. */
    Person signsInAs(Login login) {
        issuer = login.issuer();
        subject = login.subject();
        return this;
    }

    /** Keys of this name are this person's. */
    Person holdsKeysAs(String name) {
        holder = name;
        return this;
    }

    /** Takes over what a token says of them by now; what it does not say stays. */
    void update(String name, @Nullable String agent) {
        this.name = name;
        this.agent = agent == null ? this.agent : agent;
    }

    boolean isUpToDate(String name, @Nullable String agent) {
        return this.name.equals(name) && (agent == null || agent.equals(this.agent));
    }

    boolean signsIn() {
        return subject != null;
    }

    boolean holdsKeysOfAnotherName(String name) {
        return holder != null && !Objects.equals(holder, name);
    }

    Actor actor() {
        return new Actor(pseudonym, agent, false);
    }
}
