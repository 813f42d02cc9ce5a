package io.holdfast.platform.internal;

import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Sends the internal credential: {@code @RegisterProvider(InternalClientFilter.class)}. */
@Singleton
public class InternalClientFilter implements ClientRequestFilter {

    private final InternalCredential credential;

    public InternalClientFilter(InternalCredential credential) {
        this.credential = credential;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, credential.header());
    }
}
