package dev.meshsim.udf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published and independently computed fingerprints. */
class UdfVectorsTest {

  private static final Bytes EXAMPLE = Bytes.utf8("UDF Data Value");

  @Test
  void theDraftsExampleAtEveryPublishedPrecision() {
    Map<Integer, String> published =
        Map.of(
            100, "MDDK-7N6A-727A-JZNO-STRX",
            120, "MDDK-7N6A-727A-JZNO-STRX-XKS7",
            140, "MDDK-7N6A-727A-JZNO-STRX-XKS7-DJAF",
            200, "MDDK-7N6A-727A-JZNO-STRX-XKS7-DJAF-XI6O-ZSLU-2VOA",
            260, "MDDK-7N6A-727A-JZNO-STRX-XKS7-DJAF-XI6O-ZSLU-2VOA-TZQ6-JMHP-TSXP");
    published.forEach(
        (bits, text) -> {
          Udf udf = Udf.fingerprint(UdfFormat.MESH, ContentTypes.TEXT_PLAIN, EXAMPLE, bits);
          assertEquals(text, udf.text());
          assertEquals(bits, udf.bits());
        });
  }

  @Test
  void theDraftsCompressedExampleShowsItsTypeOctet() {
    Bytes data = Bytes.utf8("UDF Compressed Document 4187123");
    Udf udf = Udf.fingerprint(UdfFormat.MESH, ContentTypes.TEXT_PLAIN, data);
    assertEquals("MGHB-JWIZ-J3LA-EEWD-GCT3-WX6H-C5W2", udf.text());
    assertEquals(97, udf.bytes().at(0));
    Udf portal = Udf.fingerprint(UdfFormat.PORTAL_2017, ContentTypes.TEXT_PLAIN, data);
    assertEquals(96, portal.bytes().at(0), "the portal formats know no compression");
  }

  @Test
  void compressionIncreasesAtTwentyThirtyFortyAndFiftyTrailingZeros() {
    int[] zeros = {0, 19, 20, 29, 30, 39, 40, 49, 50, 64, 511};
    int[] levels = {0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4};
    for (int i = 0; i < zeros.length; i++) {
      byte[] digest = new byte[64];
      digest[63 - zeros[i] / 8] = (byte) (1 << (zeros[i] % 8));
      assertEquals(levels[i], Digests.compressionLevel(digest), zeros[i] + " zeros");
    }
    assertEquals(4, Digests.compressionLevel(new byte[64]));
  }

  @Test
  void portalFingerprintsOfTheIndependentVectors() {
    JsonNode vectors = portalVectors();
    JsonNode table = vectors.get("udf_text_plain_UDF_Data_Value");
    int seen = 0;
    for (Map.Entry<String, JsonNode> row : table.properties()) {
      int bits = Integer.parseInt(row.getKey());
      String quirk = row.getValue().get("reference2017").asString();
      String plain = row.getValue().get("plain_truncation").asString();
      assertEquals(quirk, portal(UdfFormat.PORTAL_2017, bits).text());
      assertEquals(plain, portal(UdfFormat.PORTAL_FIXED, bits).text());
      assertTrue(Udf.parse(quirk).identifies(ContentTypes.TEXT_PLAIN, EXAMPLE));
      assertTrue(Udf.parse(plain).identifies(ContentTypes.TEXT_PLAIN, EXAMPLE));
      assertFalse(Udf.parse(plain).identifies(ContentTypes.UDF, EXAMPLE));
      seen++;
    }
    assertEquals(5, seen);
  }

  @Test
  void aPortalKeyIsFingerprintedAsPkcs1() {
    JsonNode vectors = portalVectors();
    Bytes der =
        derSequence(
            Bytes.base64Url(vectors.at("/rsa/n").asString()),
            Bytes.base64Url(vectors.at("/rsa/e").asString()));
    Udf udf = Udf.fingerprint(UdfFormat.PORTAL_2017, ContentTypes.X509_KEYINFO, der);
    assertEquals(vectors.get("key_udf_150").asString(), udf.text());
    Udf plain = Udf.fingerprint(UdfFormat.PORTAL_FIXED, ContentTypes.X509_KEYINFO, der);
    assertEquals(vectors.get("key_udf_150_plain_truncation").asString(), plain.text());
  }

  @Test
  void theAuthenticatorOfTheIndependentVectors() {
    JsonNode vector = portalVectors().get("authenticator");
    Udf device = Udf.parse(vector.get("device").asString());
    Udf profile = Udf.parse(vector.get("profile").asString());
    assertEquals(
        vector.get("value").asString(),
        Udf.authenticator(UdfFormat.PORTAL_2017, device, profile).text());
  }

  private static Udf portal(UdfFormat format, int bits) {
    return Udf.fingerprint(format, ContentTypes.TEXT_PLAIN, EXAMPLE, bits);
  }

  private static Bytes derSequence(Bytes modulus, Bytes exponent) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Bytes part : new Bytes[] {modulus, exponent}) {
      byte[] integer = new BigInteger(1, part.toArray()).toByteArray();
      writeHeader(body, 0x02, integer.length);
      body.writeBytes(integer);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    writeHeader(all, 0x30, body.size());
    all.writeBytes(body.toByteArray());
    return Bytes.of(all.toByteArray());
  }

  private static void writeHeader(ByteArrayOutputStream out, int tag, int length) {
    out.write(tag);
    if (length > 127) {
      out.write(0x82);
      out.write(length >>> 8);
    }
    out.write(length);
  }

  private static JsonNode portalVectors() {
    String folder = System.getenv("MESH_SIM_DATA");
    assumeTrue(folder != null, "MESH_SIM_DATA is not set: vectors are not checked");
    try {
      return JsonMapper.shared()
          .readTree(Files.readAllBytes(Path.of(folder, "portal-2017-vectors.json")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
