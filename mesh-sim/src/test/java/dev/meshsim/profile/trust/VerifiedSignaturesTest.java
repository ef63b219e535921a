package dev.meshsim.profile.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.JsonWebSignature.Signature;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifiedSignaturesTest {

  private final SeededWorld world = World.seeded(21);
  private final VerifiedSignatures memory = new VerifiedSignatures(1 << 10);
  private final ProfileVerifier verifier = new ProfileVerifier(Dialect.MESH, memory);
  private final PrivateJwk secret =
      PrivateJwk.generate(KeySpec.ED25519, world.stream("test", "key"));
  private final PublicKey key = PublicKey.of(Dialect.MESH, secret.publicJwk());
  private final JsonWebSignature signed = sign("payload");

  private JsonWebSignature sign(String payload) {
    return Dialect.MESH
        .signatures()
        .sign(Bytes.utf8(payload), secret, key.udf(), Map.of(), world.stream("test", "salt"));
  }

  private static JsonWebSignature of(Bytes payload, Signature signature) {
    return new JsonWebSignature(payload, List.of(signature));
  }

  @Test
  void aSignatureIsComputedOnce() {
    verifier.verify(signed, 0, key, "object");
    verifier.verify(signed, 0, key, "object");
    assertEquals(2, verifier.signaturesVerified());
    assertEquals(1, verifier.signaturesComputed());
    ProfileVerifier another = new ProfileVerifier(Dialect.MESH, memory);
    another.verify(signed, 0, key, "object");
    assertEquals(0, another.signaturesComputed());
    another.verifyOnce(signed, 0, key, "object");
    assertEquals(1, another.signaturesComputed());
  }

  @Test
  void withoutAMemoryItIsComputedEachTime() {
    ProfileVerifier all = new ProfileVerifier(Dialect.MESH);
    all.verify(signed, 0, key, "object");
    all.verify(signed, 0, key, "object");
    assertEquals(2, all.signaturesComputed());
  }

  /** Each part of a signature that was verified, altered: it is computed, and refused. */
  @Test
  void whatDiffersInOneOctetIsAnotherSignature() {
    verifier.verify(signed, 0, key, "object");
    Signature good = signed.signatures().get(0);
    Bytes header = good.protectedHeader();
    List<JsonWebSignature> altered = new ArrayList<>();
    altered.add(sign("payloae"));
    altered.add(of(Bytes.utf8("payloae"), good));
    altered.add(of(signed.payload(), new Signature(header, null, flipped(good.signature()))));
    altered.add(
        of(
            signed.payload(),
            new Signature(
                Bytes.utf8(header.utf8().replace("}", ",\"a\":1}")), null, good.signature())));
    for (JsonWebSignature other : altered.subList(1, altered.size())) {
      assertThrows(ProfileException.class, () -> verifier.verify(other, 0, key, "object"));
      assertThrows(ProfileException.class, () -> verifier.verify(other, 0, key, "object"));
    }
    verifier.verify(altered.get(0), 0, key, "object");
    PrivateJwk otherSecret = PrivateJwk.generate(KeySpec.ED25519, world.stream("test", "other"));
    PublicKey other = PublicKey.of(Dialect.MESH, otherSecret.publicJwk());
    assertThrows(ProfileException.class, () -> verifier.verify(signed, 0, other, "object"));
    assertEquals(9, verifier.signaturesComputed());
  }

  private static Bytes flipped(Bytes octets) {
    byte[] changed = octets.toArray();
    changed[7] ^= 1;
    return Bytes.of(changed);
  }

  /** Lengths are part of the digest: octets that move from one part to the next change it. */
  @Test
  void partsAreApart() {
    Signature one = new Signature(Bytes.utf8("ab"), null, Bytes.utf8("c"));
    Signature two = new Signature(Bytes.utf8("a"), null, Bytes.utf8("bc"));
    long[] first = VerifiedSignatures.digest(of(Bytes.EMPTY, one), 0, key);
    long[] second = VerifiedSignatures.digest(of(Bytes.EMPTY, two), 0, key);
    assertNotEquals(Arrays.toString(first), Arrays.toString(second));
  }

  @Test
  void aBoundedNumberIsRememberedTheLatestFirst() {
    VerifiedSignatures small = new VerifiedSignatures(1 << 12);
    List<long[]> all = new ArrayList<>();
    for (int i = 0; i < 1 << 14; i++) {
      byte[] drawn = world.stream("test", "digest " + i % 97).bytes(8);
      all.add(new long[] {i * 0x9E3779B97F4A7C15L, i, drawn[0], drawn[1]});
      small.add(all.get(i));
      assertTrue(small.contains(all.get(i)), "number " + i);
      assertTrue(small.contains(all.get(0)), "the first is used all the time, at " + i);
    }
    long kept = all.stream().filter(small::contains).count();
    assertTrue(kept > 1 << 10 && kept <= 1 << 12, kept + " are remembered");
    assertFalse(small.contains(new long[] {1, 2, 3, 4}));
  }

  @Test
  void allAreKeptWhileThereIsRoom() {
    VerifiedSignatures roomy = new VerifiedSignatures(1 << 16);
    List<long[]> all = new ArrayList<>();
    for (int i = 1; i < 2_000; i++) {
      all.add(new long[] {i * 0x9E3779B97F4A7C15L, i, 0, 0});
    }
    all.forEach(roomy::add);
    assertTrue(all.stream().filter(roomy::contains).count() > 1_990);
  }
}
