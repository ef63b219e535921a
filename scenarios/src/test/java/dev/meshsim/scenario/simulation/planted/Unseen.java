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

  private static final String FORGED =
      "nobody in the simulation sends what the program would not send";
  private static final String SECOND =
      "another check, or that of the other side, refuses the same thing";
  private static final String LIES = "it needs a portal that lies";
  private static final String NONCES = "no oracle compares nonces and keys of messages";
  private static final String SHARES = "no oracle combines shares itself";
  private static final String ENTRY =
      "the portal has no such entry, which the oracle takes for a reason";
  private static final String STORED =
      "no oracle compares the recipients of what stays stored with the readers";
  private static final String EFFECT =
      "no oracle asks whether an operation that succeeded had its effect";
  private static final String RARE =
      "the faults rarely change just a signature; with the usual budget no seed does";

  /** All, in the order of the page. */
  static final List<Unseen> ALL =
      List.of(
          unseen(
              FORGED,
              "the signature of a request is not verified",
              "portal.service.Authority",
              "verify",
              without("verifyOnce")),
          unseen(
              FORGED,
              "any device may ask for an answer",
              "portal.service.Authority",
              "device",
              gives("equals", Change.Value.TRUE)),
          unseen(
              FORGED,
              "a version need not follow the stored one's administrators",
              "portal.service.ProfileStoring",
              "requireSuccession",
              empty()),
          unseen(
              FORGED,
              "an application may belong to another profile",
              "portal.service.ProfileStoring",
              "claim",
              empty()),
          unseen(
              FORGED,
              "an account that is taken is given away",
              "portal.service.AccountRules",
              "requireRepeat",
              empty()),
          unseen(
              FORGED,
              "a deleted name is given away",
              "portal.service.AccountRules",
              "requireOwner",
              empty()),
          unseen(
              FORGED,
              "an escrow entry replaces another",
              "portal.service.EscrowRules",
              "requireUnused",
              empty()),
          unseen(
              FORGED,
              "a result need not be of a device in the profile",
              "portal.service.CompletionRules",
              "requireAnswerable",
              gives("contains", Change.Value.TRUE)),
          unseen(
              SECOND,
              "a request is accepted at any time",
              "portal.service.Freshness",
              "requireFresh",
              empty()),
          unseen(SECOND, "a request is accepted twice", "portal.service.Freshness", "use", empty()),
          unseen(
              SECOND,
              "an answered request is taken again",
              "portal.service.ConnectRules",
              "start",
              gives("cover", Change.Value.FALSE)),
          unseen(
              SECOND,
              "an answer may be to a superseded request",
              "portal.service.CompletionRules",
              "requireAnswers",
              empty()),
          unseen(
              SECOND,
              "an earlier request replaces a later one",
              "portal.service.ConnectRules",
              "requireNew",
              gives("hasLater", Change.Value.FALSE)),
          unseen(
              SECOND,
              "a version need not name the stored one",
              "portal.service.Succession",
              "requireReplaces",
              empty()),
          unseen(
              SECOND,
              "a version need not be later",
              "portal.service.Succession",
              "requireTime",
              empty()),
          unseen(
              SECOND,
              "the readers of a version are not checked",
              "portal.service.Succession",
              "requireReaders",
              empty()),
          unseen(
              LIES,
              "an object may have another identifier",
              "profile.trust.ProfileVerifier",
              "sameIdentifier",
              empty()),
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
              NONCES,
              "every request has one nonce",
              "portal.PortalCalls",
              "seal",
              instead("bytes", 0, "zeros", "draws no nonce")),
          unseen(
              NONCES,
              "every message has one content key",
              "jose.Jwe",
              "encrypt",
              instead("bytes", 1, "zeros", "draws no content key")),
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
              "encryptForReaders(Ldev/meshsim/profile/ApplicationProfileEntry;)Z",
              returns(Change.Value.FALSE)),
          unseen(
              STORED,
              "the escrow keys cannot read",
              "session.application.ApplicationVault",
              "recipients",
              without("forEach")),
          unseen(
              EFFECT, "what is put is not committed", "machine.MachineEdit", "put", without("put")),
          unseen(
              RARE,
              "the signature of a profile is not verified",
              "profile.trust.PersonalCheck",
              "verified",
              without("verify")),
          unseen(
              RARE,
              "the signer of an object may be anyone",
              "profile.trust.ProfileVerifier",
              "onlySignedBy",
              empty()));

  private static Unseen unseen(String why, String name, String type, String method, Change change) {
    return new Unseen(new Defect(name, type, method, change, ""), why);
  }
}
