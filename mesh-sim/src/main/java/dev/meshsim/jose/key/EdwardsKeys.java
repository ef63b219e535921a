package dev.meshsim.jose.key;

import dev.meshsim.world.RandomStream;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Keys on an {@link EdwardsCurve}. */
final class EdwardsKeys {

  private EdwardsKeys() {}

  /** A public key. Its point is decoded once, since decoding costs much of a verification. */
  static final class Public extends PublicMaterial {

    private final EdwardsCurve curve;
    private final byte[] encoded;
    private final Verifier verifier;

    Public(EdwardsCurve curve, byte[] encoded) {
      Verifier checked = curve.verifier(encoded);
      if (checked == null) {
        throw JwkMembers.bad(
            "the "
                + curve.crv()
                + " public key is not canonical, not on the curve, or of small order",
            "check member \"x\"");
      }
      this.curve = curve;
      this.encoded = encoded;
      this.verifier = checked;
    }

    byte[] encoded() {
      return encoded;
    }

    @Override
    public void writeTo(ObjectNode jwk) {
      OkpFormat.writeTo(jwk, curve.crv(), encoded);
    }

    @Override
    public byte[] spki() {
      return OkpFormat.spki(curve.oid(), encoded);
    }

    @Override
    public boolean verify(byte[] input, byte[] signature) {
      return signature.length == curve.signatureOctets() && verifier.verify(input, signature);
    }
  }

  /** A key pair, held as the seed of RFC 8032 5.1.5 or 5.2.5. */
  static final class Private extends PrivateMaterial {

    private final EdwardsCurve curve;
    private final byte[] secret;
    private final Public publicMaterial;

    /** Takes ownership of {@code secret}. */
    Private(EdwardsCurve curve, byte[] secret) {
      byte[] encoded = new byte[curve.keyOctets()];
      curve.derivePublic(secret, encoded);
      this.curve = curve;
      this.secret = secret;
      this.publicMaterial = new Public(curve, encoded);
    }

    private Private(Private original) {
      this.curve = original.curve;
      this.secret = original.secret.clone();
      this.publicMaterial = original.publicMaterial;
    }

    @Override
    public Public publicMaterial() {
      return publicMaterial;
    }

    @Override
    public Private copy() {
      return new Private(this);
    }

    @Override
    public Map<String, byte[]> privateMembers() {
      return OkpFormat.privateMembers(secret);
    }

    @Override
    public byte[] pkcs8() {
      return OkpFormat.pkcs8(curve.oid(), secret);
    }

    @Override
    public void clear() {
      Arrays.fill(secret, (byte) 0);
    }

    @Override
    public byte[] sign(byte[] input, RandomStream random) {
      byte[] signature = new byte[curve.signatureOctets()];
      curve.sign(secret, publicMaterial.encoded, input, signature);
      return signature;
    }
  }
}
