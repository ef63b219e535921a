package dev.meshsim.cli.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs subcommands of manager and connect on machines with two portals. */
abstract class Verbs {

  static final String ALICE = "alice@example.com";
  static final JsonMapper MAPPER = new JsonMapper();

  final MeshPortalDirect one =
      MeshPortalDirect.open(World.system(), "example.com", new MemoryPortalStore());
  final MeshPortalDirect two =
      MeshPortalDirect.open(World.system(), "example.net", new MemoryPortalStore());
  final PortalServer first = PortalServer.start(one, ServerLimits.DEFAULT);
  final PortalServer second = PortalServer.start(two, ServerLimits.DEFAULT);

  @TempDir Path place;

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  List<String> words(String machine, String line) {
    List<String> words = new ArrayList<>(List.of(line.split(" ")));
    words.addAll(List.of("--root", place.resolve(machine).toString()));
    words.addAll(List.of("--resolve", "example.com=127.0.0.1:" + first.address().port()));
    words.addAll(List.of("--resolve", "example.net=127.0.0.1:" + second.address().port()));
    return words;
  }

  Cli run(String machine, String line) {
    return Cli.run(words(machine, line).toArray(String[]::new));
  }

  /** Runs a command that must succeed, and returns its JSON. */
  JsonNode json(String machine, String line) {
    Cli done = run(machine, line + " --format json");
    assertEquals(0, done.code(), done.errors());
    assertEquals("", done.errors());
    return MAPPER.readTree(done.out());
  }

  String refused(String machine, String line) {
    Cli refused = run(machine, line);
    assertEquals(2, refused.code(), refused.out());
    assertEquals("", refused.out());
    return refused.errors();
  }

  static void assertContains(String part, String text) {
    assertTrue(text.contains(part), text);
  }

  JsonNode create() {
    return json("desktop", "manager create --account " + ALICE + " --device desktop");
  }
}
