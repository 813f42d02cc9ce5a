package io.holdfast.local.suite;

import io.holdfast.local.infra.LogTail;
import io.holdfast.local.process.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The JDK's ahead-of-time cache of one service: classes loaded and linked by an earlier run.
 *
 * <p>A cache fits one build of the service, one JDK and one set of JVM options. The three are kept
 * as a fingerprint beside it; without a match a new cache is trained by the process that is started
 * anyway.
 */
final class AotCache {

    private static final int COMMAND_LIMIT_SECONDS = 180;

    private final Path cache;
    private final Path fresh;
    private final Path key;
    private final String fingerprint;

    private AotCache(Path folder, String name, String fingerprint) {
        this.cache = folder.resolve(name + ".aot");
        this.fresh = folder.resolve(name + ".training.aot");
        this.key = folder.resolve(name + ".key");
        this.fingerprint = fingerprint;
    }

    /**
     * The cache of a packaged service.
     *
     * @param folder where caches are kept
     * @param packaged folder with {@code quarkus-run.jar}
     * @param options the JVM options that it is started with
     */
    static AotCache of(Path folder, Service service, Path packaged, List<String> options) {
        return new AotCache(folder, service.id(), fingerprint(packaged, options));
    }

    /** Whether the kept cache fits. */
    boolean fits() {
        return Files.exists(cache)
                && Files.exists(key)
                && PrivateFiles.read(key).equals(fingerprint);
    }

    /** JVM options that use the cache. */
    List<String> use() {
        return List.of("-XX:AOTCache=" + cache);
    }

    /** JVM options that record what a new cache needs. */
    List<String> train() {
        return List.of("-XX:AOTCacheOutput=" + fresh);
    }

    /**
     * Ends the recording in a running JVM, which then writes the cache; takes some ten seconds.
     *
     * @param jcmd the JDK's {@code jcmd}
     * @param log where the tool's output goes
     * @return whether there is a cache now
     */
    boolean complete(Path jcmd, long pid, Path log) throws InterruptedException {
        try {
            Process command =
                    new ProcessBuilder(jcmd.toString(), Long.toString(pid), "AOT.end_recording")
                            .redirectErrorStream(true)
                            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            boolean ended = command.waitFor(COMMAND_LIMIT_SECONDS, TimeUnit.SECONDS);
            command.destroyForcibly();
            if (!ended || command.exitValue() != 0 || !Files.exists(fresh)) {
                return false;
            }
            Files.move(fresh, cache, StandardCopyOption.REPLACE_EXISTING);
            PrivateFiles.write(key, fingerprint);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("No cache was written: " + LogTail.of(log, 3), e);
        }
    }

    /** The tool of the JDK that runs this. */
    static Path jcmd() {
        return Path.of(System.getProperty("java.home"), "bin", "jcmd");
    }

    private static String fingerprint(Path packaged, List<String> options) {
        StringBuilder facts = new StringBuilder();
        facts.append(System.getProperty("java.vm.version")).append('\n');
        facts.append(System.getProperty("java.home")).append('\n');
        facts.append(options).append('\n').append(packaged).append('\n');
        try (Stream<Path> files = Files.walk(packaged)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                BasicFileAttributes facet = Files.readAttributes(file, BasicFileAttributes.class);
                facts.append(packaged.relativize(file)).append(' ').append(facet.size());
                facts.append(' ').append(facet.lastModifiedTime().toMillis()).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest(facts.toString());
    }

    private static String digest(String facts) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(facts.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
