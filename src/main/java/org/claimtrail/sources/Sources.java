package org.claimtrail.sources;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.claimtrail.access.Actor;
import org.claimtrail.history.Entry;
import org.claimtrail.history.ListQuery;
import org.claimtrail.history.Listing;
import org.claimtrail.history.Records;
import org.claimtrail.history.Version;
import org.claimtrail.history.VersionReads;
import org.claimtrail.history.Words;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.RawJson;
import org.claimtrail.shared.json.StoredJson;
import org.jspecify.annotations.Nullable;

/** Sources: documents, broadcasts, posts and data sets in which claims appear or that evidence rests on. */
@ApplicationScoped
public class Sources {

    private final SourceRepository sources;
    private final Records records;
    private final VersionReads reads;

    Sources(SourceRepository sources, Records records, VersionReads reads) {
        this.sources = sources;
        this.records = records;
        this.reads = reads;
    }

    /** Records a new source. */
    @Transactional
    public Version create(Actor by, NewSource input) {
        return create(by, TypeId.next(Kind.SOURCE), input);
    }

    /** As {@link #create(Actor, NewSource)}, under an id that is given. */
    @Transactional
    public Version create(Actor by, TypeId id, NewSource input) {
        return keep(records.create(by.pseudonym(), id, entry(input), SourceEvent.CREATED), input);
    }

    /** Records a new version of a source. */
    @Transactional
    public Version edit(Actor by, TypeId id, @Nullable String ifMatch, NewSource input) {
        return keep(records.edit(by.pseudonym(), id, ifMatch, entry(input), SourceEvent.EDITED), input);
    }

    /** A page of sources, as their stored bytes. */
    public Slice<RawJson> list(ListQuery query, SourceFilter filter) {
        Listing listing = query.byRecordedAt("Source")
                .ledBy("publisher", "publisher", filter.publisher().map(TypeId::toString))
                .where("e.medium = :medium", "medium", filter.medium())
                .inLanguage(filter.language().orElse(null))
                .where("e.url = :url", "url", filter.url())
                .ledBy("urlBegin", "urlBegin", filter.url().map(Source::begin));
        Words.in("e.searchText", filter.q()).forEach(listing::where);
        return sources.page(listing, reads);
    }

    /** Sources as they were known at an instant, null for now: id to stored bytes. */
    public Map<String, byte[]> contents(Collection<String> ids, @Nullable Instant knownAt) {
        return sources.contents(ids, knownAt, reads);
    }

    private Version keep(Version version, NewSource input) {
        sources.replace(new Source(version, input));
        return version;
    }

    private static Entry entry(NewSource input) {
        return new Entry(StoredJson.tree(input), input.references(), input.changeReason());
    }
}
