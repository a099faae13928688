package org.claimtrail.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimtrail.audit.ActorNames;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.jspecify.annotations.Nullable;

/** People by pseudonym, by the name their keys are made for, and by who they are at the identity provider. */
@ApplicationScoped
class PersonRepository implements PanacheRepositoryBase<Person, String>, ActorNames {

    /** The person whose keys have this name; a new one where there is none. A given agent is kept from then on. */
    Person named(String name, @Nullable String agent) {
        return kept(withKeysOf(name).orElseGet(() -> new Person(name, agent).holdsKeysAs(name)), agent);
    }

    /**
     * The same for a person who signs in as well. From then on keys of this name and tokens of this login are one
     * person's, for the four eyes, too.
     *
     * @throws Problem 409 when both are known already, as two people
     */
    Person named(String name, @Nullable String agent, Login login) {
        Optional<Person> byLogin = at(login);
        Optional<Person> byName = withKeysOf(name);
        if (byLogin.isPresent()) {
            if (byLogin.get().holdsKeysOfAnotherName(name) || isAnother(byName, byLogin.get())) {
                throw twoPeople("This subject and this holder are two people already.");
            }
            return kept(byLogin.get().holdsKeysAs(name), agent);
        }
        if (byName.filter(Person::signsIn).isPresent()) {
            throw twoPeople("This holder signs in as another subject.");
        }
        return kept(named(name, agent).signsInAs(login), agent);
    }

    Optional<Person> at(Login login) {
        return find("issuer = ?1 and subject = ?2", login.issuer(), login.subject())
                .firstResultOptional();
    }

    @Override
    public Map<String, String> of(Collection<String> pseudonyms) {
        return list("pseudonym in ?1", pseudonyms).stream()
                .collect(Collectors.toMap(person -> person.pseudonym, person -> person.name));
    }

    private Optional<Person> withKeysOf(String name) {
        return find("holder", name).firstResultOptional();
    }

    private Person kept(Person person, @Nullable String agent) {
        person.agent = agent == null ? person.agent : agent;
        persist(person);
        return person;
    }

    private static boolean isAnother(Optional<Person> one, Person other) {
        return one.filter(person -> !person.pseudonym.equals(other.pseudonym)).isPresent();
    }

    private static Problem twoPeople(String what) {
        return Problem.of(
                ProblemType.CONFLICT, what + " Name the holder that this subject's keys have, or another holder.");
    }
}
