package dev.meshsim.cli.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.cli.ClosedFiles;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.MeshJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Decrypts applications of both dialects on the command line. */
class ProfileCommandTest {

  @TempDir private Path directory;

  private static Cli open(ClosedFiles files, String profile, String keys, String... more) {
    String[] arguments = new String[5 + more.length];
    System.arraycopy(
        new String[] {"profile", "open", files.path(profile), "--keys", files.path(keys)},
        0,
        arguments,
        0,
        5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return Cli.run(arguments);
  }

  private static Cli owned(ClosedFiles files, String profile, String keys, String owner) {
    return open(files, profile, keys, "--owner", files.path(owner));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aDevicesKeyOpensTheContentAfterTheSignatureVerified(Dialect dialect) {
    ClosedFiles files = ClosedFiles.make(directory, dialect);
    assertEquals(
        new Cli(0, ClosedFiles.CONTENT + System.lineSeparator(), ""),
        owned(files, "application.json", "device.json", "personal.json"));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void withoutAnOwnerStandardErrorWarnsThatNothingWasVerified(Dialect dialect) {
    ClosedFiles files = ClosedFiles.make(directory, dialect);
    Cli cli = open(files, "application.json", "device.json");
    assertEquals(ClosedFiles.CONTENT, cli.out().strip());
    assertTrue(
        cli.errors().contains(dialect == Dialect.MESH ? "anybody can have" : "nothing vouches"),
        cli.errors());
    assertTrue(cli.errors().contains("hint: give the owner's"), cli.errors());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void theKeysThatEscrowOpenPrintsDecryptTheApplication(Dialect dialect) {
    ClosedFiles files = ClosedFiles.make(directory, dialect);
    Cli keys =
        Cli.run(
            "escrow",
            "open",
            files.path("entry.json"),
            "--share",
            files.shares().get(1),
            "--share",
            files.shares().get(2),
            "--private",
            "--format",
            "json");
    files.write("keys.json", keys.out());
    Cli opened = owned(files, "application.json", "keys.json", "personal.json");
    assertEquals(ClosedFiles.CONTENT, opened.out().strip(), opened.errors());
    Cli piped =
        Cli.piped(
            keys.out(),
            "profile",
            "open",
            files.path("application.json"),
            "--keys",
            "-",
            "--owner",
            files.path("personal.json"));
    assertEquals(opened, piped);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void dataNotSignedByTheOwnersDeviceIsNotDecrypted(Dialect dialect) throws IOException {
    ClosedFiles files = ClosedFiles.make(directory, dialect);
    String application = files.text("application.json");
    int payload = application.indexOf('"', application.indexOf("\"payload\"") + 10) + 300;
    StringBuilder altered = new StringBuilder(application);
    altered.setCharAt(payload, altered.charAt(payload) == 'A' ? 'B' : 'A');
    files.write("altered.json", altered.toString());
    fails("altered.json: ", owned(files, "altered.json", "device.json", "personal.json"));
    String personal = files.text("personal.json");
    String other = personal.replaceFirst("\"signature\":( ?)\"....", "\"signature\":$1\"AAAA");
    files.write("other.json", other);
    fails(
        "other.json: the signature of the SignedPersonalProfile",
        owned(files, "application.json", "device.json", "other.json"));
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    ClosedFiles stranger =
        ClosedFiles.make(elsewhere, dialect == Dialect.MESH ? Dialect.PORTAL_2017 : Dialect.MESH);
    fails(
        "it is not in the dialect " + dialect.label(),
        open(files, "application.json", "device.json", "--owner", stranger.path("personal.json")));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anEncryptionWithoutProfileIsDecryptedButNotVerified(Dialect dialect) {
    ClosedFiles files = ClosedFiles.make(directory, dialect);
    files.write("alone.json", encryption(files).toString());
    Cli alone = open(files, "alone.json", "device.json");
    assertEquals(ClosedFiles.CONTENT, alone.out().strip(), alone.errors());
    assertTrue(alone.errors().contains("hint: give the SignedApplicationProfile"), alone.errors());
    files.write("tagged.json", "{\"JoseWebEncryption\":" + encryption(files) + "}");
    assertEquals(alone, open(files, "tagged.json", "device.json"));
    fails(
        "alone.json: a JoseWebEncryption carries no signature",
        owned(files, "alone.json", "device.json", "personal.json"));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void wrongKeysAreRefusedWithTheNeededOnes(Dialect dialect) {
    ClosedFiles files = ClosedFiles.make(directory, dialect);
    fails("cannot read", owned(files, "application.json", "absent.json", "personal.json"));
    files.write("text.json", "{\"d\": hushhush}");
    Cli text = owned(files, "application.json", "text.json", "personal.json");
    fails("text.json: the private keys cannot be read: the text is not JSON at line 1", text);
    assertFalse(text.errors().contains("hush"), text.errors());
    files.write("public.json", "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"AAAA\"}");
    fails(
        "nor a JWK with a member d",
        owned(files, "application.json", "public.json", "personal.json"));
    Path elsewhere = directory.resolve("elsewhere");
    assertTrue(elsewhere.toFile().mkdir());
    ClosedFiles other = ClosedFiles.make(elsewhere, dialect);
    files.write("set.json", "{\"EscrowedKeySet\":{\"Surprise\":1}}");
    fails(
        "a member that is not of such an object",
        owned(files, "application.json", "set.json", "personal.json"));
    files.write("none.json", "{\"EscrowedKeySet\":{\"MasterEscrowKeys\":[]}}");
    fails(
        "application.json: it is encrypted to M",
        owned(files, "application.json", "none.json", "personal.json"));
    fails(
        "it holds the tag OfflineEscrowEntry",
        owned(files, "entry.json", "device.json", "personal.json"));
    assertEquals(other.profile(), files.profile());
  }

  @Test
  void anAlteredMessageOf2017ThatDecryptsToNonsenseIsReported() {
    ClosedFiles files = ClosedFiles.make(directory, Dialect.PORTAL_2017);
    String message = encryption(files).toString();
    int at = message.indexOf("\"ciphertext\":\"") + 16;
    String other = message.charAt(at) == 'A' ? "B" : "A";
    files.write("altered.json", message.substring(0, at) + other + message.substring(at + 1));
    Cli cli = open(files, "altered.json", "device.json");
    assertEquals(2, cli.code());
    assertEquals("", cli.out());
    assertTrue(cli.errors().contains("is not JSON when decrypted"), cli.errors());
    assertFalse(cli.errors().contains("alice"), cli.errors());
  }

  @Test
  void theVectorsMessageOpensWithTheirKey() throws IOException {
    String data = System.getenv("MESH_SIM_DATA");
    assumeTrue(data != null, "MESH_SIM_DATA names no directory of samples: skipped");
    JsonNode vectors =
        MeshJson.readTree(Bytes.of(Files.readAllBytes(Path.of(data, "portal-2017-vectors.json"))));
    Path jwe = directory.resolve("jwe.json");
    Path key = directory.resolve("key.json");
    Files.writeString(jwe, vectors.path("jwe_rsa").path("jwe").toString());
    for (String text :
        new String[] {
          vectors.path("rsa").toString(), "{\"PrivateKeyRSA\":" + vectors.path("rsa") + "}"
        }) {
      Files.writeString(key, text);
      Cli cli = Cli.run("profile", "open", jwe.toString(), "--keys", key.toString());
      assertEquals("{\"PasswordProfilePrivate\":{}}", cli.out().strip(), cli.errors());
    }
  }

  private static JsonNode encryption(ClosedFiles files) {
    JsonNode signed = MeshJson.readTree(Bytes.utf8(files.text("application.json")));
    Bytes payload =
        Bytes.base64Url(
            signed
                .path("SignedApplicationProfile")
                .path("SignedData")
                .path("payload")
                .stringValue());
    return MeshJson.readTree(payload)
        .path("PasswordProfile")
        .path("SharedPrivate")
        .path("JoseWebEncryption");
  }

  private static void fails(String what, Cli cli) {
    ShareCommandTest.assertError(cli);
    assertTrue(cli.errors().contains(what), cli.errors());
  }
}
