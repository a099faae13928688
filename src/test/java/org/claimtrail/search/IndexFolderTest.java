package org.claimtrail.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing stays behind, and nobody's is taken away. */
class IndexFolderTest {

    @TempDir
    Path parent;

    @Test
    void is_for_its_owner_alone_and_gone_at_the_end() throws IOException {
        IndexFolder folder = IndexFolder.in(parent);
        Files.writeString(folder.files().resolve("a"), "a");
        Path made = inside().get(0);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
        folder.close();
        assertThat(made).doesNotExist();
    }

    @Test
    void what_was_left_behind_by_who_was_killed_is_deleted() throws IOException {
        Path killed = left("claimtrail-search-1");
        Files.writeString(killed.resolve("used"), "");
        Path unlocked = left("claimtrail-search-2");
        Path foreign = left("claimtrail-other");
        for (Path each : List.of(killed, unlocked, foreign)) {
            age(each);
        }

        try (IndexFolder folder = IndexFolder.in(parent)) {
            assertThat(killed).doesNotExist();
            assertThat(unlocked).doesNotExist();
            assertThat(foreign).exists();
            assertThat(folder.files()).exists();
        }
    }

    @Test
    void what_is_used_or_has_just_been_made_stays() throws IOException {
        IndexFolder used = IndexFolder.in(parent);
        Path files = used.files();
        age(inside().get(0));
        Path young = left("claimtrail-search-2");

        IndexFolder.in(parent).close();

        assertThat(files).exists();
        assertThat(young).exists();
        used.close();
    }

    private Path left(String name) throws IOException {
        Path folder = Files.createDirectory(parent.resolve(name));
        Files.writeString(Files.createDirectory(folder.resolve("index")).resolve("_0.cfs"), "words");
        return folder;
    }

    private static void age(Path folder) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(Duration.ofMinutes(2))));
    }

    private List<Path> inside() throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.toList();
        }
    }
}
