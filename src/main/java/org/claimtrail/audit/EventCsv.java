package org.claimtrail.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;

/** Events as RFC 4180 CSV with a header line, for a spreadsheet. */
final class EventCsv {

    private EventCsv() {}

    static String of(List<EventView> events) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(
                "id", "at", "type", "actor", "actorName", "subject", "version", "reason", "previous", "logIndex");
        for (EventView event : events) {
            csv.writeRecord(
                    event.id(),
                    event.at(),
                    event.type(),
                    event.actor(),
                    safe(Objects.requireNonNullElse(event.actorName(), "")),
                    event.subject(),
                    Integer.toString(event.version()),
                    event.reason(),
                    Objects.requireNonNullElse(event.previous(), ""),
                    event.logIndex() == null ? "" : event.logIndex().toString());
        }
        return text.toString();
    }

    /** A spreadsheet runs a cell that begins like a formula; names are the only free text here. */
    private static String safe(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
