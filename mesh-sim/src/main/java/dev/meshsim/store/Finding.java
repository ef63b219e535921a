package dev.meshsim.store;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.util.Objects;

/**
 * One result of {@code PortalStore.check} or {@code MachineStore.check}.
 *
 * @param errorCode the kind
 * @param place the file and, where known, the line and the offset
 * @param problem what was found there
 * @param hint what to do about it
 */
public record Finding(ErrorCode errorCode, String place, String problem, String hint) {

  /** Checks that nothing is missing; whatever would break a line is escaped. */
  public Finding {
    Objects.requireNonNull(errorCode);
    place = Quote.of(place);
    problem = Quote.of(problem);
    hint = Quote.of(hint);
  }

  /** Creates a finding with the hint of its code. */
  public Finding(ErrorCode errorCode, String place, String problem) {
    this(errorCode, place, problem, errorCode.hint());
  }

  /** The stable name of the kind, for example {@code store.file.key}. */
  public String code() {
    return errorCode.code();
  }

  /** The finding of a failure; its problem does not repeat the place. */
  public static Finding of(MeshException failure) {
    return of("", failure);
  }

  /**
   * The finding of a failure; its problem does not repeat the place.
   *
   * @param fallback the place of a failure that names none
   */
  public static Finding of(String fallback, MeshException failure) {
    String place = failure.place().isEmpty() ? fallback : failure.place();
    String prefix = place + ": ";
    String problem = failure.problem();
    return new Finding(
        failure.errorCode(),
        place,
        problem.startsWith(prefix) ? problem.substring(prefix.length()) : problem,
        failure.hint());
  }
}
