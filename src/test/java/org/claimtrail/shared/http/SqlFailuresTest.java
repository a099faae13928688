package org.claimtrail.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

class SqlFailuresTest {

    @Test
    void a_broken_disk_is_no_mistake_of_ours() {
        SQLException failure = new SQLException("General error", "HY000", new IOException("No space left on device"));

        assertThat(type(failure)).isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void an_error_that_nobody_can_explain_stays_one() {
        assertThat(type(new SQLException("General error", "HY000"))).isEqualTo(ProblemType.INTERNAL);
    }

    @Test
    void a_connection_lost_at_commit_leaves_it_open_whether_it_was_done() {
        assertThat(type(commit(new SQLException("An I/O error occurred", "08006"))))
                .isEqualTo(ProblemType.OUTCOME_UNKNOWN);
    }

    @Test
    void rows_that_went_for_good_without_an_answer_leave_it_open_too() {
        SQLException failure =
                new SQLException("may have been written", "08007", new SQLException("I/O error", "08006"));

        assertThat(type(failure)).isEqualTo(ProblemType.OUTCOME_UNKNOWN);
    }

    @Test
    void a_disk_that_is_full_at_commit_leaves_it_open_whether_it_was_done() {
        assertThat(type(commit(new SQLException("General error", "HY000", new IOException("File too large")))))
                .isEqualTo(ProblemType.OUTCOME_UNKNOWN);
    }

    @Test
    void a_database_that_refuses_to_commit_has_done_nothing() {
        assertThat(type(commit(new SQLException("could not serialize access", "40001"))))
                .isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(type(commit(new SQLException("idle-in-transaction timeout", "25P03"))))
                .isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(type(commit(new SQLException("duplicate key", "23505")))).isEqualTo(ProblemType.CONFLICT);
    }

    @Test
    void what_failed_before_the_commit_counts_for_itself() {
        RollbackException rollback = new RollbackException("could not commit");
        rollback.initCause(new SQLException("duplicate key", "23505"));

        assertThat(type(rollback)).isEqualTo(ProblemType.CONFLICT);
    }

    private static ProblemType type(Exception failure) {
        return Refusals.of(new IllegalStateException(failure)).type();
    }

    private static RollbackException commit(SQLException said) {
        XAException answer = new XAException(XAException.XAER_RMFAIL);
        answer.initCause(said);
        RollbackException rollback = new RollbackException("could not commit");
        rollback.addSuppressed(answer);
        return rollback;
    }
}
