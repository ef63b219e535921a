package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.SampleRecords;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenSSL opens the key file with the account password, and finds every key in it. */
class OpensslTest extends RegistryFixture {

  private static final Pattern KEY =
      Pattern.compile(
          "friendlyName: (\\S+)\\s+Key Attributes: <No Attributes>\\s+"
              + "-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  private final Map<String, KeySpec> specs = new LinkedHashMap<>();

  @BeforeEach
  void keys() {
    Tool.require("openssl", "openssl");
    try (MachineStore store = open()) {
      for (KeySpec spec :
          new KeySpec[] {
            KeySpec.ED25519,
            KeySpec.ED448,
            KeySpec.X25519,
            KeySpec.X448,
            KeySpec.P256_SIGN,
            KeySpec.RSA_2048_SIGN
          }) {
        MachineRecord.Key key = SampleRecords.key(spec);
        put(store, key);
        specs.put("TEST:mmm:" + key.udf(), spec);
      }
    }
  }

  private Tool.Result openssl(String options) {
    return Tool.shell(
        layout().local(),
        "openssl pkcs12 -in "
            + fileNamed(layout().local(), "PrivateKeys").getFileName()
            + " "
            + options);
  }

  @Test
  void infoTellsHowItIsProtected() {
    Tool.Result result = openssl("-info -noout -passin file:AccountPassword.txt");
    assertEquals(0, result.status(), result.output());
    assertTrue(result.output().contains("MAC: sha256, Iteration 2048"), result.output());
    String bag = "Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC, Iteration 2048, PRF hmacWithSHA256";
    assertEquals(specs.size(), result.output().split(bag, -1).length - 1, result.output());
  }

  @Test
  void everyKeyIsFoundUnderItsFingerprint() {
    Tool.Result result = openssl("-nodes -passin file:AccountPassword.txt");
    assertEquals(0, result.status(), result.output());
    Map<String, KeySpec> missing = new LinkedHashMap<>(specs);
    Matcher keys = KEY.matcher(result.output());
    while (keys.find()) {
      KeySpec spec = missing.remove(keys.group(1));
      try (SecretBytes found = SecretBytes.moveFrom(Base64.getMimeDecoder().decode(keys.group(2)));
          PrivateJwk jwk = PrivateJwk.fromPkcs8(spec, found)) {
        assertEquals(SampleRecords.key(spec).jwk().publicJwk(), jwk.publicJwk());
      }
    }
    assertEquals(Map.of(), missing);
  }

  @Test
  void anotherPasswordIsRefused() {
    Tool.Result result = openssl("-info -noout -passin pass:another");
    assertFalse(result.status() == 0);
    assertTrue(result.output().contains("invalid password"), result.output());
  }
}
