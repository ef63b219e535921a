package dev.meshsim.machine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MachineRecordTest {

  private static final PrivateJwk RSA = SampleRecords.key(KeySpec.RSA_2048_SIGN).jwk();

  private static void requireWrong(Udf udf, PrivateJwk jwk) {
    MachineException e =
        assertThrows(MachineException.class, () -> new MachineRecord.Key(udf, jwk));
    assertEquals(MachineException.Code.WRONG_KEY, e.errorCode());
    assertTrue(e.problem().contains(udf.text()), e::problem);
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "X25519", "P256_SIGN", "RSA_2048_SIGN"})
  void aKeyUnderTheFingerprintOfAnotherIsRefused(KeySpec spec) {
    Udf other = SampleRecords.key(KeySpec.ED448).udf();
    requireWrong(other, SampleRecords.key(spec).jwk());
    requireWrong(Dialect.PORTAL_2017.fingerprint(RSA.publicJwk()), other(spec));
  }

  private static PrivateJwk other(KeySpec spec) {
    return SampleRecords.key(spec == KeySpec.RSA_2048_SIGN ? KeySpec.RSA_3072_SIGN : spec).jwk();
  }

  @Test
  void theFingerprintsOfAllDialectsAreAccepted() {
    Udf of2016 =
        Udf.fingerprint(UdfFormat.PORTAL_2017, ContentTypes.X509_KEYINFO, RSA.publicJwk().spki());
    for (Dialect dialect : Dialect.values()) {
      Udf udf = dialect.fingerprint(RSA.publicJwk());
      assertDoesNotThrow(() -> new MachineRecord.Key(udf, RSA));
    }
    assertDoesNotThrow(() -> new MachineRecord.Key(of2016, RSA));
  }
}
