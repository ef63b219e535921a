package dev.meshsim.scenario.simulation.planted;

import static dev.meshsim.scenario.simulation.planted.Change.empty;
import static dev.meshsim.scenario.simulation.planted.Change.gives;
import static dev.meshsim.scenario.simulation.planted.Change.instead;
import static dev.meshsim.scenario.simulation.planted.Change.returns;
import static dev.meshsim.scenario.simulation.planted.Change.without;

import java.util.List;

/**
 * A defect that the simulator does not find yet, and why. It must apply, as those that are found.
 *
 * @param why the reason
 */
record Unseen(Defect defect, String why) {

  private static final String SECOND =
      "another check, or that of the other side, refuses the same thing";
  private static final String LIES = "it needs a portal that lies";
  private static final String SHARES = "no oracle combines shares itself";
  private static final String ENTRY =
      "the portal has no such entry, which the oracle takes for a reason";
  private static final String STORED =
      "no oracle compares the recipients of what stays stored with the readers";
  private static final String EFFECT =
      "no oracle asks whether an operation that succeeded had its effect";

  /** All, in the order of the page. */
  static final List<Unseen> ALL =
      List.of(
          unseen(
              SECOND,
              "any device may ask for an answer",
              "portal.service.Authority",
              "device",
              gives("equals", Change.Value.TRUE)),
          unseen(
              LIES,
              "an answer may be to another request",
              "session.ConnectionAttempt",
              "requireThisRequest",
              empty()),
          unseen(
              LIES,
              "a device does not compare the codes",
              "session.ConnectionAttempt",
              "requireEqual",
              empty()),
          unseen(
              LIES,
              "an administrator does not compare the codes",
              "session.PersonalSession",
              "requireSameCode",
              empty()),
          unseen(
              SHARES,
              "one share fewer gives the secret",
              "share.Splitter",
              "mesh",
              instead("split", 0, "lowerDegree", "makes a polynomial of a lower degree")),
          unseen(
              ENTRY,
              "one share more is needed",
              "share.Splitter",
              "mesh",
              instead("split", 0, "higherDegree", "makes a polynomial of a higher degree")),
          unseen(
              ENTRY,
              "an escrow entry is sealed with a key that all know",
              "session.OfflineEscrowEntry",
              "<init>",
              instead("bytes", 0, "noSecret", "seals with zeros")),
          unseen(
              STORED,
              "a removed device can still read",
              "session.ApplicationRenewal",
              "encryptForReaders()Z",
              returns(Change.Value.FALSE)),
          unseen(
              STORED,
              "the escrow keys cannot read",
              "session.application.ApplicationVault",
              "recipients",
              without("forEach")),
          unseen(
              EFFECT,
              "what is put is not committed",
              "machine.MachineEdit",
              "put",
              without("put")));

  private static Unseen unseen(String why, String name, String type, String method, Change change) {
    return new Unseen(new Defect(name, type, method, change, ""), why);
  }
}
