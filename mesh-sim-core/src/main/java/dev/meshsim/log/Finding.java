package dev.meshsim.log;

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
}
