package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.machine.HostileNames;
import dev.meshsim.machine.LogicalContent;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.store.Failures;
import dev.meshsim.store.registry.hive.FileLine;
import dev.meshsim.store.registry.hive.RegReader;
import dev.meshsim.store.registry.hive.RegText;
import dev.meshsim.store.registry.hive.RegistryKey;
import dev.meshsim.testing.Once;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hive goes into a binary hive with hivexregedit, and comes out of it unchanged. */
@Once
class HivexTest extends RegistryFixture {

  private static final String TO_UTF8 =
      "iconv -f UTF-16 -t UTF-8 CryptoMesh.reg | tr -d '\\r' > CryptoMesh.utf8.reg";
  private static final String MERGE =
      "hivexregedit --merge --prefix 'HKEY_CURRENT_USER' NTUSER.DAT CryptoMesh.utf8.reg";

  // Without it Perl prints names in Latin-1 if they have no other characters.
  private static final String EXPORT =
      "PERL_UNICODE=O hivexregedit --export --prefix 'HKEY_CURRENT_USER' NTUSER.DAT "
          + "'\\SOFTWARE\\CryptoMesh'";

  @BeforeEach
  void emptyHive() {
    Tool.require("hivexregedit", "libwin-hivex-perl");
    Tool.require("iconv", "libc-bin");
    write(home.resolve("NTUSER.DAT"), BinaryHive.empty());
    write(
        home.resolve("software.reg"),
        (RegText.HEADER + "\n\n[HKEY_CURRENT_USER\\SOFTWARE]\n\n")
            .getBytes(StandardCharsets.UTF_8));
    Tool.ok(home, "hivexregedit --merge --prefix 'HKEY_CURRENT_USER' NTUSER.DAT software.reg");
  }

  private String exported() {
    Tool.ok(home, TO_UTF8);
    assertEquals("", Tool.ok(home, MERGE));
    return Tool.ok(home, EXPORT);
  }

  private RegistryKey tree(Bytes octets) {
    Failures problems = new Failures();
    RegistryKey root = new RegistryKey("CryptoMesh", FileLine.NONE);
    RegReader.merge(Path.of("x.reg"), octets, layout().rootKey(), root, problems);
    problems.throwFirst();
    return root;
  }

  private static String content(RegistryKey key) {
    return "\n"
        + key.name()
        + key.values().stream().map(v -> "\n " + v.name() + v.type() + v.data().hex()).toList()
        + key.keys().stream().map(HivexTest::content).collect(Collectors.toList());
  }

  @Test
  void everyValueComesOutAsItWentIn() {
    filled();
    String before = content(tree(Bytes.of(read(layout().hive()))));
    assertEquals(before, content(tree(Bytes.utf8(exported()))));
  }

  @Test
  void hostileNamesComeOutAsTheyWentIn() {
    try (MachineStore store = open()) {
      List<MachineRecord> records = new ArrayList<>();
      for (String name : HostileNames.all()) {
        records.add(new MachineRecord.Account(name, SampleRecords.profile()));
      }
      put(store, records.toArray(MachineRecord[]::new));
      put(store, new MachineRecord.Default(RecordKind.ACCOUNT, "\u0131\ud83d\ude00\u00e9@x"));
    }
    String before = content(tree(Bytes.of(read(layout().hive()))));
    assertEquals(before, content(tree(Bytes.utf8(exported()))));
  }

  @Test
  void whatHivexExportsIsImported() throws Exception {
    String content = filled();
    String exported = exported();
    try (MachineStore store = open()) {
      store.commit(List.of(new MachineChange.Remove(new RecordKey(RecordKind.ACCOUNT, ALICE))));
    }
    Files.writeString(layout().toImport(), exported);
    try (MachineStore store = open()) {
      assertEquals(content, LogicalContent.of(store));
    }
  }

  @Test
  void hivexgetShowsTheDefaultAccount() {
    Tool.require("hivexget", "libhivex-bin");
    filled();
    exported();
    assertEquals(
        ALICE, Tool.ok(home, "hivexget NTUSER.DAT '\\SOFTWARE\\CryptoMesh\\Accounts' @").strip());
    String all = Tool.ok(home, "hivexget NTUSER.DAT '\\SOFTWARE\\CryptoMesh\\Accounts'");
    assertTrue(all.contains("\"" + ALICE + "\"=\"" + SampleRecords.profile() + "\""), all);
  }
}
