package dev.meshsim.session;

import dev.meshsim.machine.MachineEdit;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.PortalLag;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.ApplicationProfileEntry;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.merge.Side;
import dev.meshsim.profile.trust.ProfileSigner;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;

/**
 * The part of {@link PersonalSession} that is about the accounts of its profile. A profile may have
 * accounts at several portals. What a session publishes, it publishes at its own account's portal
 * first; then at the others. One that cannot be reached does not make the change fail: the machine
 * remembers what it is behind by, and makes up for it with the next change or {@link
 * #publishAgain()}.
 */
abstract sealed class ProfileAccounts permits ProfileApplications {

  abstract PersonalSession self();

  abstract SessionContext context();

  abstract AccountName accountName();

  AtPortals atPortals() {
    return new AtPortals(context().machine(), self().udf());
  }

  /** The accounts of this profile on this machine, in alphabetical order. */
  public List<String> accounts() {
    return context().machine().accountsOf(self().udf());
  }

  /** The accounts whose portals are not known to have what the machine has. */
  public List<String> accountsBehind() {
    return atPortals().behind().stream().map(AccountName::toString).toList();
  }

  /**
   * The accounts that this machine has asked for, for this profile, and whose portals have neither
   * acknowledged nor refused them. {@link #addAccount} asks again.
   */
  public List<String> unconfirmedAccounts() {
    return AccountCreation.unconfirmedOf(context().machine(), self().udf());
  }

  /**
   * Publishes at the portals that are behind what they have missed: the profile, applications that
   * this machine's device administers, and escrow entries. If such a portal was given another
   * version in the meantime, the two are merged, and the result is published at all portals.
   *
   * @return the accounts whose portals are still behind, each with the reason; empty if none is
   */
  public List<AccountBehind> publishAgain() {
    return new Spread(self(), context()).publish(Optional.empty());
  }

  /**
   * Publishes as {@link #publishAgain()} does, and decides for one side what the machine's profile
   * and a portal's have differently.
   */
  public List<AccountBehind> publishAgain(Side side) {
    return new Spread(self(), context()).publish(Optional.of(side));
  }

  /**
   * Creates another account for this profile, at any portal that the session reaches. If that
   * portal has a version that is new to this machine, the profile is refreshed first.
   *
   * @return a session on the profile through that account
   * @throws SessionException {@code session.already-bound} if the account is on this machine
   * @throws AccountsException {@code session.versions-differ} if the portal has a version of the
   *     profile that is later than the one at this session's portal and does not follow it. No
   *     account is created
   * @throws PortalRefusedException if the portal refuses; nothing is stored
   */
  public PersonalSession addAccount(String account) {
    AccountName name = newName(account);
    RequestEnvelope.Signer administrator = self().administrator();
    MeshClient client = context().client(name);
    // The portal has the profile already if it has, or had, another account there.
    Optional<VerifiedPersonalProfile> found =
        PortalRefusedException.ifFound(() -> client.personalProfile(self().udf()))
            .map(context()::believe);
    found.ifPresent(theirs -> requireKnown(theirs, name));
    SignedPersonalProfile first =
        found
            .map(VerifiedPersonalProfile::signed)
            .orElseGet(
                () ->
                    ProfileSigner.again(
                        self().personalProfile().signed(),
                        Optional.empty(),
                        client.seen(),
                        List.of(administrator.key()),
                        context().machine().stream("sign:PersonalProfile")));
    client.create(first, administrator);
    bind(name, first, found);
    oweApplications(name);
    publishAgain();
    return self().on(name);
  }

  /**
   * Makes an account of this profile known to this machine: one that another device created. If its
   * portal has a version that is new to this machine, the profile is refreshed first.
   *
   * @return a session on the profile through that account
   * @throws SessionException {@code session.already-bound} if the account is on this machine
   * @throws AccountsException {@code session.account-of-other} if it has another profile; {@code
   *     session.versions-differ} if its portal has neither this machine's version of the profile
   *     nor the one before it or after it; in dialect {@code portal-2017}, where a version does not
   *     name the one before it, not this machine's version. Nothing is stored
   */
  public PersonalSession bindAccount(String account) {
    AccountName name = newName(account);
    SignedPersonalProfile fetched = context().client(name).personalProfile();
    if (!fetched.identifier().equals(self().udf())) {
      throw AccountsException.ofOther(name, fetched.identifier(), self().udf());
    }
    VerifiedPersonalProfile theirs = context().believe(fetched);
    requireKnown(theirs, name);
    VerifiedPersonalProfile mine = self().personalProfile();
    if (!isSameOrNext(theirs, mine) && !replaces(mine, theirs)) {
      throw AccountsException.versionsDiffer(name, self().udf());
    }
    bind(name, fetched, Optional.of(theirs));
    return self().on(name);
  }

