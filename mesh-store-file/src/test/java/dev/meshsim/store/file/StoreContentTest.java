package dev.meshsim.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.jose.KeySpec;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Two contents are compared by their records, and a damaged record is still a record. */
class StoreContentTest {

  private static StoreContent of(MachineRecord... records) {
    StoreContent content = new StoreContent();
    for (MachineRecord record : records) {
      content.put(record.key(), record);
    }
    return content;
  }

  @Test
  void oneRecordMoreOrLessIsADifference() {
    MachineRecord one = SampleRecords.request("a@example.com");
    MachineRecord two = SampleRecords.request("b@example.com");
    assertTrue(of(one, two).sameAs(of(two, one)));
    assertTrue(of().sameAs(of()));
    assertFalse(of(one).sameAs(of(one, two)));
    assertFalse(of(one, two).sameAs(of(one)));
    assertFalse(of(one).sameAs(of(two)));
  }

  @Test
  void anotherRecordOrAnotherKeyOfTheNameIsADifference() {
    MachineRecord personal = new MachineRecord.Default(RecordKind.PERSONAL, "MAAA");
    MachineRecord other = new MachineRecord.Default(RecordKind.PERSONAL, "MBBB");
    assertEquals(personal.key(), other.key());
    assertFalse(of(personal).sameAs(of(other)));
    MachineRecord key = SampleRecords.key(KeySpec.ED25519);
    MachineRecord exchange = SampleRecords.key(KeySpec.X25519);
    assertTrue(of(key).sameAs(of(key)));
    StoreContent swapped = new StoreContent();
    swapped.put(key.key(), exchange);
    assertFalse(of(key).sameAs(swapped));
    StoreContent mixed = new StoreContent();
    mixed.put(key.key(), personal);
    assertFalse(of(key).sameAs(mixed));
    assertFalse(mixed.sameAs(of(key)));
  }

  @Test
  void aDamagedRecordIsNamedToo() {
    RecordKey key = SampleRecords.request("a@example.com").key();
    StoreContent content = new StoreContent();
    assertFalse(content.names(key));
    content.putDamaged(key, problem());
    assertTrue(content.names(key));
    assertFalse(content.records().containsKey(key));
  }

  private static FileStoreException problem() {
    return FileStoreException.changed(Path.of("x"));
  }
}
