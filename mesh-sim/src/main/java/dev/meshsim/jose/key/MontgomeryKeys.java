package dev.meshsim.jose.key;

import dev.meshsim.world.RandomStream;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keys on a {@link MontgomeryCurve}. */
public final class MontgomeryKeys {

  private MontgomeryKeys() {}

  /** A public key. Any octets are valid (RFC 7748 5); the shared secret is checked on agreement. */
  static final class Public extends PublicMaterial {

    private final MontgomeryCurve curve;
    private final byte[] encoded;

    Public(MontgomeryCurve curve, byte[] encoded) {
      this.curve = curve;
      this.encoded = encoded;
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
    public Agreement agree(RandomStream random) {
      Private ephemeral = curve.generate(random);
      byte[] shared = new byte[curve.keyOctets()];
      try {
        if (!curve.agree(ephemeral.secret, encoded, shared)) {
          throw JwkMembers.bad(
              "the "
                  + curve.crv()
                  + " public key is of small order: the shared secret would be zero",
              "ask the recipient for a proper key");
        }
        ObjectNode epk = JsonNodeFactory.instance.objectNode();
        epk.put("kty", curve.kty());
        ephemeral.publicMaterial().writeTo(epk);
        return new Agreement(shared, epk);
      } finally {
        ephemeral.clear();
      }
    }
  }

  /** A key pair. The scalar is held as given; RFC 7748 5 clamps it on use. */
  public static final class Private extends PrivateMaterial {

    private final MontgomeryCurve curve;
    private final byte[] secret;
    private final Public publicMaterial;

    /** Takes ownership of {@code secret}, 32 or 56 octets. */
    public Private(MontgomeryCurve curve, byte[] secret) {
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
    public byte[] agree(JwkMembers epk) {
      byte[] peer = curve.readPublic(epk).encoded();
      byte[] shared = new byte[curve.keyOctets()];
      if (!curve.agree(secret, peer, shared)) {
        throw new JoseException.DecryptionFailed();
      }
      return shared;
    }
  }
}
