package dev.meshsim.dialect;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.Jws2017;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The signatures of the {@code portal-2017} dialect; see {@link Jws2017}. */
final class Portal2017Signatures implements Signatures {

  @Override
  public JsonWebSignature sign(
      Bytes payload,
      PrivateJwk key,
      Udf kid,
      Map<String, Object> extraProtected,
      RandomStream random) {
    return Jws2017.sign(payload, key, kid.text(), extraProtected, random);
  }

  @Override
  public JsonWebSignature add(
      JsonWebSignature signed,
      PrivateJwk key,
      Udf kid,
      Map<String, Object> extraProtected,
      RandomStream random) {
    return Jws2017.addSignature(signed, key, kid.text(), extraProtected, random);
  }

  @Override
  public Udf signer(JsonWebSignature signed, int index) {
    return Udf.parse(Jws2017.kid(signed, index));
  }

  @Override
  public @Nullable JsonNode member(JsonWebSignature signed, int index, String name) {
    return Jws2017.member(signed, index, name);
  }

  @Override
  public boolean coversHeader(JsonWebSignature signed, int index) {
    return !Jws2017.isFlattened(signed, index);
  }

  @Override
  public void verify(JsonWebSignature signed, int index, PublicJwk key) {
    Jws2017.verify(signed, index, key);
  }
}
