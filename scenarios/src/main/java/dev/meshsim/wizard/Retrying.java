package dev.meshsim.wizard;

import dev.meshsim.portal.PortalException;
import java.util.function.Supplier;

/** Steps that can be repeated while their portal is away, so that nothing is typed again. */
public final class Retrying {

  private Retrying() {}

  /** Makes a step without a result, as {@link #whileAway(Conversation, Supplier)} does. */
  public static void runWhileAway(Conversation talk, Runnable step) {
    whileAway(
        talk,
        () -> {
          step.run();
          return true;
        });
  }

  /**
   * Makes a step, and offers to make it again as long as its portal cannot be reached. The portal
   * may have carried out what it could not acknowledge, so the step must be one that can be
   * repeated.
   *
   * @throws Leaving back, if the person does not want to try again
   */
  public static <T> T whileAway(Conversation talk, Supplier<T> step) {
    while (true) {
      try {
        return step.get();
      } catch (PortalException e) {
        if (e.errorCode() != PortalException.Code.UNREACHABLE) {
          throw e;
        }
        talk.failure(e);
        if (!talk.agree(Prompt.AGAIN.about())) {
          throw new Leaving(Leaving.Way.BACK);
        }
      }
    }
  }
}
