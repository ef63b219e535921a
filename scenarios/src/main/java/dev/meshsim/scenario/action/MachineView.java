package dev.meshsim.scenario.action;

import dev.meshsim.scenario.Possession;
import java.util.List;
import java.util.Set;

/** A machine as a person sees it, who chooses what to do next. */
public final class MachineView {

  private final Stage stage;
  private final Actor player;
  private final boolean backedUp;

  MachineView(Stage stage, Actor player, boolean backedUp) {
    this.stage = stage;
    this.player = player;
    this.backedUp = backedUp;
  }

  /** The things that the machine has now. */
  public Set<Possession> possessions() {
    Set<Possession> has = player.possessions();
    if (backedUp) {
      has.add(Possession.BACKUP);
    }
    return has;
  }

  /** The machines, among the candidates, whose requests are in the machine's list. */
  public List<String> listed(List<String> candidates) {
    return candidates.stream().filter(asking -> player.lists(stage.player(asking))).toList();
  }

  /** True if the application that is open has a conflict. */
  public boolean hasConflict() {
    return player.hasConflict();
  }

  /** True if an administrator's list has shown a code for the machine's request. */
  public boolean isListed() {
    return player.listedCode().isPresent();
  }
}
