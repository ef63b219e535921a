package dev.meshsim.cli.log;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.cli.console.KeyFile;
import dev.meshsim.cli.console.OutputFormat;
import dev.meshsim.cli.console.ProtectOption;
import dev.meshsim.cli.console.TrustOption;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.json.MeshJson;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.ProtectedPortal;
import dev.meshsim.portal.http.Discovery;
import dev.meshsim.portal.http.DnsNames;
import dev.meshsim.portal.http.MeshPortalRemote;
import dev.meshsim.portal.http.PortalAddress;
import dev.meshsim.portal.http.PortalConnections;
import dev.meshsim.portal.http.PublishedLog;
import dev.meshsim.portal.mirror.LogMirror;
import dev.meshsim.protect.KeyPins;
import dev.meshsim.protect.Protection;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code mesh-sim log mirror}. */
@Command(
    name = "mirror",
    description = {
      "Copies a portal's log as an auditor and verifies the copy.",
      "Every record, the tree and the map of each checkpoint are computed again, and each checkpoint"
          + " must continue the last. A run goes on where the one before has ended or was stopped.",
      "The copy is mesh.jlog and portal.jlog in the directory; mirror.json says how far it is"
          + " verified. Messages have the records in the clear: use https, or --protect encrypt."
    },
    mixinStandardHelpOptions = true)
public final class LogMirrorCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "PORTAL",
      description = "The portal's server, http://HOST:PORT, or the domain of its accounts.")
  private String portal = "";

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "The directory of the copy; made if it is absent.")
  private Path to = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      description =
          "The auditor's private key, Ed25519 or P-256: a file of ssh-keygen without a passphrase,"
              + " or a JWK. The portal is served with --auditor and the public key.")
  private Path key = Path.of("");

  @Option(
      names = "--log-key",
      paramLabel = "KEY",
      description =
          "The key of the log, NAME+ID+KEY, as portal keys prints it. Default: the key that the"
              + " portal shows at first contact, whose changes are followed.")
  private @Nullable String logKey;

  @Option(
      names = "--resolve",
      paramLabel = "DOMAIN=HOST:PORT",
      description = "Look up nothing for this domain; may be given several times.")
  private List<String> resolved = List.of();

  @Mixin private final TrustOption trust = new TrustOption();

  @Mixin private final ProtectOption protect = new ProtectOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "The format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.text;

  public LogMirrorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    World world = World.system();
    NoteKey log = logKey == null ? null : NoteKey.parse(logKey);
    try (PrivateJwk auditor = KeyFile.readPrivate(key);
        PortalConnections connections = trust.connections()) {
      RequestEnvelope.Signer signer =
          new RequestEnvelope.Signer(
              Dialect.MESH.fingerprint(auditor.publicJwk()),
              auditor,
              world.stream("auditor", "signatures"));
      MeshPortal way = way(world, log, connections);
      LogMirror.Result result =
          new LogMirror(world, way, signer, log, DurableFiles.real(), to, console::note).run();
      if (format == OutputFormat.json) {
        console.out().println(json(result));
      } else {
        console.line(text(result));
      }
    }
    return 0;
  }

  private MeshPortal way(World world, @Nullable NoteKey log, PortalConnections connections) {
    MeshPortal plain;
    if (portal.contains("://")) {
      PortalAddress address = PortalAddress.parse(portal);
      String domain = log == null ? origin() : log.name();
      plain = MeshPortalRemote.at(address, domain, Dialect.MESH, connections);
    } else {
      Discovery discovery = Discovery.with(world, DnsNames.ofThisComputer()).resolving(resolved);
      plain =
          MeshPortalRemote.find(AccountName.domain(portal), Dialect.MESH, discovery, connections);
    }
    Protection level = protect.level();
    return level == Protection.NONE
        ? plain
        : new ProtectedPortal(plain, world, "mesh-sim", level, KeyPins.inMemory(), protect.key());
  }

  /** The domain of the portal at an address, as its checkpoint names it; it is checked later. */
  private String origin() {
    URI server;
    try {
      server = URI.create(portal);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "the URL is not one of http or https", "give http://HOST:PORT of the portal's server");
    }
    return Checkpoint.verified(Note.parse(new PublishedLog(server).checkpoint())).origin();
  }

  private static String text(LogMirror.Result result) {
    return "log "
        + result.checkpoint().tree().size()
        + ", root "
        + result.checkpoint().tree().root().hex()
        + (result.before() == 0 ? ", first copy" : ", continues " + result.before())
        + ", verified";
  }

  private static String json(LogMirror.Result result) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.put("origin", result.checkpoint().origin())
        .put("size", result.checkpoint().tree().size())
        .put("root", result.checkpoint().tree().root().hex())
        .put("before", result.before())
        .put("heads", result.heads())
        .put("checkpoint", result.note().octets().utf8());
    return MeshJson.write(all).utf8();
  }
}
