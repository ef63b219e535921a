package dev.meshsim.sim.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllOraclesTest {

  @Test
  void everyOracleHasANameOfItsOwnALawAndEvents() {
    List<String> names = AllOracles.names();
    assertEquals(names.size(), new HashSet<>(names).size());
    assertEquals(names, List.copyOf(AllOracles.laws().keySet()));
    for (Oracle oracle : AllOracles.all()) {
      assertTrue(oracle.name().matches("[a-z]+(-[a-z]+)*"), oracle.name());
      assertTrue(oracle.law().matches("[A-Z][^|]*\\."), oracle.law());
      assertTrue(oracle.events().size() > 0, oracle.name());
    }
  }

  @Test
  void workIsMeasuredAfterTheReadsOfTheOthers() {
    List<String> names = AllOracles.names();
    assertEquals("bounded-work", names.get(names.size() - 1));
  }

  @Test
  void oraclesAreChosenByNameInTheOrderOfTheTable() {
    List<Oracle> chosen = AllOracles.named(Set.of("typed-errors", "profile-chain"));
    assertEquals(
        List.of("profile-chain", "typed-errors"), chosen.stream().map(Oracle::name).toList());
    assertNotSame(chosen.get(0), AllOracles.named(Set.of("profile-chain")).get(0));
    assertThrows(IllegalArgumentException.class, () -> AllOracles.named(List.of("profile-chian")));
  }

  @Test
  void oneOracleReportsItsFirstViolationsOnly() {
    WatchedMesh mesh = new WatchedMesh("typed-errors");
    SimEvent.Began began = new SimEvent.Began("desktop", "refresh", Map.of());
    for (int i = 0; i < 20; i++) {
      Throwable failure = new IllegalStateException("bug " + i);
      mesh.tell(new SimEvent.Ended(began, List.of(), Optional.of(failure)));
    }
    assertEquals(5, mesh.violations().size());
    assertEquals(5, mesh.violations().get(4).event());
  }
}
