package org.claimtrail.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A person (or a program) that holds keys: the only place where a pseudonym meets a name. */
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

    @SuppressWarnings("NullAway.Init")
    Person() {}

    Person(String name, @Nullable String agent) {
        byte[] random = new byte[PSEUDONYM_BYTES];
        RANDOM.nextBytes(random);
        this.pseudonym = "a:" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        this.name = name;
        this.agent = agent;
    }

    Actor actor() {
        return new Actor(pseudonym, agent, false);
    }
}
