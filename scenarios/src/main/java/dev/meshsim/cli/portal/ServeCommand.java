package dev.meshsim.cli.portal;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.KeyFile;
import dev.meshsim.cli.console.Stopping;
import dev.meshsim.cli.console.TlsOptions;
import dev.meshsim.cli.store.StorePlace;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.Quote;
import dev.meshsim.log.PortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.server.ListenAddress;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerSettings;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.protect.Protection;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.LogPartners;
import dev.meshsim.world.World;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mesh-sim portal serve}. */
@Command(
    name = "serve",
    description = {
      "Serves a portal over HTTP until the process is asked to end, by Ctrl-C or TERM.",
      "Requests in flight are answered then, and the store is closed."
    },
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      required = true,
      description = "The domain of the portal's accounts.")
  private String domain = "";

  @Mixin private StorePlace place = new StorePlace();

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      defaultValue = "mesh",
      description = "The dialect, mesh or portal-2017. Default: ${DEFAULT-VALUE}.")
  private String dialect = "";

  @Option(
      names = "--reference-clients",
      description =
          "In portal-2017, accept what the reference implementation's clients send: an account that"
              + " nobody signed, and versions that do not name the one they replace.")
  private boolean referenceClients;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS:PORT",
      defaultValue = "127.0.0.1:8080",
      description = "The address to listen on; port 0 for a free one. Default: ${DEFAULT-VALUE}.")
  private String listen = "";

  @Option(
      names = "--admin",
      paramLabel = "ADDRESS:PORT",
      description = "An address for /healthz and /metrics, for example 127.0.0.1:8081.")
  private @Nullable String admin;

  @Mixin private TlsOptions tls = new TlsOptions();

  @Option(
      names = "--access-log",
      paramLabel = "FILE",
      description = "Append a line of JSON for each request to this file; - for standard output.")
  private @Nullable String accessLog;

  @Option(
      names = "--protect",
      paramLabel = "LEVEL",
      defaultValue = "none",
      description =
          "The least protection of messages that the portal accepts: none, sign or encrypt. Its"
              + " Hello, which gives its keys, needs none. Default: ${DEFAULT-VALUE}.")
  private String protect = "none";

  @Option(
      names = "--auditor",
      paramLabel = "KEYFILE",
      description =
          "A public key, Ed25519 or P-256, as ssh-keygen or a JWK has it. Its holder may read the"
              + " whole log, with log mirror for example; may be given several times.")
  private List<Path> auditors = List.of();

  @Mixin private PartnerOptions partners = new PartnerOptions();

  @Mixin private LimitOptions limits = new LimitOptions();

  public ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    PortalPolicy usual =
        referenceClients ? PortalPolicy.DEFAULT.withReferenceClients() : PortalPolicy.DEFAULT;
    PortalPolicy policy =
        usual
            .withLeastProtection(Protection.named(protect))
            .withCheckpoints(CheckpointPolicy.USUAL)
            .withAuditors(auditors.stream().map(KeyFile::readPublic).toList());
    Dialect spoken = Dialect.named(dialect);
    if (spoken != Dialect.MESH && !auditors.isEmpty()) {
      throw new InputException(
          "a portal of the dialect " + spoken.label() + " has no auditors",
          "leave --auditor out, or serve the dialect mesh");
    }
    ServerSettings settings = settings();
    Optional<LogPartners> others = partners.read(AccountName.domain(domain), console);
    MeshPortalDirect portal = portal(spoken, others.map(policy::withPartners).orElse(policy));
    PortalServer server = start(portal, settings);
    Optional<PortalTending> tending =
        others.map(all -> PortalTending.start(portal::tend, all.size(), console::note));
    console.line("the portal " + portal.domain() + " listens on " + server.address());
    server.admin().ifPresent(address -> console.line("its health and metrics are on " + address));
    NoteKey log = portal.keyring().logSigner().key();
    console.line("its key is " + portal.keyring().current().newest().fingerprint());
    console.line("the key of its log is " + log);
    others.ifPresent(all -> console.line(PartnerOptions.text(all)));
    console.out().flush();
    Stopping.await(
        () -> {
          server.close();
          tending.ifPresent(PortalTending::close);
          portal.close();
        });
    return 0;
  }

  private MeshPortalDirect portal(Dialect spoken, PortalPolicy policy) {
    String name = AccountName.domain(domain);
    PortalStore store = place.portal(console);
    boolean opened = false;
    try {
      StoredDomain.require(name, store);
      MeshPortalDirect portal = MeshPortalDirect.open(World.system(), name, spoken, store, policy);
      portal.trace().stop();
      opened = true;
      return portal;
    } finally {
      if (!opened) {
        store.close();
      }
    }
  }

  private static PortalServer start(MeshPortalDirect portal, ServerSettings settings) {
    boolean started = false;
    try {
      PortalServer server = PortalServer.start(portal, settings);
      started = true;
      return server;
    } finally {
      if (!started) {
        portal.close();
      }
    }
  }

  private ServerSettings settings() {
    return new ServerSettings(
        ListenAddress.parse(listen),
        Optional.ofNullable(admin).map(ListenAddress::parse),
        tls.files(),
        limits.limits(),
        Optional.ofNullable(accessLog).map(this::log),
        World.system());
  }

  private Consumer<String> log(String file) {
    if (file.equals("-")) {
      return console::line;
    }
    try {
      PrintStream out =
          Console.printer(
              Files.newOutputStream(
                  Path.of(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
      return out::println;
    } catch (IOException e) {
      throw new InputException(
          Quote.of(file) + ": the access log cannot be written: " + IoReason.of(e),
          "name a file in a directory that can be written");
    }
  }
}
