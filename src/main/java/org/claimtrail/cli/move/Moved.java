package org.claimtrail.cli.move;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.json.StoredJson;

/**
 * What was moved.
 *
 * @param entries of the log
 * @param root of the tree over all of them
 * @param origin the name of the log
 * @param rows how many each table has
 * @param files that were copied
 */
record Moved(long entries, String root, String origin, Map<String, Long> rows, List<String> files) {

    Moved {
        rows = new LinkedHashMap<>(rows);
        files = List.copyOf(files);
    }

    /** One line for programs. */
    String json() {
        ObjectNode moved = StoredJson.object();
        moved.put("entries", entries);
        moved.put("root", root);
        moved.put("origin", origin);
        ObjectNode tables = moved.putObject("rows");
        rows.forEach(tables::put);
        ArrayNode names = moved.putArray("files");
        files.forEach(names::add);
        return CanonicalJson.string(moved);
    }
}
