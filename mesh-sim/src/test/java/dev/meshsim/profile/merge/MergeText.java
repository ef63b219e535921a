package dev.meshsim.profile.merge;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.profile.application.PasswordEntry;
import dev.meshsim.profile.application.PasswordProfilePrivate;
import dev.meshsim.udf.ContentTypes;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that are merged, from the short texts of tests and of {@code docs/conflicts.md}. */
public final class MergeText {

  /** The time of every profile that is made from text. */
  public static final Instant AT = Instant.parse("2019-04-04T00:00:00Z");

  private static final Map<String, Udf> FINGERPRINTS = new ConcurrentHashMap<>();
  private static final Pattern ENTRY = Pattern.compile("([^:]+): (\\S+) (\\S+)");
  private static final Pattern APPLICATION =
      Pattern.compile("(\\w+)(?: \"([^\"]*)\")? signed by (\\S+), read by (\\S+)");

  private MergeText() {}

  /** The fingerprint that stands for a name. */
  public static Udf udf(String name) {
    return FINGERPRINTS.computeIfAbsent(
        name, text -> Udf.fingerprint(UdfFormat.MESH, ContentTypes.UDF, Bytes.utf8(text)));
  }

  /** An entry from its sites, user name and password: {@code bank, shop: ann 1}. */
  public static PasswordEntry entry(String text) {
    Matcher parts = matched(ENTRY, text);
    return new PasswordEntry(List.of(parts.group(1).split(", ")), parts.group(2), parts.group(3));
  }

  /** A password profile with these entries. */
  public static PasswordProfilePrivate passwords(String... entries) {
    return new PasswordProfilePrivate(
        null, Arrays.stream(entries).map(MergeText::entry).toList(), List.of());
  }

  /** A signed device from its name, and a version if it was changed: {@code phone 2}. */
  public static SignedDeviceProfile device(String text) {
    return new SignedDeviceProfile(udf(text.split(" ")[0]), signed(text));
  }

  /** A signed master profile; all have the same identifier. */
  public static SignedMasterProfile master(String text) {
    return new SignedMasterProfile(udf("alice"), signed(text));
  }

  /**
   * An application's entry: {@code notes "Work" signed by laptop, read by laptop+phone}; {@code -}
   * for no device.
   */
  public static ApplicationProfileEntry application(String text) {
    Matcher parts = matched(APPLICATION, text);
    return new ApplicationProfileEntry(
        udf(parts.group(1)),
        "PasswordProfile",
        parts.group(2),
        devices(parts.group(3)),
        devices(parts.group(4)));
  }

  /** A profile with these devices and applications. */
  public static PersonalProfile profile(String... parts) {
    List<SignedDeviceProfile> devices = new ArrayList<>();
    List<ApplicationProfileEntry> applications = new ArrayList<>();
    for (String part : parts) {
      if (part.contains(" signed by ")) {
        applications.add(application(part));
      } else {
        devices.add(device(part));
      }
    }
    return new PersonalProfile(udf("alice"), AT, master("master 1"), devices, applications);
  }

  /** Merges profiles that have one master profile. */
  public static Merge<PersonalProfile> merge(
      PersonalProfile base, PersonalProfile mine, PersonalProfile theirs) {
    return ProfileMerge.merge(base, mine, theirs, base.signedMasterProfile(), AT);
  }

  private static List<Udf> devices(String names) {
    return names.equals("-")
        ? List.of()
        : Arrays.stream(names.split("\\+")).map(MergeText::udf).toList();
  }

  private static JsonWebSignature signed(String text) {
    JsonWebSignature.Signature signature =
        new JsonWebSignature.Signature(Bytes.EMPTY, null, Bytes.utf8("signature"));
    return new JsonWebSignature(Bytes.utf8(text), List.of(signature));
  }

  private static Matcher matched(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not of the form " + pattern + ": " + text);
    }
    return matcher;
  }
}
