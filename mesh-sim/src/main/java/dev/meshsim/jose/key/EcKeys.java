package dev.meshsim.jose.key;

import dev.meshsim.jose.cipher.JdkProviders;
import dev.meshsim.world.RandomStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keys on an {@link EcCurve}, for ECDSA or for key agreement. */
final class EcKeys {

  private EcKeys() {}

  private static AlgorithmIdentifier identifier(EcCurve curve) {
    return new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve.oid());
  }

  /** A public key whose point was checked to be on the curve. */
  static final class Public extends PublicMaterial {

    private final EcCurve curve;
    private final ECPublicKeyParameters key;

    Public(EcCurve curve, ECPoint point) {
      this.curve = curve;
      this.key = new ECPublicKeyParameters(point, curve.domain());
    }

    ECPoint point() {
      return key.getQ();
    }

    @Override
    public void writeTo(ObjectNode jwk) {
      jwk.put("crv", curve.crv());
      jwk.put("x", curve.coordinate(key.getQ().getAffineXCoord().toBigInteger()));
      jwk.put("y", curve.coordinate(key.getQ().getAffineYCoord().toBigInteger()));
    }

    @Override
    public byte[] spki() {
      try {
        return new SubjectPublicKeyInfo(identifier(curve), EcCurve.uncompressed(key.getQ()))
            .getEncoded("DER");
      } catch (IOException e) {
        throw new IllegalStateException("DER is written to memory", e);
      }
    }

    @Override
    public boolean verify(byte[] input, byte[] signature) {
      int half = curve.coordinateOctets();
      if (signature.length != 2 * half) {
        return false;
      }
      ECDSASigner verifier = new ECDSASigner();
      verifier.init(false, key);
      return verifier.verifySignature(
          JdkProviders.digest(curve.hash(), input),
          new BigInteger(1, signature, 0, half),
          new BigInteger(1, signature, half, half));
    }

    @Override
    public Agreement agree(RandomStream random) {
      Private ephemeral = curve.generate(random);
      try {
        ObjectNode epk = JsonNodeFactory.instance.objectNode();
        epk.put("kty", curve.kty());
        ephemeral.publicMaterial.writeTo(epk);
        return new Agreement(ephemeral.sharedWith(this), epk);
      } finally {
        ephemeral.clear();
      }
    }
  }

  /** A key pair. The scalar is held as octets, which can be cleared. */
  static final class Private extends PrivateMaterial {

    private final EcCurve curve;
    private final byte[] scalar;
    private final Public publicMaterial;

    /** Takes ownership of {@code scalar}, which must be in range and belong to {@code point}. */
    Private(EcCurve curve, byte[] scalar, ECPoint point) {
      this.curve = curve;
      this.scalar = scalar;
      this.publicMaterial = new Public(curve, point);
    }

    private Private(Private original) {
      this.curve = original.curve;
      this.scalar = original.scalar.clone();
      this.publicMaterial = original.publicMaterial;
    }

    @Override
    public Private copy() {
      return new Private(this);
    }

    private ECPrivateKeyParameters parameters() {
      return new ECPrivateKeyParameters(new BigInteger(1, scalar), curve.domain());
    }

    @Override
    public Public publicMaterial() {
      return publicMaterial;
    }

    @Override
    public Map<String, byte[]> privateMembers() {
      return OkpFormat.privateMembers(scalar);
    }

    @Override
    public byte[] pkcs8() {
      DERBitString point = new DERBitString(EcCurve.uncompressed(publicMaterial.point()));
      int bits = curve.domain().getN().bitLength();
      try {
        return new PrivateKeyInfo(
                identifier(curve), new ECPrivateKey(bits, new BigInteger(1, scalar), point, null))
            .getEncoded("DER");
      } catch (IOException e) {
        throw new IllegalStateException("DER is written to memory", e);
      }
    }

    @Override
    public void clear() {
      Arrays.fill(scalar, (byte) 0);
    }

    /** Signs with deterministic ECDSA (RFC 6979, SHA-256); returns r and s, 32 octets each. */
    @Override
    public byte[] sign(byte[] input, RandomStream random) {
      ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
      signer.init(true, parameters());
      BigInteger[] pair = signer.generateSignature(JdkProviders.digest(curve.hash(), input));
      int half = curve.coordinateOctets();
      byte[] signature = new byte[2 * half];
      BigIntegers.asUnsignedByteArray(pair[0], signature, 0, half);
      BigIntegers.asUnsignedByteArray(pair[1], signature, half, half);
      return signature;
    }

    @Override
    public byte[] agree(JwkMembers epk) {
      return sharedWith(curve.readPublic(epk));
    }

    private byte[] sharedWith(Public peer) {
      ECDHBasicAgreement agreement = new ECDHBasicAgreement();
      agreement.init(parameters());
      return BigIntegers.asUnsignedByteArray(
          curve.coordinateOctets(), agreement.calculateAgreement(peer.key));
    }
  }
}
