package dev.meshsim.cli.witness;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.InputStreams;
import dev.meshsim.cli.console.PolicyFile;
import dev.meshsim.cli.console.Stopping;
import dev.meshsim.cli.console.TlsOptions;
import dev.meshsim.error.Quote;
import dev.meshsim.portal.http.server.ListenAddress;
import dev.meshsim.portal.http.server.ServerSettings;
import dev.meshsim.portal.http.witness.WitnessServer;
import dev.meshsim.protect.KeyChain;
import dev.meshsim.transparency.note.KeyType;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.note.WitnessPolicy;
import dev.meshsim.transparency.witness.Witness;
import dev.meshsim.transparency.witness.WitnessJournal;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mesh-sim witness serve}. */
@Command(
    name = "serve",
    description = {
      "Serves a witness over HTTP, as C2SP tlog-witness has it, until the process is asked to end.",
      "It cosigns a checkpoint only if it continues the last one of its log. The evidence of a log"
          + " that was forked is written to a file evidence-....json in its directory. A witness"
          + " without the file of what it has cosigned does not start."
    },
    mixinStandardHelpOptions = true)
public final class WitnessServeCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      required = true,
      description = "The witness's own directory, which witness init has made.")
  private Path root = Path.of("");

  @Option(
      names = "--log",
      paramLabel = "KEY",
      description =
          "The key of a log to cosign, NAME+ID+KEY, as portal keys prints it; may be given several"
              + " times.")
  private List<String> logs = List.of();

  @Option(
      names = "--logs",
      paramLabel = "FILE",
      description = "A policy as C2SP tlog-policy has it; the logs that it names are cosigned.")
  private @Nullable String policy;

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description =
          "The statements of a log's keys, as its portal publishes them at"
              + " /.well-known/mmm/log/keys; keys that follow one given with --log are cosigned"
              + " too. May be given several times.")
  private List<String> statements = List.of();

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS:PORT",
      defaultValue = "127.0.0.1:8090",
      description = "The address to listen on; port 0 for a free one. Default: ${DEFAULT-VALUE}.")
  private String listen = "";

  @Mixin private TlsOptions tls = new TlsOptions();

  public WitnessServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Map<String, KeyChain> chains = new LinkedHashMap<>();
    for (String file : statements) {
      chains.put(file, InputStreams.parse(file, KeyChain.MOST_OCTETS, KeyChain::readPublished));
    }
    List<NoteKey> known = known(chains);
    World world = World.system();
    ServerSettings settings =
        new ServerSettings(
            ListenAddress.parse(listen),
            Optional.empty(),
            tls.files(),
            WitnessServer.LIMITS,
            Optional.empty(),
            world);
    WitnessDirectory directory = new WitnessDirectory(root, world);
    NoteSigner signer = directory.signer();
    WitnessJournal state = directory.state(signer.key());
    WitnessServer server =
        start(
            new Witness(
                world,
                signer,
                state,
                known,
                List.copyOf(chains.values()),
                new AccusedLogs(directory.root(), console::note)),
            state,
            settings);
    console.line("the witness " + signer.key().name() + " listens on " + server.address());
    console.line("its key is " + signer.key());
    known.forEach(key -> console.line("it cosigns the log " + key));
    console.out().flush();
    Stopping.await(
        () -> {
          server.close();
          state.close();
        });
    return 0;
  }

  private WitnessServer start(Witness witness, WitnessJournal state, ServerSettings settings) {
    boolean started = false;
    try {
      WitnessServer server =
          WitnessServer.start(
              witness,
              settings,
              reason ->
                  console.note(
                      "the witness has lost its state and cosigns no more: "
                          + reason
                          + "; make a new witness with a new name"));
      started = true;
      return server;
    } finally {
      if (!started) {
        state.close();
      }
    }
  }

  private List<NoteKey> known(Map<String, KeyChain> chains) {
    List<NoteKey> keys = new ArrayList<>();
    for (String text : logs) {
      NoteKey key = NoteKey.parse(text);
      if (key.type() != KeyType.ED25519) {
        throw new InputException(
            Quote.text(text) + " is the key of a witness, not of a log",
            "give the log key that portal keys prints");
      }
      keys.add(key);
    }
    if (policy != null) {
      PolicyFile.read(policy).logs().stream().map(WitnessPolicy.Party::key).forEach(keys::add);
    }
    if (keys.isEmpty()) {
      throw new InputException(
          "there is no log to cosign", "give --log KEY, or --logs FILE with a line 'log KEY'");
    }
    for (Map.Entry<String, KeyChain> file : chains.entrySet()) {
      KeyChain chain = file.getValue();
      List<NoteKey> following =
          chain.logKeys().stream()
              .filter(key -> keys.stream().anyMatch(given -> chain.leads(given, key)))
              .toList();
      if (following.isEmpty() && chain.logKeys().stream().noneMatch(keys::contains)) {
        throw new InputException(
            Quote.of(file.getKey()) + ": the statements have no key of a log to cosign",
            "give the statements of a log whose key --log has");
      }
      keys.addAll(following);
    }
    return keys.stream().distinct().toList();
  }
}
