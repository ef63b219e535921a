package dev.meshsim.scenario;

import static dev.meshsim.scenario.StepKind.step;

import java.util.List;

/** The steps on the entries of applications, and on the applications of a new device. */
final class EntrySteps {

  private static final String ADMIN = "true lets the device administer them too";

  static final List<StepKind> ROWS =
      List.of(
          step(
                  "putEntry",
                  ValueType.TEXT,
                  "ApplicationSession.change(type, content -> content.with(entry))",
                  "Replaces the entry of a key, or adds it. Nothing is sent before update.")
              .with(
                  "text",
                  ValueType.TEXT,
                  "a bookmark's address, a contact's full name, a credential's or a mail or network"
                      + " service's password, the key of an SSH host")
              .needs(Possession.APPLICATION)
              .row(),
          step(
                  "getEntry",
                  ValueType.TEXT,
                  "ApplicationSession.content(type)",
                  "Reads the entry of a key.")
              .needs(Possession.APPLICATION)
              .shows("text {secret}", "the entry's text, which no report shows")
              .shows("no entry", "the key has none")
              .row(),
          step(
                  "removeEntry",
                  ValueType.TEXT,
                  "ApplicationSession.change(type, content -> content.without(key))",
                  "Removes the entry of a key. Nothing is sent before update.")
              .needs(Possession.APPLICATION)
              .shows("no entry", "the key had none")
              .row(),
          step(
                  "refreshApplication",
                  ValueType.ACTOR,
                  "ApplicationSession.refresh()",
                  "Fetches the application again; changes that are not published are lost.")
              .needs(Possession.APPLICATION)
              .row(),
          step(
                  "makeKey",
                  ValueType.ACTOR,
                  "SshApplication.makeKey()",
                  "Makes an SSH key pair for the machine's device. Nothing is sent before update.")
              .needs(Possession.APPLICATION)
              .row(),
          step(
                  "authorizedKeys",
                  ValueType.ACTOR,
                  "SshApplication.authorizedKeys()",
                  "Lists the SSH keys of all devices, as a server's authorized_keys has them.")
              .needs(Possession.APPLICATION)
              .shows("{n} keys", "so many devices have a key")
              .shows("key of {machine}", "the machine's device has one")
              .row(),
          step(
                  "addKnownHosts",
                  ValueType.TEXT,
                  "SshApplication.addKnownHosts(KnownHosts.read(line))",
                  "Adds a line of a known_hosts file. Nothing is sent before update.")
              .needs(Possession.APPLICATION)
              .row(),
          step(
                  "knownHosts",
                  ValueType.ACTOR,
                  "SshApplication.knownHosts()",
                  "Lists the keys of SSH hosts.")
              .needs(Possession.APPLICATION)
              .shows("{n} hosts", "so many keys of hosts")
              .row(),
          step(
                  "connectAccept",
                  ValueType.MACHINE,
                  "PersonalSession.connectAccept(request, comparedCode, applications)",
                  "Accepts the machine's device and adds it to all applications that this one writes.")
              .may("admin", ValueType.FLAG, ADMIN)
              .needs(Possession.PENDING)
              .shows("codes differ", "the codes are not the same, and nothing is accepted")
              .row(),
          step(
                  "addToApplications",
                  ValueType.MACHINE,
                  "PersonalSession.addToApplications(device, applications)",
                  "Adds the machine's device to all applications that this one writes.")
              .may("admin", ValueType.FLAG, ADMIN)
              .needs(Possession.SESSION)
              .row());

  private EntrySteps() {}
}
