package dev.meshsim.session;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.Suite;
import dev.meshsim.machine.MachineEdit;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.AccountNameException;
import dev.meshsim.protocol.NameLanguage;
import dev.meshsim.protocol.ValidateResponse;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The Mesh on one machine (developer-08 section 6.1.1): the operations that are not bound to a
 * personal profile. Every method that reaches a portal throws {@link PortalRefusedException} if the
 * portal refuses.
 */
public final class MeshSession {

  /** The most languages of a ValidateRequest; further ones are not sent. */
  private static final int MOST_LANGUAGES = 16;

  private final SessionContext context;

  /** A session on a machine that reaches the default portal. */
  public MeshSession(MeshMachine machine) {
    this(new SessionContext(machine, MeshPortal::getDefault, Dialect.MESH, Suite.ED25519));
  }

  /** A session on a machine that reaches the given portal, and speaks its dialect. */
  public MeshSession(MeshMachine machine, MeshPortal portal) {
    this(machine, portal, portal.dialect().suites().get(0));
  }

  /**
   * A session that makes keys of the given suite.
   *
   * @throws SessionException if the portal's dialect has no such keys
   */
  public MeshSession(MeshMachine machine, MeshPortal portal, Suite suite) {
    this(new SessionContext(machine, () -> portal, portal.dialect(), suite));
    if (!portal.dialect().suites().contains(suite)) {
      throw SessionException.otherSuite(portal.dialect(), suite);
    }
  }

  private MeshSession(SessionContext context) {
    this.context = context;
  }

  /** The machine. */
  public MeshMachine machine() {
    return context.machine();
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

  /** Creates a device whose name is its identifier (developer-08 section 6.5). */
  public DeviceRegistration createDevice() {
    return new DeviceRegistration(DeviceMaking.create(context, null, null), context.suite());
  }

  /** Creates a device. */
  public DeviceRegistration createDevice(String id, String description) {
    return new DeviceRegistration(DeviceMaking.create(context, id, description), context.suite());
  }

  /**
   * Creates an account bound to a new profile (developer-08 section 6.5). If the portal refuses,
   * nothing stays on the machine.
   */
  public PersonalSession createAccount(String account, PersonalProfile profile) {
    AccountName name = AccountName.parse(account);
    MeshMachine machine = context.machine();
    if (machine.profileOf(name.toString()).isPresent()) {
      throw SessionException.alreadyBound(machine.name(), name);
    }
    boolean known = machine.personal(profile.udf()).isPresent();
    SignedPersonalProfile signed = machine.personal(profile.udf()).orElse(profile.signed());
    if (!known) {
      MachineEdit keys = machine.edit().put(new MachineRecord.Personal(signed));
      profile.keys().putInto(keys);
      keys.commit();
    }
    try {
      context.client(name).create(signed, context.administrator(context.believe(signed).master()));
    } catch (PortalRefusedException e) {
      if (!known) {
        ProfileRemoval.remove(context, profile.udf());
      }
      throw e;
    }
    machine
        .edit()
        .put(new MachineRecord.Account(name.toString(), profile.udf()))
        .putDefaultIfNone(RecordKind.PERSONAL, profile.udf().text())
        .putDefaultIfNone(RecordKind.ACCOUNT, name.toString())
        .commit();
    return new PersonalSession(context, name, profile.udf());
  }

  /**
   * Recovers a profile from its escrow entry and binds it to its account again (developer-08
   * section 6.8). The profile keeps its devices and applications; its only online signature key is
   * a new one on this machine.
   *
   * @throws MeshException if there is no escrow entry for the secret, or the entry is of another
   *     profile
   */
  public PersonalSession recover(Secret secret, String account) {
    AccountName name = AccountName.parse(account);
    return new PersonalSession(context, name, Recovery.recover(context, secret, name));
  }

  /**
   * Asks for a device of this machine to be connected to an account's profile (developer-08 section
   * 6.9). The person compares {@link ConnectionAttempt#authenticator()} on both sides.
   */
  public ConnectionAttempt connect(DeviceRegistration device, String account) {
    return ConnectionAttempt.start(context, device.deviceProfile(), AccountName.parse(account));
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

  /** Removes all test data from the machine (developer-08 section 6.3). */
  public void eraseTest() {
    context.machine().store().eraseTest();
  }
}
