package dev.meshsim.audit;

import static dev.meshsim.audit.SyntheticLog.array;
import static dev.meshsim.audit.SyntheticLog.object;
import static dev.meshsim.audit.Verdicts.assertKinds;
import static dev.meshsim.audit.Verdicts.fails;
import static dev.meshsim.audit.Verdicts.verdict;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.audit.record.DerShape;
import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.LogSource;
import dev.meshsim.audit.record.ProblemKind;
import dev.meshsim.audit.record.RsaDer;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import dev.meshsim.world.World;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Keys, certificates and objects that are well-formed but unusable or unknown. */
class OddObjectsTest {

  @Test
  void theDerEncodingsEqualThoseOfJose() {
    PublicJwk key =
        PrivateJwk.generate(KeySpec.RSA_2048_SIGN, World.seeded(5).stream("ring", "signature"))
            .publicJwk();
    byte[] modulus = Bytes.base64Url(key.toJson(null).get("n").stringValue()).toArray();
    byte[] exponent = Bytes.base64Url(key.toJson(null).get("e").stringValue()).toArray();
    byte[] pkcs1 = RsaDer.pkcs1(modulus, exponent);
    assertArrayEquals(key.pkcs1().toArray(), pkcs1);
    assertArrayEquals(key.spki().toArray(), RsaDer.spki(pkcs1));
    assertEquals(
        "300602017f020103", Bytes.of(RsaDer.pkcs1(new byte[] {127}, new byte[] {3})).hex());
  }

  @Test
  void aKeyTooShortToVerifyStillHasAFingerprint() {
    byte[] modulus = new byte[128];
    Arrays.fill(modulus, (byte) 0xdb);
    byte[] exponent = {1, 0, 1};
    String udf =
        Udf.fingerprint(
                UdfFormat.PORTAL_2017,
                ContentTypes.X509_KEYINFO,
                Bytes.of(RsaDer.pkcs1(modulus, exponent)))
            .text();
    ObjectNode rsa =
        object()
            .put("kid", udf)
            .put("n", Bytes.of(modulus).base64Url())
            .put("e", Bytes.of(exponent).base64Url());
    ObjectNode key = object().put("UDF", udf);
    key.set("PublicParameters", object("PublicKeyRSA", rsa));
    ObjectNode profile = object().put("Identifier", udf);
    profile.set("DeviceSignatureKey", key);
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    ObjectNode entry = log.signed(udf, "DeviceProfile", profile, "desktop");
    ((ObjectNode) entry.at("/SignedData/signatures/0/header")).put("kid", udf);
    LogVerdict verdict = verdict(log.add("SignedDeviceProfile", entry));
    fails(ProblemKind.UNUSABLE_KEY, verdict);
    assertEquals(new LogVerdict.Fingerprints(1, 0), verdict.fingerprints());
    assertEquals(new LogVerdict.Signatures(0, 1, 0), verdict.signatures());
  }

  @Test
  void aKeyWithoutUdfIsNamedByItsKid() {
    for (String kid : List.of("ring", "stranger")) {
      SyntheticLog log = new SyntheticLog(Generation.Y2017);
      ObjectNode key = log.publicKey("ring");
      key.remove("UDF");
      ((ObjectNode) key.at("/PublicParameters/PublicKeyRSA")).put("kid", log.udf(kid));
      ObjectNode profile = log.deviceProfile("desktop", "first");
      profile.set("Devices", array(object("SSHDevicePublic", object("PublicKey", key))));
      LogVerdict verdict =
          verdict(
              log.add(
                  "SignedDeviceProfile",
                  log.signed(log.udf("desktop"), "DeviceProfile", profile, "desktop")));
      boolean right = kid.equals("ring");
      assertEquals(
          right ? new LogVerdict.Fingerprints(3, 0) : new LogVerdict.Fingerprints(2, 1),
          verdict.fingerprints());
      assertEquals(!right, verdict.failed());
    }
  }

