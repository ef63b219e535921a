package dev.meshsim.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.SampleRecords;
import dev.meshsim.store.file.Stores;
import dev.meshsim.testing.Once;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Interoperability of key files with ssh-keygen and openssl, in both directions. */
@Once
class OtherToolsTest {

  @TempDir Path directory;

  private Path keys(KeySpec spec) {
    try (MachineStore store = Stores.open(directory.resolve("machine"))) {
      Stores.put(store, SampleRecords.key(spec));
    }
    return directory.resolve("machine/test/keys");
  }

  private Path privateHalf(KeySpec spec) {
    String udf = SampleRecords.key(spec).udf().text();
    return keys(spec).resolve(KeyForm.of(spec).privateName(udf));
  }

  private static Path publicHalf(Path privateHalf) {
    return Path.of(privateHalf + ".pub");
  }

  @ParameterizedTest
  @CsvSource({
    "ED25519, 256, ED25519",
    "P256_SIGN, 256, ECDSA",
    "P256_AGREE, 256, ECDSA",
    "RSA_2048_SIGN, 2048, RSA",
    "RSA_2048_PSS, 2048, RSA",
    "RSA_3072_OAEP, 3072, RSA"
  })
  void sshKeygenListsAKey(KeySpec spec, int bits, String name) throws Exception {
    Tool keygen = Tool.installed("ssh-keygen");
    MachineRecord.Key key = SampleRecords.key(spec);
    byte[] blob =
        SshKeyType.valueOf(KeyForm.of(spec).name()).publicBlob(key.jwk().publicJwk().spki());
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(digest);
    assertEquals(
        bits + " SHA256:" + base64 + " mmm:" + key.udf() + " (" + name + ")\n",
        keygen.run("-l", "-f", privateHalf(spec).toString()));
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "P256_SIGN", "P256_AGREE", "RSA_2048_SIGN", "RSA_3072_OAEP"})
  void sshKeygenReadsBothHalvesAsOneKey(KeySpec spec) throws Exception {
    Tool keygen = Tool.installed("ssh-keygen");
    Path file = privateHalf(spec);
    String fromPrivate = keygen.run("-y", "-f", file.toString());
    String fromPublic = keygen.run("-i", "-f", publicHalf(file).toString());
    assertEquals(twoWords(fromPublic), twoWords(fromPrivate));
    assertEquals(
        withoutComment(Files.readString(publicHalf(file))),
        withoutComment(keygen.run("-e", "-f", file.toString())));
  }

  private static String twoWords(String line) {
    String[] words = line.strip().split(" ");
    return words[0] + " " + words[1];
  }

  private static String withoutComment(String text) {
    return text.replaceAll("(?m)^Comment: .*\n", "");
  }

  @ParameterizedTest
  @CsvSource({"ED25519, ed25519, 256", "P256_SIGN, ecdsa, 256", "RSA_2048_OAEP, rsa, 2048"})
  void whatSshKeygenMadeIsReadAndWrittenAlike(KeySpec spec, String type, String bits)
      throws Exception {
    Tool keygen = Tool.installed("ssh-keygen");
    Path made = directory.resolve("made");
    keygen.run("-q", "-t", type, "-b", bits, "-N", "", "-C", "a comment", "-f", made.toString());
    byte[] text = Files.readAllBytes(made);
    KeyForm form = KeyForm.of(spec);
    try (PrivateJwk jwk = form.readPrivate(spec, text)) {
      Files.writeString(publicHalf(made), keygen.run("-e", "-f", made.toString()));
      form.requirePublic(jwk.publicJwk(), Files.readAllBytes(publicHalf(made)));
      assertTrue(
          keygen
              .run("-y", "-f", made.toString())
              .contains(
                  Base64.getEncoder()
                      .encodeToString(
                          SshKeyType.valueOf(form.name()).publicBlob(jwk.publicJwk().spki()))));
    }
  }

  @Test
  void aKeyThatSshKeygenPutAPassphraseOnIsRefusedAsSuch() throws Exception {
    Tool keygen = Tool.installed("ssh-keygen");
    Path file = privateHalf(KeySpec.ED25519);
    keygen.run("-p", "-N", "passphrase", "-f", file.toString());
    try (MachineStore store = Stores.open(directory.resolve("machine"))) {
      assertEquals(1, store.check().size());
      assertEquals("is protected by a passphrase", store.check().get(0).problem());
      assertTrue(store.check().get(0).hint().startsWith("remove the passphrase: ssh-keygen -p"));
      assertEquals(file.toString(), store.check().get(0).place());
    }
    keygen.run("-p", "-P", "passphrase", "-N", "", "-f", file.toString());
    try (MachineStore store = Stores.open(directory.resolve("machine"))) {
      assertTrue(store.check().isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "P256_SIGN", "RSA_2048_SIGN"})
  void aCommentThatSshKeygenChangedIsHarmless(KeySpec spec) throws Exception {
    Tool keygen = Tool.installed("ssh-keygen");
    Path file = privateHalf(spec);
    keygen.run("-c", "-C", "a comment of my own", "-f", file.toString());
    assertTrue(Files.readString(publicHalf(file)).contains("a comment of my own"));
    try (MachineStore store = Stores.open(directory.resolve("machine"))) {
      assertEquals(java.util.List.of(), store.check());
      assertTrue(store.get(SampleRecords.key(spec).key()).isPresent());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ED448", "X25519", "X448"})
  void opensslReadsWhatSshHasNoFormFor(KeySpec spec) throws Exception {
    Tool openssl = Tool.installed("openssl");
    Path file = privateHalf(spec);
    Path other = Path.of(file.toString().replaceAll("\\.pem$", ".pub.pem"));
    assertEquals(Files.readString(other), openssl.run("pkey", "-in", file.toString(), "-pubout"));
    assertEquals(Files.readString(file), openssl.run("pkey", "-in", file.toString()));
  }

  @ParameterizedTest
  @CsvSource({"ED448, ED448", "X25519, X25519", "X448, X448"})
  void whatOpensslMadeIsReadAndWrittenAlike(KeySpec spec, String name) throws Exception {
    Tool openssl = Tool.installed("openssl");
    byte[] text =
        openssl
            .run("genpkey", "-algorithm", name)
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    KeyForm form = KeyForm.of(spec);
    try (PrivateJwk jwk = form.readPrivate(spec, text);
        SecretBytes der = jwk.pkcs8()) {
      assertEquals(
          new String(text, java.nio.charset.StandardCharsets.UTF_8),
          new String(Armor.PKCS8.write("", der.expose()), java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
