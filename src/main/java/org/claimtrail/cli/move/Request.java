package org.claimtrail.cli.move;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * What is to be moved, and where to.
 *
 * @param data the folder of the embedded database
 * @param beside the files that go with it
 * @param url of the database on PostgreSQL
 * @param login of its owner
 * @param vkeys the public keys that are believed; those that the log names when there are none
 */
record Request(Path data, Beside beside, String url, Properties login, List<String> vkeys) {

    Request {
        vkeys = List.copyOf(vkeys);
    }
}
