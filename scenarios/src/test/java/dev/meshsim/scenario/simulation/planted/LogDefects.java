package dev.meshsim.scenario.simulation.planted;

import static dev.meshsim.scenario.simulation.planted.Change.empty;
import static dev.meshsim.scenario.simulation.planted.Change.gives;
import static dev.meshsim.scenario.simulation.planted.Change.returns;
import static dev.meshsim.scenario.simulation.planted.Change.without;

import java.util.List;

/** The checks of portals' logs by clients, witnesses and other portals. */
final class LogDefects {

  private static final Setting BRANCHED = Setting.CALM.lying("branch of the log");

  /** All, in the order of the page. */
  static final List<Defect> ALL =
      List.of(
          new Defect(
              "a client takes any checkpoint for a later one",
              "transparency.CheckpointCheck",
              "requireContinues",
              gives("isContinued", Change.Value.TRUE),
              "logs-agree",
              BRANCHED.with(3)),
          new Defect(
              "a client that demands witnesses does not look for them",
              "transparency.WitnessCheck",
              "accept",
              returns(Change.Value.FIRST_ARGUMENT),
              "logs-agree",
              BRANCHED),
          new Defect(
              "a client takes every signature of a checkpoint for a right one",
              "transparency.note.Note",
              "verify",
              returns(Change.Value.EMPTY_LIST),
              "checkpoints-signed",
              Setting.CALM.lyingAlone("forged branch")),
          new Defect(
              "a session does not look at the log of its portal",
              "session.PortalLogs",
              "watch",
              returns(Change.Value.EMPTY),
              "log-latest",
              Setting.CALM.lying("history stopped")),
          new Defect(
              "a client takes any record for the one that the map names",
              "transparency.LatestRecord",
              "requireNamed",
              empty(),
              "log-latest",
              Setting.CALM.lyingAlone("old record")),
          new Defect(
              "a client takes any record for the one that a receipt promises",
              "transparency.LogWatch",
              "requirePromised",
              empty(),
              "log-latest",
              Setting.CALM.lyingAlone("old record promised")),
          new Defect(
              "a client takes an older record than it knows",
              "transparency.LatestRecord",
              "requireLatest",
              empty(),
              "log-forward",
              Setting.CALM.lyingAlone("old map")),
          new Defect(
              "a client believes every denial",
              "transparency.LatestRecord",
              "requireGone",
              empty(),
              "denials-true",
              Setting.CALM.lyingAlone("record denied")),
          new Defect(
              "a client gives up the receipt of another record",
              "transparency.CheckpointCheck",
              "requireIncluded",
              empty(),
              "log-forward",
              Setting.CALM.lyingAlone("record forgotten")),
          new Defect(
              "a client does not compare what signers have seen",
              "transparency.CheckpointCheck",
              "requireSeen",
              empty(),
              "signers-seen",
              Setting.CALM.lyingAlone("mixed branch")),
          new Defect(
              "a witness cosigns without a proof",
              "transparency.witness.Witness",
              "cosigned",
              without("consistency"),
              "logs-agree",
              Setting.CALM.lying("branch to witnesses")),
          new Defect(
              "a portal takes any checkpoint of another for a later one",
              "transparency.LogView",
              "requireContinued",
              empty(),
              "logs-agree",
              Setting.CALM.lying("branch to peers")));

  private LogDefects() {}
}
