package dev.meshsim.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.Cli;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.jose.PublicJwk;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.ssh.KeyForm;
import dev.meshsim.ssh.KeyTextException;
import dev.meshsim.store.Failures;
import dev.meshsim.store.registry.hive.FileLine;
import dev.meshsim.store.registry.hive.RegReader;
import dev.meshsim.store.registry.hive.RegistryKey;
import dev.meshsim.testing.Trees;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The ways in which an input is tried; each fails unless the outcome is the right one. */
final class Judges {

  private static final String ROOT = "HKEY_CURRENT_USER\\SOFTWARE\\CryptoMesh";

  /** The key of the public key files in one-line and RFC 4716 form. */
  private static final String PUBLIC =
      "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"nDUSyM-y5aE61HGOXe5DFzSO1P-bA8mLj5JYu4nZL1Q\"}";

  private static final List<String> FOREIGN =
      List.of("tools.jackson", "com.fasterxml", "java.", "CoercionConfig", "ALLOW_", "org.snake");

  private Judges() {}

  /** Tries one input; {@code work} is an empty directory. */
  interface Judge {
    void judge(Path input, Path work) throws Exception;
  }

  /** Both must be right. */
  static Judge both(Judge one, Judge other) {
    return (input, work) -> {
      one.judge(input, work);
      other.judge(input, work);
    };
  }

  /** A portal with Alice's account answers with status 400 and a text that has these parts. */
  static Judge refusedRequest(Dialect dialect, String... parts) {
    return (input, work) -> {
      World world = World.seeded(1);
      try (MeshPortalDirect portal =
          MeshPortalDirect.open(world, "example.com", dialect, new MemoryPortalStore())) {
        MeshSession session = new MeshSession(new MeshMachineCached(world, "desktop"), portal);
        session.createAccount(
            "alice@example.com", new PersonalProfile(session.createDevice().deviceProfile()));
        String answer = portal.exchange(Bytes.of(Files.readAllBytes(input))).utf8();
        assertTrue(answer.matches("(?s).*\"Status\": ?400.*"), answer);
        assertTrue(answer.length() < 600, answer);
        assertPlain(answer, parts);
      }
    };
  }

  /** A .reg file is read: the values below the test root, {@code null} for one that is absent. */
  static Judge registry(Map<String, String> values) {
    return (input, work) -> {
      RegistryKey root = new RegistryKey("CryptoMesh", new FileLine(input, 1));
      Failures problems = new Failures();
      RegReader.merge(input, Bytes.of(Files.readAllBytes(input)), ROOT, root, problems);
      assertEquals(List.of(), problems.all());
      values.forEach(
          (path, hex) -> {
            String[] names = path.split("/");
            RegistryKey key = root;
            for (int i = 0; i < names.length - 1; i++) {
              key = key.key(names[i]);
            }
            assertEquals(hex, key.value(names[names.length - 1]).data().hex(), path);
          });
    };
  }

  /** A .reg file is refused: every problem names the line. */
  static Judge refusedRegistry(int line) {
    return (input, work) -> {
      RegistryKey root = new RegistryKey("CryptoMesh", new FileLine(input, 1));
      Failures problems = new Failures();
      RegReader.merge(input, Bytes.of(Files.readAllBytes(input)), ROOT, root, problems);
      assertFalse(problems.all().isEmpty());
      assertTrue(problems.all().get(0).problem().contains(":" + line), problems.all().toString());
    };
  }

  /** A private key file is read. */
  static Judge privateKey(KeySpec spec) {
    return (input, work) -> KeyForm.of(spec).readPrivate(spec, Files.readAllBytes(input)).close();
  }

  /** A private key file is refused with these words. */
  static Judge refusedKey(KeySpec spec, String... parts) {
    return (input, work) -> {
      byte[] text = Files.readAllBytes(input);
      KeyTextException e =
          assertThrows(
              KeyTextException.class, () -> KeyForm.of(spec).readPrivate(spec, text).close());
      assertPlain(e.getMessage(), parts);
    };
  }