  @Test
  void anApplicationOf2015IsNotCalledEncrypted() {
    String text = Bytes.utf8("{\"PasswordProfilePrivate\": {\"x\": 1}}").base64Url();
    ObjectNode data = object("EncryptedData", object().put("ciphertext", text));
    SyntheticLog log = new SyntheticLog(Generation.Y2015);
    log.add("MA", "PasswordProfile", data);
    assertKinds(List.of(ProblemKind.NOT_ENCRYPTED), verdict(log));
    assertFalse(verdict(log).failed());
    List<String> lines = new ArrayList<>();
    LogSource source = new LogSource("log", () -> new ByteArrayInputStream(log.octets().toArray()));
    LogShow.show(source, true, lines::add);
    assertTrue(lines.contains("        ciphertext (not encrypted)"), lines::toString);
    assertTrue(lines.contains("            x: 1"), lines::toString);
  }

  @Test
  void aRecordOfAnUnknownKindIsReported() {
    LogVerdict verdict = verdict(Bytes.utf8("{\"Header\":{}}{\"Letter\":{\"To\":\"alice\"}}"));
    fails(ProblemKind.UNKNOWN_RECORD, verdict);
    assertEquals(1, verdict.unreadable());
    assertFalse(verdict(Bytes.utf8("{\"Final\":{}}{\"Terminal\":{}}{\"Index\":{}}")).failed());
  }

  @Test
  void aSignedObjectOfAnUnknownKindIsUnverifiable() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    log.add("SignedLetter", log.signed("M1", "Letter", object().put("To", "alice"), "desktop"));
    LogVerdict verdict = verdict(log);
    Verdicts.assertKinds(List.of(ProblemKind.UNKNOWN_OBJECT), verdict);
    assertEquals(new LogVerdict.Signatures(0, 0, 1), verdict.signatures());
  }

  @Test
  void nestingOfSignedObjectsIsBounded() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    ObjectNode nested = log.device("desktop");
    for (int i = 0; i < 14; i++) {
      nested = log.signed("M1", "Letter", object("Enclosed", nested), "desktop");
    }
    LogVerdict verdict = verdict(log.add("SignedLetter", nested));
    assertTrue(verdict.failed());
    assertEquals(new LogVerdict.Signatures(0, 1, 12), verdict.signatures());
    assertEquals(1, verdict.problems().stream().filter(p -> p.kind().failure()).count());
  }

  @Test
  void signedDataUnderAnotherNameIsReported() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    ObjectNode entry = log.device("desktop");
    entry.set("SignedDate", entry.remove("SignedData"));
    LogVerdict verdict = verdict(log.add("SignedDeviceProfile", entry));
    assertKinds(List.of(ProblemKind.UNKNOWN_GENERATION), verdict);
    assertFalse(verdict.failed());
    assertEquals(new LogVerdict.Signatures(0, 0, 1), verdict.signatures());
  }

  @Test
  void anUnknownMemberOfASignedObjectIsIgnored() {
    SyntheticLog log = new SyntheticLog(Generation.Y2017);
    ObjectNode profile = log.deviceProfile("desktop", "with more");
    profile.set("Later", array(object().put("a", 1)));
    ObjectNode entry = log.signed(log.udf("desktop"), "DeviceProfile", profile, "desktop");
    assertEquals(List.of(), verdict(log.add("SignedDeviceProfile", entry)).problems());
  }

  @ParameterizedTest
  @CsvSource({
    "3003020101, true",
    "30820003020101, true",
    "3000, true",
    "020101, true",
    "30060201013001ff, false",
    "3003020102ff, false",
    "30030201, false",
    "3004020101, false",
    "30800201010000, false",
    "30, false",
    "3084000000030201, false",
    "1f8100, false",
    "'', false"
  })
  void derLengthsMustAgree(String octets, boolean wellFormed) {
    assertEquals(wellFormed, DerShape.isWellFormed(Bytes.hex(octets).toArray()));
  }
}
