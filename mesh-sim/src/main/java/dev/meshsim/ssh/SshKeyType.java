package dev.meshsim.ssh;

import dev.meshsim.bytes.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The kinds of key that OpenSSH has a form for, and that form (RFC 4253 6.6, 5656 3.1, 8709 4). */
enum SshKeyType {
  ED25519("ssh-ed25519") {
    @Override
    void writePublic(SshWriter out, SubjectPublicKeyInfo spki) {
      out.string(spki.getPublicKeyData().getOctets());
    }

    @Override
    void writePrivate(SshWriter out, SubjectPublicKeyInfo spki, PrivateKeyInfo key)
        throws IOException {
      byte[] point = spki.getPublicKeyData().getOctets();
      byte[] seed = ASN1OctetString.getInstance(key.parsePrivateKey()).getOctets();
      out.string(point).uint32(seed.length + point.length).raw(seed).raw(point);
    }

    @Override
    PrivateKeyInfo readPrivate(SshReader in) throws KeyTextException, IOException {
      in.string();
      SshReader both = new SshReader(in.string());
      byte[] seed = both.raw(SEED_OCTETS);
      return new PrivateKeyInfo(new AlgorithmIdentifier(ID_ED25519), new DEROctetString(seed));
    }
  },
  ECDSA("ecdsa-sha2-nistp256") {
    @Override
    void writePublic(SshWriter out, SubjectPublicKeyInfo spki) {
      out.string(CURVE).string(spki.getPublicKeyData().getOctets());
    }

    @Override
    void writePrivate(SshWriter out, SubjectPublicKeyInfo spki, PrivateKeyInfo key)
        throws IOException {
      writePublic(out, spki);
      out.mpint(ECPrivateKey.getInstance(key.parsePrivateKey()).getKey());
    }

    @Override
    PrivateKeyInfo readPrivate(SshReader in) throws KeyTextException, IOException {
      in.expect(CURVE);
      in.string();
      BigInteger scalar = in.mpint();
      if (scalar.bitLength() > SCALAR_BITS) {
        throw new KeyTextException("has a private number out of range");
      }
      ASN1ObjectIdentifier curve = SECObjectIdentifiers.secp256r1;
      return new PrivateKeyInfo(
          new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve),
          new ECPrivateKey(SCALAR_BITS, scalar, curve));
    }
  },
  RSA("ssh-rsa") {
    @Override
    void writePublic(SshWriter out, SubjectPublicKeyInfo spki) throws IOException {
      RSAPublicKey key = RSAPublicKey.getInstance(spki.parsePublicKey());
      out.mpint(key.getPublicExponent()).mpint(key.getModulus());
    }

    @Override
    void writePrivate(SshWriter out, SubjectPublicKeyInfo spki, PrivateKeyInfo info)
        throws IOException {
      RSAPrivateKey key = RSAPrivateKey.getInstance(info.parsePrivateKey());
      out.mpint(key.getModulus())
          .mpint(key.getPublicExponent())
          .mpint(key.getPrivateExponent())
          .mpint(key.getCoefficient())
          .mpint(key.getPrime1())
          .mpint(key.getPrime2());
    }

    @Override
    PrivateKeyInfo readPrivate(SshReader in) throws KeyTextException, IOException {
      BigInteger n = in.mpint();
      BigInteger e = in.mpint();
      BigInteger d = in.mpint();
      BigInteger qi = in.mpint();
      BigInteger p = in.mpint();
      BigInteger q = in.mpint();
      if (p.equals(BigInteger.ONE) || q.equals(BigInteger.ONE)) {
        throw new KeyTextException("has a prime number that is one");
      }
      BigInteger dp = d.mod(p.subtract(BigInteger.ONE));
      BigInteger dq = d.mod(q.subtract(BigInteger.ONE));
      return new PrivateKeyInfo(
          new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
          new RSAPrivateKey(n, e, d, p, q, dp, dq, qi));
    }
  };

  /** RFC 8410 section 3. */
  private static final ASN1ObjectIdentifier ID_ED25519 = new ASN1ObjectIdentifier("1.3.101.112");

  private static final int SEED_OCTETS = 32;
  private static final int SCALAR_BITS = 256;
  private static final String CURVE = "nistp256";

  private final String sshName;

  SshKeyType(String sshName) {
    this.sshName = sshName;
  }

  /** The name that the key's own octets begin with. */
  String sshName() {
    return sshName;
  }

  /** The public key as SSH sends it: its name, then its fields. */
  byte[] publicBlob(Bytes spki) {
    try (SshWriter out = new SshWriter().string(sshName)) {
      writePublic(out, SubjectPublicKeyInfo.getInstance(spki.toArray()));
      return out.toArray();
    } catch (IOException e) {
      throw new IllegalStateException("a PublicJwk has a well-formed SubjectPublicKeyInfo", e);
    }
  }

  abstract void writePublic(SshWriter out, SubjectPublicKeyInfo spki) throws IOException;

  /** Writes the fields after the name in the private section of {@code openssh-key-v1}. */
  abstract void writePrivate(SshWriter out, SubjectPublicKeyInfo spki, PrivateKeyInfo key)
      throws IOException;

  /**
   * Reads what {@link #writePrivate} wrote. Only the private numbers are taken; the caller compares
   * the rest with what they give.
   */
  abstract PrivateKeyInfo readPrivate(SshReader in) throws KeyTextException, IOException;
}
