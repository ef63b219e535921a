package dev.meshsim.scenario;

import static dev.meshsim.scenario.StepKind.step;

import java.util.List;

/** The steps that look at what is stored. Nothing is sent and nothing is changed by them. */
final class StoredSteps {

  static final List<StepKind> ROWS =
      List.of(
          step(
                  "stored",
                  ValueType.ACTOR,
                  "MachineStore.list(kind)",
                  "Looks at what the machine's store holds. Nothing is sent.")
              .shows("nothing", "the store is empty")
              .shows("{n} devices", "it holds so many device profiles of the machine")
              .shows("{n} profiles", "it holds so many personal profiles")
              .shows("{n} accounts", "it holds so many accounts")
              .shows("{n} applications", "it holds so many application profiles")
              .shows("{n} requests", "it holds so many connection requests of the machine")
              .shows("{n} keys", "it holds so many private keys")
              .shows("profile version {n}", "its profile is that version in the portal's log")
              .shows("latest profile", "its profile is the latest in the portal's log")
              .shows("master key", "it holds the master signature key of its profile")
              .shows("online key", "it holds a key that administers its profile")
              .row(),
          step(
                  "logged",
                  ValueType.PORTAL,
                  "PortalStore.scan(log, range)",
                  "Looks at the records in the portal's two logs.")
              .shows("{n} records", "so many in both logs")
              .shows("{n} transactions", "so many transactions wrote them")
              .shows("{n} in mesh", "so many in the log of profiles")
              .shows("{n} in portal", "so many in the log of accounts")
              .shows("{n} personal profiles", "so many versions of personal profiles")
              .shows("{n} application profiles", "so many versions of application profiles")
              .shows("{n} escrow entries", "so many escrow entries, voided ones too")
              .shows("{n} deletions", "so many records delete something")
              .shows("account {text}", "the account is open")
              .shows("deleted account {text}", "the account was deleted")
              .row(),
          step(
                  "applicationOverview",
                  ValueType.APPLICATION,
                  "PersonalSession.applicationOverview(identifier)",
                  "Fetches the profile's application and verifies it, without decrypting it.")
              .needs(Possession.SESSION)
              .shows("{machine} can read", "the stored version is encrypted to its device")
              .shows("{machine} cannot read", "the stored version is not encrypted to its device")
              .shows("{machine} can write", "the machine's device administers the application")
              .shows("signed by {machine}", "the machine's device signed the stored version")
              .row());

  private StoredSteps() {}
}
