package dev.meshsim.cli.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.InterposedPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.protect.Protection;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The subcommands of manager and connect: each thing of the wizards without a question. */
class VerbsTest extends Verbs {

  @Test
  void aPortalMayRequireProtection() {
    MeshPortalDirect strict =
        MeshPortalDirect.open(
            World.system(),
            "example.org",
            Dialect.MESH,
            new MemoryPortalStore(),
            PortalPolicy.DEFAULT.withLeastProtection(Protection.ENCRYPT));
    try (PortalServer server = PortalServer.start(strict, ServerLimits.DEFAULT)) {
      String there = " --resolve example.org=127.0.0.1:" + server.address().port();
      String create = "manager create --account alice@example.org --device desktop" + there;
      assertContains("with the protection encrypt only", refused("desktop", create));
      json("desktop", create + " --protect encrypt");
      JsonNode shown = json("desktop", "manager show --protect encrypt" + there);
      assertEquals(1, shown.path("devices").size());
      String other = strict.keyring().change(Suite.ED25519).newest().fingerprint();
      json("desktop", "manager show --protect encrypt --portal-key " + other + there);
      String key = one.keyring().current().newest().fingerprint();
      assertContains(
          "fingerprint",
          refused("desktop", "manager show --protect sign --portal-key " + key + there));
    }
  }

  @Test
  void anAccountThatWasNotAcknowledgedIsAskedForAgain() {
    InterposedPortal way =
        new InterposedPortal(
            MeshPortalDirect.open(World.system(), "example.org", new MemoryPortalStore()));
    String create = "manager create --device desktop --account alice@example.org";
    // No server listens at port 1.
    refused("desktop", create + " --resolve example.org=127.0.0.1:1");
    assertContains(
        "no portal has acknowledged an account of the profile on this computer",
        refused("desktop", "manager show"));
    try (PortalServer server = PortalServer.start(way, ServerLimits.DEFAULT)) {
      String there = " --resolve example.org=127.0.0.1:" + server.address().port();
      way.loseAnswer(Transaction.CREATE_ACCOUNT);
      refused("desktop", create + there);
      assertContains(
          "create --account alice@example.org", refused("desktop", "manager show" + there));
      JsonNode made = json("desktop", create + there);
      assertEquals("alice@example.org", made.path("account").asString());
      assertEquals(0, made.path("unconfirmed").size());
      assertEquals(made.path("profile"), json("desktop", "manager show" + there).path("profile"));
      assertContains("there is a profile", refused("desktop", create + there));
      refused("phone", create + " --resolve example.org=127.0.0.1:1");
      assertContains("choose another name", refused("phone", create + there));
      String other = "manager create --account phone@example.org";
      assertEquals(1, json("phone", other + there).path("devices").size());
    }
  }

  @Test
  void aProfileWithoutAnAccountIsDeletedByItsFingerprint() {
    String nobody = " --resolve example.org=127.0.0.1:1";
    refused("desktop", "manager create --device desktop --account alice@example.org" + nobody);
    String hint = refused("desktop", "manager show");
    String udf = hint.substring(hint.indexOf("--profile ") + "--profile ".length()).strip();
    assertContains(
        "alice@example.org", refused("desktop", "manager delete --account alice@example.org"));
    assertContains(
        "without an account, but " + udf, refused("desktop", "manager delete --profile MB"));
    assertContains("--account", refused("desktop", "manager delete"));
    assertEquals(
        udf, json("desktop", "manager delete --profile " + udf).path("deleted").asString());
    assertContains("there is no profile", refused("desktop", "manager show"));
    String made = create().path("profile").asString();
    assertContains("deleted by --account", refused("desktop", "manager delete --profile " + made));
  }

  /** Connects a device, and returns its identifier. */
  private String connect(String machine, String more) {
    JsonNode asked =
        json(machine, "connect request --account " + ALICE + " --device " + machine + more);
    String code = asked.path("code").asString();
    assertEquals(asked, json(machine, "connect request --account " + ALICE));
    JsonNode accepted =
        json(
            "desktop", "manager accept --application PasswordProfile=change --code " + code + more);
    assertEquals(asked.path("device"), accepted.path("accepted"));
    JsonNode profile =
        json(machine, "connect await --seconds 5 --account " + ALICE + " --code " + code);
    assertEquals(ALICE, profile.path("account").asString());
    return asked.path("device").asString();
  }

