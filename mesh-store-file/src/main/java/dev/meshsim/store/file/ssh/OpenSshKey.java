package dev.meshsim.store.file.ssh;

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
      section.uint32(check).uint32(check).string(type.sshName());
      writePrivate(type, jwk, section);
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

  private static void writePrivate(SshKeyType type, PrivateJwk jwk, SshWriter out) {
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
   * Reads a key. Everything besides the private numbers must be exactly what {@link #write} derives
   * from them.
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
    in.string();
    byte[] section = in.string();
    try {
      return read(type, spec, octets, new SshReader(section));
    } finally {
      Arrays.fill(section, (byte) 0);
    }
  }

  private static PrivateJwk read(SshKeyType type, KeySpec spec, byte[] octets, SshReader section)
      throws KeyTextException {
    int check = section.uint32();
    section.uint32();
    section.expect(type.sshName());
    PrivateJwk jwk = fromInfo(type, spec, section);
    byte[] again = write(type, jwk, section.text(), check);
    boolean same = Arrays.equals(again, octets);
    Arrays.fill(again, (byte) 0);
    if (!same) {
      jwk.close();
      throw new KeyTextException("has parts that do not belong to its private key");
    }
    return jwk;
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
