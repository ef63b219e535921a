package dev.meshsim.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.jose.key.JoseException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.udf.Udf;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One signed object that the reference implementation wrote on 16 October 2015 (the administration
 * profile in the repository hallambaker/Mathematical-Mesh, file ClientMeshProfileManager/mesh.jlog,
 * commit 907ab19b): its form is that of 2016.
 */
class Sample2015Test {

  private static final String N =
      "xdq5dTMwvL8CWuESUscVOUVfEv41WATGXj4iX5Gxt9dYjcOIvjSJgUEEOvfjK0GctgYXIwEqaAo6"
          + "I3YzS-0Y4ue-yBElhy3QAIzGrlRc8hHQD8bFzqy5WEYEjLBOmPr0AvtzF0fFb2bgjpIQGP9fmWou"
          + "PfmyxEGTdGxy_x1vOOrQbMXIDq-tJk2CAsrZxuTmNIAHe0jooVYWqjMl2CQSq7i9boGGUCPbgWRA"
          + "z7yUFLwpew0WNrTtApMM9QZ7KvoEJf8XWww90ktSeqOIMWFO99z0xZyLa7FDLrsTvMOqN1FKFZGP"
          + "C8-60HiNoXN28YmO0GfR1xFa2OScGHcU_3XU-w";

  private static final String HEADER =
      "ewogICJhbGciOiAiUlM1MTIiLAogICJraWQiOiAiTUFLNlAtVVBDWlktMzdKQ04tRlpMVUUtRUlI"
          + "UjUtWE1DUVoifQ";

  private static final String PAYLOAD =
      "ewogICJBZG1pbmlzdHJhdGlvblByb2ZpbGUiOiB7CiAgICAiRW50cmllcyI6IFt7CiAgICAgICAg"
          + "IlVERiI6ICJNQ1RUVi0yRUNTTy1QRUNXVS1XQklYTC1OUENVSS1FSVZHWiJ9XX19";

  private static final String SIGNATURE =
      "USYPazKofQcv0n3I-JYtkgl8WdTJY9CRZy9Xk4VQ0pTAahMj0UpmkO-4neCy_aKfLvrR7Vs55hkT"
          + "kxOEjZz0Jbe4W6GOlP2PLtKnI710mwROMBgpsPRqYeuK1iusWRKjnUS4fWNfUJWguxQCEKMG708h"
          + "oJ_c0FUdhkyp7c9UHT6grScBNpI0JJR5K_zP3pZ9-fdYKdThPI8TA3IRd575D_dJ8j2VHrMtpIWl"
          + "YsOaclCOFn-bclHowuoGtRhW5y4DUF8Eexp1IegsPl--j1Kr200i-aiDGSh2ywn9Olwv-XDndyE5"
          + "JGTd0SBcVC-aQGfVvwGN6vA-ZjL5Un_1k0TmqA";

  private static final PublicJwk KEY =
      PublicJwk.fromJson(
          MeshJson.readTree(
              Bytes.utf8(
                  "{\"kty\":\"RSA\",\"alg\":\"RS512\",\"n\":\"" + N + "\",\"e\":\"AQAB\"}")));

  private static JsonWebSignature signed(String payload) {
    return new JsonWebSignature(
        Bytes.base64Url(payload),
        List.of(
            new JsonWebSignature.Signature(
                Bytes.base64Url(HEADER), null, Bytes.base64Url(SIGNATURE))));
  }

  @Test
  void theSignatureCoversOnlyThePayload() {
    Signatures signatures = Dialect.PORTAL_2017.signatures();
    JsonWebSignature signed = signed(PAYLOAD);
    signatures.verify(signed, 0, KEY);
    assertFalse(signatures.coversHeader(signed, 0));
    assertThrows(JoseException.BadSignature.class, () -> signatures.verify(signed("e30"), 0, KEY));
  }

  @Test
  void theKeyIsNamedByItsSubjectPublicKeyInfo() {
    Udf signer = Dialect.PORTAL_2017.signatures().signer(signed(PAYLOAD), 0);
    assertEquals("MAK6P-UPCZY-37JCN-FZLUE-EIHR5-XMCQZ", signer.text());
    assertTrue(Dialect.PORTAL_2017.identifies(signer, KEY));
  }
}
