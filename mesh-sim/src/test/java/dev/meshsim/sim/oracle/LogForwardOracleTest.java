package dev.meshsim.sim.oracle;

import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.LogMemory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogForwardOracleTest {

  private static final String DESKTOP = "desktop";

  private final BranchedLog logs = new BranchedLog(new LogForwardOracle());

  private void remember(@Nullable HeadProof head, LogMemory.Kept... receipts) {
    logs.remember(DESKTOP, new LogMemory(head, List.of(), List.of(receipts), null, null));
  }

  private void know(long number) {
    logs.remember(DESKTOP, memory(number));
  }

  private LogMemory memory(long number) {
    LogMemory.Seen seen = new LogMemory.Seen(LogName.MESH.label(), "common0-0", number, null, null);
    return new LogMemory(logs.common, List.of(seen), List.of(), null, null);
  }

  @Test
  void aRecordIsReplacedByALaterOne() {
    know(2);
    know(2);
    know(3);
    logs.requireSilence();
    know(2);
    logs.requireOne("desktop takes record 2");
  }

  @Test
  void aMachineThatGotABackupBeginsAgain() {
    know(3);
    logs.tell(new SimEvent.Replaced(DESKTOP, Optional.empty()));
    know(2);
    logs.requireSilence();
  }

  @Test
  void aMachineThatGotABackupGoesOnFromIt() {
    logs.replace(DESKTOP, memory(3));
    know(2);
    logs.requireOne("desktop takes record 2");
  }

  @Test
  void aReceiptIsKeptAndThenKept() {
    DataItem item = logs.put(logs.log, "new");
    remember(logs.common, logs.receipt(logs.log, item));
    remember(logs.common, logs.receipt(logs.log, item));
    remember(logs.checkpoint(logs.log));
    logs.requireSilence();
  }

  @Test
  void aReceiptIsNotGivenUpBeforeACheckpointCoversIt() {
    remember(logs.common, logs.receipt(logs.log, logs.put(logs.log, "new")));
    remember(logs.common);
    logs.requireOne("desktop has given up the receipt of record 5");
  }

  @Test
  void aReceiptIsNotGivenUpForAnotherRecord() {
    remember(logs.common, logs.receipt(logs.branch, logs.put(logs.branch, "forgotten")));
    logs.put(logs.log, "another");
    remember(logs.checkpoint(logs.log));
    logs.requireOne("desktop has given up the receipt of record 5");
  }
}