  /** Refuses a portal's version that may have changes which this session's portal has not. */
  private void requireKnown(VerifiedPersonalProfile theirs, AccountName name) {
    if (isUnknownSuccessor(theirs, self().personalProfile())
        && isUnknownSuccessor(theirs, self().refresh())) {
      throw AccountsException.versionsDiffer(name, self().udf());
    }
  }

  private static boolean isSameOrNext(
      VerifiedPersonalProfile theirs, VerifiedPersonalProfile mine) {
    return ReplacedVersion.isSame(theirs.signed(), mine.signed()) || replaces(theirs, mine);
  }

  /** True if a later version may have changes that this machine has never seen. */
  private static boolean isUnknownSuccessor(
      VerifiedPersonalProfile theirs, VerifiedPersonalProfile mine) {
    return !isSameOrNext(theirs, mine)
        && theirs.profile().updated().isAfter(mine.profile().updated());
  }

  private static boolean replaces(VerifiedPersonalProfile next, VerifiedPersonalProfile before) {
    return ReplacedVersion.of(next.signed())
        .filter(ReplacedVersion.digest(before.signed())::equals)
        .isPresent();
  }

  private AccountName newName(String account) {
    AccountName name = AccountName.parse(account);
    if (context().machine().profileOf(name.toString()).isPresent()) {
      throw SessionException.alreadyBound(context().machine().name(), name);
    }
    return name;
  }

  /**
   * Stores an account, and that its portal has a version of the profile. One that follows the
   * machine's takes its place.
   *
   * @param theirs that version, if the machine did not make it
   */
  private void bind(
      AccountName name, SignedPersonalProfile had, Optional<VerifiedPersonalProfile> theirs) {
    VerifiedPersonalProfile mine = self().personalProfile();
    Optional<VerifiedPersonalProfile> next = theirs.filter(version -> replaces(version, mine));
    next.ifPresent(version -> context().requireNext(version, mine));
    MachineEdit edit = context().machine().edit();
    atPortals().bind(edit, name, had, next.orElse(mine).signed());
    edit.commit();
  }

  /** Makes this account and its profile the machine's default. */
  public void makeDefault() {
    self().personalProfile();
    context()
        .machine()
        .edit()
        .put(new MachineRecord.Default(RecordKind.ACCOUNT, accountName().toString()))
        .put(new MachineRecord.Default(RecordKind.PERSONAL, self().udf().text()))
        .commit();
  }

  /**
   * Forgets this account on this machine, for example because its portal is gone. The portal is not
   * asked, and the profile stays with its other accounts.
   *
   * @throws AccountsException {@code session.last-account} if the profile has no other account here
   */
  public void forgetAccount() {
    if (accounts().size() < 2) {
      throw AccountsException.lastAccount(accountName(), self().udf());
    }
    dropAccount();
  }

  /** Removes the account from the machine; another account becomes the default if this one was. */
  void dropAccount() {
    MeshMachine machine = context().machine();
    MachineEdit edit = machine.edit();
    ProfileRemoval.removeAccounts(machine, edit, List.of(accountName().toString()));
    edit.commit();
  }

  /** Stores a version that the session's portal has on the machine. */
  void store(SignedPersonalProfile version) {
    MeshMachine machine = context().machine();
    MachineEdit edit = machine.edit().put(new MachineRecord.Personal(version));
    atPortals().has(edit, accountName(), version, machine.personal(self().udf()));
    edit.commit();
  }

  /** Stores a version of an application that the session's portal has on the machine. */
  void store(SignedApplicationProfile version) {
    MeshMachine machine = context().machine();
    Optional<SignedApplicationProfile> before = machine.application(version.identifier());
    MachineEdit edit = machine.edit().put(new MachineRecord.Application(self().udf(), version));
    atPortals().has(edit, accountName(), version, before);
    edit.commit();
  }

  /** Notes that an account's portal has none of the applications that this device administers. */
  private void oweApplications(AccountName at) {
    Udf device = self().thisDevice().identifier();
    VerifiedPersonalProfile profile = self().personalProfile();
    for (ApplicationProfileEntry entry : profile.profile().applications()) {
      if (entry.adminDevices().contains(device) && isFetched(entry.identifier(), profile)) {
        MachineEdit edit = context().machine().edit();
        atPortals().isBehind(edit, at, new PortalLag.Version(entry.identifier(), null));
        edit.commit();
      }
    }
  }

  /** Fetches and stores an application; false if it was never published. */
  private boolean isFetched(Udf application, VerifiedPersonalProfile profile) {
    Optional<SignedApplicationProfile> found =
        PortalRefusedException.ifFound(() -> self().client().applicationProfile(application));
    found.ifPresent(
        signed ->
            new PersonalOwner(self(), context())
                .storeFetched(signed, context().verifier().application(signed, profile).updated()));
    return found.isPresent();
  }
}
