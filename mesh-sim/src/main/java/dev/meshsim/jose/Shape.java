package dev.meshsim.jose;

import org.jspecify.annotations.Nullable;

/** Checks that both JOSE objects share. */
final class Shape {

  private Shape() {}

  /** Refuses a member that the JSON did not have. */
  static void present(String member, @Nullable Object value) {
    if (value == null) {
      throw malformed("member \"" + member + "\" is missing");
    }
  }

  static MalformedJoseException malformed(String problem) {
    return new MalformedJoseException(
        problem, "compare the object with RFC 7515 section 7 or RFC 7516 section 7");
  }
}
