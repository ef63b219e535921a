package dev.meshsim.session;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MachineEdit;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.EscrowedKeySet;
import dev.meshsim.profile.OfflineEscrowEntry;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.EscrowSeal;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Status;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Recovers a profile from its escrow entry. */
final class Recovery {

  private Recovery() {}

  /** Recovers the profile, publishes it, puts it on the machine, and returns its identifier. */
  static Udf recover(SessionContext context, Secret secret, AccountName account) {
    MeshClient client = context.client(account);
    Udf entryIdentifier = secret.identifier(context.dialect().udfFormat());
    OfflineEscrowEntry entry = client.escrowEntry(entryIdentifier);
    secret.confirm(entry.identifier());
    EscrowedKeySet escrowed;
    try (SecretBytes octets = secret.bytes()) {
      escrowed = EscrowSeal.open(entry, octets);
    }
    Udf identifier = context.dialect().fingerprint(escrowed.masterSignatureKey().publicJwk());
    Optional<SignedPersonalProfile> bound = boundProfile(client);
    SignedPersonalProfile found = bound.orElseGet(() -> client.personalProfile(identifier));
    if (!found.identifier().equals(identifier)) {
      throw SessionException.otherProfile(identifier, found.identifier());
    }
    VerifiedPersonalProfile old = context.believe(found);
    MeshMachine machine = context.machine();
    MasterKeys keys =
        new MasterKeys(
            context.dialect(),
            escrowed,
            MasterKeys.newOnline(machine, escrowed.masterSignatureKey().publicJwk().spec()));
    SignedPersonalProfile signed =
        successor(context, old, keys, DeviceMaking.defaultOrNew(context));
    Udf online = context.dialect().fingerprint(keys.online().publicJwk());
    RequestEnvelope.Signer signer =
        context.signer(online, keys.online()).with(ReplacedVersion.header(found));
    if (bound.isEmpty()) {
      client.create(signed, signer);
    } else if (context.dialect() == Dialect.MESH) {
      client.publish(signed);
    } else {
      client.publish(signed, signer);
    }
    store(machine, account, keys, signed);
    return identifier;
  }

  private static Optional<SignedPersonalProfile> boundProfile(MeshClient client) {
    try {
      return Optional.of(client.personalProfile());
    } catch (PortalRefusedException e) {
      if (e.status() == Status.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static SignedPersonalProfile successor(
      SessionContext context, VerifiedPersonalProfile old, MasterKeys keys, LocalDevice device) {
    MeshMachine machine = context.machine();
    Instant previous = old.profile().updated();
    Instant at =
        context.laterThan(
            previous.isAfter(old.master().updated()) ? previous : old.master().updated());
    PersonalProfile next = old.profile().withMaster(keys.signMaster(machine, at), at);
    if (!old.devices().containsKey(device.udf())) {
      next = next.withDevice(device.signed(), at);
    }
    return ProfileSigner.successor(
        next,
        old.signed(),
        List.of(keys.online(), keys.escrowed().masterSignatureKey()),
        machine.stream("sign:PersonalProfile"));
  }

  private static void store(
      MeshMachine machine, AccountName account, MasterKeys keys, SignedPersonalProfile signed) {
    MachineEdit edit =
        machine
            .edit()
            .put(new MachineRecord.Personal(signed))
            .put(new MachineRecord.Account(account.toString(), signed.identifier()))
            .putDefaultIfNone(RecordKind.PERSONAL, signed.identifier().text())
            .putDefaultIfNone(RecordKind.ACCOUNT, account.toString());
    keys.putInto(edit);
    edit.commit();
  }
}
