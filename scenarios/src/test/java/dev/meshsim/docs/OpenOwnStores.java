package dev.meshsim.docs;

import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MeshMachine;
import java.util.List;

/** Opens the own store of each kind in a home directory, and prints the failure of each. */
final class OpenOwnStores {

  private OpenOwnStores() {}

  public static void main(String[] arguments) {
    System.setProperty("user.home", arguments[0]);
    for (String store : List.of("file", "registry", "h2")) {
      try (MeshMachine machine = MeshMachine.ofThisComputer(store)) {
        System.out.println(store + " was opened: " + machine);
      } catch (MeshException e) {
        System.out.println(store + " " + e.code() + " " + e.place());
      }
    }
  }
}
