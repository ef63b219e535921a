package dev.meshsim.sim.forger;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.dialect.ObjectJson;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedMasterProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.Administrator;
import dev.meshsim.profile.trust.Administrators;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ReadersVersion;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.udf.Udf;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Versions of profiles and applications that follow from no rule. */
final class ProfileForgeries {

  private ProfileForgeries() {}

  private static Optional<Bytes> published(Rogue rogue, SignedPersonalProfile version) {
    return Optional.of(rogue.plain(new PublishRequest(version)));
  }

  private static PersonalProfile at(PersonalProfile content, Instant time) {
    return content.withMaster(content.signedMasterProfile(), time);
  }

  /** The profile lists an application that is another's. */
  static Optional<Bytes> anothersApplication(Rogue rogue, Victims victims) {
    Rogue other = rogue.neighbour();
    other.application();
    ApplicationProfileEntry entry = rogue.content(other.stored()).applications().get(0);
    SignedPersonalProfile stored = rogue.stored();
    PersonalProfile content = rogue.content(stored);
    PersonalProfile next = content.withApplication(entry, rogue.after(content.updated()));
    return published(rogue, rogue.successor(next, stored));
  }

  /** A version that says that it replaces none. */
  static Optional<Bytes> replacesNothing(Rogue rogue, Victims victims) {
    PersonalProfile content = rogue.content(rogue.stored());
    PersonalProfile next = at(content, rogue.after(content.updated()));
    return published(rogue, ProfileSigner.personal(next, List.of(rogue.online()), rogue.random()));
  }

  /** A version that was made before the stored one. */
  static Optional<Bytes> earlier(Rogue rogue, Victims victims) {
    SignedPersonalProfile stored = rogue.stored();
    PersonalProfile content = rogue.content(stored);
    PersonalProfile next = at(content, content.updated().minus(Duration.ofSeconds(1)));
    return published(rogue, rogue.successor(next, stored));
  }

  /** A version whose content was changed after it was signed. */
  static Optional<Bytes> altered(Rogue rogue, Victims victims) {
    SignedPersonalProfile stored = rogue.stored();
    PersonalProfile content = rogue.content(stored);
    Instant time = rogue.after(content.updated());
    SignedPersonalProfile good = rogue.successor(at(content, time), stored);
    Bytes payload =
        Dialect.of(good.identifier())
            .json()
            .write(content.withDevice(rogue.otherDevice().device().deviceProfile().signed(), time));
    return published(
        rogue,
        new SignedPersonalProfile(
            good.identifier(), new JsonWebSignature(payload, good.signedData().signatures())));
  }

  /** A version that only an administrator has signed whom the version itself makes one. */
  static Optional<Bytes> newAdministrator(Rogue rogue, Victims victims) {
    SignedPersonalProfile stored = rogue.stored();
    PersonalProfile content = rogue.content(stored);
    Dialect dialect = Dialect.of(stored.identifier());
    MasterProfile before = rogue.personal().personalProfile().master();
    PrivateJwk added =
        rogue.machine().generate(before.masterSignatureKey().jwk().spec(), "AddedKey");
    Instant time = rogue.after(content.updated());
    Administrators administrators =
        new Administrators(
            List.of(
                Administrator.on(rogue.device().udf(), PublicKey.of(dialect, added.publicJwk()))));
    SignedMasterProfile master =
        ProfileSigner.master(
            new MasterProfile(
                before.identifier(),
                time,
                before.masterSignatureKey(),
                before.masterEscrowKeys(),
                administrators.keys()),
            administrators,
            rogue.master(),
            rogue.random());
    return published(
        rogue,
        ProfileSigner.successor(
            content.withMaster(master, time), stored, List.of(added), rogue.random()));
  }

  /** A version of an application for the devices of an earlier version of the profile. */
  static Optional<Bytes> otherReaders(Rogue rogue, Victims victims) {
    SignedPersonalProfile first = rogue.stored();
    SignedApplicationProfile stored = application(rogue);
    Map<String, Object> header = new HashMap<>(ReplacedVersion.header(stored));
    header.putAll(ReadersVersion.header(first));
    return Optional.of(rogue.plain(new PublishRequest(next(rogue, stored, header, device(rogue)))));
  }

  /** A version of an application that a device has signed which its entry does not list. */
  static Optional<Bytes> otherDevice(Rogue rogue, Victims victims) {
    SignedApplicationProfile stored = application(rogue);
    Map<String, Object> header = new HashMap<>(ReplacedVersion.header(stored));
    header.putAll(ReadersVersion.header(rogue.stored()));
    PrivateJwk other = rogue.otherDevice().key();
    return Optional.of(rogue.plain(new PublishRequest(next(rogue, stored, header, other))));
  }

  /** The content of an application under an identifier that is in no profile. */
  static Optional<Bytes> unlisted(Rogue rogue, Victims victims) {
    SignedApplicationProfile listed = application(rogue);
    Udf identifier = rogue.drawnIdentifier();
    ObjectJson json = Dialect.of(identifier).json();
    Map.Entry<String, JsonNode> tagged =
        json.readTree(listed.signedData().payload()).properties().iterator().next();
    ObjectNode members = (ObjectNode) tagged.getValue();
    members.put("Identifier", identifier.text());
    SignedApplicationProfile renamed =
        new SignedApplicationProfile(
            identifier,
            new JsonWebSignature(
                json.write(tagged.getKey(), members), listed.signedData().signatures()));
    return Optional.of(
        rogue.plain(new PublishRequest(next(rogue, renamed, Map.of(), device(rogue)))));
  }

  private static PrivateJwk device(Rogue rogue) {
    return rogue.machine().privateKey(rogue.device().udf());
  }

  private static SignedApplicationProfile next(
      Rogue rogue, SignedApplicationProfile stored, Map<String, Object> header, PrivateJwk key) {
    return ProfileSigner.application(
        stored, rogue.now().plus(Duration.ofSeconds(1)), header, key, rogue.random());
  }

  private static SignedApplicationProfile application(Rogue rogue) {
    return rogue.client(rogue.account()).applicationProfile(rogue.application());
  }
}
