package dev.meshsim.scenario;

import static dev.meshsim.scenario.StepKind.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of steps, used by the reader, the runner and the reference: every step is in this
 * table, and every step in it is documented.
 */
public final class StepKinds {

  /** The expectations that every step can meet. */
  public static final List<ExpectForm> COMMON =
      List.of(
          new ExpectForm("ok", "the call succeeds; this is the default"),
          new ExpectForm("refused {status}", "the portal refuses the call with this status"),
          new ExpectForm("error {code}", "the call fails with the error of this code"),
          new ExpectForm("crashed", "a planned fault stops the machine's program during the call"),
          new ExpectForm(StepKind.NOTHING_LOGGED, "neither of the portal's logs grows"));

  private static final List<StepKind> PROFILE =
      List.of(
          step(
                  "eraseTest",
                  ValueType.ACTOR,
                  "MeshSession.eraseTest()",
                  "Erases all data of the machine, including its keys.")
              .row(),
          step(
                  "validate",
                  ValueType.ACCOUNT,
                  "MeshSession.validate(account)",
                  "Asks the portal whether the account name is acceptable and free.")
              .shows("valid", "the name is acceptable and free")
              .shows("not valid", "the name is not acceptable or not free")
              .row(),
          step(
                  "createDevice",
                  ValueType.ACTOR,
                  "MeshSession.createDevice(id, description)",
                  "Makes the machine's device profile and its three keys.")
              .may("id", ValueType.TEXT, "the device's name")
              .may("description", ValueType.TEXT, "what the device is")
              .gives(Possession.DEVICE)
              .row(),
          step(
                  "createAccount",
                  ValueType.ACCOUNT,
                  "MeshSession.createAccount(account, new PersonalProfile(deviceProfile))",
                  "Makes a personal profile with the machine's device in it and registers it.")
              .needs(Possession.DEVICE)
              .gives(Possession.SESSION)
              .row(),
          step(
                  "escrow",
                  ValueType.QUORUM,
                  "PersonalSession.escrow(newEscrowEntry(quorum, shares))",
                  "Encrypts the master keys, splits the key into shares, publishes the entry.")
              .may("show", ValueType.FLAG, "true prints the shares in the transcript")
              .needs(Possession.SESSION)
              .gives(Possession.ESCROW)
              .row(),
          step(
                  "delete",
                  ValueType.ACTOR,
                  "PersonalSession.delete()",
                  "Deletes the personal profile and its keys from the machine, not the portal.")
              .needs(Possession.SESSION)
              .row(),
          step(
                  "recover",
                  ValueType.ACCOUNT,
                  "MeshSession.recover(new Secret(shares), account)",
                  "Combines shares, fetches the escrow entry, rebuilds and rebinds the profile.")
              .with("shares", ValueType.SHARES, "the shares to combine")
              .may("keep", ValueType.MACHINE, "a machine whose device goes on administering")
              .may("newAccount", ValueType.FLAG, "true makes the account if there is none")
              .may("also", ValueType.ACCOUNTS, "further accounts of the profile to bind")
              .gives(Possession.SESSION)
              .shows("same profile", "the profile has the fingerprint of the escrowed one")
              .shows("{n} administrators", "so many devices administer the profile")
              .row(),
          step(
                  "renewEscrow",
                  ValueType.QUORUM,
                  "PersonalSession.renewEscrow(quorum, shares)",
                  "Publishes a new escrow entry that voids the earlier ones of the profile.")
              .may("show", ValueType.FLAG, "true prints the shares in the transcript")
              .needs(Possession.SESSION)
              .gives(Possession.ESCROW)
              .row());

