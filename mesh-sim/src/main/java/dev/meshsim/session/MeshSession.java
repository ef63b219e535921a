package dev.meshsim.session;

import dev.meshsim.error.MeshException;
import dev.meshsim.jose.Suite;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.AccountNameException;
import dev.meshsim.protocol.NameLanguage;
import dev.meshsim.protocol.ValidateResponse;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The Mesh on one machine (developer-08 section 6.1.1): the operations that are not bound to a
 * personal profile. Every method that reaches a portal throws {@link PortalRefusedException} if the
 * portal refuses.
 */
public final class MeshSession extends MachineSession {

  /** The most languages of a ValidateRequest; further ones are not sent. */
  private static final int MOST_LANGUAGES = 16;

  /** A session on a machine that reaches the default portal. */
  public MeshSession(MeshMachine machine) {
    this(machine, MeshPortals.usual());
  }

  /** A session on a machine that reaches the given portal, and speaks its dialect. */
  public MeshSession(MeshMachine machine, MeshPortal portal) {
    this(machine, MeshPortals.only(portal));
  }

  /** A session on a machine that reaches the portal of each account by its domain. */
  public MeshSession(MeshMachine machine, MeshPortals portals) {
    this(machine, portals, portals.dialect().suites().get(0));
  }

  /**
   * A session that makes keys of the given suite.
   *
   * @throws SessionException if the portal's dialect has no such keys
   */
  public MeshSession(MeshMachine machine, MeshPortal portal, Suite suite) {
    this(machine, MeshPortals.only(portal), suite);
  }

  /**
   * A session that reaches several portals and makes keys of the given suite.
   *
   * @throws SessionException if the portals' dialect has no such keys
   */
  public MeshSession(MeshMachine machine, MeshPortals portals, Suite suite) {
    super(new SessionContext(machine, portals, suite));
    if (!portals.dialect().suites().contains(suite)) {
      throw SessionException.otherSuite(portals.dialect(), suite);
    }
  }

  /**
   * Asks whether an account could be created, with a reason in English if not (developer-08 section
   * 6.4).
   *
   * @param account any text; one that is no account name is answered without asking the portal
   * @throws NullPointerException if {@code account} is null
   */
  public ValidateResponse validate(String account) {
    return validate(account, List.of(NameLanguage.EN.tag()));
  }

  /**
   * Asks whether an account could be created (developer-08 section 6.4).
   *
   * @param account any text; one that is no account name is answered without asking the portal
   * @param languages language tags (RFC 5646) for the reason, the best first; English if there is
   *     no text in any of them
   * @throws NullPointerException if an argument is null, or one of the languages
   */
  public ValidateResponse validate(String account, List<String> languages) {
    Objects.requireNonNull(account, "account is null");
    Objects.requireNonNull(languages, "languages is null");
    languages.forEach(language -> Objects.requireNonNull(language, "languages has a null"));
    AccountName name;
    try {
      name = AccountName.parse(account);
    } catch (AccountNameException e) {
      return ValidateResponse.of(Optional.of(e.objection()), NameLanguage.lookup(languages));
    }
    return context
        .client(name)
        .validate(languages.stream().filter(NameLanguage::isTag).limit(MOST_LANGUAGES).toList());
  }

  /**
   * Creates an account bound to a new profile (developer-08 section 6.5). If the portal refuses,
   * nothing stays on the machine. If it does not answer, or fails, the profile stays: repeat the
   * call, or after a restart {@link #createAccount(String, Udf)}.
   *
   * @throws SessionException {@code session.other-machine} if the profile was made on another
   *     machine; nothing is created
   */
  public PersonalSession createAccount(String account, PersonalProfile profile) {
    AccountName name = newName(account);
    MeshMachine machine = context.machine();
    if (!profile.machine().name().equals(machine.name())
        || profile.machine().world() != machine.world()) {
      throw SessionException.otherMachine(machine.name(), profile.machine().name());
    }
    return machine.personal(profile.udf()).isPresent()
        ? createAccount(account, profile.udf())
        : new AccountCreation(context, name).ofNew(profile);
  }

  /**
   * Creates an account bound to a profile that is on this machine, for example one of {@link
   * #profilesWithoutAccount()} after a restart. If the portal has the account with this profile
   * already, since it carried out a request that it could not acknowledge, the account is adopted.
   * If the portal refuses, the profile stays.
   *
   * @throws AccountsException {@code session.unknown-profile} if the profile is not on the machine
   * @throws SessionException {@code session.already-bound} if the account is on this machine;
   *     {@code session.rollback} or {@code session.forked} if the portal has a version of the
   *     profile that does not follow the machine's
   * @throws PortalRefusedException {@code portal.refused-taken} if it belongs to another profile
   */
  public PersonalSession createAccount(String account, Udf profile) {
    AccountName name = newName(account);
    MeshMachine machine = context.machine();
    VerifiedPersonalProfile known =
        machine
            .personal(profile)
            .map(context::believe)
            .orElseThrow(() -> AccountsException.unknownProfile(machine.name(), profile));
    List<String> others = machine.accountsOf(profile);
    return others.isEmpty()
        ? new AccountCreation(context, name).ofKnown(known)
        : personalSession(others.get(0)).addAccount(account);
  }

