package org.claimtrail.cli.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.json.StoredJson;

/** Writes findings down: in lines for people, or as one JSON object. */
final class Report {

    private static final int SHOWN = 200;

    private Report() {}

    static void lines(Findings findings, PrintStream out) {
        findings.warnings().forEach(warning -> out.println("WARNING " + warning));
        findings.problems().stream().limit(SHOWN).forEach(problem -> out.println("TAMPERED " + problem));
        long more = findings.found() - SHOWN;
        if (more > 0) {
            out.println("... and " + more + " more");
        }
        findings.counts().forEach((what, howMany) -> out.println(what + ": " + howMany));
        out.println("problems: " + findings.found());
        out.println(findings.isSound() ? "SOUND" : "NOT SOUND");
    }

    static void json(Findings findings, PrintStream out) {
        ObjectNode report = StoredJson.object();
        report.put("sound", findings.isSound());
        findings.counts().forEach(report::put);
        ArrayNode problems = report.putArray("problems");
        findings.problems()
                .forEach(problem ->
                        problems.addObject().put("place", problem.place()).put("what", problem.what()));
        report.put("found", findings.found());
        ArrayNode warnings = report.putArray("warnings");
        findings.warnings().forEach(warnings::add);
        out.println(CanonicalJson.string(report));
    }
}
