package dev.meshsim.scenario;

import static dev.meshsim.scenario.StepKind.step;

import java.util.List;

/** The rows of {@link StepKinds} that connect, change and remove devices. */
final class ConnectionSteps {

  static final List<StepKind> ROWS =
      List.of(
          step(
                  "connect",
                  ValueType.ACCOUNT,
                  "MeshSession.connect(device, account)",
                  "Asks for the machine's device to be connected to the account's profile.")
              .needs(Possession.DEVICE)
              .gives(Possession.REQUEST)
              .row(),
          step(
                  "connectAsAdministrator",
                  ValueType.ACCOUNT,
                  "MeshSession.connectAsAdministrator(device, account)",
                  "Asks for the machine's device to be connected and to administer the profile.")
              .needs(Possession.DEVICE)
              .gives(Possession.REQUEST)
              .row(),
          step(
                  "connectPending",
                  ValueType.ACTOR,
                  "PersonalSession.connectPending()",
                  "Lists the connection requests that wait for an administrator.")
              .needs(Possession.SESSION)
              .gives(Possession.PENDING)
              .shows("{n} pending", "so many requests wait")
              .shows("{n} left out", "so many requests do not verify and are not offered")
              .shows("pending {machine}", "the machine's request waits")
              .shows("same authenticator", "each request has the code that its machine shows")
              .row(),
          step(
                  "connectClose",
                  ValueType.MACHINE,
                  "PersonalSession.connectClose(request, result, comparedCode)",
                  "Accepts, if its code is the one this machine shows, or rejects its request.")
              .with("result", ValueType.DECISION, "the administrator's decision")
              .may("compare", ValueType.FLAG, "false accepts without comparing the codes")
              .needs(Possession.PENDING)
              .shows("codes differ", "the codes are not the same, and nothing is accepted")
              .row(),
          step(
                  "acceptAdministrator",
                  ValueType.MACHINE,
                  "PersonalSession.acceptAdministrator(request, comparedCode)",
                  "Accepts the machine's device as an administrator, if its code is the one shown.")
              .may("shares", ValueType.SHARES, "shares that give the master key")
              .needs(Possession.PENDING)
              .shows("codes differ", "the codes are not the same, and nothing is accepted")
              .row(),
          step(
                  "removeDevice",
                  ValueType.MACHINE,
                  "PersonalSession.removeDevice(device)",
                  "Removes the machine's device from the profile and from every application.")
              .may("shares", ValueType.SHARES, "shares that give the master key")
              .needs(Possession.SESSION)
              .row(),
          step(
                  "changeDeviceKeys",
                  ValueType.ACTOR,
                  "PersonalSession.changeDeviceKeys()",
                  "Gives the machine's device new keys; an administrator publishes them at once.")
              .needs(Possession.SESSION)
              .gives(Possession.DEVICE)
              .row(),
          step(
                  "await",
                  ValueType.ACTOR,
                  "ConnectionAttempt.await(comparedCode)",
                  "Polls until the machine's request is closed; compares the code of the last list.")
              .may("compare", ValueType.FLAG, "false waits without comparing the codes")
              .needs(Possession.REQUEST)
              .gives(Possession.SESSION)
              .shows("accepted", "the device is connected")
              .shows("rejected", "the administrator has rejected it")
              .shows("codes differ", "an administrator's list has another code for the request")
              .row(),
          step(
                  "poll",
                  ValueType.ACTOR,
                  "ConnectionAttempt.poll(comparedCode)",
                  "Asks once for the status of the request; compares the code of the last list.")
              .may("compare", ValueType.FLAG, "false asks without comparing the codes")
              .needs(Possession.REQUEST)
              .gives(Possession.SESSION)
              .shows("pending", "no administrator has closed it")
              .shows("accepted", "the device is connected")
              .shows("rejected", "the administrator has rejected it")
              .shows("codes differ", "an administrator's list has another code for the request")
              .row());

  private ConnectionSteps() {}
}
