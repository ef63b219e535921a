package dev.meshsim.portal.http;

/**
 * A server of a domain, as DNS names it (RFC 2782).
 *
 * @param priority the lowest is tried first
 * @param weight the share among those of one priority
 * @param port the port
 * @param target the host; {@code .} if the domain has no portal, and says so
 */
public record SrvRecord(int priority, int weight, int port, String target) {

  /** True if the domain says that it has no portal. */
  boolean isNone() {
    return target.isEmpty() || target.equals(".");
  }
}
