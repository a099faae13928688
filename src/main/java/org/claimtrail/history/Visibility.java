package org.claimtrail.history;

import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.claimtrail.shared.http.Params;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.who.Rights;
import org.claimtrail.shared.who.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of queries under which their reader may see a row, as {@link Rights} says for one record. Each is empty
 * for those who see everything, and begins with "and" otherwise.
 */
@ApplicationScoped
public class Visibility {

    private final Viewer viewer;

    Visibility(Viewer viewer) {
        this.viewer = viewer;
    }

    /**
     * What is withheld: seen by staff, and that of a desk by its members.
     *
     * @param id the expression that holds a record's id, such as {@code e.id}
     */
    public String and(String id) {
        if (viewer.seesEveryDesk()) {
            return "";
        }
        String foreign = viewer.seesDrafts() ? " and " + elsewhere("w.recordId", Rights::seesDrafts) : "";
        return " and " + id + " not in (select w.recordId from Closure w where w.state = 'WITHHELD'" + foreign + ")";
    }

    /** What is not published, for staff: of no desk, or of one of theirs. The id stands with its alias. */
    public String andDraft(String id) {
        return viewer.seesEveryDesk() ? "" : " and not " + elsewhere(id, Rights::seesDrafts);
    }

    /** What waits for an editor: of no desk, or of one where they edit. The id stands with its alias. */
    public String andEditable(String id) {
        return viewer.seesEveryDesk() ? "" : " and not " + elsewhere(id, Rights::edits);
    }

    /**
     * The desk whose records are asked for.
     *
     * @throws UnauthorizedException without a key, since the public knows of no desks
     */
    public Optional<String> desk(@Nullable String text) {
        if (text != null && viewer.isAnonymous()) {
            throw new UnauthorizedException("desks are known to staff");
        }
        return Optional.ofNullable(text)
                .map(id -> Params.id(Kind.DESK, "desk", id))
                .map(TypeId::toString);
    }

    /** Ids of desks are no text of anyone's: they stand in the query, one text for each set of desks. */
    private String elsewhere(String id, Predicate<Rights> rights) {
        List<String> own = viewer.desksWith(rights);
        String others = own.isEmpty()
                ? ""
                : own.stream()
                        .map(desk -> "'" + TypeId.parse(desk) + "'")
                        .collect(Collectors.joining(", ", " and d.desk not in (", ")"));
        return "exists (select 1 from RecordDesk d where d.recordId = " + id + others + ")";
    }
}
