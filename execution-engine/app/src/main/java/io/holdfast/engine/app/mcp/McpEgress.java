package io.holdfast.engine.app.mcp;

import io.holdfast.engine.app.egress.EgressDeniedException;
import io.holdfast.engine.app.egress.EgressPolicy;
import io.modelcontextprotocol.client.transport.customizer.McpSyncHttpClientRequestCustomizer;
import io.modelcontextprotocol.common.McpTransportContext;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests to servers go out only where the policy allows. The client resolves the name again,
 * within the time for which the JVM keeps the answer that was looked at; so that no other address
 * can slip in between, all addresses of a name must be allowed.
 */
final class McpEgress implements McpSyncHttpClientRequestCustomizer {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final EgressPolicy policy;
    private final Map<String, String> headers;

    McpEgress(EgressPolicy policy, Map<String, String> headers) {
        this.policy = policy;
        this.headers = headers;
    }

    @Override
    public void customize(
            HttpRequest.Builder request,
            String method,
            URI url,
            @Nullable String body,
            McpTransportContext context) {
        check(url);
        headers.forEach(request::setHeader);
    }

    /**
     * Looks where a request would go.
     *
     * @throws IllegalStateException when it must not go there
     * @throws UncheckedIOException when nobody knows where that is
     */
    void check(URI url) {
        int usual = "https".equalsIgnoreCase(url.getScheme()) ? HTTPS : HTTP;
        String host = String.valueOf(url.getHost()).replaceAll("^\\[|]$", "");
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                policy.choose(host, url.getPort() < 0 ? usual : url.getPort(), List.of(address));
            }
        } catch (UnknownHostException e) {
            throw new UncheckedIOException("Name or service not known: " + host, e);
        } catch (EgressDeniedException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
