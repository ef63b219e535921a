package dev.meshsim.cli.run;

import dev.meshsim.scenario.run.Choice;
import dev.meshsim.scenario.run.Order;
import dev.meshsim.scenario.run.RunPlan;
import dev.meshsim.scenario.run.ScenarioArguments;
import dev.meshsim.scenario.run.Shard;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that choose scenarios and their order. */
final class ChoiceOptions {

  @Option(
      names = "--tag",
      paramLabel = "T",
      description =
          "Only scenarios with the tag, or with any of several; --tag \"not T\" leaves out those"
              + " with it.")
  private List<String> tags = List.of();

  @Option(
      names = "--name",
      paramLabel = "GLOB",
      description = "Only scenarios whose name matches; * stands for any characters, ? for one.")
  private List<String> names = List.of();

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      defaultValue = "file",
      description = "The order: file, or random:SEED. Default: ${DEFAULT-VALUE}.")
  private String order = "file";

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      defaultValue = "1/1",
      description =
          "Only the I-th of N parts of the suite; auto takes both from the variables of the CI"
              + " service. A scenario that is added moves no other to another part.")
  private String shard = "1/1";

  Shard shard(Map<String, String> environment) {
    return Shard.parse(shard, environment);
  }

  RunPlan plan(List<String> arguments, Shard part) {
    Order chosen = Order.parse(order);
    return ScenarioArguments.plan(arguments)
        .choose(new Choice(tags, names))
        .choose(part)
        .order(chosen);
  }
}
