package io.holdfast.local.suite;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A program that is packaged, started and asked as a service is, and does nothing else. */
public final class FakeService {

    private FakeService() {}

    /** Answers that it is ready, and each variable under {@code /variable/NAME}. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/",
                exchange -> {
                    String name = exchange.getRequestURI().getPath().replace("/variable/", "");
                    byte[] value =
                            System.getenv().getOrDefault(name, "").getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream body = exchange.getResponseBody()) {
                        body.write(value);
                    }
                });
        server.start();
    }

    /** Puts it where the build would put every service of a repository. */
    static void packageAll(Path repository) throws IOException {
        for (Service service : Service.values()) {
            Path folder = Files.createDirectories(service.packaged(repository));
            packageInto(folder.resolve("quarkus-run.jar"), FakeService.class);
        }
    }

    private static void packageInto(Path jar, Class<?> main) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        String name = main.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var bytes = main.getClassLoader().getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IOException("There is no " + name);
            }
            out.putNextEntry(new JarEntry(name));
            bytes.transferTo(out);
            out.closeEntry();
        }
    }
}
