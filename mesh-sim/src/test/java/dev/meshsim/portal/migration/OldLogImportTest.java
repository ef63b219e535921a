package dev.meshsim.portal.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.Container;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forms that logs had before 2016 and after 2017. */
class OldLogImportTest {

  /** Mathematical-Mesh, commit 907ab19b, ClientMeshConnectOnly/portal.jlog. */
  @Test
  void accountsOf2015AreThoseOfTheirProfiles(@TempDir Path directory) throws IOException {
    Path log = directory.resolve("portal.jlog");
    try (InputStream in = Container.class.getResourceAsStream("portal-2015-10.jlog")) {
      Files.write(log, in.readAllBytes());
    }
    PortalStore store = new MemoryPortalStore();
    LogImport.Report report = LogImport.run(List.of(log), "example.com", store);
    assertEquals(Map.of("Account", 6), report.kinds());
    assertEquals(Dialect.PORTAL_2017, report.dialect());
    assertEquals(
        List.of("alice", "carol", "Ingrid", "Mallory", "Nincompoop", "Ollie").stream()
            .map(name -> "the account " + name + " becomes " + name + "@example.com")
            .toList(),
        report.notes().stream().map(LogImport.Note::text).toList());
    String alice =
        store
            .transact(tx -> tx.latest(LogName.PORTAL, "Account$alice@example.com"))
            .orElseThrow()
            .text()
            .utf8();
    assertTrue(
        alice.contains("\"UserProfileUDF\": \"MDQWJ-3MVQE-LSCDX-XH3WI-YBXYT-ZE6H6\""), alice);
  }

  @Test
  void aPortalAnswersFromAContainerOf2018(@TempDir Path directory) throws IOException {
    Path log = directory.resolve("Tportal.jlog");
    Files.write(log, Container.PORTAL.toArray());
    PortalStore store = new MemoryPortalStore();
    LogImport.Report report = LogImport.run(List.of(log), "example.com", store);
    assertEquals(
        List.of("records without a time get the time of the record before, 1970-01-01T00:00:00Z"),
        report.notes().stream().map(LogImport.Note::text).toList());
    assertEquals(Map.of("Account", 2), report.kinds());
    assertEquals(
        List.of("Account$alicerecrypt@example.com", "Account$bobrecrypt@example.com"),
        store.scan(LogName.PORTAL, PageRequest.all()).items().stream()
            .map(DataItem::primaryKey)
            .toList());
  }

  @Test
  void theRecordsOfAnotherServiceAreLeftOut(@TempDir Path directory) throws IOException {
    Path log = directory.resolve("Account.jlog");
    Files.writeString(
        log,
        """
        {"Header": {"Type": "Data", "Content": "application/goedel-account"}}
        {"DataItem": {"PrimaryKey": "alice@example.com", "Action": "New",
            "Added": "2018-04-04T00:00:00Z", "Text": "{\\"AccountData\\": {}}"}}
        """);
    PortalStore store = new MemoryPortalStore();
    LogImport.Report report = LogImport.run(List.of(log), "example.com", store);
    assertEquals(
        List.of(
            "its Content is application/goedel-account, which is not a portal's;"
                + " the records after it are left out"),
        report.notes().stream().map(LogImport.Note::text).toList());
    assertEquals(Map.of(), report.kinds());
  }
}
