package org.claimtrail.cli.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void is_made_for_its_owner_alone() throws IOException {
        Path data = folder.resolve("new").resolve("data");

        DataFolder.make(data);

        assertThat(permissions(data)).isEqualTo("rwx------");
    }

    @Test
    void stays_as_it_is_when_it_is_there() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));

        DataFolder.make(data);

        assertThat(permissions(data)).isEqualTo("rwxr-x---");
    }

    @Test
    void is_not_made_in_the_place_of_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "");

        assertThatThrownBy(() -> DataFolder.make(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
