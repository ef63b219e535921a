package dev.meshsim.report.bench.suite;

import dev.meshsim.report.bench.BenchResults;
import dev.meshsim.report.bench.Estimate;
import java.util.Optional;
import java.util.function.Function;

/** A target whose figure is not said yet; the members are those of {@link Target}. */
record TargetDraft(int number, String what, String unit, boolean atLeast, double must, double aim) {

  TargetDraft in(String newUnit) {
    return new TargetDraft(number, what, newUnit, atLeast, must, aim);
  }

  Target by(Function<BenchResults, Optional<Estimate>> figure) {
    return new Target(number, what, unit, atLeast, must, aim, figure);
  }
}
