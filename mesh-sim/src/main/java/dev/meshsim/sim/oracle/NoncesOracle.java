package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.jose.Jwe;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.application.ApplicationProfile;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.sim.oracle.fact.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Values drawn for one use are used once: no machine signs two requests with one nonce, and no two
 * encrypted contents have one initialization vector, ephemeral key or content key. Only what a
 * machine has sent counts; a network may repeat and garble it.
 *
 * <p>A content key is compared without being known: the wrapped key of the message before, put in
 * front of the content of the next, opens it only if both have one key.
 */
final class NoncesOracle implements Oracle {

  /** The digest of the content for which each value was used. */
  private final Map<String, Bytes> used = new HashMap<>();

  private Optional<JsonWebEncryption> latest = Optional.empty();

  @Override
  public String name() {
    return "used-once";
  }

  @Override
  public String law() {
    return "No nonce, initialization vector, ephemeral key or content key is used for two different"
        + " contents.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(SimEvent.Received.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (!(event instanceof SimEvent.Received received)) {
      return;
    }
    String machine = received.machine();
    Message message = scene.history().message(received);
    message
        .envelope()
        .ifPresent(
            envelope ->
                once(
                    "nonce of a request signed by " + envelope.key(),
                    envelope.claims().nonce(),
                    Sha256.of(received.request()),
                    machine,
                    verdict));
    message
        .asked(PublishRequest.class)
        .flatMap(publish -> encrypted(publish, scene))
        .ifPresent(content -> encrypted(content, machine, scene, verdict));
  }

  private static Optional<JsonWebEncryption> encrypted(PublishRequest publish, Scene scene) {
    if (publish.entry() instanceof OfflineEscrowEntry escrow) {
      return Optional.of(escrow.encryptedData());
    }
    try {
      return publish.entry() instanceof SignedApplicationProfile signed
              && ApplicationProfile.read(scene.dialect(), signed.signedData().payload())
                  instanceof KnownApplicationProfile application
          ? Optional.of(application.sharedPrivate().joseWebEncryption())
          : Optional.empty();
    } catch (MeshException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void encrypted(JsonWebEncryption content, String machine, Scene scene, Verdict verdict) {
    Bytes digest = Sha256.of(content.ciphertext());
    boolean known = used.containsValue(digest);
    once("initialization vector", content.iv().base64Url(), digest, machine, verdict);
    for (JsonWebEncryption.WrappedKey recipient : content.recipients()) {
      JsonNode header = recipient.header();
      String ephemeral = header == null ? "" : header.path("epk").path("x").asString("");
      if (!ephemeral.isEmpty()) {
        once("ephemeral key", ephemeral, digest, machine, verdict);
      }
    }
    if (!known && scene.dialect() == Dialect.MESH) {
      latest
          .filter(before -> opens(before, content, scene))
          .ifPresent(
              before ->
                  verdict.violated(machine + " has encrypted two contents with one content key"));
      latest = Optional.of(content);
    }
  }

  private void once(String what, String value, Bytes content, String machine, Verdict verdict) {
    Bytes before = used.putIfAbsent(what + " " + value, content);
    if (before != null && !before.equals(content)) {
      verdict.violated(machine + " has used one " + what + " for two contents");
    }
  }

  /** True if the content key of one message opens the content of another. */
  private static boolean opens(JsonWebEncryption one, JsonWebEncryption other, Scene scene) {
    JsonWebEncryption mixed =
        new JsonWebEncryption(
            other.protectedHeader(),
            other.unprotected(),
            one.recipients(),
            other.aad(),
            other.iv(),
            other.ciphertext(),
            other.tag());
    for (JsonWebEncryption.WrappedKey recipient : one.recipients()) {
      JsonNode header = recipient.header();
      String kid = header == null ? "" : header.path("kid").asString("");
      Optional<MachineRecord.Key> key = kid.isEmpty() ? Optional.empty() : key(kid, scene);
      if (key.isPresent()) {
        try (SecretBytes opened = Jwe.decrypt(mixed, kid, key.get().jwk())) {
          return opened.length() >= 0;
        } catch (MeshException | IllegalStateException e) {
          return false;
        }
      }
    }
    return false;
  }

  /** A private key, on whichever machine it is. */
  private static Optional<MachineRecord.Key> key(String kid, Scene scene) {
    RecordKey name = new RecordKey(RecordKind.PRIVATE_KEY, kid);
    return scene.machines().stream()
        .flatMap(machine -> scene.store(machine).get(name).stream())
        .filter(MachineRecord.Key.class::isInstance)
        .map(MachineRecord.Key.class::cast)
        .findFirst();
  }
}
