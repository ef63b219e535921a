package dev.meshsim.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.Failing;
import dev.meshsim.share.field.Oracle;
import dev.meshsim.share.field.Polynomial;
import dev.meshsim.share.field.PrimeField;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published and independently computed splits. */
class ShareVectorsTest {

  @Test
  void allTenTriplesRecoverThePublishedExample() {
    JsonNode vector = read("udf-share-vectors.json");
    List<KeyShare> shares = parse(vector.get("shares"));
    Bytes secret = Bytes.hex(vector.get("secret").asString());
    int triples = 0;
    for (List<KeyShare> subset : Subsets.ofSize(shares, 3)) {
      assertEquals(secret, content(new Secret(subset)));
      triples++;
    }
    assertEquals(10, triples);
    assertEquals(secret, content(new Secret(shares)));
  }

  @Test
  void thePublishedSharesAreReproducedFromTheCoefficients() {
    JsonNode vector = read("udf-share-vectors.json");
    List<BigInteger> coefficients = new ArrayList<>();
    vector.get("coefficients").forEach(a -> coefficients.add(new BigInteger(a.asString())));
    PrimeField field = PrimeField.mesh(128);
    long[][] values = Polynomial.evaluate(field, Oracle.limbs(field, coefficients), 5);
    for (int i = 0; i < 5; i++) {
      KeyShare share = new KeyShare(ShareFormat.MESH, 3, i + 1, 128, values[i], false);
      assertEquals(vector.get("shares").get(i).asString(), share.text());
    }
  }

  @Test
  void everyPublishedPrimeIsTheSmallestAboveItsPower() {
    JsonNode offsets = read("udf-share-vectors.json").get("primeOffsets");
    assertEquals(16, offsets.size());
    for (int bits = 32; bits <= 512; bits += 32) {
      PrimeField field = PrimeField.mesh(bits);
      assertEquals(offsets.get(String.valueOf(bits)).asInt(), field.offset());
      assertEquals(bits, field.bits());
      BigInteger power = BigInteger.ONE.shiftLeft(bits);
      assertEquals(power.nextProbablePrime(), Oracle.prime(field));
    }
  }

  @Test
  void everySubsetRecoversTheIndependentPortalVectors() {
    JsonNode vectors = read("portal-2017-vectors.json");
    Bytes secret = Bytes.hex(vectors.at("/escrow/secret_hex").asString());
    Udf identifier = Udf.parse(vectors.at("/escrow/identifier").asString());
    int subsets = 0;
    for (String name : new String[] {"shares_2of4", "shares_3of5"}) {
      List<KeyShare> shares = new ArrayList<>();
      for (JsonNode share : vectors.get(name).get("shares")) {
        KeyShare parsed = KeyShare.parse(share.get("text").asString());
        assertEquals(share.get("text").asString(), parsed.text());
        assertEquals(share.get("x").asInt(), parsed.index());
        assertEquals(share.get("value").asString(), Oracle.number(parsed.value()).toString());
        shares.add(parsed);
      }
      for (int size = shares.get(0).quorum(); size <= shares.size(); size++) {
        for (List<KeyShare> subset : Subsets.ofSize(shares, size)) {
          Secret found = new Secret(subset);
          assertEquals(secret, content(found));
          found.confirm(identifier);
          assertEquals(identifier, found.identifier(UdfFormat.PORTAL_2017));
          subsets++;
        }
      }
    }
    assertEquals(6 + 4 + 1 + 10 + 5 + 1, subsets);
  }

  @Test
  void portalExclusiveOrSharesOfTheIndependentVectors() {
    JsonNode vectors = read("portal-2017-vectors.json");
    List<KeyShare> shares = parse(vectors.get("shares_2of2_xor"));
    assertEquals(ShareFormat.PORTAL_2017_XOR, shares.get(0).format());
    Bytes secret = Bytes.hex(vectors.at("/escrow/secret_hex").asString());
    assertEquals(secret, content(new Secret(shares)));
    Failing.with(ShareException.Code.XOR_COUNT, () -> new Secret(shares.get(0)));
  }

  private static List<KeyShare> parse(JsonNode texts) {
    List<KeyShare> shares = new ArrayList<>();
    for (JsonNode text : texts) {
      KeyShare share = KeyShare.parse(text.asString());
      assertEquals(text.asString(), share.text());
      shares.add(share);
    }
    return shares;
  }

  private static Bytes content(Secret secret) {
    try (SecretBytes octets = secret.bytes()) {
      return Bytes.of(octets.expose());
    }
  }

  private static JsonNode read(String file) {
    String folder = System.getenv("MESH_SIM_DATA");
    assumeTrue(folder != null, "MESH_SIM_DATA is not set: vectors are not checked");
    try {
      return JsonMapper.shared().readTree(Files.readAllBytes(Path.of(folder, file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
