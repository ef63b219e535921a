package dev.meshsim.portal.http.server;

import java.time.Duration;
import java.time.Instant;

/**
 * A request that was answered, without anything of its content.
 *
 * @param time when its head had arrived
 * @param address the client's address
 * @param protocol the version of HTTP
 * @param http the HTTP status
 * @param transaction the wire name of its transaction; {@value RequestPeek#OTHER} if it has none
 * @param status the status in the payload; 0 if there is none
 * @param in the octets of its body that were read
 * @param out the octets of the response's body
 * @param took the time to its answer
 */
record Served(
    Instant time,
    String address,
    String protocol,
    int http,
    String transaction,
    int status,
    long in,
    long out,
    Duration took) {}
