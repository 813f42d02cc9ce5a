package io.holdfast.engine.app.file;

import io.holdfast.engine.app.egress.OutboundException;
import io.holdfast.engine.app.egress.OutboundHttp;
import io.holdfast.engine.app.egress.OutboundRequest;
import io.holdfast.engine.app.egress.OutboundResponse;
import io.holdfast.engine.app.egress.ResponseTooLargeException;
import io.holdfast.engine.file.FileNames;
import io.holdfast.engine.file.RemoteFile;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks servers what remote files are (dsl.md 2.5); who does not answer is not waited for. */
@ApplicationScoped
class RemoteProbe {

    private static final Pattern ENCODED = Pattern.compile("filename\\*=(?:UTF-8|utf-8)''([^;]+)");
    private static final Pattern PLAIN = Pattern.compile("filename=\"?([^\";]+)\"?");
    private static final int REFUSED = 400;

    private final OutboundHttp http;
    private final FileAccessConfig config;

    RemoteProbe(OutboundHttp http, FileAccessConfig config) {
        this.http = http;
        this.config = config;
    }

    /** What the server says; nothing when it does not, or may not be asked. */
    RemoteFile ask(String url) throws InterruptedException {
        try {
            URI uri = URI.create(url);
            OutboundResponse head = http.send(request("HEAD", uri), 0);
            if (head.status() < REFUSED) {
                return describe(url, head.headers());
            }
            OutboundResponse got = http.send(request("GET", uri), 0);
            return got.status() < REFUSED ? describe(url, got.headers()) : RemoteFile.UNKNOWN;
        } catch (ResponseTooLargeException e) {
            return describe(url, e.headers());
        } catch (OutboundException | IllegalArgumentException _) {
            return RemoteFile.UNKNOWN;
        }
    }

    private OutboundRequest request(String method, URI url) {
        return new OutboundRequest(
                method, url, Map.of(), Buffer.buffer(), config.probe(), config.probe(), true);
    }

    private static RemoteFile describe(String url, Map<String, List<String>> headers) {
        String name = name(first(headers, "content-disposition"));
        return new RemoteFile(
                name.isEmpty() ? FileNames.ofUrl(url) : name,
                first(headers, "content-type").split(";", 2)[0].strip(),
                size(first(headers, "content-length")));
    }

    private static String name(String disposition) {
        Matcher encoded = ENCODED.matcher(disposition);
        if (encoded.find()) {
            return URLDecoder.decode(encoded.group(1), StandardCharsets.UTF_8);
        }
        Matcher plain = PLAIN.matcher(disposition);
        return plain.find() ? plain.group(1) : "";
    }

    private static long size(String length) {
        try {
            return length.isEmpty() ? -1 : Long.parseLong(length);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private static String first(Map<String, List<String>> headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }
}