  private AccountName newName(String account) {
    AccountName name = AccountName.parse(account);
    if (context.machine().profileOf(name.toString()).isPresent()) {
      throw SessionException.alreadyBound(context.machine().name(), name);
    }
    return name;
  }

  /**
   * Asks an account's portal which personal profile it is bound to.
   *
   * @return the identifier of the verified profile; empty if there is no such account
   */
  public Optional<Udf> profileAt(String account) {
    return AccountCreation.boundTo(context, AccountName.parse(account))
        .map(VerifiedPersonalProfile::identifier);
  }

  /**
   * Recovers a profile from its escrow entry and binds it to its account again (developer-08
   * section 6.8). The profile keeps its devices and applications, and no administrator: its only
   * online signature key is a new one on this machine. {@link PersonalSession#administrators} of
   * the result lists it. Nothing is stored on the machine before the portal has accepted.
   *
   * @throws SessionException {@code session.no-such-account} if the account does not exist; {@code
   *     session.other-profile} if it has another profile than the escrow entry
   * @throws MeshException if there is no escrow entry for the secret
   */
  public PersonalSession recover(Secret secret, String account) {
    return recover(secret, account, Set.of());
  }

  /**
   * Recovers a profile as {@link #recover(Secret, String)} does, and keeps some administrators.
   *
   * @param keep the identifiers of the devices that go on administering; {@link
   *     PersonalSession#administrators} of the result lists them after this machine's device
   * @throws SessionException {@code session.unknown-device} if one of them is no administrator
   */
  public PersonalSession recover(Secret secret, String account, Set<Udf> keep) {
    return recovered(secret, List.of(account), false, keep);
  }

  /**
   * Recovers a profile as {@link #recover(Secret, String)} does, and makes the account if it does
   * not exist: the portal still has the profile, but its account was deleted.
   */
  public PersonalSession recoverToNewAccount(Secret secret, String account) {
    return recovered(secret, List.of(account), true, Set.of());
  }

  /**
   * Recovers a profile as {@link #recover(Secret, String, Set)} does, and binds it to several
   * accounts. The entry is found at the portal of the first, where the recovered profile is
   * published first. If another portal cannot be given it, the profile is recovered all the same;
   * see {@link PersonalSession#accountsBehind}.
   *
   * @param accounts at least one; each exists and has the profile
   * @return a session through the first account
   * @throws AccountsException {@code session.account-of-other} if one belongs to another profile;
   *     {@code session.no-such-account} if one does not exist. Nothing is published
   */
  public PersonalSession recover(Secret secret, List<String> accounts, Set<Udf> keep) {
    return recovered(secret, accounts, false, keep);
  }

  private PersonalSession recovered(
      Secret secret, List<String> accounts, boolean mayCreate, Set<Udf> keep) {
    List<AccountName> names = accounts.stream().map(AccountName::parse).distinct().toList();
    AccountName first = names.get(0);
    Recovery recovery =
        new Recovery(context, first, names.subList(1, names.size()), mayCreate, Set.copyOf(keep));
    PersonalSession session = new PersonalSession(context, first, recovery.recover(secret));
    session.spread();
    return session;
  }

  /**
   * Asks for a device of this machine to be connected to an account's profile (developer-08 section
   * 6.9). The person compares {@link ConnectionAttempt#authenticator()} on both sides. A device
   * that is in the profile already asks again only after its keys have changed; see {@link
   * PersonalSession#changeDeviceKeys}.
   */
  public ConnectionAttempt connect(DeviceRegistration device, String account) {
    return ConnectionStart.start(
        context, device.deviceProfile(), AccountName.parse(account), false);
  }

  /**
   * Asks as {@link #connect} does, and to administer the profile too: the machine makes an online
   * signature key, which the request names. An administrator answers with {@link
   * PersonalSession#acceptAdministrator}, or connects a plain device. A device that is in the
   * profile already may ask too.
   *
   * <p>In dialect {@code portal-2017} the request is an ordinary one; the administrator decides to
   * list the device signature key. A device that is in the profile already asks there with changed
   * keys.
   */
  public ConnectionAttempt connectAsAdministrator(DeviceRegistration device, String account) {
    return ConnectionStart.start(context, device.deviceProfile(), AccountName.parse(account), true);
  }

  /**
   * A connection attempt of this machine that has not been answered yet, for example after a
   * restart.
   */
  public Optional<ConnectionAttempt> connectionAttempt(String account) {
    AccountName name = AccountName.parse(account);
    return context.machine().request(name.toString()).map(r -> new ConnectionAttempt(context, r));
  }

  /**
   * The session of an account that is bound to a profile on this machine.
   *
   * @throws SessionException if there is none
   */
  public PersonalSession personalSession(String account) {
    AccountName name = AccountName.parse(account);
    Udf profile =
        context
            .machine()
            .profileOf(name.toString())
            .orElseThrow(() -> SessionException.unknownAccount(context.machine().name(), name));
    return new PersonalSession(context, name, profile);
  }

  /** The session of the machine's default account, if it has one. */
  public Optional<PersonalSession> personalSession() {
    return context.machine().defaultOf(RecordKind.ACCOUNT).map(this::personalSession);
  }
}
