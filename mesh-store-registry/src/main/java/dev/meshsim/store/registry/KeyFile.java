package dev.meshsim.store.registry;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.world.RandomStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.jspecify.annotations.Nullable;

/**
 * A PKCS #12 file (RFC 7292) of private keys and nothing else: one safe with a pkcs8ShroudedKeyBag
 * for each key, its friendly name the key container's name, and a MAC with HMAC-SHA-256 over all.
 * There are no certificates, since a Mesh key has none.
 */
final class KeyFile {

  private static final int SALT_OCTETS = 16;
  private static final int MAC_OCTETS = 32;
  private static final int MOST_ITERATIONS = 1_000_000;
  private static final AlgorithmIdentifier SHA_256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);

  private KeyFile() {}

  /** The octets of a file with these keys, by friendly name. */
  static Bytes write(
      Map<String, EncryptedPrivateKeyInfo> keys, SecretBytes password, RandomStream random) {
    ASN1EncodableVector bags = new ASN1EncodableVector();
    new TreeMap<>(keys).forEach((name, key) -> bags.add(bag(name, key)));
    try {
      ContentInfo safe = data(der(new DERSequence(bags)));
      byte[] authenticated = der(new DERSequence(safe));
      byte[] salt = random.bytes(SALT_OCTETS);
      byte[] mac = mac(authenticated, password, salt, KeyCipher.ITERATIONS);
      MacData macData = new MacData(new DigestInfo(SHA_256, mac), salt, KeyCipher.ITERATIONS);
      return Bytes.of(der(new Pfx(data(authenticated), macData)));
    } catch (IOException e) {
      throw new IllegalStateException("DER is written to memory", e);
    }
  }

  private static SafeBag bag(String name, EncryptedPrivateKeyInfo key) {
    ASN1EncodableVector friendlyName = new ASN1EncodableVector();
    friendlyName.add(PKCSObjectIdentifiers.pkcs_9_at_friendlyName);
    friendlyName.add(new DERSet(new DERBMPString(name)));
    return new SafeBag(
        PKCSObjectIdentifiers.pkcs8ShroudedKeyBag, key, new DERSet(new DERSequence(friendlyName)));
  }

  /**
   * Reads a file and checks its MAC.
   *
   * @return the keys, still encrypted, by friendly name
   * @throws RegistryStoreException.KeyFile if it is not PKCS #12, the MAC is wrong, or it holds
   *     anything else
   */
  static NavigableMap<String, EncryptedPrivateKeyInfo> read(
      Path file, Bytes octets, SecretBytes password) {
    try {
      Pfx pfx = Pfx.getInstance(ASN1Primitive.fromByteArray(octets.toArray()));
      byte[] authenticated = octets(pfx.getAuthSafe());
      requireMac(file, pfx.getMacData(), authenticated, password);
      NavigableMap<String, EncryptedPrivateKeyInfo> keys = new TreeMap<>();
      for (ASN1Encodable safe : ASN1Sequence.getInstance(authenticated)) {
        for (ASN1Encodable bag : ASN1Sequence.getInstance(octets(ContentInfo.getInstance(safe)))) {
          add(keys, SafeBag.getInstance(bag));
        }
      }
      return keys;
    } catch (RegistryStoreException.KeyFile e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The ASN.1 classes throw many kinds of exception for input that is not of their form.
      throw new RegistryStoreException.KeyFile(
          file, "is not PKCS #12 with private keys in bags alone", e);
    }
  }

  private static void add(Map<String, EncryptedPrivateKeyInfo> keys, SafeBag bag)
      throws IOException {
    if (!bag.getBagId().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
      throw new IOException("another kind of bag");
    }
    var key = EncryptedPrivateKeyInfo.getInstance(bag.getBagValue());
    if (keys.put(friendlyName(bag.getBagAttributes()), key) != null) {
      throw new IOException("two keys of one name");
    }
  }

  private static String friendlyName(@Nullable ASN1Set attributes) throws IOException {
    if (attributes != null) {
      for (ASN1Encodable each : attributes) {
        Attribute attribute = Attribute.getInstance(each);
        if (attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_friendlyName)
            && attribute.getAttrValues().size() == 1) {
          return DERBMPString.getInstance(attribute.getAttrValues().getObjectAt(0)).getString();
        }
      }
    }
    throw new IOException("a key without a friendly name");
  }

  private static void requireMac(
      Path file, @Nullable MacData macData, byte[] content, SecretBytes password)
      throws IOException {
    if (macData == null || !macData.getMac().getAlgorithmId().equals(SHA_256)) {
      throw new IOException("no MAC with SHA-256");
    }
    int iterations = macData.getIterationCount().intValueExact();
    if (iterations < 1 || iterations > MOST_ITERATIONS) {
      throw new IOException("too many iterations");
    }
    byte[] expected = mac(content, password, macData.getSalt(), iterations);
    if (!MessageDigest.isEqual(expected, macData.getMac().getDigest())) {
      throw new RegistryStoreException.KeyFile(
          file, "its MAC is wrong: it was changed, or the account password is another", null);
    }
  }

  private static byte[] mac(byte[] content, SecretBytes password, byte[] salt, int iterations) {
    byte[] ascii = password.expose();
    byte[] bmp = bmpString(ascii);
    try {
      PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(new SHA256Digest());
      generator.init(bmp, salt, iterations);
      HMac hmac = new HMac(new SHA256Digest());
      hmac.init(generator.generateDerivedMacParameters(MAC_OCTETS * Byte.SIZE));
      hmac.update(content, 0, content.length);
      byte[] mac = new byte[MAC_OCTETS];
      hmac.doFinal(mac, 0);
      return mac;
    } finally {
      Arrays.fill(ascii, (byte) 0);
      Arrays.fill(bmp, (byte) 0);
    }
  }

  /** UTF-16BE with a final NUL (RFC 7292 B.1). */
  private static byte[] bmpString(byte[] ascii) {
    byte[] bmp = new byte[2 * ascii.length + 2];
    for (int i = 0; i < ascii.length; i++) {
      bmp[2 * i + 1] = ascii[i];
    }
    return bmp;
  }

  private static ContentInfo data(byte[] octets) {
    return new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(octets));
  }

  private static byte[] octets(ContentInfo info) throws IOException {
    if (!info.getContentType().equals(PKCSObjectIdentifiers.data)) {
      throw new IOException("another kind of content");
    }
    return ASN1OctetString.getInstance(info.getContent()).getOctets();
  }

  private static byte[] der(ASN1Encodable value) throws IOException {
    return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
  }
}
