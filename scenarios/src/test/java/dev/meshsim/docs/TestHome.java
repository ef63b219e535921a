package dev.meshsim.docs;

import java.nio.file.Path;
import java.util.function.Supplier;

/** Lets this process have another home directory for a while. */
final class TestHome {

  private static final String PROPERTY = "user.home";

  private TestHome() {}

  /** Returns the result of an action with that home directory. */
  static <T> T with(Path home, Supplier<T> action) {
    String before = System.getProperty(PROPERTY);
    System.setProperty(PROPERTY, home.toString());
    try {
      return action.get();
    } finally {
      System.setProperty(PROPERTY, before);
    }
  }
}
