package dev.meshsim.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.scenario.conformance.OwnNames;
import dev.meshsim.testing.Exhaustive;
import dev.meshsim.testing.Golden;
import dev.meshsim.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conformance kit against our own server, and against what is no portal. */
class ConformanceTest {

  @TempDir Path place;

  private Cli run(PortalServer server, String name, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "conformance",
                server.address().toString(),
                "--out",
                place.resolve(name).toString(),
                "--cases",
                Golden.root().resolve("scenarios").toString()));
    words.addAll(List.of(more));
    return Cli.run(words.toArray(String[]::new));
  }

  @Test
  void ourOwnServerKeepsAllThatCanBeTriedAgainAndAgain() throws Exception {
    PortalStore store = new MemoryPortalStore();
    try (MeshPortalDirect portal =
            MeshPortalDirect.open(World.system(), "example.com", Dialect.MESH, store);
        PortalServer server = PortalServer.start(portal, ServerLimits.DEFAULT)) {
      Cli first = run(server, "first", Exhaustive.on() ? new String[0] : some());
      assertEquals(0, first.code(), first.out() + first.errors());
      assertTrue(first.out().contains(" rules kept, 0 broken, "), first.out());
      long kept = first.out().lines().filter(line -> line.startsWith("kept ")).count();
      assertEquals(Exhaustive.on() ? 33 : 7, kept, first.out());
      assertTrue(first.out().contains("not tried  rule:connection-expires"), first.out());
      String junit = Files.readString(place.resolve("first/junit.xml"));
      assertTrue(junit.contains("accounts/account-taken"), junit);
      assertTrue(hasPage("first"));
      assertEquals(List.of(), openAccounts(store));
      Cli again =
          run(
              server,
              "again",
              "--rule",
              "name-taken",
              "--rule",
              "rule:name-form",
              "--encoding",
              "json-b");
      assertEquals(0, again.code(), again.out() + again.errors());
      assertTrue(again.out().contains("2 rules kept, 0 broken, 0 not tried"), again.out());
    }
  }

  /** The rules that a build tries; seven are kept and one cannot be tried. */
  private static String[] some() {
    List<String> words = new ArrayList<>();
    for (String rule :
        List.of(
            "name-form",
            "name-taken",
            "account-known",
            "administrator-asks",
            "connection-answered",
            "escrow-voided",
            "request-once",
            "connection-expires")) {
      words.addAll(List.of("--rule", rule));
    }
    return words.toArray(String[]::new);
  }

  private boolean hasPage(String name) throws Exception {
    try (var files = Files.walk(place.resolve(name))) {
      return files.anyMatch(file -> file.toString().endsWith("index.html"));
    }
  }

  /** The names of accounts of machines that administer them; the kit has deleted them. */
  private static List<String> openAccounts(PortalStore store) {
    return store.scan(LogName.PORTAL, PageRequest.all()).items().stream()
        .map(DataItem::primaryKey)
        .filter(key -> key.startsWith("Account$"))
        .distinct()
        .filter(key -> store.transact(tx -> isOpen(tx.latest(LogName.PORTAL, key).orElse(null))))
        .toList();
  }

  private static boolean isOpen(@org.jspecify.annotations.Nullable DataItem item) {
    return item != null && item.text() != null && item.text().utf8().contains("\"Open\"");
  }

  @Test
  void whatIsNoPortalKeepsNothing() {
    try (PortalServer server = PortalServer.start(new Parrot(), ServerLimits.DEFAULT)) {
      Cli run = run(server, "parrot", "--rule", "name-taken");
      assertEquals(1, run.code(), run.out());
      assertTrue(run.out().startsWith("broken     rule:name-taken "), run.out());
      assertTrue(run.out().contains("exchanges: "), run.out());
    }
  }

  /** A portal that answers each request with itself. */
  private static final class Parrot implements dev.meshsim.portal.MeshPortal {

    @Override
    public String domain() {
      return "example.com";
    }

    @Override
    public dev.meshsim.bytes.Bytes exchange(dev.meshsim.bytes.Bytes request) {
      return request;
    }
  }

  @Test
  void anUnknownRuleIsRefused() {
    Cli run = Cli.run("conformance", "http://127.0.0.1:1", "--rule", "name-takn");
    assertEquals(2, run.code());
    assertTrue(run.errors().contains("did you mean name-taken?"), run.errors());
  }

  @Test
  void accountsOfTheSuiteGetNamesOfTheirOwn() {
    String file =
        """
        portal: example.com
        rows:
          - name: a
            message: '{"Account":"bob@example.com"}'
        steps:
          - createAccount: alice@Example.COM
            note: mail.example.com
        """;
    String named = OwnNames.in(file, "portal.test", "x7");
    assertTrue(named.contains("portal: portal.test\n"), named);
    assertTrue(named.contains("\"bob-x7@portal.test\""), named);
    assertTrue(named.contains("createAccount: alice-{run}@portal.test\n"), named);
    assertTrue(named.contains("note: mail.example.com\n"), named);
    assertFalse(named.contains("@example.com"));
  }
}
