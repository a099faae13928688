package org.claimtrail.shared.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerFileTest {

    @TempDir
    Path folder;

    @Test
    void takes_the_place_of_what_was_there_for_its_owner_alone() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");

        OwnerFile.replace(file, out -> out.write('n'));

        assertThat(file).hasContent("n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void leaves_nothing_behind_when_it_cannot_be_written() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");

        assertThatThrownBy(() -> OwnerFile.replace(file, out -> {
                    out.write('n');
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is full");

        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }
}
