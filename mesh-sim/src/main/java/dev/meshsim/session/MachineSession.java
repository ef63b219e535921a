package dev.meshsim.session;

import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.OwnVersions;
import dev.meshsim.udf.Udf;
import java.util.List;
import java.util.Optional;

/** The part of {@link MeshSession} that is about the machine's own data; it asks no portal. */
abstract sealed class MachineSession permits MeshSession {

  final SessionContext context;

  MachineSession(SessionContext context) {
    this.context = context;
  }

  SessionContext context() {
    return context;
  }

  /** The machine. */
  public MeshMachine machine() {
    return context.machine();
  }

  /** Creates a device whose name is its identifier (developer-08 section 6.5). */
  public DeviceRegistration createDevice() {
    return registration(DeviceMaking.create(context, null, null));
  }

  /** Creates a device. */
  public DeviceRegistration createDevice(String id, String description) {
    return registration(DeviceMaking.create(context, id, description));
  }

  /** The devices of this machine, in the order of their identifiers. */
  public List<DeviceRegistration> devices() {
    return DeviceMaking.known(context).stream().map(this::registration).toList();
  }

  /** The machine's default device, or its first if the default is not there; empty if none is. */
  public Optional<DeviceRegistration> device() {
    return DeviceMaking.usual(context).map(this::registration);
  }

  /** The device of {@link #device()}; if there is none, a new one (developer-08 section 6.5). */
  public DeviceRegistration deviceOrNew() {
    return device().orElseGet(this::createDevice);
  }

  private DeviceRegistration registration(LocalDevice device) {
    return new DeviceRegistration(device, context.suite());
  }

  /** The accounts on this machine, in alphabetical order. */
  public List<String> accounts() {
    return context.machine().accounts();
  }

  /** The identifiers of the personal profiles on this machine, in alphabetical order. */
  public List<Udf> profiles() {
    return context.machine().profiles();
  }

  /**
   * The profiles on this machine that have no account here, in alphabetical order: the creation of
   * their account was not acknowledged, or their last account was deleted. {@link
   * MeshSession#createAccount(String, Udf)} gives them one.
   */
  public List<Udf> profilesWithoutAccount() {
    return profiles().stream()
        .filter(profile -> context.machine().accountsOf(profile).isEmpty())
        .toList();
  }

  /**
   * The accounts that the machine has asked for, for a profile, and whose portals have neither
   * acknowledged nor refused them, in alphabetical order. They may exist.
   */
  public List<String> unconfirmedAccounts(Udf profile) {
    return AccountCreation.unconfirmedOf(context.machine(), profile);
  }

  /**
   * Deletes a profile from this machine, which need not have an account: the profile, its accounts,
   * applications and master keys, and the accounts that it asked for. No portal is asked: an
   * account of {@link #unconfirmedAccounts} that its portal has made all the same stays there, and
   * nobody has its keys.
   *
   * @throws AccountsException {@code session.unknown-profile} if the profile is not on the machine
   */
  public void deleteProfile(Udf profile) {
    if (context.machine().personal(profile).isEmpty()) {
      throw AccountsException.unknownProfile(context.machine().name(), profile);
    }
    ProfileRemoval.remove(context, profile);
  }

  /**
   * The versions read so far that a key of this machine has signed although the machine has neither
   * made nor recorded them. They hint at a second machine with a copy of this one's keys, for
   * example one that was restored from its backup.
   */
  public List<OwnVersions.Finding> findings() {
    return context.machine().ownVersions().findings();
  }

  /** Removes all test data from the machine (developer-08 section 6.3). */
  public void eraseTest() {
    context.machine().store().eraseTest();
  }
}
