package dev.meshsim.cli.portal;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.store.StorePlace;
import dev.meshsim.jose.Suite;
import dev.meshsim.log.PortalStore;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.world.World;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mesh-sim portal keys}. */
@Command(
    name = "keys",
    description = {
      "Prints the fingerprint of a portal's key for protected messages, and changes the keys.",
      "The keys are in the portal's store, and are made if it has none."
    },
    mixinStandardHelpOptions = true)
public final class KeysCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      required = true,
      description = "The domain of the portal's accounts.")
  private String domain = "";

  @Mixin private StorePlace place = new StorePlace();

  @Option(
      names = "--change",
      paramLabel = "SUITE",
      arity = "0..1",
      fallbackValue = "Ed25519",
      description =
          "Make new keys, Ed25519 for example, which the present key signs, so that clients follow.")
  private @Nullable String suite;

  @Option(
      names = "--log",
      description =
          "Make the key of the portal's log too, if there is none: witnesses need it before the"
              + " portal is served for the first time.")
  private boolean log;

  public KeysCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String name = AccountName.domain(domain);
    Suite chosen = suite == null ? null : Suite.named(suite);
    try (PortalStore store = place.portal(console)) {
      StoredDomain.require(name, store);
      PortalKeyring keyring = new PortalKeyring(World.system(), name, store);
      if (log) {
        keyring.logSigner();
      }
      KeyStatement before = keyring.current().newest();
      if (chosen != null) {
        KeyStatement after = keyring.change(chosen).newest();
        console.line("the key was " + before.fingerprint());
        print(after);
      } else {
        print(before);
      }
    }
    return 0;
  }

  private void print(KeyStatement keys) {
    console.line(
        "key "
            + keys.fingerprint()
            + ", "
            + keys.signature().spec().label()
            + ", number "
            + keys.number());
    keys.log().ifPresent(log -> console.line("log key " + log));
  }
}
