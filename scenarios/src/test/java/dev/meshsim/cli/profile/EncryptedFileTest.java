package dev.meshsim.cli.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.cli.ClosedFiles;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.json.MeshJson;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Files with encrypted parts that were altered or have no part that the keys open. */
class EncryptedFileTest {

  private static final String PAYLOAD = "/SignedApplicationProfile/SignedData/payload";

  @TempDir private Path directory;
  private ClosedFiles files;

  @BeforeEach
  void make() {
    files = ClosedFiles.make(directory, Dialect.MESH);
  }

  private JsonNode payload() {
    JsonNode signed = MeshJson.readTree(Bytes.utf8(files.text("application.json")));
    return MeshJson.readTree(Bytes.base64Url(signed.at(PAYLOAD).stringValue()));
  }

  /** A signed profile whose payload is another one; nothing here verifies a signature. */
  private void signed(JsonNode payload) {
    JsonNode signed = MeshJson.readTree(Bytes.utf8(files.text("application.json")));
    ((ObjectNode) signed.at("/SignedApplicationProfile/SignedData"))
        .put("payload", Bytes.utf8(payload.toString()).base64Url());
    files.write("x.json", signed.toString());
  }

  private void changed(Consumer<ObjectNode> change) {
    JsonNode payload = payload();
    change.accept((ObjectNode) payload.path("PasswordProfile"));
    signed(payload);
  }

  /** An encryption whose recipients have these kids; null for a recipient without a header. */
  private void alone(String... kids) {
    ObjectNode encryption =
        (ObjectNode) payload().at("/PasswordProfile/SharedPrivate/JoseWebEncryption").deepCopy();
    ArrayNode recipients = encryption.putArray("recipients");
    for (String kid : kids) {
      ObjectNode recipient = recipients.addObject().put("encrypted_key", "AAAA");
      if (kid != null) {
        recipient.putObject("header").put("kid", kid);
      }
    }
    files.write("x.json", encryption.toString());
  }

  private Cli open() {
    return Cli.run("profile", "open", files.path("x.json"), "--keys", files.path("device.json"));
  }

  private void refused(String problem) {
    Cli cli = open();
    assertEquals(2, cli.code());
    assertEquals("", cli.out());
    assertTrue(cli.errors().contains("x.json: "), cli.errors());
    assertTrue(cli.errors().contains(problem), cli.errors());
  }

  @Test
  void theFileUnchangedOpens() {
    changed(profile -> {});
    assertEquals(ClosedFiles.CONTENT, open().out().strip());
  }

  @Test
  void aPayloadOfTwoObjectsOrNoneIsRefused() {
    JsonNode two = payload();
    ((ObjectNode) two).putObject("Other");
    signed(two);
    refused("not one tagged object");
    signed(MeshJson.readTree(Bytes.utf8("{}")));
    refused("not one tagged object");
  }

  @Test
  void anotherIdentifierWithinIsRefused() {
    changed(profile -> profile.put("Identifier", files.profile().text()));
    refused("the Identifier of what is signed is not ");
    changed(profile -> profile.remove("Identifier"));
    refused("the Identifier of what is signed is not ");
  }

  @Test
  void aProfileWithNothingEncryptedIsRefused() {
    changed(profile -> profile.remove("SharedPrivate"));
    refused("the PasswordProfile has nothing encrypted");
    changed(profile -> profile.putObject("SharedPrivate").put("Other", 1));
    refused("the PasswordProfile has nothing encrypted");
  }

  @Test
  void thePartOfADeviceOpensToo() {
    changed(
        profile -> {
          JsonNode shared = profile.remove("SharedPrivate");
          profile.putArray("DevicePrivate").add(shared);
        });
    assertEquals(ClosedFiles.CONTENT, open().out().strip());
    changed(
        profile -> profile.putArray("DevicePrivate").add(profile.path("SharedPrivate").deepCopy()));
    assertEquals(2, open().out().lines().filter(ClosedFiles.CONTENT::equals).count());
  }

  @Test
  void anEncryptionWithoutAFingerprintIsRefused() {
    alone("somebody");
    refused("no recipient with a fingerprint");
    alone();
    refused("no recipient with a fingerprint");
    alone((String) null);
    refused("no recipient with a fingerprint");
  }

  @Test
  void thoseWhoCanOpenItAreNamedAndCounted() {
    String other = files.profile().text();
    alone(other, "somebody", null);
    refused("it is encrypted to " + other + ", somebody without a fingerprint, and none");
    alone(other, "somebody", other, other);
    refused("it is encrypted to " + other + ", somebody without a fingerprint, and none");
  }
}
