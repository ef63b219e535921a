package dev.meshsim.scenario.simulation.planted;

import static dev.meshsim.scenario.simulation.planted.Change.empty;
import static dev.meshsim.scenario.simulation.planted.Change.gives;
import static dev.meshsim.scenario.simulation.planted.Change.instead;
import static dev.meshsim.scenario.simulation.planted.Change.without;

import java.util.List;

/** The rules of a portal that only somebody breaks who forges requests, and what is drawn twice. */
final class ForgedDefects {

  private static final Setting FORGED = Setting.CALM.meeting("request forged").within(120);

  /** All, in the order of the page. */
  static final List<Defect> ALL =
      List.of(
          new Defect(
              "the signature of a request is not verified",
              "portal.service.Authority",
              "verify",
              without("verifyOnce"),
              "forgeries-refused",
              FORGED),
          new Defect(
              "a version need not follow the stored one's administrators",
              "portal.service.ProfileStoring",
              "requireSuccession",
              empty(),
              "forgeries-refused",
              FORGED),
          new Defect(
              "an application may belong to another profile",
              "portal.service.ProfileStoring",
              "claim",
              gives("equals", 1, Change.Value.TRUE),
              "forgeries-refused",
              FORGED),
          new Defect(
              "an account that is taken is given away",
              "portal.service.AccountRules",
              "requireRepeat",
              empty(),
              "forgeries-refused",
              FORGED),
          new Defect(
              "a deleted name is given away",
              "portal.service.AccountRules",
              "requireOwner",
              empty(),
              "forgeries-refused",
              FORGED),
          new Defect(
              "an escrow entry replaces another",
              "portal.service.EscrowRules",
              "requireUnused",
              empty(),
              "forgeries-refused",
              FORGED),
          new Defect(
              "a result need not be of a device in the profile",
              "portal.service.CompletionRules",
              "requireAnswerable",
              gives("contains", Change.Value.TRUE),
              "forgeries-refused",
              FORGED),
          new Defect(
              "a request is accepted at any time",
              "portal.service.Freshness",
              "requireFresh",
              empty(),
              "forgeries-refused",
              FORGED),
          new Defect(
              "a request is accepted twice",
              "portal.service.Freshness",
              "use",
              empty(),
              "forgeries-refused",
              FORGED),
          new Defect(
              "an answered request is taken again",
              "portal.service.ConnectRules",
              "start",
              gives("cover", Change.Value.FALSE),
              "forgeries-refused",
              FORGED),
          new Defect(
              "an answer may be to a superseded request",
              "portal.service.CompletionRules",
              "requireAnswers",
              empty(),
              "forgeries-refused",
              FORGED),
          new Defect(
              "an earlier request replaces a later one",
              "portal.service.ConnectRules",
              "requireNew",
              gives("hasLater", Change.Value.FALSE),
              "forgeries-refused",
              FORGED),
          new Defect(
              "a version need not name the stored one",
              "portal.service.Succession",
              "requireReplaces",
              empty(),
              "forgeries-refused",
              FORGED),
          new Defect(
              "a version need not be later",
              "portal.service.Succession",
              "requireTime",
              empty(),
              "forgeries-refused",
              FORGED),
          new Defect(
              "the readers of a version are not checked",
              "portal.service.Succession",
              "requireReaders",
              empty(),
              "forgeries-refused",
              FORGED),
          new Defect(
              "an object may have another identifier",
              "profile.trust.ProfileVerifier",
              "sameIdentifier",
              empty(),
              "forgeries-refused",
              FORGED),
          new Defect(
              "every request has one nonce",
              "portal.PortalCalls",
              "seal",
              instead("bytes", 0, "zeros", "draws no nonce"),
              "used-once",
              Setting.CALM),
          new Defect(
              "every message has one content key",
              "jose.Jwe",
              "encrypt",
              instead("bytes", 1, "zeros", "draws no content key"),
              "used-once",
              Setting.CALM),
          new Defect(
              "the signature of a profile is not verified",
              "profile.trust.PersonalCheck",
              "verified",
              without("verify"),
              "forgeries-refused",
              FORGED),
          new Defect(
              "the signer of an object may be anyone",
              "profile.trust.ProfileVerifier",
              "onlySignedBy",
              empty(),
              "forgeries-refused",
              FORGED));

  private ForgedDefects() {}
}
