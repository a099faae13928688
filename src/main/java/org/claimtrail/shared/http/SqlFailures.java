package org.claimtrail.shared.http;

import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.jspecify.annotations.Nullable;

/** Tells what a database failure means to the client, by SQLSTATE, which H2 and PostgreSQL share for the most part. */
final class SqlFailures {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String RESOLUTION_UNKNOWN = "08007";

    /** Of the connection (08), of resources (53), of an operator's doing (57P), of H2's closed database (90). */
    private static final Set<String> OUT_OF_REACH =
            Set.of("57P01", "57P02", "57P03", "90020", "90067", "90098", "90121", "90128", "90135");

    /**
     * Lock not available, deadlock, serialisation failure (and a standby that had to go on with what the query was reading),
     * H2's lock timeout, a transaction that stood still for so long that the server ended it, a server that has become a
     * standby or is none any more: nothing was done, and the same request may well pass later.
     */
    private static final Set<String> MAY_PASS_LATER =
            Set.of("55P03", "40P01", "40001", "HYT00", "57014", "25P03", "25006");

    private SqlFailures() {}

    static Optional<Problem> problem(Throwable cause) {
        if (cause instanceof RollbackException rollback) {
            return ofCommit(rollback);
        }
        if (cause instanceof SQLException sql && RESOLUTION_UNKNOWN.equals(sql.getSQLState())) {
            return Optional.of(Refusals.outcomeUnknown());
        }
        if (isUniqueViolation(cause)) {
            return Optional.of(Problem.of(
                    ProblemType.CONFLICT,
                    "Another record already has what must be unique, or was stored this moment."));
        }
        return isPassing(cause) ? Optional.of(Refusals.unavailable()) : Optional.empty();
    }

    /**
     * The transaction manager hides what the database said to COMMIT in what it suppresses. Unless that was a plain no,
     * the change may have been made: the answer was lost, or only half of a write reached the disk.
     */
    private static Optional<Problem> ofCommit(RollbackException rollback) {
        Optional<Throwable> said = Stream.of(rollback.getSuppressed())
                .filter(XAException.class::isInstance)
                .map(Throwable::getCause)
                .filter(Objects::nonNull)
                .findFirst();
        return said.map(cause -> cause instanceof SQLException sql && isDenied(sql)
                ? problem(cause).orElseThrow()
                : Refusals.outcomeUnknown());
    }

    private static boolean isDenied(SQLException sql) {
        String state = sql.getSQLState();
        return isUniqueViolation(sql) || (state != null && MAY_PASS_LATER.contains(state));
    }

    static boolean isUniqueViolation(Throwable cause) {
        if (cause instanceof ConstraintViolationException violation) {
            return UNIQUE_VIOLATION.equals(violation.getSQLState());
        }
        return cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    private static boolean isPassing(Throwable cause) {
        if (cause instanceof JDBCConnectionException || cause instanceof LockAcquisitionException) {
            return true;
        }
        return cause instanceof SQLException sql
                && (isPoolExhausted(sql) || isPassing(sql.getSQLState()) || isOfTheDisk(sql));
    }

    private static boolean isPassing(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || OUT_OF_REACH.contains(state)
                        || MAY_PASS_LATER.contains(state));
    }

    /** H2 has no SQLSTATE for a disk that is full or broken. */
    private static boolean isOfTheDisk(SQLException failure) {
        return Refusals.chain(failure).stream().anyMatch(IOException.class::isInstance);
    }

    /** The pool has no SQLSTATE for it, so the words it uses must do. */
    private static boolean isPoolExhausted(SQLException failure) {
        return failure.getSQLState() == null
                && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("acquisition timeout");
    }
}
