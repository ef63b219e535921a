package dev.meshsim.scenario.reader;

import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.Status;
import dev.meshsim.scenario.ExpectForm;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The statuses that a portal gives. */
final class KnownStatuses {

  private KnownStatuses() {}

  /** The statuses that an expectation of this form can name: only those of refusals, or all. */
  static List<String> of(ExpectForm form) {
    IntStream refusals = Stream.of(RefusalReason.values()).mapToInt(RefusalReason::status);
    return (form.template().startsWith("refused")
            ? refusals
            : IntStream.concat(IntStream.of(Status.SUCCESS_CREATED), refusals))
        .sorted()
        .distinct()
        .mapToObj(Integer::toString)
        .toList();
  }
}
