package dev.meshsim.ssh;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.key.JoseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * The octets of an OpenSSH private key file that has no passphrase, format {@code openssh-key-v1}
 * (OpenSSH, PROTOCOL.key).
 */
public final class OpenSshKey {

  private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
  private static final String NONE = "none";
  private static final int BLOCK_OCTETS = 8;

  private OpenSshKey() {}

  /**
   * Writes a key.
   *
   * @param check any number; the file has it twice, by which a reader recognises a wrong passphrase
   */
  static byte[] write(SshKeyType type, PrivateJwk jwk, String comment, int check) {
    byte[] blob = type.publicBlob(jwk.publicJwk().spki());
    try (SshWriter section = new SshWriter();
        SshWriter out = new SshWriter()) {
      section.uint32(check).uint32(check);
      writePair(type, jwk, section);
      section.string(comment);
      for (byte pad = 1; section.length() % BLOCK_OCTETS != 0; pad++) {
        section.raw(new byte[] {pad});
      }
      out.raw(MAGIC).string(NONE).string(NONE).string("").uint32(1).string(blob);
      byte[] secret = section.toArray();
      out.string(secret);
      Arrays.fill(secret, (byte) 0);
      return out.toArray();
    }
  }

  private static void writePair(SshKeyType type, PrivateJwk jwk, SshWriter out) {
    out.string(type.sshName());
    try (SecretBytes der = jwk.pkcs8()) {
      byte[] octets = der.expose();
      type.writePrivate(
          out,
          SubjectPublicKeyInfo.getInstance(jwk.publicJwk().spki().toArray()),
          PrivateKeyInfo.getInstance(octets));
      Arrays.fill(octets, (byte) 0);
    } catch (IOException e) {
      throw new IllegalStateException("a PrivateJwk has a well-formed PrivateKeyInfo", e);
    }
  }

  /**
   * Reads a key. The public numbers must be those of the private ones. The comment may be any
   * octets (RFC 4251 section 5), and the padding may go on beyond the next multiple of 8: PuTTY
   * fills up to 16.
   */
  static PrivateJwk read(SshKeyType type, KeySpec spec, byte[] octets) throws KeyTextException {
    SshReader in = new SshReader(octets);
    if (!Arrays.equals(in.raw(Math.min(MAGIC.length, octets.length)), MAGIC)) {
      throw new KeyTextException("is not in the format openssh-key-v1");
    }
    String cipher = in.text();
    String derivation = in.text();
    if (!cipher.equals(NONE) || !derivation.equals(NONE)) {
      throw KeyTextException.passphrase();
    }
    in.expect("");
    if (in.uint32() != 1) {
      throw new KeyTextException("does not hold exactly one key");
    }
    byte[] blob = in.string();
    byte[] section = in.string();
    try {
      if (in.remaining() > 0) {
        throw new KeyTextException("goes on after its key");
      }
      return read(type, spec, blob, section);
    } finally {
      Arrays.fill(section, (byte) 0);
    }
  }

  private static PrivateJwk read(SshKeyType type, KeySpec spec, byte[] blob, byte[] section)
      throws KeyTextException {
    SshReader in = new SshReader(section);
    int check = in.uint32();
    if (in.uint32() != check) {
      throw new KeyTextException("has two check numbers that differ");
    }
    int start = section.length - in.remaining();
    in.expect(type.sshName());
    PrivateJwk jwk = fromInfo(type, spec, in);
    try {
      requirePublic(type, jwk, blob, section, start, section.length - in.remaining());
      in.string();
      requirePadding(in);
    } catch (KeyTextException e) {
      jwk.close();
      throw e;
    }
    return jwk;
  }

  /** Compares everything besides the private numbers with what they give. */
  private static void requirePublic(
      SshKeyType type, PrivateJwk jwk, byte[] blob, byte[] section, int from, int to)
      throws KeyTextException {
    try (SshWriter out = new SshWriter()) {
      writePair(type, jwk, out);
      byte[] pair = out.toArray();
      boolean same =
          Arrays.equals(blob, type.publicBlob(jwk.publicJwk().spki()))
              && Arrays.equals(pair, 0, pair.length, section, from, to);
      Arrays.fill(pair, (byte) 0);
      if (!same) {
        throw new KeyTextException("has parts that do not belong to its private key");
      }
    }
  }

  private static void requirePadding(SshReader in) throws KeyTextException {
    byte[] padding = in.raw(in.remaining());
    for (int i = 0; i < padding.length; i++) {
      if (padding[i] != (byte) (i + 1)) {
        throw new KeyTextException("has a padding that is not 1, 2, 3 and so on");
      }
    }
  }

  private static PrivateJwk fromInfo(SshKeyType type, KeySpec spec, SshReader section)
      throws KeyTextException {
    try {
      byte[] der = type.readPrivate(section).getEncoded("DER");
      try (SecretBytes secret = SecretBytes.moveFrom(der)) {
        return PrivateJwk.fromPkcs8(spec, secret);
      }
    } catch (JoseException.BadKey e) {
      throw new KeyTextException("is not a good key for " + spec.label() + ": " + e.problem());
    } catch (IOException e) {
      throw new IllegalStateException("DER is written to memory", e);
    }
  }
}