  @Test
  void aProfileLivesThroughALostDevice() throws IOException {
    JsonNode made = create();
    json("desktop", "manager add-application --type PasswordProfile");
    JsonNode shares = json("desktop", "manager escrow --quorum 2 --shares 3").path("shares");
    assertEquals(3, shares.size());
    connect("phone", "");
    Files.writeString(
        place.resolve("content.json"),
        "{\"Entries\": [{\"Sites\": [\"example.org\"], \"Username\": \"alice\", \"Password\":"
            + " \"tulip\"}], \"NeverAsk\": []}");
    json("phone", "connect update PasswordProfile " + place.resolve("content.json"));

    List<String> recover =
        words("new", "manager recover --format json --share - --account " + ALICE);
    Cli recovered =
        Cli.piped(
            shares.get(2).asString() + "\n" + shares.get(0).asString() + "\n",
            recover.toArray(String[]::new));
    assertEquals(0, recovered.code(), recovered.errors());
    assertEquals(made.path("profile"), MAPPER.readTree(recovered.out()).path("profile"));
    json("new", "manager remove --device desktop");
    assertEquals(2, json("new", "connect show").path("devices").size());
    assertEquals(
        "tulip",
        json("new", "connect read PasswordProfile --secrets")
            .at("/content/Entries/0/Password")
            .asString());
    assertContains(
        "argument too many", refused("new", "manager recover --account a --share - SAQB-DFHN"));
  }

  @Test
  void administratorsAccountsAndDeletion() {
    create();
    json("desktop", "manager add-application --type PasswordProfile");
    String laptop = connect("laptop", " --administrator");
    JsonNode devices = json("laptop", "manager show").path("devices");
    assertEquals(2, devices.size());
    devices.forEach(device -> assertTrue(device.path("administrator").booleanValue()));
    JsonNode accounts = json("laptop", "manager add-account --account alice@example.net");
    assertEquals(2, accounts.path("accounts").size());
    assertEquals(0, json("laptop", "manager publish").path("behind").size());
    assertEquals(
        1, json("laptop", "manager delete-account --account " + ALICE).path("accounts").size());
    assertContains("computer's own", refused("laptop", "manager remove --device laptop"));
    assertContains("did you mean", refused("laptop", "manager remove --device lptop"));
    assertEquals(0, json("laptop", "manager pending").path("pending").size());
    json("laptop", "manager remove-application --application PasswordProfile");
    json("laptop", "manager delete --account alice@example.net");
    assertTrue(refused("laptop", "manager show").contains("there is no profile"));
    assertFalse(laptop.isEmpty());
  }

  @Test
  void aRequestIsRejected() {
    create();
    JsonNode asked = json("phone", "connect request --account " + ALICE);
    assertTrue(
        refused("phone", "connect await --seconds 0 --account " + ALICE + " --code XXXX")
            .contains("differ"));
    assertTrue(refused("desktop", "manager accept --code MAAA-AAAA-AAAA-AAAA").contains("no open"));
    String device = asked.path("device").asString();
    json("desktop", "manager reject --device " + device);
    String code = asked.path("code").asString();
    assertTrue(
        refused("phone", "connect await --seconds 0 --account " + ALICE + " --code " + code)
            .contains("refuse"));
    assertTrue(
        refused("phone", "connect await --account " + ALICE + " --code " + code)
            .contains("no open request"));
  }

  @Test
  void withoutATerminalTheOptionsAreNamed() throws IOException {
    for (String wizard : List.of("manager", "connect")) {
      String errors = refused("desktop", wizard);
      assertTrue(errors.contains("are no terminal"), errors);
      assertTrue(errors.contains("hint: name what to do, for example mesh-sim " + wizard), errors);
    }
    assertTrue(refused("desktop", "manager shwo").contains("did you mean show?"));
    assertTrue(refused("desktop", "manager create --account alice").contains("alice"));
    assertTrue(
        refused("desktop", "manager add-application --type PasswordProfil")
            .contains("did you mean"));
    try (Stream<Path> keys = Files.list(place.resolve("desktop/keys"))) {
      assertEquals(0, keys.count());
    }
  }

  @Test
  void aStoreOfAnotherUserOrProgramIsLeftAlone() throws IOException {
    create();
    try (MeshMachine machine = MeshMachine.ofThisComputer("file", place.resolve("desktop"))) {
      assertEquals(1, machine.accounts().size());
      String errors = refused("desktop", "manager show");
      assertTrue(errors.contains("close it there first"), errors);
    }
    Path list = place.resolve("desktop/profiles.json");
    assumeTrue("root".equals(System.getProperty("user.name")), "only root gives files away");
    Files.setAttribute(list, "unix:uid", 12_345);
    byte[] before = Files.readAllBytes(list);
    String errors = refused("desktop", "manager show");
    assertTrue(errors.contains("profiles.json"), errors);
    assertTrue(errors.contains("another user") || errors.contains("belongs"), errors);
    assertEquals(before.length, Files.readAllBytes(list).length);
  }
}
