package io.holdfast.scheduler.detector;

import io.holdfast.platform.peer.PeerService;
import java.net.URI;

/** What is probed: an instance of a service by its address. */
record Target(PeerService service, URI url) {}
