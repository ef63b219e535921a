package dev.meshsim.cli.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.http.MeshPortalRemote;
import dev.meshsim.portal.http.PortalAddress;
import dev.meshsim.portal.http.PortalConnections;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.world.World;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {

  private static final String ALICE = "alice@example.com";

  @TempDir Path place;

  private List<String> words() {
    return List.of(
        "--domain", "Example.COM", "--store", "jlog", "--root", "data", "--listen", "127.0.0.1:0");
  }

  private static MeshSession session(Served served, PortalConnections connections) {
    MeshPortal portal =
        MeshPortalRemote.at(
            PortalAddress.parse(served.address()), "example.com", Dialect.MESH, connections);
    return new MeshSession(new MeshMachineCached(World.system(), "desktop"), portal);
  }

  @Test
  void anAccountIsThereAfterAnInterruptAndAfterAKill() throws Exception {
    try (PortalConnections connections = PortalConnections.open()) {
      try (Served first = new Served(place, words())) {
        MeshSession session = session(first, connections);
        session.createAccount(ALICE, new PersonalProfile(session.createDevice().deviceProfile()));
        new ProcessBuilder("kill", "-INT", String.valueOf(first.id())).start().waitFor();
        assertEquals(130, first.ended());
      }
      try (Served second = new Served(place, words())) {
        assertTrue(!session(second, connections).validate(ALICE).valid());
        MeshSession session = session(second, connections);
        session.createAccount(
            "bob@example.com", new PersonalProfile(session.createDevice().deviceProfile()));
        second.kill();
      }
    }
    assertEquals(
        List.of(), PortalStores.named("jlog").check(place.resolve("data"), World.system()));
    String log = Files.readString(place.resolve("data/portal.jlog"));
    assertTrue(log.contains(ALICE) && log.contains("bob@example.com"));
    refused(
        "the store has accounts of example.com, none of other.example",
        "--domain",
        "other.example",
        "--store",
        "jlog",
        "--root",
        place.resolve("data").toString());
  }

  private static void refused(String problem, String... words) {
    String[] all = new String[words.length + 2];
    all[0] = "portal";
    all[1] = "serve";
    System.arraycopy(words, 0, all, 2, words.length);
    Cli run = Cli.run(all);
    assertEquals(2, run.code(), run.errors());
    assertTrue(run.errors().contains(problem), run.errors());
    assertEquals("", run.out());
  }

  @Test
  void wrongUsageIsRefusedBeforeItListens() throws Exception {
    String root = place.resolve("refused").toString();
    List<String> usual = List.of("--domain", "a.example", "--store", "memory", "--root", root);
    refusedWith(usual, "is not an address to listen on", "--listen", "8080");
    refusedWith(usual, "--idle-time takes a number", "--idle-time", "soon");
    refusedWith(usual, "a limit is out of range", "--max-in-flight", "0");
    refusedWith(usual, "do not fit together", "--tls-key", "x");
    refusedWith(usual, "there is no such file", "--tls-pkcs12", "/nonexistent");
    refusedWith(usual, "the access log cannot be written", "--access-log", "/nonexistent/x");
    refusedWith(usual, "dialect", "--dialect", "mush");
    try (ServerSocket taken = new ServerSocket(0)) {
      refusedWith(
          usual, "cannot listen on 127.0.0.1:", "--listen", "127.0.0.1:" + taken.getLocalPort());
    }
    Cli made = Cli.run("portal", "init", "--domain", "a.example", root);
    assertEquals(0, made.code(), made.errors());
    Cli again = Cli.run("portal", "init", "--domain", "a.example", root);
    assertEquals(2, again.code());
    assertTrue(again.errors().contains("portal.pem is there already"), again.errors());
  }

  private static void refusedWith(List<String> usual, String problem, String... more) {
    List<String> words = new java.util.ArrayList<>(usual);
    words.addAll(List.of(more));
    refused(problem, words.toArray(String[]::new));
  }
}
