package dev.meshsim.sim.oracle;

import dev.meshsim.error.MeshException;
import java.util.Set;
import java.util.regex.Pattern;

/** Every operation succeeds or ends with a failure that has a code. */
final class TypedErrorsOracle implements Oracle {

  private static final Pattern CODE = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

  @Override
  public String name() {
    return "typed-errors";
  }

  @Override
  public String law() {
    return "Every failure of an operation has a code, a problem and a hint.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(SimEvent.Ended.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.Ended ended && ended.failure().isPresent()) {
      Throwable failure = ended.failure().get();
      String what =
          ended.began().word() + " of " + ended.began().machine() + " has ended with a failure ";
      if (!(failure instanceof MeshException typed)) {
        verdict.violated(what + "without a code: " + failure.getClass().getName());
      } else if (!CODE.matcher(typed.code()).matches()) {
        verdict.violated(what + "whose code is not family.reason");
      } else if (typed.problem().isBlank() || typed.hint().isBlank()) {
        verdict.violated(what + typed.code() + " without a problem or a hint");
      }
    }
  }
}
