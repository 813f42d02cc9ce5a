package io.holdfast.local.infra;

import io.holdfast.local.process.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;

/** Who runs PostgreSQL, which refuses to be run by root. */
enum PostgresUser {
    /** This process's own user. */
    OWN,
    /** Root inside a user namespace without any mapping, where it is nobody in particular. */
    UNMAPPED,
    /** The user {@code nobody}, who must be able to reach the folders. */
    NOBODY;

    /** The first way that works on this machine. */
    static PostgresUser here() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return OWN;
        }
        // The account's name is not enough in a namespace of its own, so both ways are tried out.
        if (Programs.works(List.of("unshare", "-U", "true"))) {
            return UNMAPPED;
        }
        if (Programs.works(NOBODY.command(List.of("true")))) {
            return NOBODY;
        }
        throw new IllegalStateException(
                "PostgreSQL cannot be run by root, and neither `unshare -U` nor `setpriv --reuid"
                        + " nobody` works here: start ./holdfast as another user.");
    }

    /** Program and arguments to put in front of PostgreSQL's own. */
    List<String> wrapper() {
        return switch (this) {
            case OWN -> List.of();
            case UNMAPPED -> List.of("unshare", "-U");
            case NOBODY ->
                    List.of("setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups");
        };
    }

    /** The whole command line, without any binding to this process. */
    List<String> command(List<String> command) {
        return Stream.concat(wrapper().stream(), command.stream()).toList();
    }

    /** Gives the folder to the user. */
    void own(Path folder) {
        if (this != NOBODY) {
            return;
        }
        try {
            UserPrincipal nobody =
                    folder.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName("nobody");
            Files.setOwner(folder, nobody);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give " + folder + " to the user nobody", e);
        }
    }
}
