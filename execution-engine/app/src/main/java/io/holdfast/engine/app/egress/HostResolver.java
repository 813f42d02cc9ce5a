package io.holdfast.engine.app.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Turns a host name into addresses; blocks. */
@FunctionalInterface
interface HostResolver {
    /**
     * All addresses, best first, at least one.
     *
     * @throws UnknownHostException when the name has none
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
