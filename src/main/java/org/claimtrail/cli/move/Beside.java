package org.claimtrail.cli.move;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.file.OwnerFile;

/**
 * What belongs to the ledger and is in no database: the keys, the anchor file, the ledger of erasures.
 *
 * @param folders where it may lie: those of the embedded service
 * @param target the folder of the service on PostgreSQL
 */
record Beside(List<Path> folders, Path target) {

    Beside {
        folders = List.copyOf(folders);
    }

    /** The file of a name; where it would be expected when there is none. */
    Path file(String name) {
        return find(name).orElse(folders.get(0).resolve(name));
    }

    /**
     * Refuses a target folder with other files of these names.
     *
     * @throws NotMovedException naming one
     */
    void requireRoom() throws IOException {
        for (String name : DataFiles.BESIDE) {
            Path there = target.resolve(name);
            if (Files.exists(there) && !isSame(name, there)) {
                throw new NotMovedException(
                        there + " is there, and is not that of this ledger. Choose an empty folder.");
            }
        }
    }

    /** Copies what there is; gives the names. */
    List<String> copy() throws IOException {
        Files.createDirectories(target);
        List<String> names = new ArrayList<>();
        for (String name : DataFiles.BESIDE) {
            Optional<Path> file = find(name);
            if (file.isPresent()) {
                OwnerFile.replace(target.resolve(name), out -> Files.copy(file.get(), out));
                names.add(name);
            }
        }
        return names;
    }

    private boolean isSame(String name, Path there) throws IOException {
        Optional<Path> here = find(name);
        return here.isPresent() && Files.mismatch(here.get(), there) == -1;
    }

    private Optional<Path> find(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
