package dev.meshsim.store.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
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

/** Key files of other programs: more attributes in a bag, another MAC, another iteration count. */
class KeyFileAttributesTest {

  private static final Path FILE = Path.of("PrivateKeys.1.p12");
  private static final String PASSWORD = "correct-horse-battery-staple";
  private static final EncryptedPrivateKeyInfo KEY =
      new EncryptedPrivateKeyInfo(
          new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, DERNull.INSTANCE), new byte[16]);
  private static final DERSequence LOCAL_KEY_ID = localKeyId(1);
  private static final DERSequence NAME = friendlyName(new DERBMPString("mmm:a"));

  private static SecretBytes password() {
    return SecretBytes.moveFrom(PASSWORD.getBytes(StandardCharsets.US_ASCII));
  }

  private static DERSequence attribute(ASN1ObjectIdentifier type, ASN1Encodable... values) {
    return new DERSequence(new ASN1Encodable[] {type, new DERSet(values)});
  }

  private static DERSequence localKeyId(int octets) {
    return attribute(
        PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DEROctetString(new byte[octets]));
  }

  private static DERSequence friendlyName(ASN1Encodable... values) {
    return attribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, values);
  }

  /** A whole file, as this store writes it but for the attributes of its one bag. */
  private static Bytes file(ASN1Encodable... attributes) throws IOException {
    SafeBag bag =
        new SafeBag(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag, KEY, new DERSet(attributes));
    DEROctetString safe = new DEROctetString(new DERSequence(bag));
    return sealed(
        new DERSequence(new ContentInfo(PKCSObjectIdentifiers.data, safe)).getEncoded("DER"), 2048);
  }

  private static Bytes sealed(byte[] content, int iterations) throws IOException {
    byte[] salt = new byte[16];
    PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(new SHA256Digest());
    generator.init(
        PBEParametersGenerator.PKCS12PasswordToBytes(PASSWORD.toCharArray()), salt, iterations);
    HMac hmac = new HMac(new SHA256Digest());
    hmac.init(generator.generateDerivedMacParameters(256));
    hmac.update(content, 0, content.length);
    byte[] mac = new byte[32];
    hmac.doFinal(mac, 0);
    AlgorithmIdentifier sha =
        new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
    ContentInfo whole = new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(content));
    return Bytes.of(
        new Pfx(whole, new MacData(new DigestInfo(sha, mac), salt, iterations)).getEncoded("DER"));
  }

  private static Set<String> names(Bytes file) {
    try (SecretBytes password = password()) {
      return KeyFile.read(FILE, file, password).keySet();
    }
  }

  private static String refused(Bytes file) {
    return assertThrows(RegistryStoreException.class, () -> names(file)).getCause().getMessage();
  }

  @Test
  void aLocalKeyIdBesideTheNameIsSkipped() throws IOException {
    // DER sorts the attributes: a short identifier comes before the name, a long one after it.
    assertEquals(Set.of("mmm:a"), names(file(NAME, localKeyId(1))));
    assertEquals(Set.of("mmm:a"), names(file(NAME, localKeyId(100))));
  }

  @Test
  void aBagWithOtherAttributesOnlyIsRefused() throws IOException {
    assertEquals("a key without a friendly name", refused(file(LOCAL_KEY_ID)));
    assertEquals("a key without a friendly name", refused(file()));
  }

  @Test
  void aNameOfTwoTextsIsRefused() throws IOException {
    Bytes two = file(friendlyName(new DERBMPString("mmm:a"), new DERBMPString("mmm:b")));
    assertEquals("a key without a friendly name", refused(two));
    assertEquals("a key without a friendly name", refused(file(friendlyName())));
  }

  @Test
  void aMacOfAnotherDigestIsRefused() throws IOException {
    Pfx good = Pfx.getInstance(ASN1Sequence.fromByteArray(file(NAME).toArray()));
    AlgorithmIdentifier sha512 =
        new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512, DERNull.INSTANCE);
    MacData mac = good.getMacData();
    DigestInfo digest = new DigestInfo(sha512, mac.getMac().getDigest());
    Pfx other = new Pfx(good.getAuthSafe(), new MacData(digest, mac.getSalt(), 2048));
    assertEquals("no MAC with SHA-256", refused(Bytes.of(other.getEncoded("DER"))));
  }

  @Test
  void aFileWithoutAMacIsRefused() throws IOException {
    Pfx good = Pfx.getInstance(ASN1Sequence.fromByteArray(file(NAME).toArray()));
    Pfx none = new Pfx(good.getAuthSafe(), null);
    assertEquals("no MAC with SHA-256", refused(Bytes.of(none.getEncoded("DER"))));
  }

  @Test
  void theIterationsHaveALimitOnEachSide() throws IOException {
    byte[] content =
        ASN1OctetString.getInstance(
                Pfx.getInstance(ASN1Sequence.fromByteArray(file(NAME).toArray()))
                    .getAuthSafe()
                    .getContent())
            .getOctets();
    assertEquals(Set.of("mmm:a"), names(sealed(content, 1)));
    assertEquals("too many iterations", refused(sealed(content, 1_000_001)));
  }

  @Test
  void theFileThatIsWrittenHasItsNames() {
    try (SecretBytes password = password()) {
      Bytes file =
          KeyFile.write(
              Map.of("mmm:b", KEY, "mmm:a", KEY), password, World.seeded(3).stream("a", "keys"));
      assertEquals(List.of("mmm:a", "mmm:b"), List.copyOf(names(file)));
    }
  }
}
