package dev.meshsim.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.cli.MeshSim;
import dev.meshsim.files.ChildJvm;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both commands as processes at pseudo-terminals, over HTTP, each with a file store of its own. */
class PseudoTerminalTest {

  private final MeshPortalDirect portal =
      MeshPortalDirect.open(World.system(), "example.com", new MemoryPortalStore());
  private PortalServer server;

  @TempDir private Path place;

  @BeforeEach
  void start() {
    assumeTrue(hasScript(), "script(1) with -e and -f is not installed");
    server = PortalServer.start(portal, ServerLimits.DEFAULT);
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
    portal.close();
  }

  private static boolean hasScript() {
    try {
      return new ProcessBuilder("script", "-qefc", "true", "/dev/null")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private String resolve() {
    return "example.com=127.0.0.1:" + server.address().port();
  }

  private Person runs(String wizard, String machine) throws IOException {
    // A short run compiles little. As in bin/mesh-sim, newer JVMs do not warn on the terminal.
    List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    if (Runtime.version().feature() >= 24) {
      options.add("--enable-native-access=ALL-UNNAMED");
    }
    List<String> command =
        new ArrayList<>(ChildJvm.command(MeshSim.class, options.toArray(String[]::new)));
    command.addAll(List.of(wizard, "--root", machine, "--resolve", resolve()));
    return Person.running(command, place);
  }

  private Cli command(String machine, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--root", place.resolve(machine).toString(), "--resolve", resolve()));
    return Cli.run(all.toArray(String[]::new));
  }

  @Test
  void aProfileLivesThroughALostDevice() throws IOException {
    // All but the second start of the desktop begin at once, since a start takes longest.
    try (Person first = runs("manager", "desktop");
        Person phone = runs("connect", "phone");
        Person last = runs("manager", "new")) {
      makesAProfileAndLeaves(first);
      List<String> paper;
      try (Person alice = runs("manager", "desktop")) {
        paper = sharesAndConnects(alice, phone);
      }
      assertTrue(Files.exists(place.resolve("desktop.notes")));
      Cli read =
          command("phone", "connect", "read", "PasswordProfile", "--secrets", "--format", "json");
      assertTrue(read.out().contains("\"Password\":\"tulip 17\""), read.out() + read.errors());

      lose("desktop");
      Play.recovers(last, paper);
      last.sees("PasswordProfile is recovered").chooses("Remove a device");
      last.sees("Which one?").chooses("desktop");
      last.answers("Remove desktop for good? (yes or no):", "yes");
      last.sees("desktop is removed").chooses("Leave");
      assertEquals(0, last.ends());
    }
    Cli shown = command("new", "manager", "show");
    assertEquals(2, shown.out().lines().filter(line -> line.startsWith("device ")).count());
  }

  private static void makesAProfileAndLeaves(Person alice) {
    Play.makesProfile(alice);
    alice.answers("Make them now? (yes or no):", "yes");
    alice.answers("how many shares [3]:", "").answers("bring the profile back [2]:", "");
    String share = alice.writesDown("Write down share 1 of 3");
    alice.sees("Type share 1 of 3").types(share.substring(0, 20) + "\u0003");
    alice.sees("Stopped. The profile is kept. The shares are not in force");
    assertEquals(130, alice.ends(), alice.text());
    assertFalse(alice.text().contains(share.substring(0, 9)), alice.text());
  }

  /** Goes on with the shares, which are returned, and connects the phone. */
  private List<String> sharesAndConnects(Person alice, Person phone) {
    alice.answers("Make the shares now? (yes or no):", "yes");
    List<String> paper = Play.makesShares(alice);
    String code = Play.asks(phone, "phone");
    Play.accepts(alice, code);
    phone.answers("take this code? (yes or no):", "yes");
    Play.setsPassword(phone, "tulip 17");
    phone.types("\u0003").sees("Stopped. This device is connected.");
    assertEquals(130, phone.ends(), phone.text());
    assertEquals(2, command("desktop", "manager", "show").code());
    alice.sees("What do you want to do?").chooses("Leave");
    assertEquals(0, alice.ends());
    assertFalse(alice.text().contains(paper.get(0)), alice.text());
    return paper;
  }

  private void lose(String machine) throws IOException {
    try (Stream<Path> files = Files.walk(place.resolve(machine))) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
