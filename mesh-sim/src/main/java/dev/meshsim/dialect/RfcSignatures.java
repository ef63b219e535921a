package dev.meshsim.dialect;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.Jws;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The signatures of the {@code mesh} dialect: RFC 7515. */
final class RfcSignatures implements Signatures {

  @Override
  public JsonWebSignature sign(
      Bytes payload,
      PrivateJwk key,
      Udf kid,
      Map<String, Object> extraProtected,
      RandomStream random) {
    return Jws.sign(payload, key, kid.text(), extraProtected, random);
  }

  @Override
  public JsonWebSignature add(
      JsonWebSignature signed,
      PrivateJwk key,
      Udf kid,
      Map<String, Object> extraProtected,
      RandomStream random) {
    return Jws.addSignature(signed, key, kid.text(), extraProtected, random);
  }

  @Override
  public Udf signer(JsonWebSignature signed, int index) {
    return Udf.parse(String.valueOf(Jws.header(signed, index).kid()));
  }

  @Override
  public @Nullable JsonNode member(JsonWebSignature signed, int index, String name) {
    return Jws.header(signed, index).member(name);
  }

  @Override
  public boolean coversHeader(JsonWebSignature signed, int index) {
    return true;
  }

  @Override
  public void verify(JsonWebSignature signed, int index, PublicJwk key) {
    Jws.verify(signed, index, key);
  }
}
