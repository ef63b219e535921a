package dev.meshsim.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.jose.Suite;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import dev.meshsim.world.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialectTest {

  private static final PublicJwk RSA = key(KeySpec.RSA_2048_SIGN);

  private static PublicJwk key(KeySpec spec) {
    return PrivateJwk.generate(spec, World.seeded(1).stream("test", "key")).publicJwk();
  }

  @Test
  void aDialectIsFoundByItsLabelAndByItsIdentifiers() {
    assertEquals(List.of("mesh", "portal-2017"), Dialect.labels());
    for (Dialect dialect : Dialect.values()) {
      assertEquals(dialect, Dialect.named(dialect.label()));
      assertEquals(dialect, Dialect.of(dialect.fingerprint(RSA)));
    }
    UnknownDialectException unknown =
        assertThrows(UnknownDialectException.class, () -> Dialect.named("portal"));
    assertTrue(unknown.hint().contains("portal-2017"), unknown.hint());
  }

  @Test
  void everySuiteIsOfOneDialect() {
    for (Suite suite : Suite.values()) {
      boolean mesh = Dialect.MESH.suites().contains(suite);
      boolean old = Dialect.PORTAL_2017.suites().contains(suite);
      assertNotEquals(mesh, old, suite.label());
    }
    assertEquals(Suite.ED25519, Dialect.MESH.suites().get(0));
  }

  @Test
  void portalFingerprintsOf2016AndOfBothTruncationsAreAccepted() {
    Dialect old = Dialect.PORTAL_2017;
    String type = ContentTypes.X509_KEYINFO;
    for (UdfFormat format : List.of(UdfFormat.PORTAL_2017, UdfFormat.PORTAL_FIXED)) {
      assertTrue(old.identifies(Udf.fingerprint(format, type, RSA.pkcs1()), RSA));
      assertTrue(old.identifies(Udf.fingerprint(format, type, RSA.spki()), RSA));
    }
    Udf otherType = Udf.fingerprint(UdfFormat.PORTAL_2017, ContentTypes.PKIX_KEYINFO, RSA.spki());
    assertFalse(old.identifies(otherType, RSA));
    PublicJwk other =
        PrivateJwk.generate(KeySpec.RSA_2048_SIGN, World.seeded(2).stream("test", "key"))
            .publicJwk();
    assertFalse(old.identifies(old.fingerprint(other), RSA));
    assertFalse(Dialect.MESH.identifies(old.fingerprint(RSA), RSA));
  }

  @Test
  void thePortalDialectHasOnlyRsaKeys() {
    PublicJwk edwards = key(KeySpec.ED25519);
    assertThrows(JoseException.BadKey.class, () -> Dialect.PORTAL_2017.fingerprint(edwards));
    assertThrows(
        JoseException.BadKey.class,
        () ->
            Dialect.PORTAL_2017
                .signatures()
                .sign(
                    dev.meshsim.bytes.Bytes.utf8("{}"),
                    PrivateJwk.generate(KeySpec.ED25519, World.seeded(1).stream("a", "b")),
                    Dialect.MESH.fingerprint(edwards),
                    java.util.Map.of(),
                    World.seeded(1).stream("a", "c")));
  }

  @Test
  void timesAreTruncatedToTheDialectsPrecision() {
    Instant time = Instant.parse("2017-06-26T16:50:20.123456Z");
    assertEquals(Instant.parse("2017-06-26T16:50:20Z"), Dialect.PORTAL_2017.cut(time));
    assertEquals(Instant.parse("2017-06-26T16:50:21Z"), Dialect.PORTAL_2017.after(time));
    assertEquals(Instant.parse("2017-06-26T16:50:20.123Z"), Dialect.MESH.cut(time));
    assertEquals(Instant.parse("2017-06-26T16:50:20.124Z"), Dialect.MESH.after(time));
  }
}
