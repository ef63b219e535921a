package dev.meshsim.scenario.simulation.planted;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.portal.PortalException;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.application.ApplicationProfile;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.session.SessionException;
import dev.meshsim.share.Secret;
import dev.meshsim.share.field.Polynomial;
import dev.meshsim.share.field.PrimeField;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.crypto.Cipher;

/**
 * Methods that defects call in place of others. They take the object of the call first, if it has
 * one, then its arguments.
 */
public final class Instead {

  private static final int TAG_OCTETS = 16;

  private Instead() {}

  /** The method of this name. */
  static Method named(String name) {
    return Arrays.stream(Instead.class.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no Instead." + name));
  }

  /** A name for every text. */
  public static AccountName anyName(String text) {
    return AccountName.parse(text.indexOf('@') < 0 ? "anybody@example.com" : text);
  }

  /** An application that nobody need have signed. */
  public static ApplicationProfile unverified(
      ProfileVerifier verifier, SignedApplicationProfile signed, VerifiedPersonalProfile owner) {
    return ApplicationProfile.read(verifier.dialect(), signed.signedData().payload());
  }

  /** Octets that are not drawn. */
  public static byte[] zeros(RandomStream random, int count) {
    return new byte[count];
  }

  /** A secret that every profile would have. */
  public static SecretBytes noSecret(Secret secret) {
    return SecretBytes.moveFrom(new byte[secret.bits() / Byte.SIZE]);
  }

  /** Shares of which one fewer gives the secret. */
  public static long[][] lowerDegree(
      PrimeField field, long[] secret, int quorum, int shares, boolean fit, RandomStream random) {
    return Polynomial.split(field, secret, quorum - 1, shares, fit, random);
  }

  /** Shares of which one more is needed. */
  public static long[][] higherDegree(
      PrimeField field, long[] secret, int quorum, int shares, boolean fit, RandomStream random) {
    return Polynomial.split(field, secret, quorum + 1, shares, fit, random);
  }

  /** A failure of a transport as it comes. */
  public static PortalException untyped(String domain, Throwable cause) {
    throw new IllegalStateException(domain, cause);
  }

  /** A refusal that is none of the program's own. */
  public static SessionException unforeseen(Object identifier) {
    throw new IllegalStateException(String.valueOf(identifier));
  }

  /** The name of one machine for all, where a name is not used for anything else. */
  public static byte[] oneMachine(String name, Object charset) {
    return new byte[0];
  }

  /** Encrypts nothing. */
  public static byte[] plain(Cipher cipher, byte[] plaintext) {
    return Arrays.copyOf(plaintext, plaintext.length + TAG_OCTETS);
  }

  /** A header that has the private key beside what it should have. */
  public static Map<String, Object> keyInHeader(RequestEnvelope.Signer signer) {
    Map<String, Object> header = new LinkedHashMap<>(signer.header());
    header.put("key", hex(signer.key()));
    return header;
  }

  /** The octets of a private key as text. */
  private static String hex(PrivateJwk key) {
    try (SecretBytes octets = key.pkcs8()) {
      return Bytes.of(octets.expose()).hex();
    }
  }

  /** A part of a list in the order of the addresses of its elements, which no seed decides. */
  public static List<Object> byAddress(List<?> list, int from, int to) {
    return list.subList(from, to).stream()
        .<Object>map(Function.identity())
        .sorted(Comparator.comparingInt(System::identityHashCode))
        .toList();
  }

  /** The time of the computer's clock. */
  public static Instant realTime(World world) {
    return World.system().now();
  }

  /** Octets that no seed decides. */
  public static void realOctets(RandomStream random, byte[] target) {
    World.system().stream("", "real").nextBytes(target);
  }

  /** Removes all. */
  public static boolean removeAll(List<?> list, Predicate<?> condition) {
    list.clear();
    return true;
  }

  /** The name of a key that nobody has. */
  public static String nobody(Udf key) {
    return Udf.fingerprint(UdfFormat.MESH, "application/udf", Bytes.utf8(key.text())).text();
  }
}
