package dev.meshsim.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys for signatures in the files of others. */
class SigningKeyFileTest {

  private final RandomStream random = World.seeded(3).stream("test", "keys");

  private static Bytes utf8(String text) {
    return Bytes.utf8(text);
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "P256_SIGN"})
  void everyFormOfAKeyIsRead(KeySpec spec) throws KeyTextException {
    PrivateJwk key = PrivateJwk.generate(spec, random);
    KeyForm form = KeyForm.of(spec);
    String line = SshPublicKey.of(key.publicJwk()) + " auditor@example.com\n";
    for (Bytes text :
        List.of(
            utf8(line),
            Bytes.of(form.writePublic(key.publicJwk(), "a comment")),
            MeshJson.write(key.publicJwk().toJson("a name")))) {
      assertEquals(key.publicJwk(), SigningKeyFile.readPublic(text), text.utf8());
    }
    try (SecretBytes ssh = SecretBytes.moveFrom(form.writePrivate(key, "a comment", random));
        SecretBytes jwk = key.toJson(null);
        PrivateJwk fromSsh = SigningKeyFile.readPrivate(ssh);
        PrivateJwk fromJwk = SigningKeyFile.readPrivate(jwk)) {
      assertEquals(key.publicJwk(), fromSsh.publicJwk());
      assertEquals(key.publicJwk(), fromJwk.publicJwk());
    }
  }

  @Test
  void whatIsNoSuchKeyIsRefused() {
    PrivateJwk agree = PrivateJwk.generate(KeySpec.X25519, random);
    PrivateJwk signs = PrivateJwk.generate(KeySpec.ED25519, random);
    String line = SshPublicKey.of(signs.publicJwk()).toString();
    for (String text :
        List.of(
            "",
            "{",
            "{}",
            "text",
            line.substring(0, line.length() - 8),
            line + "\n" + line,
            "ssh-dss AAAAB3NzaC1kc3MAAAAA",
            MeshJson.write(agree.publicJwk().toJson(null)).utf8())) {
      assertThrows(KeyTextException.class, () -> SigningKeyFile.readPublic(utf8(text)), () -> text);
    }
    try (SecretBytes own = signs.toJson(null)) {
      Bytes secret = Bytes.of(own.expose());
      assertThrows(KeyTextException.class, () -> SigningKeyFile.readPublic(secret));
      for (String text : List.of("", "{", "{}", line, "-----BEGIN OPENSSH PRIVATE KEY-----")) {
        try (SecretBytes wrong = SecretBytes.moveFrom(utf8(text).toArray())) {
          KeyTextException e =
              assertThrows(
                  KeyTextException.class, () -> SigningKeyFile.readPrivate(wrong), () -> text);
          assertTrue(e.problem().length() > 3);
        }
      }
    }
    try (SecretBytes other = agree.toJson(null)) {
      assertThrows(KeyTextException.class, () -> SigningKeyFile.readPrivate(other));
    }
  }
}
