package io.holdfast.platform.peer;

import java.net.URI;

/**
 * One replica as a selector sees it.
 *
 * @param url its base URL, without a slash at the end
 * @param weight its share of the calls where weights count, at least 1
 * @param inFlight calls to it from this process that have not ended
 */
public record Peer(URI url, int weight, int inFlight) {}
