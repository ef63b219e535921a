package dev.meshsim.kept;

import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalStores;
import dev.meshsim.machine.MachineArchive;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.world.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Opens stores by name and lists their problems, in words for a failed test. */
final class KeptStores {

  private static final int SHOWN = 24;

  private KeptStores() {}

  /**
   * Opens a machine's store and reads everything.
   *
   * @param archive the text that {@code store export} wrote of the same data
   * @return the problems; empty if the store opens, is sound and has exactly that data
   */
  static List<String> machineProblems(String kind, StoreMode mode, Path root, String archive) {
    List<String> problems = new ArrayList<>();
    if (!MachineStores.named(kind).isThere(root, mode)) {
      problems.add("no store is found in " + root);
    }
    try (MachineStore store =
        MachineStores.named(kind).open(root, mode, World.seeded(1).stream("kept", kind))) {
      if (store.mode() != mode) {
        problems.add("the store says that it is " + store.mode());
      }
      store.check().forEach(found -> problems.add(found.place() + ": " + found.problem()));
      try (SecretBytes written = MachineArchive.write(store)) {
        String text = new String(written.expose(), StandardCharsets.UTF_8);
        problems.addAll(differences(archive, text));
      }
    } catch (MeshException e) {
      problems.add(cannotBeRead(kind + " store of a machine", e));
    }
    return problems;
  }

  /** Opens a portal's store and checks it; empty if it opens without a warning and is sound. */
  static List<String> portalProblems(String kind, Path root) {
    List<String> problems = new ArrayList<>();
    if (!PortalStores.named(kind).isThere(root)) {
      problems.add("no store is found in " + root);
    }
    try (PortalStore store = PortalStores.named(kind).open(root, World.seeded(1), problems::add)) {
      if (store.lastWrite().isEmpty()) {
        problems.add("the store is empty");
      }
      store.check().forEach(found -> problems.add(found.place() + ": " + found.problem()));
    } catch (MeshException e) {
      problems.add(cannotBeRead(kind + " store of a portal", e));
    }
    return problems;
  }

  /** Compares two texts and lists the lines that differ, with the first difference in each. */
  static List<String> differences(String expected, String found) {
    List<String> problems = new ArrayList<>();
    List<String> wanted = expected.lines().toList();
    List<String> lines = found.lines().toList();
    for (int n = 0; n < Math.max(wanted.size(), lines.size()); n++) {
      if (n >= lines.size()) {
        problems.add("line " + (n + 1) + " is missing: " + around(wanted.get(n), 0));
      } else if (n >= wanted.size()) {
        problems.add("line " + (n + 1) + " is not expected: " + around(lines.get(n), 0));
      } else if (!wanted.get(n).equals(lines.get(n))) {
        problems.add(difference(n + 1, wanted.get(n), lines.get(n)));
      }
    }
    if (problems.isEmpty() && !expected.equals(found)) {
      problems.add("the line ends differ");
    }
    return problems;
  }

  private static String difference(int line, String expected, String found) {
    int at = 0;
    while (at < Math.min(expected.length(), found.length())
        && expected.charAt(at) == found.charAt(at)) {
      at++;
    }
    return "line %d differs at column %d: expected %s but found %s"
        .formatted(line, at + 1, around(expected, at), around(found, at));
  }

  private static String around(String line, int at) {
    int from = Math.max(0, at - SHOWN);
    return "..." + line.substring(from, Math.min(line.length(), at + SHOWN)) + "...";
  }

  private static String cannotBeRead(String what, MeshException e) {
    return "the present code cannot read the %s that f92eff9 wrote: %s; hint: %s"
        .formatted(what, e.problem(), e.hint());
  }
}
