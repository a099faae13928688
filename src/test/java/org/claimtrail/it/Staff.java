package org.claimtrail.it;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.claimtrail.support.Client;

/** The people, and what they work on together. */
final class Staff {

    final Client contributor;
    final Client editor;
    final String desk;
    final String scale;
    final List<String> claims = new CopyOnWriteArrayList<>();

    Staff(Client admin) {
        this.contributor = admin.person("Cora", "contributor");
        this.editor = admin.person("Ed", "editor");
        this.desk = admin.get("/v1/agents?type=Organization&limit=1")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        this.scale = admin.all("/v1/rating-scales").stream()
                .map(scale -> admin.get(Audit.path(scale.path("id").asText())).expect(200))
                .filter(scale -> scale.text().contains("\"code\":\"false\""))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
