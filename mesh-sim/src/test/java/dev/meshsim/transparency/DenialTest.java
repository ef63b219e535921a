package dev.meshsim.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.log.Change;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A portal that says of an entry or account that it is not there must show it. */
class DenialTest extends WatchScene {

  private void delete(String key) {
    store.transact(
        tx -> {
          tx.put(Change.delete(LogName.MESH, key, world.now()));
          return true;
        });
  }

  private DataItem record(long number) {
    return store
        .scan(LogName.MESH, PageRequest.all().atMost(1).after(Long.toString(number)))
        .items()
        .get(0);
  }

  private void deny(String key, @Nullable DataItem deletion) {
    deny(LogName.MESH, key, deletion);
  }

  private void deny(LogName of, String key, @Nullable DataItem deletion) {
    LogWatch.Asked asked = watch.begin();
    LogAnswer answer = log.answer(of, key, asked.query(), Optional.empty()).orElseThrow();
    watch.denied(asked, of, key, deletion == null ? answer : answer.with(deletion));
  }

  private void account(String key) {
    store.transact(
        tx -> {
          tx.put(Change.update(LogName.PORTAL, key, List.of(), Bytes.utf8("{}"), world.now()));
          return true;
        });
  }

  private DataItem latestAccount(String key) {
    return store.transact(tx -> tx.latest(LogName.PORTAL, key)).orElseThrow();
  }

  private Bytes accountReceipt(String key) {
    return log.receipt(LogName.PORTAL, latestAccount(key))
        .sign(keyring.current(), world.stream("test", "receipt"));
  }

  @Test
  void whatNeverWasIsDeniedWithoutARecord() {
    put("a");
    later();
    deny("b", null);
    deny(LogName.PORTAL, "Account$b", null);
    assertEquals(log.last().orElseThrow().note().octets().utf8(), watch.checkpoint().orElseThrow());
  }

  @Test
  void whatWasDeletedIsDeniedWithItsDeletion() {
    put("a");
    later();
    read(watch, "a");
    long number = latest("a").number();
    delete("a");
    later();
    DataItem deletion = record(number + 2);
    deny("a", deletion);
    deny("a", deletion);
    Failing.with(Code.WITHHELD, () -> deny("a", null));
    Failing.with(Code.WITHHELD, () -> deny("a", record(number)));
  }

  @Test
  void theDeletionOfAnotherEntryIsNone() {
    put("a");
    put("b");
    delete("b");
    later();
    Failing.with(Code.WITHHELD, () -> deny("a", record(latest("a").number() + 2)));
  }

  @Test
  void whatIsThereIsNotDenied() {
    put("a");
    later();
    Failing.with(Code.WITHHELD, () -> deny("a", null));
    LogWatch.Asked asked = watch.begin();
    Failing.with(Code.WITHHELD, () -> watch.denied(asked, LogName.MESH, "a", null));
    LogAnswer another =
        log.answer(LogName.MESH, "b", asked.query(), Optional.empty()).orElseThrow();
    // The proof that "b" has no record is that of "a" here, the only one of the map.
    Failing.with(Code.WITHHELD, () -> watch.denied(asked, LogName.MESH, "a", another));
  }

  @Test
  void whatAReceiptPromisesIsNotDeniedBeforeItIsCovered() {
    put("a");
    later();
    read(watch, "a");
    put("b");
    watch.wrote(LogName.MESH, "b", receipt(latest("b")));
    Failing.with(Code.WITHHELD, () -> deny("b", null));
  }

  @Test
  void anOlderMapIsNoDenial() {
    put("a");
    later();
    LogWatch.Asked early = watch.begin();
    LogAnswer before = log.answer(LogName.MESH, "b", early.query(), Optional.empty()).orElseThrow();
    put("b");
    later();
    read(watch, "b");
    LogWatch.Asked asked = watch.begin();
    Failing.with(Code.ROLLED_BACK, () -> watch.denied(asked, LogName.MESH, "b", before));
  }

  @Test
  void anAccountIsDeniedByALaterRecordOnly() {
    account("Account$a");
    watch.wrote(LogName.PORTAL, "Account$a", accountReceipt("Account$a"));
    later();
    Failing.with(Code.WITHHELD, () -> deny(LogName.PORTAL, "Account$a", null));
    account("Account$a");
    later();
    deny(LogName.PORTAL, "Account$a", null);
    deny(LogName.PORTAL, "Account$a", null);
  }

  @Test
  void anAccountThatTheMachineHasDeletedIsForgotten() {
    account("Account$a");
    watch.wrote(LogName.PORTAL, "Account$a", accountReceipt("Account$a"));
    account("Account$a");
    watch.gone(LogName.PORTAL, "Account$a", accountReceipt("Account$a"));
    assertEquals(Optional.empty(), kept.memory.orElseThrow().of("portal", "Account$a"));
    assertEquals(2, kept.memory.orElseThrow().receipts().size());
    later();
    deny(LogName.PORTAL, "Account$a", null);
    Failing.with(
        Code.BAD_RECEIPT,
        () -> watch.gone(LogName.PORTAL, "Account$b", accountReceipt("Account$a")));
  }
}
