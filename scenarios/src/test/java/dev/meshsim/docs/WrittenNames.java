package dev.meshsim.docs;

import dev.meshsim.arch.SourceTree;
import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.Suite;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.Exchange;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.testing.Golden;
import dev.meshsim.transparency.note.WitnessPolicy;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.LogPartners;
import dev.meshsim.transparency.service.PeerLink;
import dev.meshsim.transparency.service.PeerPort;
import dev.meshsim.transparency.tree.Tile;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The names in what the program writes, and the header names in its source. */
final class WrittenNames {

  private static final Pattern SIGNING =
      Pattern.compile("ignatures(\\(\\))?\\s*\\.(sign|member)\\(|Map<String, Object> claims = new");
  private static final Pattern HEADER_NAME =
      Pattern.compile("(?:\\.put\\(|Map\\.of\\(|member\\([^;\"]*|text\\([^;\"]*)\\s*\"(\\w+)\"");

  /** Names of JSON members in messages, signed objects and log records. */
  final Set<String> members = new TreeSet<>();

  /** Names in the protected headers of signatures. */
  final Set<String> headers = new TreeSet<>();

  private WrittenNames() {}

  /** Runs a session with every transaction, and reads everything that travelled or was stored. */
  static WrittenNames ofASession() {
    WrittenNames names = new WrittenNames();
    SeededWorld world = World.seeded(12);
    MemoryPortalStore store = new MemoryPortalStore();
    PortalPolicy policy =
        PortalPolicy.DEFAULT.withCheckpoints(new CheckpointPolicy(1, Duration.ofMinutes(1)));
    try (MeshPortalDirect peer =
            MeshPortalDirect.open(
                world, "b.example", Dialect.MESH, new MemoryPortalStore(), policy);
        MeshPortalDirect portal =
            MeshPortalDirect.open(
                world, "example.com", Dialect.MESH, store, policy.withPartners(partner(peer)))) {
      use(world, peer);
      portal.tend(Runnable::run);
      use(world, portal);
      portal.exchange(Bytes.utf8("not a request"));
      portal.keyring().change(Suite.ED25519);
      names.readHeaders(portal.keyring().current().newest().text());
      for (Exchange exchange : portal.trace().exchanges()) {
        names.read(exchange.request());
        names.read(exchange.response());
        Bytes envelope = exchange.signedEnvelope();
        names.read(envelope == null ? Bytes.EMPTY : envelope);
      }
      for (LogName log : LogName.values()) {
        for (DataItem item : store.scan(log, PageRequest.all()).items()) {
          Bytes text = item.text();
          names.read(text == null ? Bytes.EMPTY : text);
        }
      }
    }
    return names;
  }

  private static LogPartners partner(MeshPortalDirect peer) {
    PeerPort port =
        new PeerPort() {
          @Override
          public Bytes checkpoint() {
            return peer.published("checkpoint").orElseThrow();
          }

          @Override
          public Bytes tile(Tile tile) {
            return peer.published(tile.path()).orElseThrow();
          }

          @Override
          public Bytes keys() {
            return peer.published("keys").orElseThrow();
          }
        };
    return new LogPartners(
        WitnessPolicy.parse(Bytes.utf8("quorum none\n")),
        List.of(),
        LogPartners.USUAL_REFRESH,
        List.of(new PeerLink(peer.keyring().logSigner().key(), port)),
        LogPartners.USUAL_EXCHANGE,
        line -> {
          throw new AssertionError(line);
        });
  }

  private static void use(SeededWorld world, MeshPortalDirect portal) {
    String alices = "alice@" + portal.domain();
    MeshSession desktop = new MeshSession(new MeshMachineCached(world, portal.domain()), portal);
    desktop.validate(alices);
    PersonalProfile profile = new PersonalProfile(desktop.createDevice().deviceProfile());
    PersonalSession alice = desktop.createAccount(alices, profile);
    alice.add(new PasswordProfile(true));
    alice.escrow(new OfflineEscrowEntry(profile, 2, 3));
    MeshSession ring =
        new MeshSession(new MeshMachineCached(world, "ring of " + portal.domain()), portal);
    var attempt = ring.connectAsAdministrator(ring.createDevice(), alices);
    String code = attempt.authenticator();
    alice.acceptAdministrator(alice.connectPending().withAuthenticator(code), code);
    alice.renewEscrow(2, 3);
    attempt.poll(code);
    new MeshClient(world, "any", portal, AccountName.parse(alices)).status();
    desktop.createAccount("alice2@" + portal.domain(), profile).deleteAccount();
  }

  /** Reads the headers of a signed object, whose content nothing else has written. */
  private void readHeaders(Bytes signed) {
    MeshJson.readTree(signed)
        .path("signatures")
        .forEach(line -> decoded(line.path("protected")).propertyNames().forEach(headers::add));
  }

  private void read(Bytes json) {
    try {
      walk(MeshJson.readTree(json));
    } catch (MeshException e) {
      // Octets that are no JSON have no names.
    }
  }

  private void walk(JsonNode node) {
    node.properties()
        .forEach(
            member -> {
              members.add(member.getKey());
              JsonNode value = member.getValue();
              if (member.getKey().equals("protected") && node.has("signature")) {
                decoded(value).propertyNames().forEach(headers::add);
              } else if (member.getKey().equals("payload")) {
                walk(decoded(value));
              }
              walk(value);
            });
    if (node.isArray()) {
      node.forEach(this::walk);
    }
  }

  private static JsonNode decoded(JsonNode base64) {
    return MeshJson.readTree(Bytes.base64Url(base64.asString()));
  }

  /**
   * The header names in the sources of those classes that sign, or read what a signature covers.
   */
  static Set<String> headersInSources() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : SourceTree.ofModule(Golden.root().resolve("mesh-sim")).files()) {
      String source = Files.readString(file);
      if (SIGNING.matcher(source).find()) {
        Matcher names = HEADER_NAME.matcher(source);
        while (names.find()) {
          found.add(names.group(1));
        }
      }
    }
    return found;
  }
}
