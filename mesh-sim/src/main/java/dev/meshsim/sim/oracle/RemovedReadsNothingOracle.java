package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.JsonWebEncryption;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.application.ApplicationProfile;
import dev.meshsim.profile.application.KnownApplicationProfile;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.sim.oracle.fact.PortalRecords;
import dev.meshsim.sim.oracle.fact.ProfileFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A version of an application that a portal takes is encrypted to devices of the profile that the
 * portal has at that time, and to its master escrow keys, and to nobody else. A machine stores only
 * versions that are encrypted to a key of its own, or that it has published.
 */
final class RemovedReadsNothingOracle implements Oracle {

  /** The machines that have published each version, by the digest of its payload. */
  private final Map<Bytes, Set<String>> publishers = new HashMap<>();

  @Override
  public String name() {
    return "removed-reads-nothing";
  }

  @Override
  public String law() {
    return "A device that is not in the profile is no recipient of what is published, and stores"
        + " nothing of it.";
  }

  @Override
  public Set<Class<? extends SimEvent>> events() {
    return Set.of(SimEvent.Exchanged.class, SimEvent.Committed.class);
  }

  @Override
  public void on(SimEvent event, Scene scene, Verdict verdict) {
    if (event instanceof SimEvent.Exchanged exchanged) {
      scene
          .history()
          .message(exchanged)
          .asked(PublishRequest.class)
          .map(PublishRequest::entry)
          .filter(SignedApplicationProfile.class::isInstance)
          .map(SignedApplicationProfile.class::cast)
          .ifPresent(signed -> published(exchanged, signed, scene, verdict));
    } else if (event instanceof SimEvent.Committed commit) {
      for (MachineChange change : commit.changes()) {
        if (change instanceof MachineChange.Put put
            && put.record() instanceof MachineRecord.Application application) {
          stored(commit.machine(), application.signed(), scene, verdict);
        }
      }
    }
  }

  private void published(
      SimEvent.Exchanged exchanged, SignedApplicationProfile signed, Scene scene, Verdict verdict) {
    Bytes payload = signed.signedData().payload();
    publishers
        .computeIfAbsent(Sha256.of(payload), digest -> new HashSet<>())
        .add(exchanged.machine());
    if (!scene.history().message(exchanged).accepted()) {
      return;
    }
    PortalRecords records =
        new PortalRecords(scene.portalStore(exchanged.portal()), scene.dialect());
    Optional<ProfileFacts> profile =
        records
            .ownerOf(signed.identifier())
            .flatMap(records::latest)
            .filter(SignedPersonalProfile.class::isInstance)
            .flatMap(entry -> scene.history().profile((SignedPersonalProfile) entry));
    if (profile.isEmpty()) {
      return;
    }
    Set<String> readers = new HashSet<>();
    profile.get().devices().values().forEach(device -> readers.add(device.encryptionKey().text()));
    profile.get().master().masterEscrowKeys().forEach(key -> readers.add(key.udf().text()));
    for (String recipient : recipients(payload, scene)) {
      if (!readers.contains(recipient)) {
        verdict.violated(
            exchanged.machine()
                + " has published a version of "
                + signed.identifier()
                + " for the key "
                + recipient
                + " of no device of the profile");
      }
    }
  }

  private void stored(
      String machine, SignedApplicationProfile signed, Scene scene, Verdict verdict) {
    Bytes payload = signed.signedData().payload();
    Map<RecordKey, MachineRecord> records = scene.history().records(machine);
    List<String> recipients = recipients(payload, scene);
    boolean own =
        publishers.getOrDefault(Sha256.of(payload), Set.of()).contains(machine)
            || recipients.stream()
                .anyMatch(key -> records.containsKey(new RecordKey(RecordKind.PRIVATE_KEY, key)));
    if (!own && !recipients.isEmpty()) {
      verdict.violated(
          machine
              + " has stored a version of "
              + signed.identifier()
              + " that is encrypted to none of its keys");
    }
  }

  /** The keys that the content is encrypted to; none if the application's type is not known. */
  private static List<String> recipients(Bytes payload, Scene scene) {
    try {
      if (ApplicationProfile.read(scene.dialect(), payload)
          instanceof KnownApplicationProfile application) {
        return recipients(application.sharedPrivate().joseWebEncryption());
      }
    } catch (MeshException | IllegalArgumentException e) {
      // No portal takes it, and no machine stores it.
      return List.of();
    }
    return List.of();
  }

  private static List<String> recipients(JsonWebEncryption encrypted) {
    List<String> recipients = new ArrayList<>();
    for (JsonWebEncryption.WrappedKey recipient : encrypted.recipients()) {
      JsonNode header = recipient.header();
      recipients.add(header == null ? "" : header.path("kid").asString(""));
    }
    return recipients;
  }
}
