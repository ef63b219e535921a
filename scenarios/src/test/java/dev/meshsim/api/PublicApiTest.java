package dev.meshsim.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.light.MeshLight;
import dev.meshsim.machine.MachineStores;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.http.MeshPortalRemote;
import dev.meshsim.report.Report;
import dev.meshsim.scenario.Scenario;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public API of each module is the one that was reviewed. */
class PublicApiTest {

  private static Class<?> typeOf(String module) {
    return switch (module) {
      case "mesh-sim" -> MeshMachine.class;
      case "mesh-portal-http" -> MeshPortalRemote.class;
      case "mesh-light" -> MeshLight.class;
      case "reports" -> Report.class;
      case "scenarios" -> Scenario.class;
      default -> MachineStores.named(module.substring(module.lastIndexOf('-') + 1)).getClass();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "mesh-sim, dev.meshsim.session.MeshSession, dev.meshsim.share.field",
    "mesh-store-file, dev.meshsim.store.file.FileMachineStoreProvider, dev.meshsim.store.file.ssh",
    "mesh-store-registry, dev.meshsim.store.registry.Registry, dev.meshsim.store.registry.hive",
    "mesh-store-h2, dev.meshsim.store.h2.H2MachineStoreProvider, dev.meshsim.store.h2.database",
    "mesh-portal-http, dev.meshsim.portal.http.MeshPortalRemote, dev.meshsim.portal.service",
    "mesh-light, dev.meshsim.light.MeshLight, dev.meshsim.session",
    "reports, dev.meshsim.report.RunListener, dev.meshsim.report.html",
    "scenarios, dev.meshsim.scenario.junit.MeshTest, dev.meshsim.cli",
  })
  void itIsTheReviewedOne(String module, String within, String without) throws IOException {
    String text = ApiText.of(typeOf(module));
    Golden.assertSame(Golden.root().resolve("docs/api/" + module + ".txt"), text);
    assertTrue(text.contains(" " + within), within);
    assertFalse(text.contains("\n " + without + "."), without);
  }
}
