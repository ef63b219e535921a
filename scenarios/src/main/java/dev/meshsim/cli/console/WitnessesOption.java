package dev.meshsim.cli.console;

import dev.meshsim.transparency.WitnessDemand;
import dev.meshsim.transparency.note.WitnessPolicy;
import dev.meshsim.world.World;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option by which a reader of logs demands witnesses. */
public final class WitnessesOption {

  @Option(
      names = "--witnesses",
      paramLabel = "FILE",
      description =
          "A policy as C2SP tlog-policy has it: the witnesses, and how many of them must have"
              + " cosigned the portal's log in the last hour.")
  private @Nullable String file;

  /**
   * The policy; empty without the option.
   *
   * @throws dev.meshsim.error.MeshException as {@link PolicyFile#demanding(String)}
   */
  public Optional<WitnessPolicy> policy() {
    return Optional.ofNullable(file).map(PolicyFile::demanding);
  }

  /**
   * The demand for one log, by the computer's clock; empty without the option.
   *
   * @throws dev.meshsim.error.MeshException as {@link PolicyFile#demanding(String, String)}
   */
  public Optional<WitnessDemand> demand(String origin) {
    return Optional.ofNullable(file)
        .map(
            name ->
                new WitnessDemand(
                    PolicyFile.demanding(name, origin), WitnessDemand.USUAL_AGE, World.system()));
  }
}
