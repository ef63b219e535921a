package dev.meshsim.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.machine.MachineStore;
import dev.meshsim.store.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Damaged files of what portals are behind by: each is named. */
class LagDamageTest extends FilledStore {

  private Path index() {
    return test.resolve("profiles.json");
  }

  private List<Finding> findings() {
    try (MachineStore store = Stores.open(root)) {
      return store.check();
    }
  }

  private void requireOne(String code, Path place, String words) {
    List<Finding> findings = findings();
    assertEquals(1, findings.size(), findings::toString);
    assertEquals(code, findings.get(0).code());
    assertEquals(place.toString(), findings.get(0).place());
    assertTrue(findings.get(0).problem().contains(words), findings::toString);
  }

  @Test
  void aLagOfAnotherAccountIsNamed() throws IOException {
    List<Path> files = lags();
    Files.writeString(files.get(0), Files.readString(files.get(1)));
    requireOne("store.file.profile", files.get(0), "the lag of another account's portal");
  }

  @Test
  void aTornLagIsNamed() throws IOException {
    Path file = lags().get(0);
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() / 2));
    requireOne("store.file.profile", file, "does not hold what its name says");
  }

  @Test
  void lagsWithoutTheirSectionAreForeign() throws IOException {
    String text = Files.readString(index());
    Files.writeString(index(), text.replace("\"PortalLags\"", "\"PortalLag\""));
    requireOne("store.file.index", index(), "PortalLag is not known");
    int at = text.indexOf("  \"PortalLags\"");
    String without = text.substring(0, at) + text.substring(text.indexOf("\n  \"", at) + 1);
    Files.writeString(index(), without.replaceFirst(Stores.CHECK, ""));
    assertEquals(
        lags().stream().map(Path::toString).toList(),
        findings().stream().map(Finding::place).sorted().toList());
  }

  private List<Path> lags() throws IOException {
    return Stores.files(test.resolve("requests")).stream()
        .filter(file -> file.toString().endsWith(".mmml"))
        .toList();
  }
}
