package dev.meshsim.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.transparency.service.PortalLog;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.function.Executable;

/** A log whose key is changed, and evidence of what it does then. */
abstract class KeyChangeScene extends WatchScene {

  static Evidence proved(Code code, Executable attack) {
    TransparencyException.Proved failure = assertThrows(TransparencyException.Proved.class, attack);
    assertEquals(code, failure.errorCode());
    Evidence evidence = Evidence.read(failure.evidence());
    assertEquals(failure.problem(), evidence.judge());
    return evidence;
  }

  void change(int times) {
    for (int i = 0; i < times; i++) {
      keyring.change(Suite.ED25519);
    }
  }

  /** A log with these keys of records, which the portal's present key signs. */
  PortalLog branch(PortalStore other, List<String> keys) {
    other.transact(
        tx -> {
          for (String key : keys) {
            tx.put(Change.update(LogName.MESH, key, List.of(), Bytes.utf8("{}"), world.now()));
          }
          return true;
        });
    PortalLog branch = new PortalLog(world, DOMAIN, other, keyring::logSigner, POLICY);
    branch.makeNow();
    return branch;
  }

  /** Reads the entry of a key from another log. */
  Executable reading(PortalStore from, PortalLog shown, String key) {
    DataItem item = from.transact(tx -> tx.latest(LogName.MESH, key)).orElseThrow();
    LogWatch.Asked asked = watch.begin();
    LogAnswer answer =
        shown.answer(LogName.MESH, key, asked.query(), Optional.empty()).orElseThrow();
    return () -> watch.read(asked, key, item, answer, Optional.empty());
  }

  ForkEvidence fork(int changes) {
    put("a");
    later();
    read(watch, "a");
    change(changes);
    PortalStore other = new MemoryPortalStore();
    PortalLog branch = branch(other, List.of("b", "c", "a"));
    return assertInstanceOf(ForkEvidence.class, proved(Code.FORKED, reading(other, branch, "a")));
  }
}
