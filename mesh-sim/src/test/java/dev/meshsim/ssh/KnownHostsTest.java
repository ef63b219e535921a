package dev.meshsim.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of {@code known_hosts} and {@code authorized_keys}. */
class KnownHostsTest {

  private static final SshPublicKey KEY = key(KeySpec.ED25519);

  private static SshPublicKey key(KeySpec spec) {
    try (PrivateJwk key = PrivateJwk.generate(spec, World.seeded(1).stream("test", "key"))) {
      return SshPublicKey.of(key.publicJwk());
    }
  }

  @Test
  void everyLineIsKept() {
    String text =
        "# hosts of the office\n"
            + "example.com,192.0.2.1 "
            + KEY
            + "\n"
            + "[example.com]:2222,!bad.example,*.example.com "
            + KEY
            + " a comment\n"
            + "@cert-authority *.example.com "
            + KEY
            + "\n"
            + "@revoked old.example.com "
            + key(KeySpec.P256_SIGN)
            + "\n"
            + "|1|JfKTdBh7rNbXkVAQCRp4OQoPfmI=|USECr3SWf1JUPsms5AqfD5QfxkM= "
            + KEY
            + "\n";
    KnownHosts read =
        KnownHosts.read("\n  " + text.replace(" a comment", "\t a comment \r") + "\n");
    assertEquals(text, read.text());
    assertEquals(List.of(2, 3, 4, 5, 6, 7), read.lines().stream().map(l -> l.number()).toList());
    assertEquals(5, read.hosts().size());
    assertTrue(read.hosts().get(4).isHashed());
    assertEquals("@revoked old.example.com", read.hosts().get(3).address());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "example.com ssh-ed25519",
        "example.com ssh-ed25519 AAAA!",
        "example.com ssh-rsa KEY",
        "@unknown example.com ssh-ed25519 KEY",
        "|2|abc|def ssh-ed25519 KEY",
        "|1|abc ssh-ed25519 KEY",
        "example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5",
        "example.com 2048 35 1234567"
      })
  void aBadLineIsRefusedWithItsNumber(String line) {
    String text = "# first\n\n" + line.replace("KEY", KEY.base64()) + "\n";
    MeshException e =
        Failing.with(SshTextException.Code.BAD_LINE, () -> KnownHosts.read(text), line);
    assertTrue(e.problem().startsWith("line 3 of known_hosts "), e.problem());
  }

  @Test
  void authorizedKeysKeepOptionsAndComments() {
    String text =
        "command=\"echo \\\"a b\\\"\",no-pty " + KEY + " mmm:alice [A laptop]\n" + KEY + "\n";
    AuthorizedKeys read = AuthorizedKeys.read("# comment\n\n" + text);
    assertEquals(text, read.text());
    assertEquals("mmm:alice [A laptop]", read.keys().get(0).comment());
    MeshException e =
        Failing.with(SshTextException.Code.BAD_LINE, () -> AuthorizedKeys.read(KEY + "\nnone\n"));
    assertTrue(e.problem().startsWith("line 2 of authorized_keys "), e.problem());
    assertEquals(KEY + " a?b", AuthorizedKeys.Key.of(KEY, "a\nb").text());
  }

  @Test
  void keysThatOpenSshHasNoFormForAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> key(KeySpec.ED448));
  }

  @Test
  void sshKeygenFindsTheHosts(@TempDir Path directory) throws Exception {
    Tool keygen = Tool.installed("ssh-keygen");
    KnownHosts hosts =
        new KnownHosts(
            List.of(
                KnownHosts.host("example.com,192.0.2.1", KEY.algorithm(), KEY.base64()),
                KnownHosts.host("@revoked bad.example", KEY.algorithm(), KEY.base64())));
    Path file = directory.resolve("known_hosts");
    Files.writeString(file, hosts.text());
    assertTrue(keygen.run("-F", "192.0.2.1", "-f", file.toString()).contains(KEY.base64()));
    assertTrue(keygen.run("-F", "bad.example", "-f", file.toString()).contains("@revoked"));
    keygen.run("-H", "-f", file.toString());
    KnownHosts hashed = KnownHosts.read(Files.readString(file));
    assertTrue(hashed.hosts().stream().anyMatch(KnownHosts.Host::isHashed), hashed.text());
    assertEquals(Files.readString(file), hashed.text());
  }
}
