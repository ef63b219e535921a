package dev.meshsim.session;

import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.machine.MachineEdit;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.PortalLag;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.EscrowedKeySet;
import dev.meshsim.profile.MasterProfile;
import dev.meshsim.profile.PublicKey;
import dev.meshsim.profile.trust.Administrator;
import dev.meshsim.profile.trust.Administrators;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.VoidedEscrow;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;

/**
 * The part of {@link PersonalSession} that is about administrators, devices and the escrow of the
 * master keys.
 */
abstract sealed class ProfileAdministration extends ProfileApplications permits PersonalSession {

  /**
   * Accepts a connection request and makes the device an administrator: its online signature key
   * joins the master profile. This needs the master signature key.
   *
   * @param comparedCode as for {@link PersonalSession#connectClose}
   * @throws SessionException {@code session.codes-differ} as there
   * @throws AdministrationException {@code session.master-key-needed} if this machine does not have
   *     it; {@code session.no-online-key} if the request brings none
   */
  public ConnectionResult acceptAdministrator(PendingConnection pending, String comparedCode) {
    return acceptAdministrator(pending, comparedCode, MasterKeySource.ofMachine());
  }

  /**
   * Makes a device an administrator, with the master signature key from the profile's escrow entry.
   *
   * @param secret the secret that its shares recover; nothing of the entry is stored
   */
  public ConnectionResult acceptAdministrator(
      PendingConnection pending, String comparedCode, Secret secret) {
    return acceptAdministrator(pending, comparedCode, MasterKeySource.ofShares(secret));
  }

  private ConnectionResult acceptAdministrator(
      PendingConnection pending, String comparedCode, MasterKeySource masterKey) {
    PersonalSession.requireSameCode(pending, comparedCode);
    return ConnectionApproval.administrator(self(), context(), pending, masterKey);
  }

  /** True if this machine holds an online signature key of the profile as it knows it. */
  public boolean administers() {
    return self().personalProfile().master().onlineSignatureKeys().stream()
        .anyMatch(key -> context().machine().findPrivateKey(key.udf()).isPresent());
  }

  /** The administrators of the profile as this machine knows it. */
  public List<Administrator> administrators() {
    return Administrators.of(self().personalProfile()).all();
  }

  /**
   * Removes a device from the profile and from every application. What is published afterwards is
   * encrypted without it, and its signatures count no more. Applications that this machine's device
   * administers and can decrypt are published anew at once. Where only the removed device
   * administered one, or signed its stored version, this machine's device becomes an administration
   * device of it. After a failure, calling again completes the removal.
   *
   * @return the applications in whose stored version the device still counts: those that no device
   *     of this machine administers and can decrypt, and those of a type that is not registered,
   *     which are never rewritten
   * @throws SessionException {@code session.unknown-device} if the profile has no such device
   * @throws AdministrationException {@code session.last-administrator}, {@code session.own-device}
   *     or, to remove an administrator, {@code session.master-key-needed}
   */
  public List<RemovalFinding> removeDevice(Udf device) {
    return new DeviceRemoval(self(), context(), device).remove(MasterKeySource.ofMachine());
  }

  /** Removes a device, with the master signature key from the profile's escrow entry if needed. */
  public List<RemovalFinding> removeDevice(Udf device, Secret secret) {
    return new DeviceRemoval(self(), context(), device).remove(MasterKeySource.ofShares(secret));
  }

  /**
   * Gives this machine's device new authentication and encryption keys. Its signature key is its
   * identity and stays: a device with another one is a new device. The old private keys stay on the
   * machine, so that older content opens.
   *
   * <p>An administrator publishes the device at once, and anew the applications that it administers
   * and can decrypt. Otherwise the returned device asks an administrator, with {@link
   * MeshSession#connect}. After a failure, calling again goes on with the same new keys.
   */
  public DeviceRegistration changeDeviceKeys() {
    return DeviceKeyChange.make(self(), context());
  }

  /**
   * Publishes an escrow entry (developer-08 section 6.6).
   *
   * @throws SessionException {@code session.other-profile} if it holds another profile's keys
   */
  public void escrow(OfflineEscrowEntry entry) {
    requireOwn(entry);
    publish(entry, Optional.empty());
  }

  /**
   * Makes an escrow entry from the master keys on this machine.
   *
   * @throws AdministrationException {@code session.master-key-needed} if they are not there
   */
  public OfflineEscrowEntry newEscrowEntry(int quorum, int shares) {
    MasterProfile master = self().personalProfile().master();
    MeshMachine machine = context().machine();
    EscrowedKeySet keys =
        new EscrowedKeySet(
            masterKey(master.masterSignatureKey()),
            master.masterEscrowKeys().stream().map(this::masterKey).toList());
    return new OfflineEscrowEntry(machine, context().dialect(), keys, quorum, shares);
  }

  private PrivateJwk masterKey(PublicKey key) {
    MeshMachine machine = context().machine();
    return machine
        .findPrivateKey(key.udf())
        .orElseThrow(() -> AdministrationException.masterKeyNeeded(machine.name(), self().udf()));
  }

  private void requireOwn(OfflineEscrowEntry entry) {
    if (!entry.profile().equals(self().udf())) {
      throw SessionException.otherEscrow(entry.profile(), self().udf());
    }
  }

  /**
   * Publishes a new escrow entry, and voids all earlier ones of the profile that the portal knows
   * to be its own: their shares find nothing any more. The master keys stay the same, so a copy of
   * an old entry that somebody made before still opens with a quorum of its shares.
   *
   * @return the new entry with its shares
   */
  public OfflineEscrowEntry renewEscrow(int quorum, int shares) {
    return renewEscrow(quorum, shares, VoidedEscrow.all());
  }

  /** Renews the escrow as {@link #renewEscrow(int, int)} does, but voids only these entries. */
  public OfflineEscrowEntry renewEscrow(int quorum, int shares, List<Udf> previous) {
    return renewEscrow(quorum, shares, VoidedEscrow.of(previous));
  }

  /**
   * Renews the escrow as {@link #renewEscrow(int, int)} does, with an entry of {@link
   * #newEscrowEntry}: after its shares have been written down, for example.
   *
   * @throws SessionException {@code session.other-profile} if it holds another profile's keys
   */
  public void renewEscrow(OfflineEscrowEntry entry) {
    requireOwn(entry);
    publish(entry, Optional.of(VoidedEscrow.all()));
  }

  private OfflineEscrowEntry renewEscrow(int quorum, int shares, VoidedEscrow voided) {
    OfflineEscrowEntry entry = newEscrowEntry(quorum, shares);
    publish(entry, Optional.of(voided));
    return entry;
  }

  private void publish(OfflineEscrowEntry entry, Optional<VoidedEscrow> voided) {
    RequestEnvelope.Signer signer = self().administrator();
    self()
        .client()
        .publish(entry.sealed(), voided.map(v -> signer.with(v.header())).orElse(signer));
    MachineEdit edit = context().machine().edit();
    atPortals().publishes(edit, accountName(), PortalLag.Escrow.of(entry.sealed(), voided));
    if (!edit.isEmpty()) {
      edit.commit();
      publishAgain();
    }
  }
}
