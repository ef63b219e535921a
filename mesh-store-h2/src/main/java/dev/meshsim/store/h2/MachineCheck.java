package dev.meshsim.store.h2;

import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.RecordSignatures;
import dev.meshsim.store.Finding;
import dev.meshsim.store.h2.database.DatabaseException;
import dev.meshsim.store.h2.database.SqlStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads all of a machine's records and reports those that are wrong. */
final class MachineCheck {

  private static final String HINT = "restore the database from a copy";

  private MachineCheck() {}

  static List<Finding> of(SqlStore store) {
    List<Finding> findings = new ArrayList<>();
    List<MachineRecord> records = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      try {
        store
            .read((session, snapshot) -> MachineRows.list(session, kind))
            .forEach(row -> check(store.place(), row, findings, records));
      } catch (MeshException e) {
        findings.add(Finding.of(store.place(), e));
        return List.copyOf(findings);
      }
    }
    findings.addAll(
        RecordSignatures.findings(records, record -> where(store.place(), record.key())));
    return List.copyOf(findings);
  }

  private static String where(String place, RecordKey key) {
    return place + ", " + key.kind() + " " + key.name();
  }

  private static void check(
      String place, MachineRows.Row row, List<Finding> findings, List<MachineRecord> records) {
    String where = where(place, row.key());
    try {
      MachineRecord record = RecordJson.read(row.key(), row.content());
      if (!record.key().equals(row.key())) {
        String problem = "the content is that of " + record.key().name();
        findings.add(new Finding(DatabaseException.Code.MISPLACED_RECORD, where, problem));
      }
      if (record instanceof MachineRecord.Key key) {
        key.jwk().close();
      } else {
        records.add(record);
      }
    } catch (MeshException | IllegalArgumentException e) {
      String problem = "cannot be read: " + DatabaseException.reason(e);
      findings.add(new Finding(DatabaseException.Code.BAD_RECORD, where, problem, HINT));
    } finally {
      Arrays.fill(row.content(), (byte) 0);
    }
  }
}
