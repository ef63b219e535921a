package dev.meshsim.portal.http.server;

import dev.meshsim.portal.http.HttpPortalException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that a server listens on.
 *
 * @param host an address or a name of this machine, without brackets
 * @param port 0 for a free one
 */
public record ListenAddress(String host, int port) {

  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.%a-z]+)]|([^\\[\\]:]+)):([0-9]{1,5})");
  private static final int LAST_PORT = 65_535;

  /** A free port of the loopback address. */
  public static ListenAddress loopback() {
    return new ListenAddress("127.0.0.1", 0);
  }

  /**
   * Reads {@code ADDRESS:PORT}, with brackets around an address of IPv6.
   *
   * @throws HttpPortalException {@code http.bad-listen} if it is anything else
   */
  public static ListenAddress parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || Integer.parseInt(form.group(3)) > LAST_PORT) {
      throw HttpPortalException.badListen(text);
    }
    String host = form.group(1) == null ? form.group(2) : form.group(1);
    return new ListenAddress(host, Integer.parseInt(form.group(3)));
  }

  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
