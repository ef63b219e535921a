package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.machine.MachineStore;
import dev.meshsim.machine.MemoryMachineStore;
import dev.meshsim.machine.StoreMode;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.application.ApplicationTypes;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Applications of every type, in both dialects. */
class ApplicationsTest {

  @ParameterizedTest
  @EnumSource
  void everyTypeIsAddedMergedAndReadOnAThirdDevice(Dialect dialect) {
    MachineStore store = new MemoryMachineStore(StoreMode.TEST);
    ApplicationsFlow.run(dialect, store, () -> store);
  }

  @Test
  void everyTypeOfTheSchemaHasASample() {
    assertEquals(
        ApplicationTypes.installed().all().stream()
            .map(ApplicationType::tag)
            .filter(tag -> !tag.startsWith("Test"))
            .collect(Collectors.toSet()),
        ApplicationSample.all().stream().map(ApplicationSample::tag).collect(Collectors.toSet()));
  }

  static List<ApplicationSample<?>> samples() {
    return ApplicationSample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  <C extends Record> void noTextFormShowsAPassword(ApplicationSample<C> sample) {
    C content = sample.put(sample.empty(), "name", "hunter2");
    if (!sample.tag().equals("SSHProfile") && !sample.tag().equals("NetworkProfile")) {
      assertFalse(content.toString().contains("hunter2"), content.toString());
    }
  }
}
