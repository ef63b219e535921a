package dev.meshsim.sim.oracle;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.LogName;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.transparency.LogMemory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DenialsOracleTest {

  private static final String DESKTOP = "desktop";
  private static final String ENTRY = "common1-1";
  private static final String ALICE = "alice@example.com";

  private final BranchedLog logs = new BranchedLog(new DenialsOracle());

  /** A machine asks, is told that nothing is there, and its call fails with that. */
  private void denied(String identifier, String account) {
    GetRequest get = new GetRequest(identifier, account, null, null, null, null);
    SimEvent.Began began = new SimEvent.Began(DESKTOP, "refresh", Map.of());
    logs.tell(began);
    PortalRefusedException failure =
        assertThrows(PortalRefusedException.class, () -> client().get(get));
    logs.tell(new SimEvent.Ended(began, List.of(), Optional.of(failure)));
  }

  private MeshClient client() {
    return new MeshClient(logs.world, DESKTOP, new Denying(), AccountName.parse(ALICE));
  }

  private void believe(LogMemory.Seen... seen) {
    logs.remember(DESKTOP, new LogMemory(logs.common, List.of(seen), List.of(), null, null));
  }

  @Test
  void whatIsNotThereMayBeDenied() {
    believe();
    denied("another", null);
    logs.requireSilence();
  }

  @Test
  void whatCameAfterTheCheckpointMayBeDenied() {
    believe();
    logs.put(logs.log, "new");
    denied("new", null);
    logs.requireSilence();
  }

  @Test
  void whoBelievesNoCheckpointMayBeToldAnything() {
    denied(ENTRY, null);
    logs.requireSilence();
  }

  @Test
  void whatTheCheckpointCoversIsNotBelievedToBeAbsent() {
    believe();
    denied(ENTRY, null);
    logs.requireOne("desktop believes 4 records of example.com and that " + ENTRY);
  }

  /** The record of an account is not shown. */
  @Test
  void anAccountIsMissedByThoseWhoKnowARecordOfIt() {
    believeAccount("Open", false);
    denied(null, ALICE);
    logs.requireSilence();
    believeAccount("Open", true);
    denied(null, ALICE);
    logs.requireOne("and that " + ALICE);
  }

  @Test
  void anAccountThatWasDeletedMayBeDenied() {
    believeAccount("Deleted", true);
    denied(null, ALICE);
    logs.requireSilence();
  }

  private void believeAccount(String status, boolean known) {
    String key = "Account$" + ALICE;
    long number =
        logs.put(logs.log, LogName.PORTAL, key, "{\"Account\":{\"Status\":\"" + status + "\"}}")
            .number();
    LogMemory.Seen seen = new LogMemory.Seen(LogName.PORTAL.label(), key, number, null, null);
    List<LogMemory.Seen> all = known ? List.of(seen) : List.of();
    logs.remember(DESKTOP, new LogMemory(logs.checkpoint(logs.log), all, List.of(), null, null));
  }

  /** Answers every request with a denial, which the desktop receives. */
  private final class Denying implements MeshPortal {

    @Override
    public String domain() {
      return BranchedLog.DOMAIN;
    }

    @Override
    public Dialect dialect() {
      return Dialect.MESH;
    }

    @Override
    public Bytes exchange(Bytes request) {
      Bytes response =
          MessageCodec.write(
              Dialect.MESH,
              Transaction.GET.refusal(RefusalReason.UNKNOWN_ENTRY.status(), "none"),
              RefusalReason.UNKNOWN_ENTRY);
      logs.tell(new SimEvent.Received(DESKTOP, BranchedLog.DOMAIN, request, response));
      return response;
    }
  }
}
