package dev.meshsim.protect;

import dev.meshsim.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rule by which a client accepts a portal's keys: at first contact, and after a change. */
public final class KnownKeys {

  /** The most statements that a portal shows: as many changes of keys may have been missed. */
  public static final int MOST_STATEMENTS = 16;

  private KnownKeys() {}

  /**
   * Chooses the keys that are used from now on: the first statement shown.
   *
   * @param domain the domain that was asked for
   * @param shown the portal's statements, newest first
   * @param known the statement that was accepted last; null at first contact
   * @param given a fingerprint that a person gave as the portal's, which counts more than {@code
   *     known}; null if none was given
   * @throws ProtectException {@code protect.key-changed} if {@code known} does not lead to the
   *     first statement by signatures, {@code protect.wrong-key} if {@code given} does not, {@code
   *     protect.no-keys} and {@code protect.bad-statement} if there is none or one is not valid
   */
  public static KeyStatement accept(
      String domain, List<Bytes> shown, @Nullable KeyStatement known, @Nullable String given) {
    if (shown.isEmpty()) {
      throw ProtectException.noKeys(domain);
    }
    if (shown.size() > MOST_STATEMENTS) {
      throw ProtectException.badStatement("there are more than " + MOST_STATEMENTS);
    }
    List<KeyStatement> statements = new ArrayList<>();
    for (Bytes text : shown) {
      KeyStatement read = KeyStatement.read(text);
      if (!read.domain().equals(domain)) {
        throw ProtectException.otherPortal(domain, read.domain());
      }
      statements.add(read);
    }
    KeyStatement newest = statements.get(0);
    if (given != null) {
      if (!leads(statements, given)) {
        throw ProtectException.wrongKey(domain, given, newest);
      }
    } else if (known != null && !leads(statements, known.fingerprint())) {
      throw ProtectException.keyChanged(known, newest);
    }
    return newest;
  }

  /**
   * True if the key of that fingerprint is the newest, or signatures lead from it to the newest.
   */
  private static boolean leads(List<KeyStatement> newestFirst, String fingerprint) {
    for (int i = 0; i < newestFirst.size(); i++) {
      KeyStatement one = newestFirst.get(i);
      if (i > 0 && !newestFirst.get(i - 1).follows(one)) {
        return false;
      }
      if (one.fingerprint().equals(fingerprint)) {
        return true;
      }
    }
    return false;
  }
}
