package io.holdfast.engine.app.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A seccomp program that refuses what code in a sandbox has no use for: new processes, sockets
 * beyond UNIX, memory that no limit counts, namespaces, mounts and the kernel's riskier doors.
 *
 * <p>Numbers are those of the kernel's system call tables ({@code asm/unistd_64.h}, {@code
 * asm-generic/unistd.h}); instructions those of classic BPF ({@code linux/filter.h}).
 */
final class SystemCallFilter {
    private static final int LOAD = 0x20;
    private static final int JUMP_EQUAL = 0x15;
    private static final int JUMP_AT_LEAST = 0x35;
    private static final int JUMP_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private static final int ALLOW = 0x7fff0000;
    private static final int KILL = 0x80000000;
    private static final int ERROR = 0x00050000;
    private static final int EPERM = 1;
    private static final int EACCES = 13;
    private static final int ENOSYS = 38;

    private static final int AT_NUMBER = 0;
    private static final int AT_ARCHITECTURE = 4;
    private static final int AT_FIRST_ARGUMENT = 16;
    private static final int CLONE_THREAD = 0x10000;
    private static final int AF_UNIX = 1;
    private static final int CLONE3 = 435;

    private static final Abi X86_64 =
            new Abi(
                    0xc000003e,
                    56,
                    41,
                    List.of(
                            57, 58, 101, 310, 311, 272, 308, 165, 166, 155, 161, 319, 29, 30, 31,
                            64, 68, 240, 321, 298, 323, 250, 248, 249, 246, 175, 313, 176, 169, 167,
                            168, 163, 179, 303, 304, 135, 103, 164, 227, 312, 172, 173, 153, 212,
                            320, 62));
    private static final Abi AARCH64 =
            new Abi(
                    0xc00000b7,
                    220,
                    198,
                    List.of(
                            117, 270, 271, 97, 268, 40, 39, 41, 51, 279, 194, 195, 196, 190, 186,
                            180, 280, 241, 282, 219, 217, 218, 104, 105, 273, 106, 142, 224, 225,
                            89, 60, 264, 265, 92, 116, 170, 112, 272, 58, 18, 294, 129));

    /** Calls added since the tables were made one: they have the same number everywhere. */
    private static final List<Integer> COMMON =
            List.of(425, 426, 427, 428, 429, 430, 431, 432, 433, 438, 440, 442, 443, 447, 448);

    private record Abi(int audit, int cloneCall, int socketCall, List<Integer> refused) {}

    private final ByteBuffer program = ByteBuffer.allocate(8 * 1024).order(ByteOrder.nativeOrder());

    private SystemCallFilter() {}

    /** The program for this machine as the kernel takes it; empty on an unknown architecture. */
    static byte[] program() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> new SystemCallFilter().write(X86_64);
            case "aarch64" -> new SystemCallFilter().write(AARCH64);
            default -> new byte[0];
        };
    }

    private byte[] write(Abi abi) {
        add(LOAD, 0, 0, AT_ARCHITECTURE);
        add(JUMP_EQUAL, 1, 0, abi.audit);
        add(RETURN, 0, 0, KILL);
        add(LOAD, 0, 0, AT_NUMBER);
        // Above this is the x32 table, which would walk around the numbers below.
        add(JUMP_AT_LEAST, 0, 1, 0x40000000);
        add(RETURN, 0, 0, ERROR | EPERM);
        // The C library falls back to clone, whose flags can be looked at.
        refuse(CLONE3, ENOSYS);
        abi.refused.forEach(number -> refuse(number, EPERM));
        COMMON.forEach(number -> refuse(number, EPERM));
        unlessFirstArgument(abi.cloneCall, JUMP_ANY_BIT, CLONE_THREAD, EPERM);
        unlessFirstArgument(abi.socketCall, JUMP_EQUAL, AF_UNIX, EACCES);
        add(RETURN, 0, 0, ALLOW);
        byte[] bytes = new byte[program.position()];
        program.flip().get(bytes);
        return bytes;
    }

    private void refuse(int number, int error) {
        add(JUMP_EQUAL, 0, 1, number);
        add(RETURN, 0, 0, ERROR | error);
    }

    private void unlessFirstArgument(int number, int test, int value, int error) {
        add(JUMP_EQUAL, 0, 4, number);
        add(LOAD, 0, 0, AT_FIRST_ARGUMENT);
        add(test, 0, 1, value);
        add(RETURN, 0, 0, ALLOW);
        add(RETURN, 0, 0, ERROR | error);
    }

    private void add(int code, int whenTrue, int whenFalse, int operand) {
        program.putShort((short) code);
        program.put((byte) whenTrue);
        program.put((byte) whenFalse);
        program.putInt(operand);
    }
}
