package io.holdfast.local.cli;

import java.util.List;

/** One command of the command line. */
@FunctionalInterface
interface Command {

    /**
     * Does it.
     *
     * @param arguments what follows the command's name
     * @return the exit code: 0 done, 1 not done, 2 wrongly called
     */
    int run(List<String> arguments) throws Exception;
}
