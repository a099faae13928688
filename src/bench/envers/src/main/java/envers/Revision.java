package envers;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionListener;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** A row of the activity log: when and by whom. */
@Entity
@RevisionEntity(Revision.Signed.class)
public class Revision {

    @Id
    @GeneratedValue
    @RevisionNumber
    public Long id;

    @RevisionTimestamp
    public long at;

    public String actor;

    /** Says who it was. */
    public static class Signed implements RevisionListener {

        @Override
        public void newRevision(Object revision) {
            RequestAttributes request = RequestContextHolder.getRequestAttributes();
            ((Revision) revision).actor = request == null
                    ? "start"
                    : (String) request.getAttribute(TokenFilter.ACTOR, RequestAttributes.SCOPE_REQUEST);
        }
    }
}
