package org.claimtrail.cli.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BesideTest {

    @TempDir
    private Path folder;

    private Path audit;
    private Path data;
    private Path target;

    @BeforeEach
    void folders() throws Exception {
        audit = Files.createDirectory(folder.resolve("audit"));
        data = Files.createDirectory(folder.resolve("data"));
        target = folder.resolve("new/folder");
    }

    @Test
    void copies_what_there_is_from_where_it_is_and_may_do_so_again() throws Exception {
        Files.writeString(audit.resolve("log-key.p12"), "key");
        Files.writeString(audit.resolve("log-anchor.txt"), "anchor");
        Files.writeString(data.resolve("erasures.jsonl"), "erasures");
        Files.writeString(data.resolve("claimtrail.mv.db"), "stays");
        Beside beside = new Beside(List.of(audit, data), target);

        assertThat(beside.copy()).containsExactly("log-key.p12", "log-anchor.txt", "erasures.jsonl");
        beside.requireRoom();
        beside.copy();

        assertThat(target.resolve("log-anchor.txt")).hasContent("anchor");
        assertThat(target.resolve("erasures.jsonl")).hasContent("erasures");
        assertThat(target.resolve("claimtrail.mv.db")).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("log-key.p12"))))
                .isEqualTo("rw-------");
    }

    @Test
    void refuses_a_folder_with_the_files_of_another_ledger() throws Exception {
        Files.writeString(data.resolve("log-anchor.txt"), "anchor");
        Files.createDirectories(target);
        Path other = Files.writeString(target.resolve("log-key.p12"), "key that was made there");

        assertThatThrownBy(() -> new Beside(List.of(data), target).requireRoom())
                .hasMessageContaining(other.toString());
    }

    @Test
    void names_the_place_where_a_file_is_missing() {
        assertThat(new Beside(List.of(audit, data), target).file("log-anchor.txt"))
                .isEqualTo(audit.resolve("log-anchor.txt"));
    }
}
