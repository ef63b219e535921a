package dev.meshsim.portal.http.server;

import dev.meshsim.error.IoReason;
import dev.meshsim.error.Quote;
import dev.meshsim.portal.http.HttpPortalException;
import dev.meshsim.portal.http.PemCertificates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a server's certificate and its private key: one PKCS #12 file, or a PEM file of
 * certificates and one of the key (PKCS #8, not encrypted).
 *
 * @param certificates the PKCS #12 file, or the PEM file with the server's certificate first
 * @param key the PEM file of the key; empty for PKCS #12
 * @param password the file whose first line is the password of the PKCS #12 file; empty for none
 */
public record TlsFiles(Path certificates, Optional<Path> key, Optional<Path> password) {

  private static final String ALIAS = "portal";
  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519", "Ed448");
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  /** A certificate with its key, and the password of the key in the store. */
  record Loaded(KeyStore store, String password) {}

  /** A PKCS #12 file. */
  public static TlsFiles pkcs12(Path file, Optional<Path> password) {
    return new TlsFiles(file, Optional.empty(), password);
  }

  /** Two PEM files. */
  public static TlsFiles pem(Path certificates, Path key) {
    return new TlsFiles(certificates, Optional.of(key), Optional.empty());
  }

  /** The times and sizes of the files, which differ after a change. */
  String stamp() {
    StringBuilder stamp = new StringBuilder();
    for (Path file : all()) {
      try {
        stamp.append(Files.getLastModifiedTime(file)).append('/').append(Files.size(file));
      } catch (IOException e) {
        stamp.append(IoReason.of(e));
      }
      stamp.append(' ');
    }
    return stamp.toString();
  }

  private List<Path> all() {
    List<Path> all = new ArrayList<>(List.of(certificates));
    key.ifPresent(all::add);
    password.ifPresent(all::add);
    return all;
  }

  /**
   * Reads the files.
   *
   * @throws HttpPortalException {@code http.bad-certificate} if they are not as they should be
   */
  Loaded load() {
    return key.isPresent() ? pem(key.get()) : pkcs12();
  }

  private Loaded pkcs12() {
    String secret = password.map(file -> text(file).lines().findFirst().orElse("")).orElse("");
    try (InputStream in = new ByteArrayInputStream(octets(certificates))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, secret.toCharArray());
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          return new Loaded(store, secret);
        }
      }
      throw HttpPortalException.badCertificate(certificates, "it has no private key");
    } catch (GeneralSecurityException | IOException e) {
      throw HttpPortalException.badCertificate(
          certificates, "it is no PKCS #12 file, or its password is another");
    }
  }

  private Loaded pem(Path keyFile) {
    List<Certificate> chain = PemCertificates.certificates(certificates);
    Matcher found = KEY.matcher(text(keyFile));
    if (!found.find()) {
      throw HttpPortalException.badCertificate(
          keyFile, "it has no BEGIN PRIVATE KEY, which is PKCS #8 in PEM without encryption");
    }
    try {
      PrivateKey secret = key(Base64.getMimeDecoder().decode(found.group(1)), keyFile);
      if (!fits(secret, chain.get(0))) {
        throw HttpPortalException.badCertificate(
            keyFile, "its key is not that of the certificate in " + Quote.of(certificates));
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(ALIAS, secret, new char[0], chain.toArray(new Certificate[0]));
      return new Loaded(store, "");
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw HttpPortalException.badCertificate(keyFile, "it has no private key that can be read");
    }
  }

  private static PrivateKey key(byte[] encoded, Path file) throws GeneralSecurityException {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      } catch (InvalidKeySpecException e) {
        continue;
      }
    }
    throw HttpPortalException.badCertificate(
        file, "its key is of none of " + String.join(", ", ALGORITHMS));
  }

  /** True if the certificate's key verifies what the private key signs. */
  private static boolean fits(PrivateKey key, Certificate certificate)
      throws GeneralSecurityException {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> "EdDSA";
        };
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    byte[] signed = signature.sign();
    try {
      signature.initVerify(certificate.getPublicKey());
      return signature.verify(signed);
    } catch (InvalidKeyException e) {
      return false;
    }
  }

  private static String text(Path file) {
    return new String(octets(file), StandardCharsets.UTF_8);
  }

  private static byte[] octets(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw HttpPortalException.badCertificate(file, IoReason.of(e));
    }
  }

  @Override
  public String toString() {
    return Quote.of(certificates);
  }
}