  /** A public key file of Ed25519 is read and is the key that it was made with. */
  static Judge publicKey() {
    return (input, work) -> {
      byte[] text = Files.readAllBytes(input);
      KeyForm.ED25519.requirePublic(
          PublicJwk.fromJson(Dialect.MESH.json().readTree(Bytes.utf8(PUBLIC))), text);
    };
  }

  /** A public key file belongs to the private key file next to it. */
  static Judge publicOf(String privateKey, KeySpec spec) {
    return (input, work) -> {
      KeyForm form = KeyForm.of(spec);
      byte[] secret = Files.readAllBytes(input.resolveSibling(privateKey));
      try (PrivateJwk key = form.readPrivate(spec, secret)) {
        form.requirePublic(key.publicJwk(), Files.readAllBytes(input));
      }
    };
  }

  /** A private key opens an application profile. */
  static Judge opensApplication(String profile) {
    return (input, work) -> {
      String keys = input.toString();
      Cli cli =
          Cli.run("profile", "open", "--keys", keys, input.resolveSibling(profile).toString());
      assertEquals(0, cli.code(), cli.errors());
      assertTrue(cli.out().contains("PasswordProfilePrivate"), cli.out());
    };
  }

  /** An archive is imported into a store; the store's own archive is equal octet for octet. */
  static Judge keptThroughStore() {
    return (input, work) -> {
      String store = "--store=file --root=" + work.resolve("machine");
      command(0, "store import " + store + " {input}").judge(input, work);
      Path again = work.resolve("again.jsonl");
      command(0, "store export " + store + " " + again).judge(input, work);
      for (String number : List.of("1e400", "1.10", "100000000000000000000.5", "-0", "1E5")) {
        assertTrue(Files.readString(again).contains(":" + number), number);
      }
    };
  }

  /** The command ends with this exit code, says these parts and leaves the input as it is. */
  static Judge command(int code, String arguments, String... parts) {
    return (input, work) -> {
      Map<String, String> before = snapshot(input);
      Cli cli = Cli.run(fill(arguments, input, work));
      assertEquals(code, cli.code(), cli.errors() + cli.out());
      assertPlain(cli.errors() + cli.out(), parts);
      assertEquals(before, snapshot(input), "the input was changed");
    };
  }

  /** The command with the input as its standard input. */
  static Judge piped(int code, String arguments, String... parts) {
    return (input, work) -> {
      Cli cli = Cli.piped(Files.readString(input), fill(arguments, input, work));
      assertEquals(code, cli.code(), cli.errors() + cli.out());
      assertPlain(cli.errors() + cli.out(), parts);
    };
  }

  /** A log is copied into a portal's directory; checking, verifying and exporting report it. */
  static Judge portalLog(String... parts) {
    return (input, work) -> {
      Files.copy(input, work.resolve("portal.jlog"));
      Files.writeString(
          work.resolve("mesh.jlog"),
          "{\"Header\":{\"Type\":\"Data\",\"Content\":\"application/mesh\","
              + "\"Comment\":\"Persistence store for Mesh\"}}\n");
      command(1, "store check --portal --store jlog --root {input}", parts).judge(work, work);
    };
  }

  private static String[] fill(String arguments, Path input, Path work) {
    return Stream.of(arguments.split(" "))
        .map(a -> a.replace("{input}", input.toString()).replace("{work}", work.toString()))
        .toArray(String[]::new);
  }

  private static void assertPlain(String text, String... parts) {
    for (String part : parts) {
      assertTrue(text.contains(part), "\"" + part + "\" is missing in: " + text);
    }
    for (String foreign : FOREIGN) {
      assertFalse(text.contains(foreign), text);
    }
  }

  /** Octets, dates and modes of a file, or of every file of a directory. */
  static Map<String, String> snapshot(Path input) throws IOException {
    if (Files.isRegularFile(input)) {
      return Map.of("", Files.readString(input, StandardCharsets.ISO_8859_1));
    }
    Map<String, String> all = new TreeMap<>(Trees.of(input));
    for (String name : List.copyOf(all.keySet())) {
      FileTime time = Files.getLastModifiedTime(input.resolve(name));
      all.put(name + " facts", time + " " + Files.getPosixFilePermissions(input.resolve(name)));
    }
    return all;
  }
}
