package dev.meshsim.session;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MachineEdit;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.EscrowedKeySet;
import dev.meshsim.profile.PersonalProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.Administrator;
import dev.meshsim.profile.trust.Administrators;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recovers a profile from its escrow entry. Nothing is stored on the machine before the portal has
 * accepted the recovered profile.
 *
 * @param account the account to bind the profile to
 * @param others further accounts of the profile; the machine gets them too
 * @param mayCreate true to make the account if it does not exist
 * @param keep the devices that go on administering
 */
record Recovery(
    SessionContext context,
    AccountName account,
    List<AccountName> others,
    boolean mayCreate,
    Set<Udf> keep) {

  /** Recovers the profile, publishes it, puts it on the machine, and returns its identifier. */
  Udf recover(Secret secret) {
    MeshClient client = context.client(account);
    EscrowedKeySet escrowed = MasterKeySource.open(context, client, secret);
    Udf identifier = context.dialect().fingerprint(escrowed.masterSignatureKey().publicJwk());
    Optional<SignedPersonalProfile> bound = boundProfile(client);
    if (bound.isEmpty() && !mayCreate) {
      throw SessionException.noSuchAccount(account);
    }
    SignedPersonalProfile found = bound.orElseGet(() -> client.personalProfile(identifier));
    if (!found.identifier().equals(identifier)) {
      throw SessionException.otherProfile(identifier, found.identifier());
    }
    Map<AccountName, SignedPersonalProfile> atOthers = atOthers(identifier);
    VerifiedPersonalProfile old = context.believe(found);
    context.requireNotOlder(account, old);
    MeshMachine machine = context.machine();
    MasterKeys keys =
        new MasterKeys(
            context.dialect(),
            escrowed,
            MasterKeys.newOnline(machine, escrowed.masterSignatureKey().publicJwk().spec()));
    DeviceMaking.Made device = DeviceMaking.defaultOrMade(context);
    SignedPersonalProfile signed = successor(old, keys, device.device(), client.seen());
    publish(client, old, signed, keys, bound.isPresent());
    store(keys, device, signed, atOthers);
    return identifier;
  }

  /** What the portals of the other accounts have, each of which must be there. */
  private Map<AccountName, SignedPersonalProfile> atOthers(Udf identifier) {
    Map<AccountName, SignedPersonalProfile> found = new LinkedHashMap<>();
    for (AccountName other : others) {
      SignedPersonalProfile profile =
          boundProfile(context.client(other))
              .orElseThrow(() -> SessionException.noSuchAccount(other));
      if (!profile.identifier().equals(identifier)) {
        throw AccountsException.ofOther(other, profile.identifier(), identifier);
      }
      found.put(other, context.believe(profile).signed());
    }
    return found;
  }

  private static Optional<SignedPersonalProfile> boundProfile(MeshClient client) {
    return PortalRefusedException.ifFound(client::personalProfile);
  }

  private SignedPersonalProfile successor(
      VerifiedPersonalProfile old, MasterKeys keys, LocalDevice device, Map<String, Object> seen) {
    MeshMachine machine = context.machine();
    Instant previous = old.profile().updated();
    Instant at =
        context.laterThan(
            previous.isAfter(old.master().updated()) ? previous : old.master().updated());
    Administrators administrators = administrators(old, keys.administrator(device.udf()));
    PersonalProfile next =
        old.profile().withMaster(keys.signMaster(machine, administrators, at), at);
    if (!old.devices().containsKey(device.udf())) {
      next = next.withDevice(device.signed(), at);
    }
    return ProfileSigner.successor(
        next,
        old.signed(),
        seen,
        List.of(keys.online(), keys.escrowed().masterSignatureKey()),
        machine.stream("sign:PersonalProfile"));
  }

  private Administrators administrators(VerifiedPersonalProfile old, Administrator self) {
    Administrators before = Administrators.of(old);
    for (Udf device : keep) {
      if (before.on(device).isEmpty()) {
        throw SessionException.unknownAdministrator(old.identifier(), device);
      }
    }
    List<Administrator> next = new ArrayList<>(List.of(self));
    before.all().stream()
        .filter(other -> other.device().filter(keep::contains).isPresent())
        .filter(other -> !other.device().equals(self.device()))
        .forEach(next::add);
    return new Administrators(next);
  }

  private void publish(
      MeshClient client,
      VerifiedPersonalProfile old,
      SignedPersonalProfile signed,
      MasterKeys keys,
      boolean exists) {
    boolean mesh = context.dialect() == Dialect.MESH;
    Map<String, Object> header = mesh ? Map.of() : ReplacedVersion.header(old.signed());
    Udf online = context.dialect().fingerprint(keys.online().publicJwk());
    RequestEnvelope.Signer signer = context.signer(online, keys.online()).with(header);
    if (!exists) {
      client.create(signed, signer);
    } else if (mesh) {
      client.publish(signed);
    } else {
      client.publish(signed, signer);
    }
  }

  private void store(
      MasterKeys keys,
      DeviceMaking.Made device,
      SignedPersonalProfile signed,
      Map<AccountName, SignedPersonalProfile> atOthers) {
    MachineEdit edit = context.machine().edit();
    device.putInto(edit);
    AtPortals portals = new AtPortals(context.machine(), signed.identifier());
    portals.bind(edit, account, signed, signed);
    atOthers.forEach((other, had) -> portals.bind(edit, other, had, signed));
    edit.putDefaultIfNone(RecordKind.PERSONAL, signed.identifier().text())
        .putDefaultIfNone(RecordKind.ACCOUNT, account.toString());
    keys.putInto(edit);
    edit.commit();
  }
}
