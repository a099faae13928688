package org.claimtrail.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimtrail.audit.ActorNames;
import org.jspecify.annotations.Nullable;

/** People by pseudonym and by name. */
@ApplicationScoped
class PersonRepository implements PanacheRepositoryBase<Person, String>, ActorNames {

    /** The person of this name; a new one where there is none. A given agent is kept from then on. */
    Person named(String name, @Nullable String agent) {
        Person person = find("name", name).firstResult();
        if (person == null) {
            person = new Person(name, agent);
            persist(person);
        } else if (agent != null) {
            person.agent = agent;
        }
        return person;
    }

    @Override
    public Map<String, String> of(Collection<String> pseudonyms) {
        return list("pseudonym in ?1", pseudonyms).stream()
                .collect(Collectors.toMap(person -> person.pseudonym, person -> person.name));
    }
}
