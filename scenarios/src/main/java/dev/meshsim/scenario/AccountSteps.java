package dev.meshsim.scenario;

import static dev.meshsim.scenario.StepKind.step;

import java.util.List;

/** The steps about several portals and accounts. */
final class AccountSteps {

  static final List<StepKind> ROWS =
      List.of(
          step(
                  "addAccount",
                  ValueType.ACCOUNT,
                  "PersonalSession.addAccount(account)",
                  "Creates another account for the profile, perhaps at another portal.")
              .needs(Possession.SESSION)
              .row(),
          step(
                  "bindAccount",
                  ValueType.ACCOUNT,
                  "PersonalSession.bindAccount(account)",
                  "Makes an account of the profile, created elsewhere, known to the machine.")
              .needs(Possession.SESSION)
              .row(),
          step(
                  "personalSession",
                  ValueType.ACCOUNT,
                  "MeshSession.personalSession(account)",
                  "Goes on through this account, and on its profile.")
              .gives(Possession.SESSION)
              .row(),
          step(
                  "accounts",
                  ValueType.ACTOR,
                  "MeshSession.accounts()",
                  "Lists the accounts of the machine. Nothing is sent.")
              .shows("{n} accounts", "the machine has so many accounts")
              .shows("{n} profiles", "the machine has so many personal profiles")
              .shows("account {text}", "the account is on the machine")
              .shows("default {text}", "the account is the default")
              .shows("behind {text}", "the account's portal is not known to have everything")
              .shows("none behind", "every portal is known to have everything")
              .row(),
          step(
                  "transfer",
                  ValueType.ACTOR,
                  "PersonalSession.transfer()",
                  "Asks the portal for the log records of the profile's own entries; one that makes"
                      + " checkpoints proves each.")
              .needs(Possession.SESSION)
              .shows("{n} records", "the portal gives so many records")
              .row(),
          step(
                  "findings",
                  ValueType.ACTOR,
                  "MeshSession.findings()",
                  "Lists the versions that the machine's keys have signed and it did not make.")
              .shows("{n} findings", "so many were read; another machine may have its keys")
              .row(),
          step(
                  "publishAgain",
                  ValueType.ACTOR,
                  "PersonalSession.publishAgain()",
                  "Publishes at the portals of the profile what they have missed.")
              .may("side", ValueType.SIDE, "decides what was changed differently")
              .needs(Possession.SESSION)
              .shows("behind {text}", "the account's portal still lacks something")
              .shows("none behind", "every portal has everything")
              .row(),
          step(
                  "makeDefault",
                  ValueType.ACTOR,
                  "PersonalSession.makeDefault()",
                  "Makes the session's account and profile the machine's default.")
              .needs(Possession.SESSION)
              .row(),
          step(
                  "forgetAccount",
                  ValueType.ACTOR,
                  "PersonalSession.forgetAccount()",
                  "Forgets the session's account on the machine; the portal is not asked.")
              .needs(Possession.SESSION)
              .row());

  private AccountSteps() {}
}
