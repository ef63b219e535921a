package dev.meshsim.session;

import dev.meshsim.machine.MachineEdit;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.PortalLag;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.SignedEntry;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.profile.trust.ReplacedVersion;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the portals of a profile's accounts have of it, as far as this machine knows. A portal has
 * what the machine has, unless a {@link MachineRecord.Behind} says otherwise. Accounts of one
 * domain share a portal, which keeps a profile once for all of them. One edit notes one change.
 */
record AtPortals(MeshMachine machine, Udf profile) {

  /** The profile's accounts on this machine, in alphabetical order. */
  List<AccountName> accounts() {
    return machine.accountsOf(profile).stream().map(AccountName::parse).toList();
  }

  /** The accounts whose portals are behind, in alphabetical order. */
  List<AccountName> behind() {
    return accounts().stream().filter(account -> !lag(account).isEmpty()).toList();
  }

  /** What the portal of an account is behind by. */
  PortalLag lag(AccountName account) {
    return machine
        .behind(account.toString())
        .filter(lag -> lag.profile().equals(profile))
        .orElse(PortalLag.none(profile));
  }

  /**
   * The version of an object that a portal is known to have, if it is not the machine's version.
   */
  Optional<PortalLag.Version> behind(AccountName account, Udf object) {
    return lag(account).of(object);
  }

  /**
   * Notes that a portal has a version, which the machine stores in the same commit. Every other
   * portal of the profile is behind from then on, unless it is known to have the same version.
   *
   * @param at an account of that portal
   * @param before the version that the machine had, if any
   */
  void has(
      MachineEdit edit,
      AccountName at,
      SignedEntry version,
      Optional<? extends SignedEntry> before) {
    Udf object = version.identifier();
    boolean same = before.filter(old -> ReplacedVersion.isSame(old, version)).isPresent();
    for (AccountName account : accounts()) {
      if (isSamePortal(account, at)) {
        change(edit, account, lag -> without(lag, object));
      } else if (!same) {
        change(edit, account, lag -> behindBy(lag, version, before));
      }
    }
  }

  private static PortalLag behindBy(
      PortalLag lag, SignedEntry version, Optional<? extends SignedEntry> before) {
    Optional<PortalLag.Version> known = lag.of(version.identifier());
    Optional<? extends SignedEntry> had =
        known.isPresent() ? Optional.ofNullable(known.get().had()) : before;
    return with(
        without(lag, version.identifier()),
        new PortalLag.Version(version.identifier(), had.orElse(null)));
  }

  /**
   * Stores an account whose portal has a version of the profile, and the version that the machine
   * has from then on: that one, or one that it holds.
   */
  void bind(
      MachineEdit edit, AccountName at, SignedPersonalProfile had, SignedPersonalProfile known) {
    edit.put(new MachineRecord.Account(at.toString(), profile));
    Optional<SignedPersonalProfile> before = machine.personal(profile);
    if (before.filter(known::equals).isEmpty()) {
      edit.put(new MachineRecord.Personal(known));
    }
    if (ReplacedVersion.isSame(had, known)) {
      if (!accounts().contains(at) && machine.behind(at.toString()).isPresent()) {
        // The creation of the account was not acknowledged before.
        edit.remove(RecordKind.BEHIND, at.toString());
      }
      has(edit, at, known, before);
    } else {
      isBehind(edit, at, new PortalLag.Version(profile, had));
    }
  }

  /** Notes what the portal of an account has in place of the machine's version of an object. */
  void isBehind(MachineEdit edit, AccountName at, PortalLag.Version version) {
    change(edit, at, lag -> with(without(lag, version.identifier()), version));
  }

  /** Notes that the portal of an account has the machine's version of an object. */
  void has(MachineEdit edit, AccountName at, Udf object) {
    accounts().stream()
        .filter(account -> isSamePortal(account, at))
        .forEach(account -> change(edit, account, lag -> without(lag, object)));
  }

  /** Notes that an object has gone from the profile, and so from every portal that catches up. */
  void gone(MachineEdit edit, Udf object) {
    accounts().forEach(account -> change(edit, account, lag -> without(lag, object)));
  }

  /** Notes an escrow entry that is to be published at every portal but that of one account. */
  void publishes(MachineEdit edit, AccountName at, PortalLag.Escrow escrow) {
    List<String> portals = new ArrayList<>(List.of(at.domain()));
    for (AccountName account : accounts()) {
      if (!portals.contains(account.domain())) {
        portals.add(account.domain());
        change(
            edit,
            account,
            lag -> {
              List<PortalLag.Escrow> escrows = new ArrayList<>(lag.escrow());
              escrows.add(escrow);
              return new PortalLag(profile, lag.versions(), escrows);
            });
      }
    }
  }

  /** Notes that an escrow entry was published at the portal of an account. */
  void published(MachineEdit edit, AccountName at, PortalLag.Escrow escrow) {
    change(
        edit,
        at,
        lag ->
            new PortalLag(
                profile,
                lag.versions(),
                lag.escrow().stream().filter(other -> !other.equals(escrow)).toList()));
  }

  private static boolean isSamePortal(AccountName one, AccountName other) {
    return one.domain().equals(other.domain());
  }

  private static PortalLag with(PortalLag lag, PortalLag.Version version) {
    List<PortalLag.Version> versions = new ArrayList<>(lag.versions());
    versions.add(version);
    return new PortalLag(lag.profile(), versions, lag.escrow());
  }

  private static PortalLag without(PortalLag lag, Udf object) {
    return new PortalLag(
        lag.profile(),
        lag.versions().stream().filter(v -> !v.identifier().equals(object)).toList(),
        lag.escrow());
  }

  private void change(MachineEdit edit, AccountName account, UnaryOperator<PortalLag> change) {
    String name = account.toString();
    PortalLag before = lag(account);
    PortalLag after = change.apply(before);
    if (after.equals(before)) {
      return;
    }
    if (after.isEmpty()) {
      edit.remove(RecordKind.BEHIND, name);
    } else {
      edit.put(new MachineRecord.Behind(name, after));
    }
  }
}
