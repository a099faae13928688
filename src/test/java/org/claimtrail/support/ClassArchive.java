package org.claimtrail.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Classes as Java keeps them after parsing them (JEP 350), and from Java 25 on as it keeps them after linking them (JEP 514),
 * for the many programs that tests start: each start costs a quarter less, or a third. One program is started and stopped to
 * make an archive; the machine refuses one that is not of its own making.
 */
final class ClassArchive {

    private static final boolean LINKED = Runtime.version().feature() >= 25;

    /** The option of a program that is started to make one. */
    static final String MAKING = LINKED ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";

    private static final String USING = LINKED ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";

    /** What the machine does not like about an archive makes a start slower and no more: no test is to read of it. */
    private static final List<String> QUIET = List.of("-Xlog:disable", "-Xlog:all=error:stderr");

    private static final Map<Database, List<String>> FOUND = new EnumMap<>(Database.class);

    private ClassArchive() {}

    /** Java's options for a program of that kind: those that name its archive, or none while another process makes it. */
    static synchronized List<String> options(Database database) {
        List<String> found = FOUND.get(database);
        if (found == null) {
            found = find(database);
            if (!found.isEmpty()) {
                FOUND.put(database, found);
            }
        }
        return found;
    }

    private static List<String> find(Database database) {
        Path jar = database.program();
        Path archive = jar.resolveSibling("../classes-" + Runtime.version().feature() + ".jsa")
                .normalize();
        try (FileChannel channel = FileChannel.open(
                        archive.resolveSibling(archive.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return List.of();
            }
            if (!Files.exists(archive)
                    || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0) {
                make(archive, database);
            }
            return Stream.concat(QUIET.stream(), Stream.of(USING + archive)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all: what was broken off would not be made again. */
    private static void make(Path archive, Database database) throws IOException {
        Path fresh = archive.resolveSibling(archive.getFileName() + ".new");
        Path folder = Files.createTempDirectory("training");
        try (Packaged training =
                Launch.in(folder).on(database).option(MAKING + fresh).start()) {
            training.awaitOk("/v1/audit/checkpoint").awaitOk("/q/health/ready");
            use(training.admin());
            training.terminate();
        }
        Files.move(fresh, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What nearly every test does with the program it has started, so that the classes for it are there, too. */
    private static void use(Client admin) {
        String claim = admin.get("/v1/claims?limit=1")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        for (String part : List.of("", "/versions/1", "/dossier", "/provenance", "/audit", "/assessments")) {
            admin.get("/v1/claims/" + claim + part).expect(200);
        }
        for (String path : List.of("/v1/audit/checkpoint", "/v1/audit/events", "/v1/keys")) {
            admin.get(path).expect(200);
        }
        Client contributor = admin.person("Trainee", "contributor");
        Reply agent = contributor.post("/v1/agents", Map.of("type", "Person", "name", "Somebody"));
        Map<String, Object> edited = Map.of("type", "Person", "name", "Somebody else", "changeReason", "The name");
        contributor.put("/v1/agents/" + agent.id(), edited, agent.etag()).expect(200);
        contributor.get("/v1/claims/claim_none").expect(404);
    }
}
