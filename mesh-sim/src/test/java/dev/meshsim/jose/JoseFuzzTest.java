package dev.meshsim.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.fuzz.Mutations;
import dev.meshsim.json.MeshJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mutated keys and messages are refused with a failure of ours, or written and read as they are.
 */
class JoseFuzzTest {

  private static final List<KeySpec> SPECS =
      List.of(KeySpec.ED25519, KeySpec.X25519, KeySpec.P256_AGREE, KeySpec.RSA_2048_OAEP);

  private static final String MORE =
      "{\"ext\":true,\"use\":\"%s\",\"key_ops\":[\"%s\",\"x\"],\"x5t\":\"AA\",\"n1\":[1.50,null]}";

  private static ObjectNode withMore(ObjectNode key, boolean signs) {
    String more = MORE.formatted(signs ? "sig" : "enc", signs ? "sign" : "decrypt");
    return key.setAll((ObjectNode) MeshJson.readTree(Bytes.utf8(more)));
  }

  @Test
  void mutatedPairsAreRefusedOrKept() {
    List<byte[]> samples = new ArrayList<>();
    for (KeySpec spec : SPECS) {
      Bytes json = Bytes.of(TestKeys.of(spec).toJson("k").expose());
      ObjectNode key = (ObjectNode) MeshJson.readTree(json);
      samples.add(MeshJson.write(withMore(key, spec.algorithm().signs())).toArray());
    }
    Mutations.of("private jwk", samples)
        .run(
            Duration.ofMillis(500),
            input -> {
              try (PrivateJwk key = PrivateJwk.fromJson(Bytes.of(input));
                  PrivateJwk again = PrivateJwk.fromJson(key.toJson("k"))) {
                assertEquals(key.toJson("k"), again.toJson("k"));
                assertEquals(key.publicJwk(), again.publicJwk());
              } catch (MeshException e) {
                assertEquals(false, e.code().isBlank());
              }
            });
  }

  @Test
  void mutatedPublicKeysAreRefusedOrKept() {
    List<byte[]> samples =
        SPECS.stream()
            .map(spec -> withMore(publicKey(spec), spec.algorithm().signs()))
            .map(key -> MeshJson.write(key).toArray())
            .toList();
    Mutations.of("public jwk", samples)
        .run(
            Duration.ofMillis(300),
            input -> {
              try {
                PublicJwk key = PublicJwk.fromJson(MeshJson.readTree(Bytes.of(input)));
                PublicJwk again = PublicJwk.fromJson(key.toJson("k"));
                assertEquals(key, again);
                assertEquals(key.toJson(null), again.toJson(null));
              } catch (MeshException e) {
                assertEquals(false, e.code().isBlank());
              }
            });
  }

  private static ObjectNode publicKey(KeySpec spec) {
    return TestKeys.of(spec).publicJwk().toJson("k");
  }

  @Test
  void mutatedMessagesAreRefusedOrKept() {
    List<PrivateJwk> keys =
        Stream.of(KeySpec.X25519, KeySpec.P256_AGREE, KeySpec.RSA_2048_OAEP)
            .map(TestKeys::of)
            .toList();
    List<Jwe.Recipient> recipients = new ArrayList<>();
    keys.forEach(key -> recipients.add(new Jwe.Recipient("k", key.publicJwk())));
    JsonWebEncryption message =
        Jwe.encrypt(TestKeys.secret("to be kept"), recipients, TestKeys.random());
    String unnamed = MeshJson.write(message).utf8().replace(",\"kid\":\"k\"", "");
    Mutations.of("jwe", List.of(MeshJson.write(message).toArray(), Bytes.utf8(unnamed).toArray()))
        .run(Duration.ofMillis(700), input -> open(Bytes.of(input), keys));
  }

  private static void open(Bytes input, List<PrivateJwk> keys) {
    JsonWebEncryption read;
    try {
      read = Jwe.fromJson(input);
    } catch (MeshException e) {
      return;
    }
    assertEquals(read, Jwe.fromJson(MeshJson.write(read)));
    for (PrivateJwk key : keys) {
      try {
        assertEquals(TestKeys.secret("to be kept"), Jwe.decrypt(read, "k", key));
      } catch (MeshException e) {
        assertEquals(false, e.code().isBlank());
      }
    }
  }
}
