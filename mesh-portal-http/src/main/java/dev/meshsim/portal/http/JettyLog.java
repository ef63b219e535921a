package dev.meshsim.portal.http;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The log of Jetty: errors only, unless the program has chosen otherwise. */
public final class JettyLog {

  /** Kept, because the logging of the JDK forgets a logger that nobody refers to. */
  private static final Logger LOGGER = Logger.getLogger("org.eclipse.jetty");

  private JettyLog() {}

  /**
   * Leaves out Jetty's reports of its starts and stops, and its warnings of bad requests: these
   * repeat what a client has sent, as often as the client likes.
   */
  public static synchronized void quiet() {
    if (LOGGER.getLevel() == null) {
      LOGGER.setLevel(Level.SEVERE);
    }
  }
}
