package dev.meshsim.session;

import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.ConnectionResult;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.trust.ConnectionAuthenticator;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.TransferResponse;
import dev.meshsim.udf.Udf;
import java.time.Instant;
import java.util.Optional;

/**
 * One personal profile on one machine (developer-08 section 6.1.1). A change is published, then
 * stored on the machine. If another device has published a version in the meantime, the two are
 * merged; see {@link dev.meshsim.profile.merge.ProfileMerge}. Every method that reaches a portal
 * throws {@link PortalRefusedException} if the portal refuses.
 */
public final class PersonalSession extends ProfileAdministration {

  private final SessionContext context;
  private final AccountName account;
  private final Udf udf;

  PersonalSession(SessionContext context, AccountName account, Udf udf) {
    this.context = context;
    this.account = account;
    this.udf = udf;
  }

  /** The account. */
  public String account() {
    return account.toString();
  }

  /** The profile's identifier. */
  public Udf udf() {
    return udf;
  }

  /**
   * The profile as this machine knows it.
   *
   * @throws SessionException after {@link #delete()}
   */
  public VerifiedPersonalProfile personalProfile() {
    return context
        .machine()
        .personal(udf)
        .map(context::believe)
        .orElseThrow(() -> SessionException.deleted(udf));
  }

  /**
   * Fetches the profile from the account's portal and returns the machine's version afterwards: the
   * portal's, unless the portal is known to be behind.
   */
  public VerifiedPersonalProfile refresh() {
    return new CatchUp(this, context).fetch();
  }

  /**
   * Deletes the profile from this machine (developer-08 section 6.7): the profile, its accounts,
   * applications and master keys. The portal keeps what was published, and the machine its device.
   */
  public void delete() {
    personalProfile();
    ProfileRemoval.remove(context, udf);
  }

  /** Deletes the account at the portal and its record on this machine; the profile stays. */
  public void deleteAccount() {
    client().delete(administrator());
    dropAccount();
  }

  /**
   * Asks the account's portal for the records that its log has of the profile's own entries: the
   * first page of them, in the order in which they were written.
   */
  public TransferResponse transfer() {
    return client().transfer(null, administrator());
  }

  /**
   * Asks the account's portal for the records that its log has of the profile's own entries up to
   * its latest checkpoint, and checks that each is in the log. That none is missing is not shown.
   *
   * @throws dev.meshsim.transparency.tree.TransparencyException if one is not, or if the log does
   *     not continue what this machine has seen of it; {@code transparency.withheld} if the portal
   *     has no log
   */
  public TransferResponse provedTransfer() {
    return client().provedTransfer(this::administrator);
  }

  /** Lists the open connection requests (developer-08 section 6.9). */
  public PendingConnections connectPending() {
    return ConnectionApproval.list(context, client(), personalProfile(), this::administrator);
  }

  /**
   * Answers a connection request (developer-08 section 6.9). If accepted, the profile with the
   * device in it is published first.
   *
   * @param status {@link ConnectionStatus#ACCEPTED} or {@link ConnectionStatus#REJECTED}
   * @param comparedCode the code that the device shows, as a person has read or typed it, whole, in
   *     any case and with or without dashes; not read for a rejection
   * @throws SessionException {@code session.codes-differ} if the request has another code; nothing
   *     is sent then
   */
  public ConnectionResult connectClose(
      PendingConnection pending, ConnectionStatus status, String comparedCode) {
    if (status == ConnectionStatus.ACCEPTED) {
      requireSameCode(pending, comparedCode);
    }
    return ConnectionApproval.close(this, context, pending, status);
  }

  static void requireSameCode(PendingConnection pending, String comparedCode) {
    if (!ConnectionAuthenticator.matches(pending.authenticator(), comparedCode)) {
      throw SessionException.codesDiffer(pending.deviceUdf());
    }
  }

  /** Rejects a connection request, for which no codes need be compared. */
  public ConnectionResult connectReject(PendingConnection pending) {
    return ConnectionApproval.close(this, context, pending, ConnectionStatus.REJECTED);
  }

  /**
   * Accepts a connection request although nobody has compared the codes: whoever controls the
   * portal may have put the request of a device of his own in place of the expected one. For
   * devices that show no code. Otherwise use {@link #connectClose}.
   */
  public ConnectionResult acceptUncompared(PendingConnection pending) {
    return ConnectionApproval.close(this, context, pending, ConnectionStatus.ACCEPTED);
  }

  /** The device of this machine that is in the profile. */
  public DeviceProfile thisDevice() {
    VerifiedPersonalProfile profile = personalProfile();
    return profile.devices().values().stream()
        .filter(device -> context.machine().device(device.identifier()).isPresent())
        .findFirst()
        .orElseThrow(() -> SessionException.notConnected(context.machine().name(), udf));
  }

  @Override
  PersonalSession self() {
    return this;
  }

  @Override
  SessionContext context() {
    return context;
  }

  MeshClient client() {
    return context.client(account);
  }

  /**
   * The signer of requests and profiles: an online signature key of the profile on this machine.
   */
  RequestEnvelope.Signer administrator() {
    return context.administrator(personalProfile().master());
  }

  @Override
  AccountName accountName() {
    return account;
  }

  /** A session on this profile through another of its accounts. */
  PersonalSession on(AccountName other) {
    return other.equals(account) ? this : new PersonalSession(context, other, udf);
  }

  /**
   * Makes a change and publishes it, here and then at the portals of the profile's other accounts;
   * see {@link ProfileUpdate#publish}.
   */
  VerifiedPersonalProfile change(ProfileChange change) {
    catchUp();
    VerifiedPersonalProfile changed = new ProfileUpdate(this, context, change).publish();
    spread();
    return changed;
  }

  /**
   * Brings the account's portal to the machine's version, if it is known to be behind.
   *
   * @return the portal's version before, if it was behind
   */
  Optional<VerifiedPersonalProfile> catchUp() {
    return new CatchUp(this, context).publish();
  }

  /** Publishes at the other portals; what they cannot be given, the machine remembers. */
  void spread() {
    new Spread(this, context).publish(Optional.empty());
  }

  /**
   * A change of a profile, which gets {@code at} as its time. It is applied once more, to the
   * portal's version, if both changed the master profile.
   */
  interface ProfileChange {
    dev.meshsim.profile.PersonalProfile apply(
        dev.meshsim.profile.PersonalProfile profile, Instant at);
  }
}
