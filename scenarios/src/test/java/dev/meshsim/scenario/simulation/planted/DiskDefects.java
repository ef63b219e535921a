package dev.meshsim.scenario.simulation.planted;

import static dev.meshsim.scenario.simulation.planted.Change.empty;
import static dev.meshsim.scenario.simulation.planted.Change.without;

import java.util.List;

/** The defects of stores that show when a disk fails. */
final class DiskDefects {

  private static final Setting POWER =
      Setting.CALM.meeting("torn write,power cut,writes reordered");

  private static final Setting ROT = Setting.CALM.meeting("bit rot").within(200);

  /** All, in the order of the page. */
  static final List<Defect> ALL =
      List.of(
          new Defect(
              "a staged file is not forced",
              "store.file.Journal",
              "stage",
              without("force"),
              "durable",
              POWER),
          new Defect(
              "a directory is not forced",
              "store.file.Journal",
              "force",
              without("forEach"),
              "durable",
              POWER),
          new Defect(
              "a log is not forced",
              "log.jlog.GroupCommit",
              "write",
              without("sync"),
              "portal-durable",
              POWER),
          new Defect(
              "a key file of the registry is not forced",
              "store.registry.StoreFiles",
              "create",
              without("force"),
              "durable",
              POWER.storedIn("registry")),
          new Defect(
              "an interrupted commit is not finished",
              "store.file.Journal",
              "recover",
              without("finish"),
              "durable",
              POWER.within(300)),
          new Defect(
              "a file is not moved to its place",
              "files.DurableFiles",
              "replace(Ljava/nio/file/Path;[B)V",
              without("move"),
              "durable",
              POWER),
          new Defect(
              "a changed list is taken",
              "store.file.StoreReader",
              "requireWhole",
              empty(),
              "bit-rot",
              ROT));

  private DiskDefects() {}
}
