package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.junit.jupiter.api.Test;

/** Files of another form under the right password, which their MAC therefore does not show. */
class KeyFileFormTest {

  private static final Path FILE = Path.of("PrivateKeys.1.p12");
  private static final String PASSWORD = "correct-horse-battery-staple";
  private static final ASN1ObjectIdentifier SHROUDED = PKCSObjectIdentifiers.pkcs8ShroudedKeyBag;
  private static final byte[] SALT = new byte[16];
  private static final EncryptedPrivateKeyInfo KEY =
      new EncryptedPrivateKeyInfo(
          new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, DERNull.INSTANCE), new byte[16]);

  private ASN1ObjectIdentifier kind = PKCSObjectIdentifiers.data;
  private int iterations = 2048;

  private static SafeBag named(ASN1ObjectIdentifier bag, String name) {
    ASN1EncodableVector friendlyName = new ASN1EncodableVector();
    friendlyName.add(PKCSObjectIdentifiers.pkcs_9_at_friendlyName);
    friendlyName.add(new DERSet(new DERBMPString(name)));
    return new SafeBag(bag, KEY, new DERSet(new DERSequence(friendlyName)));
  }

  private Bytes file(ASN1Encodable... bags) throws IOException {
    DEROctetString safe = new DEROctetString(new DERSequence(bags));
    byte[] content = new DERSequence(new ContentInfo(kind, safe)).getEncoded("DER");
    AlgorithmIdentifier sha =
        new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
    MacData mac = new MacData(new DigestInfo(sha, mac(content)), SALT, iterations);
    ContentInfo whole = new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(content));
    return Bytes.of(new Pfx(whole, mac).getEncoded("DER"));
  }

  private byte[] mac(byte[] content) {
    PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(new SHA256Digest());
    generator.init(
        PBEParametersGenerator.PKCS12PasswordToBytes(PASSWORD.toCharArray()), SALT, iterations);
    HMac hmac = new HMac(new SHA256Digest());
    hmac.init(generator.generateDerivedMacParameters(256));
    hmac.update(content, 0, content.length);
    byte[] mac = new byte[32];
    hmac.doFinal(mac, 0);
    return mac;
  }

  private static Set<String> read(Bytes file) {
    byte[] password = PASSWORD.getBytes(StandardCharsets.US_ASCII);
    return KeyFile.read(FILE, file, SecretBytes.moveFrom(password)).keySet();
  }

  private static void refused(String why, Bytes file) {
    RegistryStoreException.KeyFile e =
        assertThrows(RegistryStoreException.KeyFile.class, () -> read(file));
    assertEquals("PrivateKeys.1.p12: is not PKCS #12 with private keys in bags alone", e.problem());
    assertEquals(why, e.getCause().getMessage());
  }

  @Test
  void keysWithNamesAreRead() throws IOException {
    assertEquals(Set.of("a", "b"), read(file(named(SHROUDED, "a"), named(SHROUDED, "b"))));
  }

  @Test
  void anotherKindOfBagIsRefused() throws IOException {
    refused("another kind of bag", file(named(PKCSObjectIdentifiers.keyBag, "a")));
  }

  @Test
  void aKeyWithoutANameIsRefused() throws IOException {
    refused("a key without a friendly name", file(new SafeBag(SHROUDED, KEY)));
  }

  @Test
  void twoKeysOfOneNameAreRefused() throws IOException {
    refused("two keys of one name", file(named(SHROUDED, "a"), named(SHROUDED, "a")));
  }

  @Test
  void anotherKindOfContentIsRefused() throws IOException {
    kind = PKCSObjectIdentifiers.encryptedData;
    refused("another kind of content", file(named(SHROUDED, "a")));
  }

  @Test
  void aMacThatTakesTooLongIsRefused() throws IOException {
    iterations = 1_000_001;
    refused("too many iterations", file(named(SHROUDED, "a")));
  }
}
