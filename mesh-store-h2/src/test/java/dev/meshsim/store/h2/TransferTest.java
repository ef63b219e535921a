package dev.meshsim.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.DraftFlow;
import dev.meshsim.machine.LogicalContent;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that goes from one kind of store through the others is the same at the end. */
class TransferTest {

  @TempDir Path directory;

  private final World world = World.seeded(5);

  @Test
  void aMachineIsTheSameInEveryStore() {
    MachineStore memory = new MemoryMachineStore(StoreMode.TEST);
    DraftFlow.run(World.seeded(8), memory, new MemoryMachineStore(StoreMode.TEST));
    String content = LogicalContent.of(memory);
    MachineStore last = memory;
    List<String> names = new ArrayList<>(MachineStores.names());
    assumeTrue(names.contains("h2"));
    for (String name : names) {
      MachineStore next =
          MachineStores.named(name)
              .open(directory.resolve(name), StoreMode.TEST, world.stream("m", name));
      MachineStores.copy(last, next);
      last.close();
      assertEquals(content, LogicalContent.of(next), name);
      assertEquals(List.of(), next.check());
      last = next;
    }
    last.close();
    names.forEach(name -> MachineStores.named(name).discard(directory.resolve(name)));
  }

  @Test
  void aPortalGoesThroughH2AndPostgresqlAndBack() {
    PortalStore logs = PortalStores.named("jlog").open(directory, world, line -> {});
    try (MeshPortalDirect portal = MeshPortalDirect.open(world, "example.com", logs)) {
      MeshSession session = new MeshSession(new MeshMachineCached(world, "desktop"), portal);
      for (int i = 0; i < 3; i++) {
        PersonalProfile profile = new PersonalProfile(session.createDevice().deviceProfile());
        var personal = session.createAccount("alice" + i + "@example.com", profile);
        if (i == 1) {
          personal.delete();
        }
      }
      List<DataItem> content = content(logs);
      try (PortalStore h2 = RelationalStores.portal(directory, world.stream("p", "retry"));
          PortalStore memory = new MemoryPortalStore()) {
        dev.meshsim.log.PortalTransfer.copy(logs, h2);
        assertEquals(content, content(h2));
        assertEquals(List.of(), h2.check());
        dev.meshsim.log.PortalTransfer.copy(h2, memory);
        assertEquals(content, content(memory));
        throughPostgresql(h2, content);
      }
    }
  }

  private void throughPostgresql(PortalStore from, List<DataItem> content) {
    String url = Postgresql.url();
    String schema = Postgresql.freshSchema();
    try (PortalStore to = RelationalStores.portal(url, schema, world.stream("p", "retry"))) {
      dev.meshsim.log.PortalTransfer.copy(from, to);
      assertEquals(content, content(to));
      assertEquals(List.of(), to.check());
    } finally {
      Postgresql.drop(schema);
    }
  }

  /** Every record, with the marks of the transaction it came in. */
  private static List<DataItem> content(PortalStore store) {
    List<DataItem> items = new ArrayList<>();
    for (LogName log : LogName.values()) {
      items.addAll(store.scan(log, PageRequest.all()).items());
    }
    return items;
  }
}
