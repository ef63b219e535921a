package dev.meshsim.log;

import dev.meshsim.error.MeshException;
import java.util.Objects;

/**
 * Something that {@link PortalStore#check()} has to say.
 *
 * @param code a stable, dotted name
 * @param place the file and, where known, the line and the offset
 * @param problem what was found there
 * @param hint what to do about it
 */
public record Finding(String code, String place, String problem, String hint) {

  /** Checks that nothing is missing. */
  public Finding {
    Objects.requireNonNull(code);
    Objects.requireNonNull(place);
    Objects.requireNonNull(problem);
    Objects.requireNonNull(hint);
  }

  /** A failure at a place, which its problem may begin with and the finding says once. */
  public static Finding of(String place, MeshException failure) {
    String prefix = place + ": ";
    String problem = failure.problem();
    return new Finding(
        failure.code(),
        place,
        problem.startsWith(prefix) ? problem.substring(prefix.length()) : problem,
        failure.hint());
  }
}
