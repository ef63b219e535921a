package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.SeenCheckpoint;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import java.util.Set;

/**
 * A machine that has refreshed its profile at a portal believes a log that begins with the
 * checkpoint which the profile's signer has seen there: whom the portal has shown two logs it must
 * keep apart for ever.
 */
final class SignersSeenOracle implements Oracle {

  private final Refreshes refreshes = new Refreshes();

  @Override
  public String name() {
    return "signers-seen";
  }

  @Override
  public String law() {
    return "The log that a machine believes begins with what the signers of its profiles have seen.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Refreshes.EVENTS;
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    refreshes
        .ended(event, scene)
        .ifPresent(
            refreshed ->
                Belief.head(refreshed.machine(), refreshed.portal(), scene.history())
                    .flatMap(head -> Belief.of(head, refreshed.portal(), scene))
                    .ifPresent(belief -> compare(refreshed, belief, scene, verdict)));
  }

  private static void compare(
      Refreshes.Refreshed refreshed, Belief belief, Scene scene, Verdict verdict) {
    for (SignedPersonalProfile profile : scene.history().profiles(refreshed.machine())) {
      SeenCheckpoint.in(scene.dialect(), profile.signedData())
          .filter(note -> !note.isEmpty())
          .map(note -> Checkpoint.verified(Note.parse(Bytes.utf8(note))))
          .filter(seen -> seen.origin().equals(refreshed.portal()))
          .filter(seen -> !belief.beginsWith(seen.tree()))
          .ifPresent(
              seen ->
                  verdict.violated(
                      refreshed.machine()
                          + " believes "
                          + belief.head().size()
                          + " records of "
                          + refreshed.portal()
                          + ", which do not begin with the "
                          + seen.tree().size()
                          + " that the signer of "
                          + profile.identifier()
                          + " has seen"));
    }
  }
}
