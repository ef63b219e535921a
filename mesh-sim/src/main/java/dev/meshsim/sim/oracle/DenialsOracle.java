package dev.meshsim.sim.oracle;

import dev.meshsim.error.MeshException;
import dev.meshsim.log.LogName;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.Status;
import dev.meshsim.sim.oracle.fact.Message;
import dev.meshsim.sim.oracle.fact.PortalRecords;
import dev.meshsim.transparency.LogMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An operation that ends because a portal has no such account or entry is at a portal whose log has
 * none: the log that the machine believes, up to the checkpoint that came with the denial.
 */
final class DenialsOracle implements Oracle {

  /**
   * The account or entry that a portal has said not to have.
   *
   * @param account true for an account
   */
  private record Denied(String portal, boolean account, String name) {}

  /** The last denial that each machine has received in its operation. */
  private final Map<String, Denied> last = new HashMap<>();

  @Override
  public String name() {
    return "denials-true";
  }

  @Override
  public String law() {
    return "What a machine believes not to be there is not in the portal's log.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(SimEvent.Began.class, SimEvent.Received.class, SimEvent.Ended.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (!scene.keepsLogs()) {
      return;
    }
    if (event instanceof SimEvent.Began began) {
      last.remove(began.machine());
    } else if (event instanceof SimEvent.Received received) {
      denied(received, scene).ifPresent(denied -> last.put(received.machine(), denied));
    } else if (event instanceof SimEvent.Ended ended) {
      Denied denied = last.remove(ended.began().machine());
      if (denied != null && ended.failure().filter(DenialsOracle::isOfDenial).isPresent()) {
        compare(ended.began().machine(), denied, scene, verdict);
      }
    }
  }

  private static boolean isOfDenial(Throwable failure) {
    return failure instanceof PortalRefusedException refused
        && refused.status() == Status.NOT_FOUND;
  }

  private static Optional<Denied> denied(SimEvent.Received received, Scene scene) {
    Message message = scene.history().message(received);
    boolean notFound =
        message.response().filter(response -> response.status() == Status.NOT_FOUND).isPresent();
    return notFound
        ? message.asked(GetRequest.class).flatMap(get -> key(received.portal(), get))
        : Optional.empty();
  }

  private static Optional<Denied> key(String portal, GetRequest get) {
    if (get.searchConstraints() != null) {
      return Optional.empty();
    }
    String account = get.account();
    if (account == null) {
      return Optional.ofNullable(get.identifier()).map(name -> new Denied(portal, false, name));
    }
    try {
      return Optional.of(new Denied(portal, true, AccountName.parse(account).toString()));
    } catch (MeshException e) {
      return Optional.empty();
    }
  }

  private static void compare(String machine, Denied denied, Scene scene, Verdict verdict) {
    Belief.memory(machine, denied.portal(), scene.history())
        .filter(memory -> canTell(memory, denied))
        .flatMap(Belief::head)
        .flatMap(head -> Belief.of(head, denied.portal(), scene))
        .filter(belief -> has(belief, denied, scene))
        .ifPresent(
            belief ->
                verdict.violated(
                    machine
                        + " believes "
                        + belief.head().size()
                        + " records of "
                        + denied.portal()
                        + " and that "
                        + denied.name()
                        + " is not there; it is"));
  }

  /**
   * True if the machine can tell that there is such a record. That of an account is not shown, so
   * only who knows an earlier one of it can.
   */
  private static boolean canTell(LogMemory memory, Denied denied) {
    return !denied.account()
        || memory.of(LogName.PORTAL.label(), PortalRecords.accountKey(denied.name())).isPresent();
  }

  /** True if the first records have it, and it was not deleted since. */
  private static boolean has(Belief belief, Denied denied, Scene scene) {
    PortalRecords records = new PortalRecords(belief.store(), scene.dialect());
    long size = belief.head().size();
    return denied.account()
        ? records.hadAccount(denied.name(), size)
        : records.hadEntry(denied.name(), size);
  }
}
