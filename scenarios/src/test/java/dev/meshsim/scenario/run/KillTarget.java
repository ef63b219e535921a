package dev.meshsim.scenario.run;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A process that commits to a store until it is killed, and prints the number of each acknowledged
 * commit. Each commit changes two records, of which a store must have both or neither.
 */
final class KillTarget {

  private KillTarget() {}

  /** Takes {@code machine} or {@code portal}, the name of a kind of store, and a directory. */
  public static void main(String[] arguments) {
    Path root = Path.of(arguments[2]);
    if (arguments[0].equals("machine")) {
      machine(openMachine(arguments[1], root));
    } else {
      portal(openPortal(arguments[1], root));
    }
  }

  static MachineStore openMachine(String name, Path root) {
    return MachineStores.named(name)
        .open(root, StoreMode.TEST, World.seeded(1).stream("kill", "store"));
  }

  static PortalStore openPortal(String name, Path root) {
    return PortalStores.named(name).open(root, World.seeded(1), warning -> {});
  }

  private static void machine(MachineStore store) {
    Udf profile = Udf.random(UdfFormat.MESH, World.seeded(1).stream("kill", "profile"));
    for (int i = machineCommits(store); ; i++) {
      MachineRecord account = new MachineRecord.Account(name(i), profile);
      MachineRecord chosen = new MachineRecord.Default(RecordKind.ACCOUNT, name(i));
      store.commit(List.of(new MachineChange.Put(account), new MachineChange.Put(chosen)));
      acknowledge(i);
    }
  }

  private static void portal(PortalStore store) {
    for (int i = portalCommits(store); ; i++) {
      String key = name(i);
      store.transact(
          tx -> {
            for (LogName log : LogName.values()) {
              Bytes text = Bytes.utf8("{\"Key\":\"" + key + "\"}");
              tx.put(Change.create(log, key, List.of(), text, World.seeded(1).now()));
            }
            return key;
          });
      acknowledge(i);
    }
  }

  /**
   * Returns the number of commits in the store; fails if one is incomplete or an earlier one lost.
   */
  static int machineCommits(MachineStore store) {
    List<String> accounts =
        store.list(RecordKind.ACCOUNT).stream().map(record -> record.key().name()).toList();
    String chosen =
        store.list(RecordKind.DEFAULT).stream()
            .map(record -> ((MachineRecord.Default) record).name())
            .findFirst()
            .orElse("");
    int commits = contiguous(accounts);
    if (!chosen.equals(commits == 0 ? "" : name(commits - 1))) {
      throw new AssertionError(commits + " accounts, but the default is " + chosen);
    }
    return commits;
  }

  static int portalCommits(PortalStore store) {
    List<String> mesh = keys(store, LogName.MESH);
    if (!mesh.equals(keys(store, LogName.PORTAL))) {
      throw new AssertionError("the two logs do not hold the same commits");
    }
    return contiguous(mesh);
  }

  private static List<String> keys(PortalStore store, LogName log) {
    return store.scan(log, PageRequest.all()).items().stream()
        .map(item -> item.primaryKey())
        .toList();
  }

  private static int contiguous(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).equals(name(i))) {
        throw new AssertionError("commit " + i + " is missing before " + names.get(i));
      }
    }
    return names.size();
  }

  private static String name(int i) {
    return String.format(Locale.ROOT, "user%06d@example.com", i);
  }

  private static void acknowledge(int i) {
    System.out.println(i);
    System.out.flush();
  }
}
