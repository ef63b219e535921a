package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalTransfer;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.LogMemory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A machine that has a receipt of a record which no checkpoint covers has that version. */
class LogLatestPromisedTest {

  private static final String LAPTOP = "laptop";

  private final BranchedLog logs = new BranchedLog(new LogLatestOracle());
  private final SignedPersonalProfile first = BranchedLog.profile();
  private final SignedPersonalProfile second = successor();
  private final HeadProof head;

  LogLatestPromisedTest() {
    put(logs.log, first);
    head = logs.checkpoint(logs.log);
  }

  private SignedPersonalProfile successor() {
    MeshMachineCached machine = new MeshMachineCached(logs.world, "desktop");
    PersonalProfile content =
        Dialect.MESH.json().read(first.signedData().payload(), PersonalProfile.class);
    return ProfileSigner.successor(
        new PersonalProfile(
            content.identifier(),
            content.updated().plus(Duration.ofSeconds(1)),
            content.signedMasterProfile(),
            content.devices(),
            content.applications()),
        first,
        List.of(machine.generate(Dialect.MESH.suites().get(0).signature(), "OnlineSignatureKey")),
        machine.stream("sign:PersonalProfile"));
  }

  private DataItem put(PortalStore store, SignedPersonalProfile version) {
    return logs.put(
        store,
        LogName.MESH,
        version.identifier().text(),
        Dialect.MESH.json().write(version).utf8());
  }

  /** The laptop refreshes its profile, and then has this version and the receipt of a record. */
  private void refreshed(SignedPersonalProfile version, DataItem item, LogMemory.Kept receipt) {
    SimEvent.Began began = new SimEvent.Began(LAPTOP, "refresh", Map.of());
    logs.tell(began);
    logs.tell(new SimEvent.Received(LAPTOP, BranchedLog.DOMAIN, Bytes.EMPTY, Bytes.EMPTY));
    LogMemory.Seen seen =
        new LogMemory.Seen(
            LogName.MESH.label(), first.identifier().text(), item.number(), null, receipt);
    logs.remember(LAPTOP, new LogMemory(head, List.of(seen), List.of(receipt), null, null));
    logs.commit(LAPTOP, new MachineRecord.Personal(version));
    logs.tell(new SimEvent.Ended(began, List.of("ok"), Optional.empty()));
  }

  @Test
  void theVersionOfTheReceiptIsFine() {
    DataItem item = put(logs.log, second);
    refreshed(second, item, logs.receipt(logs.log, item));
    logs.requireSilence();
  }

  @Test
  void anOlderVersionIsNotThatOfTheReceipt() {
    DataItem item = put(logs.log, second);
    refreshed(first, item, logs.receipt(logs.log, item));
    logs.requireOne("laptop has refreshed " + first.identifier());
  }

  @Test
  void aRecordThatNoHistoryHasIsNotJudged() {
    PortalStore lost = new MemoryPortalStore();
    PortalTransfer.copy(logs.log, lost);
    DataItem item = put(lost, second);
    refreshed(first, item, logs.receipt(lost, item));
    logs.requireSilence();
  }
}
