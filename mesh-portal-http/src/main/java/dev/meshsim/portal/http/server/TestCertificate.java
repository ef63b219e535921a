package dev.meshsim.portal.http.server;

import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * A self-signed certificate for tests (RFC 5280): P-256, valid for a year, for a domain, {@code
 * mmm.} before it, {@code localhost} and the loopback address.
 *
 * @param certificate the certificate in PEM
 * @param key the private key in PEM, PKCS #8 and not encrypted
 */
public record TestCertificate(String certificate, String key) {

  private static final Duration LIFETIME = Duration.ofDays(365);
  private static final int SERIAL_OCTETS = 16;
  private static final int LINE = 64;

  /** Makes a key pair and its certificate. */
  public static TestCertificate make(World world, String domain) {
    RandomStream random = world.stream("portal " + domain, "test certificate");
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random.asSecureRandom());
      KeyPair pair = generator.generateKeyPair();
      TBSCertificate content = content(pair, domain, world.now(), random);
      byte[] signed = signed(content, pair.getPrivate(), random);
      return new TestCertificate(
          pem("CERTIFICATE", signed), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AlgorithmIdentifier algorithm() {
    return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
  }

  private static TBSCertificate content(
      KeyPair pair, String domain, Instant now, RandomStream random) throws IOException {
    X500Name name = new X500Name("CN=" + domain);
    V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
    content.setSerialNumber(new ASN1Integer(new BigInteger(1, random.bytes(SERIAL_OCTETS))));
    content.setSignature(algorithm());
    content.setIssuer(name);
    content.setSubject(name);
    content.setStartDate(new Time(Date.from(now.minus(Duration.ofHours(1)))));
    content.setEndDate(new Time(Date.from(now.plus(LIFETIME))));
    content.setSubjectPublicKeyInfo(
        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    extensions.addExtension(
        Extension.subjectAlternativeName, false, new GeneralNames(names(domain)));
    extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    content.setExtensions(extensions.generate());
    return content.generateTBSCertificate();
  }

  private static GeneralName[] names(String domain) {
    return List.of(
            new GeneralName(GeneralName.dNSName, domain),
            new GeneralName(GeneralName.dNSName, "mmm." + domain),
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"))
        .toArray(new GeneralName[0]);
  }

  private static byte[] signed(TBSCertificate content, PrivateKey key, RandomStream random)
      throws GeneralSecurityException, IOException {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key, random.asSecureRandom());
    signature.update(content.getEncoded("DER"));
    return new DERSequence(
            new ASN1Encodable[] {content, algorithm(), new DERBitString(signature.sign())})
        .getEncoded("DER");
  }

  private static String pem(String what, byte[] octets) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(octets)
        + "\n-----END "
        + what
        + "-----\n";
  }

  /** The certificate and the key, without the key. */
  @Override
  public String toString() {
    return "TestCertificate[" + certificate.getBytes(StandardCharsets.UTF_8).length + " octets]";
  }
}
