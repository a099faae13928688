package org.claimtrail.history;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimtrail.shared.http.Cursor;
import org.claimtrail.shared.http.PageRequest;
import org.claimtrail.shared.http.Slice;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** The query behind a list: filters that all hold, one sort key with the id behind it, and where the page begins. */
public final class Listing {

    private static final String STANDING = "knownUntil";

    private final List<String> where = new ArrayList<>();

    /**
     * Columns that a condition fixes to one value, in the order of the index that begins with them. They change no order,
     * but only when they are named does every database see that the index gives the rows sorted, from either end.
     */
    private final Deque<String> leading = new ArrayDeque<>();

    private final Map<String, Object> parameters = new HashMap<>();
    private final PageRequest page;
    private final Sort sort;
    private @Nullable Beside beside;

    private Listing(PageRequest page, Sort sort) {
        page.after().ifPresent(sort::require);
        this.page = page;
        this.sort = sort;
    }

    /** Of what stands now, or stood at an instant. */
    public static Listing of(PageRequest page, Sort sort, @Nullable Instant knownAt) {
        Listing listing = new Listing(page, sort);
        if (knownAt == null) {
            listing.fixed(STANDING, "forever", SystemTime.FOREVER);
        } else {
            listing.where("e.knownFrom <= :knownAt and e.knownUntil > :knownAt", "knownAt", knownAt);
        }
        return listing;
    }

    /** Of rows that know for themselves who sees them when. */
    public static Listing bare(PageRequest page, Sort sort) {
        return new Listing(page, sort);
    }

    /**
     * Only records that have a row with this value in a table beside theirs, whose rows repeat from when until when the
     * version of theirs stands. A list of what stands, by when it was recorded, goes by that table then: an index of it begins
     * with the value. Unless the list is {@linkplain #ledBy led} by something else: that is said before.
     *
     * @param entity has {@code version}, {@code knownFrom} and {@code knownUntil}
     * @param id its column with the record's id
     */
    public Listing having(String entity, String id, String column, String name, Object value) {
        String ofRecord = "b." + id + " = e.id and b.version = e.version";
        boolean stands = leading.contains(STANDING);
        String wanted = "b." + column + " = :" + name + (stands ? " and b." + STANDING + " = :forever" : "");
        if (stands && leading.size() == 1 && sort.column().equals("knownFrom")) {
            beside = new Beside("join " + entity + " b on " + ofRecord + " ", id);
            leading.addFirst(column);
            return where(wanted, name, value);
        }
        return where("exists (select 1 from " + entity + " b where " + ofRecord + " and " + wanted + ")", name, value);
    }

    /** One more condition, in which the snapshot is {@code e}. */
    public Listing where(String clause, String name, Object value) {
        where.add(clause);
        parameters.put(name, value);
        return this;
    }

    /** A further condition of its own, such as {@link Visibility} gives: empty, or one that begins with "and". */
    public Listing narrowed(String condition) {
        if (!condition.isEmpty()) {
            where.add(condition.substring(" and ".length()));
        }
        return this;
    }

    /** Only records of one desk. */
    public Listing ofDesk(Optional<String> desk) {
        return where("exists (select 1 from RecordDesk d where d.recordId = e.id and d.desk = :desk)", "desk", desk);
    }

    /** A column that must have a value, when there is one to ask for; an index begins with it. */
    public Listing ledBy(String column, String name, Optional<String> value) {
        value.ifPresent(present -> {
            if (leading.isEmpty()) {
                where("e." + column + " = :" + name, name, (Object) present);
            } else {
                fixed(column, name, present);
            }
        });
        return this;
    }

    /** A column with one value in all rows that are wanted; an index begins with it and goes on with the sort's. */
    public Listing fixed(String column, String name, Object value) {
        leading.addFirst(column);
        return where("e." + column + " = :" + name, name, value);
    }

    /** A further parameter of a condition. */
    public Listing parameter(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /** A word that must be found. */
    public Listing where(Words word) {
        return where(word.clause(), word.name(), (Object) word.value());
    }

    /** Only one language, in a lower-case column: {@code en} finds {@code en-GB} too (RFC 4647 section 3.3.1). */
    public Listing inLanguage(@Nullable String range) {
        if (range == null) {
            return this;
        }
        String tag = range.toLowerCase(Locale.ROOT);
        return where("(e.language = :language or e.language like :dialects escape '!')", "language", (Object) tag)
                .parameter("dialects", Words.escaped(tag) + "-%");
    }

    /** A condition when there is a value for it. */
    public <T> Listing where(String clause, String name, Optional<T> value) {
        value.ifPresent(present -> where(clause, name, (Object) present));
        return this;
    }

    /**
     * The page out of the rows found: no more than the limit, and the cursor of the next page if there were more.
     *
     * @param items made of the rows on the page; fewer where something was erased since the rows were read
     */
    public <E extends Snapshot, T> Slice<T> slice(
            List<E> rows, Function<List<E>, List<T>> items, Function<E, String> sortKey) {
        return slice(rows, items, sortKey, row -> row.id);
    }

    /** As above, for rows of any kind. */
    public <E, T> Slice<T> slice(
            List<E> rows, Function<List<E>, List<T>> items, Function<E, String> sortKey, Function<E, String> id) {
        if (rows.size() <= page.limit()) {
            return new Slice<>(items.apply(rows), null); // nothing behind it
        }
        List<E> shown = rows.subList(0, page.limit());
        E last = shown.get(shown.size() - 1);
        Cursor next = Cursor.of(sort.name(), sortKey.apply(last), id.apply(last));
        return new Slice<>(items.apply(shown), next.encode());
    }

    /** The query in Hibernate's language. */
    public String query() {
        String direction = sort.descending() ? " desc" : "";
        List<String> conditions = new ArrayList<>(where);
        page.after().ifPresent(last -> conditions.add(behind()));
        String order = Stream.of(leading.stream().map(this::sorted), Stream.of(key(), id()))
                .flatMap(columns -> columns)
                .map(column -> column + direction)
                .collect(Collectors.joining(", "));
        return (beside == null ? "" : "select e ") + "from " + sort.entity() + " e "
                + (beside == null ? "" : beside.join) + "where " + String.join(" and ", conditions) + " order by "
                + order;
    }

    /** The first condition repeats what the second implies: it is the one that an index can start from. */
    private String behind() {
        String beyond = sort.descending() ? "<" : ">";
        return key() + " " + beyond + "= :lastKey and (" + key() + " " + beyond + " :lastKey or " + id() + " " + beyond
                + " :lastId)";
    }

    private String sorted(String column) {
        return (beside == null ? "e." : "b.") + column;
    }

    private String key() {
        return sorted(sort.column());
    }

    private String id() {
        return sorted(beside == null ? "id" : beside.id);
    }

    /** Its parameters. */
    public Map<String, Object> parameters() {
        Map<String, Object> all = new HashMap<>(parameters);
        page.after().ifPresent(last -> {
            all.put("lastKey", sort.key(last));
            all.put("lastId", last.text(2));
        });
        return all;
    }

    /** Rows on a page; one more is asked for, to know whether another page follows. */
    public int limit() {
        return page.limit();
    }

    /** A table by which the list goes. */
    private record Beside(String join, String id) {}
}
