package org.claimtrail.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Optional;
import org.claimtrail.cli.backup.BackupCommands;
import org.claimtrail.cli.folder.Compaction;
import org.claimtrail.cli.folder.DataFolder;
import org.claimtrail.cli.move.MoveCommand;
import org.claimtrail.cli.verify.Commands;
import org.claimtrail.shared.http.SlowHeads;
import org.claimtrail.shared.start.CannotStart;
import org.jspecify.annotations.Nullable;

/**
 * Starts the service, or runs a command that starts nothing. What keeps it from starting is said in one line, with an exit
 * code that is not 0.
 */
@QuarkusMain
public final class Main {

    private static final int CANNOT_START = 1;

    private Main() {}

    public static void main(String... args) {
        if (BackupCommands.knows(args)) {
            System.exit(BackupCommands.run(args, System.out, System.err));
        }
        if (MoveCommand.knows(args)) {
            System.exit(MoveCommand.run(args, System.out, System.err));
        }
        if (Commands.knows(args)) {
            System.exit(Commands.run(args, System.out, System.err));
        }
        System.setProperty(SlowHeads.SWITCH, SlowHeads.ON);
        Optional<Path> folder = Optional.empty();
        try {
            folder = DataFolder.prepare();
            folder.ifPresent(DataFolder::requireNotMoved);
            folder.ifPresent(Compaction::ifDue);
        } catch (CannotStart e) {
            exit(String.valueOf(e.getMessage()));
        }
        Optional<CompactionAtStop> atStop = folder.map(CompactionAtStop::in);
        Quarkus.run(
                null,
                (code, failure) -> {
                    atStop.ifPresent(CompactionAtStop::run);
                    ended(code, failure);
                },
                args);
    }

    private static void ended(int code, @Nullable Throwable failure) {
        if (failure != null) {
            StartFailure.explain(failure).ifPresent(Main::exit);
            failure.printStackTrace();
            System.exit(CANNOT_START);
        }
        System.exit(code);
    }

    @SuppressWarnings("SystemOut")
    private static void exit(String why) {
        System.err.println("Claimtrail cannot start: " + why);
        System.exit(CANNOT_START);
    }
}
