package dev.meshsim.cli.profile;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.InputFile;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.json.TolerantJson;
import dev.meshsim.profile.PrivateKeySet;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.udf.Udf;
import dev.meshsim.udf.UdfException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A file with encrypted parts of an application: a signed profile, or a single part. */
final class EncryptedFile {

  private static final String SIGNED = "SignedApplicationProfile";
  private static final String OWNER = "SignedPersonalProfile";
  private static final String ENCRYPTION = "JoseWebEncryption";

  private final InputFile input;
  private final Dialect dialect;
  private final @Nullable SignedApplicationProfile signed;
  private final String type;
  private final Map<String, JsonWebEncryption> parts;

  private EncryptedFile(
      InputFile input,
      Dialect dialect,
      @Nullable SignedApplicationProfile signed,
      String type,
      Map<String, JsonWebEncryption> parts) {
    this.input = input;
    this.dialect = dialect;
    this.signed = signed;
    this.type = type;
    this.parts = parts;
  }

  /**
   * Reads the file; nothing is verified or decrypted.
   *
   * @throws InputException with the position, if it is neither kind
   */
  static EncryptedFile of(InputFile input) {
    try {
      return input.tree().has("ciphertext") || input.tag().equals(ENCRYPTION)
          ? alone(input)
          : signed(input);
    } catch (InputException e) {
      throw e;
    } catch (MeshException e) {
      throw input.wrong(e);
    }
  }

  private static EncryptedFile signed(InputFile input) {
    Dialect dialect = input.dialectOf(SIGNED);
    SignedApplicationProfile signed =
        dialect.json().read(input.text(), SignedApplicationProfile.class);
    JsonNode payload = dialect.json().readTree(signed.signedData().payload());
    if (payload.size() != 1) {
      throw input.wrong("what is signed is not one tagged object", "get the object again");
    }
    Map.Entry<String, JsonNode> only = payload.properties().iterator().next();
    if (!only.getValue().path("Identifier").asString("").equals(signed.identifier().text())) {
      throw input.wrong(
          "the Identifier of what is signed is not " + signed.identifier(), "get the object again");
    }
    Map<String, JsonWebEncryption> parts = new LinkedHashMap<>();
    add(parts, "SharedPrivate", only.getValue().path("SharedPrivate"));
    int index = 0;
    for (JsonNode part : only.getValue().path("DevicePrivate")) {
      add(parts, "DevicePrivate[" + index++ + "]", part);
    }
    if (parts.isEmpty()) {
      throw input.wrong(
          "the " + only.getKey() + " has nothing encrypted", "there is nothing to open");
    }
    return new EncryptedFile(input, dialect, signed, only.getKey(), parts);
  }

  private static void add(Map<String, JsonWebEncryption> parts, String name, JsonNode tagged) {
    if (tagged.has(ENCRYPTION)) {
      parts.put(name, MeshJson.fromTree(tagged.path(ENCRYPTION), JsonWebEncryption.class));
    }
  }

  /** Reads a single part. Its dialect is recognised by the fingerprint of the first recipient. */
  private static EncryptedFile alone(InputFile input) {
    boolean tagged = input.tag().equals(ENCRYPTION);
    JsonNode raw = tagged ? input.tree().path(ENCRYPTION) : input.tree();
    JsonNode first = raw.path("recipients").path(0);
    String kid = first.path(first.has("Header") ? "Header" : "header").path("kid").asString("");
    Udf named = fingerprint(kid);
    if (named == null) {
      throw input.wrong(
          "the encryption has no recipient with a fingerprint as its kid",
          "nobody can tell whose key opens it; get the object again");
    }
    Dialect dialect = Dialect.of(named);
    JsonNode tree = dialect.json().readTree(input.text());
    return new EncryptedFile(
        input,
        dialect,
        null,
        ENCRYPTION,
        Map.of(
            ENCRYPTION,
            MeshJson.fromTree(tagged ? tree.path(ENCRYPTION) : tree, JsonWebEncryption.class)));
  }

  Dialect dialect() {
    return dialect;
  }

  boolean isSigned() {
    return signed != null;
  }

  /**
   * Verifies that an authorised device of the owner has signed this.
   *
   * @throws InputException if no such device has, if the owner's own profile does not verify, or if
   *     this is not signed
   */
  void verify(InputFile owner) {
    SignedApplicationProfile present = signed;
    if (present == null) {
      throw input.wrong(
          "a " + ENCRYPTION + " carries no signature that --owner could verify",
          "give the " + SIGNED + " that contains it, or leave out --owner");
    }
    if (owner.dialectOf(OWNER) != dialect) {
      throw owner.wrong(
          "it is not in the dialect " + dialect.label(), "give the profile of the same person");
    }
    ProfileVerifier verifier = new ProfileVerifier(dialect);
    var verified =
        owner.checked(
            () ->
                verifier.personal(dialect.json().read(owner.text(), SignedPersonalProfile.class)));
    input.checked(
        () -> {
          verifier.applicationSigner(present, type, verified);
          return present;
        });
  }

  /**
   * Decrypts every part that one of these keys opens.
   *
   * @return the content of each as JSON without white space
   * @throws InputException if no key opens a part, or if a part was detectably altered
   */
  List<String> open(PrivateKeySet keys) {
    List<String> opened = new ArrayList<>();
    Set<String> recipients = new LinkedHashSet<>();
    parts.forEach(
        (name, message) -> {
          for (JsonWebEncryption.WrappedKey recipient : message.recipients()) {
            var header = recipient.header();
            String kid = header == null ? "" : header.path("kid").asString("");
            Udf udf = fingerprint(kid);
            recipients.add(udf == null ? "somebody without a fingerprint" : udf.text());
            var key = udf == null ? Optional.<PrivateKeySet.Item>empty() : keys.named(udf);
            if (udf != null && key.isPresent()) {
              opened.add(decrypt(name, message, udf, key.get()));
              break;
            }
          }
        });
    if (opened.isEmpty()) {
      throw input.wrong(
          "it is encrypted to "
              + String.join(", ", recipients.stream().limit(4).toList())
              + (recipients.size() > 4 ? " and " + (recipients.size() - 4) + " more" : "")
              + ", and none of these is among the keys",
          "give the encryption key of a device that the application's entry lists");
    }
    return opened;
  }

  private static @Nullable Udf fingerprint(String kid) {
    try {
      return Udf.parse(kid);
    } catch (UdfException.Syntax e) {
      return null;
    }
  }

  private String decrypt(String name, JsonWebEncryption message, Udf kid, PrivateKeySet.Item key) {
    byte[] octets = new byte[0];
    try (SecretBytes text = dialect.encryption().decrypt(message, kid, key.key())) {
      octets = text.expose();
      return MeshJson.write(TolerantJson.read(Bytes.of(octets))).utf8();
    } catch (JsonException e) {
      // The exception's message would quote some of the content.
      throw input.wrong(
          name + " is not JSON when decrypted: it was altered", "get the object again");
    } catch (MeshException e) {
      throw input.wrong(name + ": " + e.problem(), e.hint());
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }
}
