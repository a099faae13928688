package org.claimtrail.cli.verify;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.claimtrail.cli.options.Options;
import org.claimtrail.cli.options.UsageException;

/** The commands that look at a log from outside, without starting the service: {@code verify} and {@code export}. */
public final class Commands {

    private static final int SOUND = 0;
    private static final int TAMPERED = 1;
    private static final int USAGE = 2;
    private static final int UNREACHABLE = 3;

    private static final String VERIFY = "verify";
    private static final String EXPORT = "export";
    private static final String AUDIT_FOLDER = "audit-folder";
    private static final Set<String> VERIFY_OPTIONS = Set.of(
            "url", "export", "data", AUDIT_FOLDER, "jdbc", "user", "password-env", "vkey", "checkpoints", "json");

    private static final String HELP = """
            Usage:
              verify --url URL      audit the log that a service shows
              verify --export DIR   audit a log that was exported
              verify --data DIR     audit the embedded database of a stopped service: log and state
              verify --jdbc URL [--user NAME] [--password-env VARIABLE]
                                    audit any database: log and state
                --vkey KEY          the log's public key, kept since it was published; may be given again
                --audit-folder DIR  where the anchor file of the database is, when it is not in the data folder
                --checkpoints PATH  an anchor file, a note or a folder of notes kept elsewhere; may be given again
                --json              the report as JSON
              export --url URL --to DIR
                                    copy the log that a service shows into files
            Exit code: 0 sound, 1 tampered with, 2 usage, 3 cannot be read.""";

    private Commands() {}

    /** Whether these arguments are for here and not for the service. */
    public static boolean knows(String... arguments) {
        return arguments.length > 0 && (arguments[0].equals(VERIFY) || arguments[0].equals(EXPORT));
    }

    /**
     * Does what the arguments say.
     *
     * @return the exit code: 0 sound, 1 tampered with, 2 usage, 3 cannot be read
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        try {
            return arguments[0].equals(EXPORT) ? export(rest, out) : verify(rest, out);
        } catch (UsageException e) {
            err.println(arguments[0] + ": " + e.getMessage());
            err.println(HELP);
            return USAGE;
        } catch (UnreachableException e) {
            err.println(arguments[0] + ": " + e.getMessage());
            return UNREACHABLE;
        }
    }

    private static int export(List<String> arguments, PrintStream out) {
        Options options = Options.parse(arguments, Set.of("url", "to", "json"));
        Findings findings = new Findings();
        new Export(new HttpLog(options.required("url")), Path.of(options.required("to"))).copy(findings);
        return report(findings, options, out);
    }

    private static int verify(List<String> arguments, PrintStream out) {
        Options options = Options.parse(arguments, VERIFY_OPTIONS);
        List<String> places = Set.of("url", "export", "data", "jdbc").stream()
                .filter(options::has)
                .toList();
        if (places.size() != 1) {
            throw new UsageException("expected one of --url, --export, --data and --jdbc");
        }
        if (options.has(AUDIT_FOLDER) && !options.has("data") && !options.has("jdbc")) {
            throw new UsageException("--audit-folder goes with --data or --jdbc");
        }
        Findings findings = new Findings();
        audit(options, findings);
        return report(findings, options, out);
    }

    private static void audit(Options options, Findings findings) {
        try {
            if (options.has("url") || options.has("export")) {
                published(options, findings);
            } else {
                Database.verify(options, findings);
            }
        } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
            // Whoever tampers is not held to any form; what was found before is still said.
            findings.problem("log", "it makes no sense, and what stands behind is not checked: " + e.getMessage());
        }
    }

    private static void published(Options options, Findings findings) {
        LogSource source;
        Trust trust;
        if (options.has("url")) {
            HttpLog log = new HttpLog(options.required("url"));
            trust = options.has("vkey") ? Trust.in(options.all("vkey")) : Trust.named(log.keys(), findings);
            source = log;
        } else {
            options.requireAny("vkey");
            trust = Trust.in(options.all("vkey"));
            source = new FolderLog(Path.of(options.required("export")));
        }
        KnownCheckpoints known = new KnownCheckpoints(trust, findings);
        options.all("checkpoints").forEach(path -> known.read(Path.of(path)));
        new PublishedLog(source, trust, known, findings).audit();
    }

    private static int report(Findings findings, Options options, PrintStream out) {
        if (options.has("json")) {
            Report.json(findings, out);
        } else {
            Report.lines(findings, out);
        }
        out.flush();
        return findings.isSound() ? SOUND : TAMPERED;
    }
}