  private static final List<StepKind> APPLICATION =
      List.of(
          step(
                  "refresh",
                  ValueType.ACTOR,
                  "PersonalSession.refresh()",
                  "Fetches the personal profile as the portal has it, and verifies it.")
              .needs(Possession.SESSION)
              .shows("{n} devices", "the profile lists so many devices")
              .shows("device {machine}", "the machine's device is listed")
              .shows("no device {machine}", "the machine's device is not listed")
              .shows("{n} applications", "the profile lists so many applications")
              .shows("{n} administrators", "so many devices administer the profile")
              .shows("administrator {machine}", "the machine holds a key that administers it")
              .row(),
          step(
                  "add",
                  ValueType.APPLICATION,
                  "PersonalSession.add(applicationProfile, false)",
                  "Makes a new, empty application. Nothing is sent before update.")
              .needs(Possession.SESSION)
              .gives(Possession.APPLICATION)
              .row(),
          step(
                  "application",
                  ValueType.APPLICATION,
                  "PersonalSession.applicationsOfType(type)",
                  "Opens the profile's application on this machine, as the portal has it.")
              .needs(Possession.SESSION)
              .gives(Possession.APPLICATION)
              .row(),
          step(
                  "recoverApplication",
                  ValueType.APPLICATION,
                  "PersonalSession.recoverApplication(identifier)",
                  "Opens the application with the master escrow key, after a recovery.")
              .needs(Possession.SESSION)
              .gives(Possession.APPLICATION)
              .row(),
          step(
                  "addDevice",
                  ValueType.MACHINE,
                  "ApplicationSession.addDevice(deviceUdf, admin)",
                  "Lets the machine's device read the application and, with admin, administer it.")
              .may("admin", ValueType.FLAG, "true lets the device administer it too")
              .needs(Possession.APPLICATION)
              .row(),
          step(
                  "put",
                  ValueType.TEXT,
                  "PasswordProfile.put(site, user, password)",
                  "Replaces the password entry of a site. Nothing is sent before update.")
              .with("user", ValueType.TEXT, "the user name at the site")
              .with("password", ValueType.TEXT, "the password at the site")
              .needs(Possession.APPLICATION)
              .row(),
          step(
                  "get",
                  ValueType.TEXT,
                  "PasswordProfile.get(site)",
                  "Reads the password entry of a site.")
              .needs(Possession.APPLICATION)
              .shows("user {text}", "the entry's user name")
              .shows("password {secret}", "the entry's password, which no report shows")
              .shows("no entry", "the site has none")
              .row(),
          step(
                  "deleteSite",
                  ValueType.TEXT,
                  "PasswordProfile.delete(site)",
                  "Removes the password entry of a site. Nothing is sent before update.")
              .needs(Possession.APPLICATION)
              .shows("no entry", "the site had none")
              .row(),
          step(
                  "autoGenerate",
                  ValueType.FLAG,
                  "PasswordProfile.autoGenerate(flag)",
                  "Sets whether passwords are generated. Nothing is sent before update.")
              .needs(Possession.APPLICATION)
              .row(),
          step(
                  "neverAsk",
                  ValueType.TEXTS,
                  "PasswordProfile.neverAsk(sites)",
                  "Sets the sites for which nothing is stored. Nothing is sent before update.")
              .needs(Possession.APPLICATION)
              .row(),
          step(
                  "update",
                  ValueType.ACTOR,
                  "ApplicationSession.update()",
                  "Encrypts, signs and publishes the changes, merged with those of other devices.")
              .may("show", ValueType.FLAG, "true prints the private part in the transcript")
              .needs(Possession.APPLICATION)
              .row(),
          step(
                  "conflict",
                  ValueType.ACTOR,
                  "ApplicationSession.conflict()",
                  "Lists what the last update could not merge. Nothing is sent.")
              .needs(Possession.APPLICATION)
              .shows("no conflict", "every update was merged, or its conflict is resolved")
              .shows("{n} differences", "so many things were changed differently on both sides")
              .shows("differs {text}", "one of them, for example: differs the entry of bank.com")
              .row(),
          step(
                  "resolve",
                  ValueType.SIDE,
                  "ApplicationSession.resolve(side)",
                  "Decides every difference of the conflict: this machine's, or the portal's.")
              .needs(Possession.APPLICATION)
              .row(),
          step(
                  "removeApplication",
                  ValueType.APPLICATION,
                  "PersonalSession.removeApplication(identifier)",
                  "Removes the profile's application from the profile and from this machine.")
              .needs(Possession.SESSION)
              .row(),
          step(
                  "deleteAccount",
                  ValueType.ACTOR,
                  "PersonalSession.deleteAccount()",
                  "Deletes the account at the portal, not the profile on the machine.")
              .needs(Possession.SESSION)
              .row(),
          step(
                  "exchange",
                  ValueType.MESSAGE,
                  "MeshPortal.exchange(request)",
                  "Sends a message to the portal unchanged.")
              .may("portal", ValueType.PORTAL, "the portal; the first if it is left out")
              .shows("status {status}", "the response has this status")
              .row());

  private static final List<StepKind> ALL =
      Stream.of(
              PROFILE,
              AccountSteps.ROWS,
              ConnectionSteps.ROWS,
              APPLICATION,
              SurroundingSteps.ROWS,
              StoredSteps.ROWS,
              EntrySteps.ROWS)
          .flatMap(List::stream)
          .toList();

  private static final Map<String, StepKind> BY_WORD =
      ALL.stream().collect(Collectors.toUnmodifiableMap(StepKind::word, Function.identity()));

  private StepKinds() {}

  /** Every step, in the order of D8 section 6. */
  public static List<StepKind> all() {
    return ALL;
  }

  /** The step of this word. */
  public static Optional<StepKind> named(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
