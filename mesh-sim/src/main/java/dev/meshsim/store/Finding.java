package dev.meshsim.store;

import dev.meshsim.error.MeshException;
import java.util.Objects;

/**
 * Something that {@code PortalStore.check} or {@code MachineStore.check} has to say.
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

  /** A failure with its place apart. */
  public static Finding of(MeshException failure) {
    return of("", failure);
  }

  /**
   * A failure with its place apart.
   *
   * @param fallback the place of a failure that names none
   */
  public static Finding of(String fallback, MeshException failure) {
    String place = failure.place().isEmpty() ? fallback : failure.place();
    String prefix = place + ": ";
    String problem = failure.problem();
    return new Finding(
        failure.code(),
        place,
        problem.startsWith(prefix) ? problem.substring(prefix.length()) : problem,
        failure.hint());
  }
}
