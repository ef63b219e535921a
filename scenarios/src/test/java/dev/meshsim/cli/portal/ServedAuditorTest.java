package dev.meshsim.cli.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.http.MeshPortalRemote;
import dev.meshsim.portal.http.PortalAddress;
import dev.meshsim.portal.http.PortalConnections;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.testing.Once;
import dev.meshsim.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/transparency.md that copy the log of a portal as an auditor. */
@Once
class ServedAuditorTest {

  @TempDir Path directory;

  @Test
  void theLogOfAServedPortalIsMirroredAndVerified() throws Exception {
    World world = World.system();
    PrivateJwk auditor = PrivateJwk.generate(KeySpec.ED25519, world.stream("auditor", "key"));
    Files.write(
        directory.resolve("auditor.pub"),
        MeshJson.write(auditor.publicJwk().toJson(null)).toArray());
    try (SecretBytes jwk = auditor.toJson(null)) {
      Files.write(directory.resolve("auditor"), jwk.expose());
    }
    List<String> words =
        List.of(
            "--domain=example.com",
            "--store=jlog",
            "--root=portal",
            "--listen=127.0.0.1:0",
            "--auditor=auditor.pub");
    try (Served served = new Served(directory, words);
        PortalConnections connections = PortalConnections.open()) {
      MeshSession session =
          new MeshSession(
              new MeshMachineCached(world, "desktop"),
              MeshPortalRemote.at(
                  PortalAddress.parse(served.address()), "example.com", Dialect.MESH, connections));
      session.createAccount(
          "alice@example.com", new PersonalProfile(session.createDevice().deviceProfile()));
      String copy = directory.resolve("mirror").toString();
      String key = directory.resolve("auditor").toString();
      Cli mirror = Cli.run("log", "mirror", served.address(), "--to", copy, "--key", key);
      assertEquals(0, mirror.code(), mirror.errors());
      assertTrue(mirror.out().contains("first copy, verified"), mirror.out());
      Cli verified = Cli.run("log", "verify", copy);
      assertEquals(0, verified.code(), verified.out() + verified.errors());
      Cli again = Cli.run("log", "mirror", served.address(), "--to", copy, "--key", key);
      assertEquals(0, again.code(), again.errors());
    }
  }
}
