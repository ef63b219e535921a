package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The part of the contract that is about records: put, removed, listed, refused. */
abstract class MachineStoreRules extends MachineStoreFixture {

  private static final Udf PROFILE = SampleRecords.profile();

  @Test
  void anEmptyStoreHasNothing() {
    for (RecordKind kind : RecordKind.values()) {
      assertEquals(List.of(), store().list(kind));
      assertEquals(Optional.empty(), store().get(SampleRecords.first(kind).key()));
    }
    assertEquals(List.of(), store().check());
  }

  @ParameterizedTest
  @EnumSource
  void whatWasPutIsThere(RecordKind kind) {
    MachineRecord record = SampleRecords.first(kind);
    put(store(), record);
    MachineRecord found = store().get(record.key()).orElseThrow();
    assertEquals(LogicalContent.of(record), LogicalContent.of(found));
    assertEquals(record.getClass(), found.getClass());
    assertHolds(List.of(record));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PRIVATE_KEY")
  void aRecordReadBackEqualsTheOnePut(RecordKind kind) {
    MachineRecord record = SampleRecords.first(kind);
    put(store(), record);
    reopenIfItKeeps();
    assertEquals(Optional.of(record), store().get(record.key()));
    assertEquals(List.of(record), store().list(kind));
  }

  @ParameterizedTest
  @EnumSource
  void whatWasRemovedIsGoneAndTheRestStays(RecordKind kind) {
    MachineRecord first = SampleRecords.first(kind);
    MachineRecord second = SampleRecords.second(kind);
    put(store(), first, second);
    remove(store(), first);
    assertEquals(Optional.empty(), store().get(first.key()));
    assertHolds(List.of(second));
  }

  @Test
  void aRecordIsFoundByItsOwnKeyAlone() {
    MachineRecord account = new MachineRecord.Account("alice@example.com", PROFILE);
    put(store(), account);
    RecordKey request = new RecordKey(RecordKind.REQUEST, "alice@example.com");
    assertEquals(Optional.empty(), store().get(request));
    RecordKey longer = new RecordKey(RecordKind.ACCOUNT, "alice@example.com.");
    assertEquals(Optional.empty(), store().get(longer));
  }

  @Test
  void theLatestOfOneKeyReplacesTheOthers() {
    Udf other = Udf.parse("MDDK-7N6A-727A-JZNO-STRX-XKS7-DJAF");
    put(store(), new MachineRecord.Account("alice@example.com", PROFILE));
    MachineRecord later = new MachineRecord.Account("alice@example.com", other);
    put(store(), later);
    assertEquals(Optional.of(later), store().get(later.key()));
    assertHolds(List.of(later));
  }

  @Test
  void aRequestIsReplacedWhole() {
    MachineRecord.Request first = (MachineRecord.Request) SampleRecords.first(RecordKind.REQUEST);
    MachineRecord.Request second = (MachineRecord.Request) SampleRecords.second(RecordKind.REQUEST);
    put(store(), first);
    MachineRecord later =
        new MachineRecord.Request(first.account(), second.signed(), second.profile());
    put(store(), later);
    assertHolds(List.of(later));
  }

  @Test
  void whatWasRemovedCanBePutAgain() {
    List<MachineRecord> all = SampleRecords.all();
    put(store(), all);
    all.forEach(record -> remove(store(), record));
    assertEquals("", LogicalContent.of(store()));
    put(store(), all);
    assertHolds(all);
  }

  @Test
  void removingWhatIsNotThereChangesNothing() {
    MachineRecord there = SampleRecords.first(RecordKind.DEVICE);
    put(store(), there);
    for (RecordKind kind : RecordKind.values()) {
      remove(store(), SampleRecords.second(kind));
    }
    assertHolds(List.of(there));
  }

  @Test
  void anEmptyCommitChangesNothing() {
    put(store(), SampleRecords.all());
    store().commit(List.of());
    assertHolds(SampleRecords.all());
  }

  @Test
  void aListHasOneKindInTheOrderOfNames() {
    List<String> names = List.of("b", "a", "B", "\uff5e", "\ud83d\ude00", "", "a.", "ab", "\u00e9");
    List<MachineRecord> accounts = new ArrayList<>();
    names.forEach(name -> accounts.add(new MachineRecord.Account(name, PROFILE)));
    put(store(), accounts);
    put(store(), SampleRecords.first(RecordKind.DEVICE), SampleRecords.first(RecordKind.DEFAULT));
    assertEquals(names.stream().sorted().toList(), accountNames());
    reopenIfItKeeps();
    assertEquals(names.stream().sorted().toList(), accountNames());
  }

  private List<String> accountNames() {
    return store().list(RecordKind.ACCOUNT).stream().map(record -> record.key().name()).toList();
  }

  @Test
  void aListNeverChanges() {
    put(store(), SampleRecords.first(RecordKind.ACCOUNT));
    List<MachineRecord> before = store().list(RecordKind.ACCOUNT);
    put(store(), SampleRecords.second(RecordKind.ACCOUNT));
    remove(store(), SampleRecords.first(RecordKind.ACCOUNT));
    assertEquals(List.of(SampleRecords.first(RecordKind.ACCOUNT)), before);
    assertThrows(UnsupportedOperationException.class, () -> before.remove(0));
  }

  @Test
  void theCallersListMayChangeAfterwards() {
    List<MachineChange> changes = new ArrayList<>();
    changes.add(new MachineChange.Put(SampleRecords.first(RecordKind.ACCOUNT)));
    store().commit(changes);
    changes.set(0, new MachineChange.Put(SampleRecords.second(RecordKind.ACCOUNT)));
    assertHolds(List.of(SampleRecords.first(RecordKind.ACCOUNT)));
  }

  @Test
  void aCommitPutsAndRemovesAtOnce() {
    put(store(), firsts());
    List<MachineChange> changes = new ArrayList<>();
    firsts().forEach(record -> changes.add(new MachineChange.Remove(record.key())));
    seconds().forEach(record -> changes.add(new MachineChange.Put(record)));
    store().commit(changes);
    assertHolds(seconds());
  }

  @Test
  void aDefaultMayNameWhatIsNotThere() {
    MachineRecord lonely = new MachineRecord.Default(RecordKind.PERSONAL, PROFILE.text());
    put(store(), lonely);
    assertHolds(List.of(lonely));
  }

  @Test
  void theThreeDefaultsAreApart() {
    List<MachineRecord> defaults =
        List.of(
            new MachineRecord.Default(RecordKind.ACCOUNT, "alice@example.com"),
            new MachineRecord.Default(RecordKind.PERSONAL, PROFILE.text()),
            new MachineRecord.Default(RecordKind.DEVICE, PROFILE.text()));
    put(store(), defaults);
    assertHolds(defaults);
    remove(store(), defaults.get(1));
    assertHolds(List.of(defaults.get(0), defaults.get(2)));
  }

  @Test
  void anAccountIsKeptWithoutItsProfile() {
    MachineRecord account = SampleRecords.first(RecordKind.ACCOUNT);
    MachineRecord application = SampleRecords.first(RecordKind.APPLICATION);
    put(store(), account, application);
    assertHolds(List.of(account, application));
  }

  @Test
  void nullsAreRefusedAndChangeNothing() {
    put(store(), SampleRecords.first(RecordKind.DEVICE));
    List<MachineChange> withNull =
        Arrays.asList(new MachineChange.Put(SampleRecords.first(RecordKind.ACCOUNT)), null);
    assertThrows(NullPointerException.class, () -> store().commit(withNull));
    assertThrows(NullPointerException.class, () -> store().commit(null));
    assertThrows(NullPointerException.class, () -> store().get(null));
    assertThrows(NullPointerException.class, () -> store().list(null));
    assertHolds(List.of(SampleRecords.first(RecordKind.DEVICE)));
  }

  @Test
  void twoChangesOfOneKeyAreRefusedAndChangeNothing() {
    MachineRecord account = SampleRecords.first(RecordKind.ACCOUNT);
    put(store(), SampleRecords.first(RecordKind.DEVICE));
    MachineChange put = new MachineChange.Put(account);
    MachineChange remove = new MachineChange.Remove(account.key());
    MachineChange other = new MachineChange.Put(SampleRecords.first(RecordKind.PERSONAL));
    for (MachineChange second : List.of(put, remove)) {
      List<MachineChange> changes = List.of(other, put, second);
      assertThrows(IllegalArgumentException.class, () -> store().commit(changes));
    }
    assertHolds(List.of(SampleRecords.first(RecordKind.DEVICE)));
  }

  @Test
  void aRefusedCommitLeavesTheStoreInUse() {
    List<MachineChange> withNull = Arrays.asList((MachineChange) null);
    assertThrows(NullPointerException.class, () -> store().commit(withNull));
    put(store(), SampleRecords.all());
    assertHolds(SampleRecords.all());
    assertTrue(store().check().isEmpty());
  }

  static List<MachineRecord> firsts() {
    return Arrays.stream(RecordKind.values()).map(SampleRecords::first).toList();
  }

  static List<MachineRecord> seconds() {
    return Arrays.stream(RecordKind.values()).map(SampleRecords::second).toList();
  }
}
