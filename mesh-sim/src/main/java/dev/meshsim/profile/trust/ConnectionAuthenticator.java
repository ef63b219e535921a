package dev.meshsim.profile.trust;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import java.util.Locale;

/**
 * The code that both sides of a connection show, and that a person compares.
 *
 * <p>In dialect {@code mesh} it has 16 characters in groups of four: the first 80 bits of the
 * fingerprint, content type {@code application/udf}, of the text {@code
 * device:profile:master:salt:} in UTF-8. {@code device} and {@code profile} are the identifiers;
 * {@code master} is the {@link SignedDigest} of the signed master profile and {@code salt} the
 * {@link RequestSalt}, both in base64url. 72 of the bits depend on the content. The device draws
 * the salt after it has fetched the profile. A portal between the two can therefore vary only the
 * request that the administrator sees, and has to find one for a code that is fixed already: 2^72
 * trials for one attempt of a person, 2^67 if 32 attempts are attacked.
 *
 * <p>In dialect {@code portal-2017} it is the reference implementation's: the fingerprint of the
 * pair of device and profile ({@code device:profile:}), 30 characters in groups of five. There a
 * portal can vary both sides, so that 142 bits cost 2^71 trials, and a pair always has one code.
 */
public final class ConnectionAuthenticator {

  private static final int MESH_LETTERS = 16;
  private static final int PORTAL_2017_LETTERS = 30;

  private ConnectionAuthenticator() {}

  /**
   * The code of a request to the profile whose master profile is {@code master}.
   *
   * @throws ProfileException in dialect {@code mesh}, if the request has no salt
   */
  public static Udf of(VerifiedRequest request, SignedMasterProfile master) {
    Udf device = request.device().identifier();
    if (Dialect.of(device) == Dialect.PORTAL_2017) {
      return ofPair(device, master.identifier());
    }
    return of(device, master.identifier(), SignedDigest.of(master), request.requireSalt().salt());
  }

  /** The code in dialect {@code portal-2017}. */
  public static Udf ofPair(Udf device, Udf profile) {
    return Udf.authenticator(Dialect.PORTAL_2017.udfFormat(), device, profile);
  }

  /**
   * The code in dialect {@code mesh}.
   *
   * @param master the {@link SignedDigest} of the signed master profile
   * @param salt the {@link RequestSalt} of the request
   */
  public static Udf of(Udf device, Udf profile, Bytes master, Bytes salt) {
    String text =
        String.join(":", device.text(), profile.text(), master.base64Url(), salt.base64Url(), "");
    Udf whole = Udf.fingerprint(Dialect.MESH.udfFormat(), ContentTypes.UDF, Bytes.utf8(text));
    int dashes = MESH_LETTERS / Dialect.MESH.udfFormat().groupSize() - 1;
    return Udf.parse(whole.text().substring(0, MESH_LETTERS + dashes));
  }

  /** The number of letters and digits of a whole code, dashes not counted. */
  public static int letters(Dialect dialect) {
    return dialect == Dialect.MESH ? MESH_LETTERS : PORTAL_2017_LETTERS;
  }

  /** The letters and digits of a code as a person writes it: in any case, in groups or not. */
  public static String lettersOf(String written) {
    return written.replaceAll("[-\\s]", "").toUpperCase(Locale.ROOT);
  }

  /** True if {@code written} is the whole code, in any case and with or without dashes. */
  public static boolean matches(String code, String written) {
    return lettersOf(code).equals(lettersOf(written));
  }
}
