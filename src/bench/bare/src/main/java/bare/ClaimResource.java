package bare;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** One hand-written statement a read; for writes the row and an audit row in one transaction. No validation, no access control. */
@Path("claims")
public class ClaimResource {

    private static final String COLUMNS = "select c.id, c.text, c.language, c.claimant, c.stated_on, c.topics, c.source, c.details,"
            + " c.recorded_at, a.n, a.rating, a.body, a.published_at from ";
    private static final String LATEST =
            " left join lateral (select * from assessment where claim_id = c.id order by n desc limit 1) a on true";

    private final DataSource database;

    ClaimResource(DataSource database) {
        this.database = database;
    }

    public record Claim(
            long id,
            String text,
            String language,
            String claimant,
            String statedOn,
            String topics,
            String source,
            String details,
            String recordedAt,
            Assessment assessment) {}

    public record Assessment(int n, String rating, String body, String publishedAt) {}

    @GET
    @Path("{id}")
    public Claim get(long id) throws SQLException {
        return query(COLUMNS + "claim c" + LATEST + " where c.id = ?", id).stream().findFirst().orElseThrow(NotFoundException::new);
    }

    @GET
    public List<Claim> page(@QueryParam("before") @DefaultValue("9223372036854775807") long before) throws SQLException {
        return query(COLUMNS + "claim c" + LATEST + " where c.id < ? order by c.id desc limit 20", before);
    }

    @GET
    @Path("search")
    public List<Claim> search(@QueryParam("q") String words) throws SQLException {
        return query(
                COLUMNS + "(select * from claim, plainto_tsquery('english', ?) q where words @@ q"
                        + " order by ts_rank(words, q) desc limit 20) c" + LATEST,
                words);
    }

    @POST
    public Response create(Claim claim) throws SQLException {
        long id = write(
                "create",
                claim.text(),
                "insert into claim (text, language, claimant, stated_on, topics, source, details, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, now()) returning id",
                claim.text(),
                claim.language(),
                claim.claimant(),
                claim.statedOn(),
                claim.topics(),
                claim.source(),
                claim.details());
        return Response.status(201).header("Location", "/claims/" + id).entity(claim).build();
    }

    @POST
    @Path("{id}/assessments")
    public Response assess(long id, Assessment assessment) throws SQLException {
        write(
                "assess",
                assessment.body(),
                "insert into assessment select ?, coalesce(max(n), 0) + 1, ?, ?, now() from assessment where claim_id = ?"
                        + " returning claim_id",
                id,
                assessment.rating(),
                assessment.body(),
                id);
        return Response.status(201).entity(assessment).build();
    }

    private List<Claim> query(String sql, Object key) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, key);
            List<Claim> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(claim(row));
                }
            }
            return found;
        }
    }

    private static Claim claim(ResultSet row) throws SQLException {
        Assessment assessment = row.getObject(10) == null
                ? null
                : new Assessment(row.getInt(10), row.getString(11), row.getString(12), time(row, 13));
        return new Claim(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                time(row, 9),
                assessment);
    }

    private static String time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toString();
    }

    private long write(String action, String body, String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement row = connection.prepareStatement(sql);
                    PreparedStatement audit = connection.prepareStatement(
                            "insert into audit (at, actor, action, subject, body) values (now(), ?, ?, ?, ?)")) {
                for (int i = 0; i < values.length; i++) {
                    row.setObject(i + 1, values[i]);
                }
                long id;
                try (ResultSet key = row.executeQuery()) {
                    key.next();
                    id = key.getLong(1);
                }
                audit.setString(1, "bench");
                audit.setString(2, action);
                audit.setLong(3, id);
                audit.setString(4, body);
                audit.executeUpdate();
                connection.commit();
                return id;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
