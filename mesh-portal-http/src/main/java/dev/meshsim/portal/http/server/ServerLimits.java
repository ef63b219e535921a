package dev.meshsim.portal.http.server;

import java.time.Duration;

/**
 * The limits of a server.
 *
 * @param bodyOctets the most octets of a request's body; a larger one is answered with 413
 * @param headOctets the most octets of a request's line and fields; more is answered with 431 (414
 *     for a long path)
 * @param connections the most open connections; more wait in the system's queue until one is closed
 * @param inFlight the most requests that are answered at once; one more is answered with 503
 * @param requestTime the time in which a request's body must arrive, then it is answered with 408
 * @param idleTime the time that a connection may be open without a whole head of a request; then it
 *     is closed, however many octets have come
 * @param stopTime the time that requests in flight have to end when the server is closed
 * @param ratePerAddress the requests a second of one address; one more is answered with 429; 0 for
 *     any number
 * @param ratePerAccount the requests a second that name one account, signed or not; 0 for any
 *     number
 */
public record ServerLimits(
    int bodyOctets,
    int headOctets,
    int connections,
    int inFlight,
    Duration requestTime,
    Duration idleTime,
    Duration stopTime,
    int ratePerAddress,
    int ratePerAccount) {

  /**
   * The defaults: 6 MiB, 8 KiB, 2,048 connections, 64 in flight, 10, 30 and 10 seconds, any number
   * of requests a second.
   */
  public static final ServerLimits DEFAULT =
      new ServerLimits(
          6 * 1024 * 1024,
          8 * 1024,
          2048,
          64,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          0,
          0);

  /** Checks that every limit is positive. */
  public ServerLimits {
    requirePositive("bodyOctets", bodyOctets);
    requirePositive("headOctets", headOctets);
    requirePositive("connections", connections);
    requirePositive("inFlight", inFlight);
    requirePositive("requestTime", requestTime.toMillis());
    requirePositive("idleTime", idleTime.toMillis());
    requirePositive("stopTime", stopTime.toMillis());
    requirePositive("ratePerAddress and 1", ratePerAddress + 1L);
    requirePositive("ratePerAccount and 1", ratePerAccount + 1L);
  }

  private static void requirePositive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is at least 1, not " + value);
    }
  }

  /** These with other times for a request and an idle connection. */
  public ServerLimits withTimes(Duration request, Duration idle) {
    return new ServerLimits(
        bodyOctets,
        headOctets,
        connections,
        inFlight,
        request,
        idle,
        stopTime,
        ratePerAddress,
        ratePerAccount);
  }

  /** These with another size of bodies. */
  public ServerLimits withBodyOctets(int most) {
    return new ServerLimits(
        most,
        headOctets,
        connections,
        inFlight,
        requestTime,
        idleTime,
        stopTime,
        ratePerAddress,
        ratePerAccount);
  }

  /** These with another number of requests in flight. */
  public ServerLimits withInFlight(int most) {
    return new ServerLimits(
        bodyOctets,
        headOctets,
        connections,
        most,
        requestTime,
        idleTime,
        stopTime,
        ratePerAddress,
        ratePerAccount);
  }

  /** These with other rates, 0 for any number. */
  public ServerLimits withRates(int perAddress, int perAccount) {
    return new ServerLimits(
        bodyOctets,
        headOctets,
        connections,
        inFlight,
        requestTime,
        idleTime,
        stopTime,
        perAddress,
        perAccount);
  }
}
