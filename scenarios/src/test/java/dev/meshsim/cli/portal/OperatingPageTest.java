package dev.meshsim.cli.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meshsim.cli.Cli;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.testing.Golden;
import dev.meshsim.testing.Once;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of {@code docs/operating.md}, on free ports. */
@Once
class OperatingPageTest {

  private static final Path PAGE = Golden.root().resolve("docs/operating.md");
  private static final Pattern BLOCK =
      Pattern.compile("```sh\n(.*?)\n(?:# (.*?)\n)?```", Pattern.DOTALL);

  @TempDir Path place;

  /** A command, and a text that its output has. */
  private record Line(String command, String shows) {}

  private static List<Line> lines() throws IOException {
    List<Line> lines = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(PAGE));
    while (block.find()) {
      lines.add(new Line(block.group(1), block.group(2) == null ? "" : block.group(2)));
    }
    return lines;
  }

  /** A free port that means TLS. */
  private static int freePort(int from) {
    for (int port = from; port < 32_768; port++) {
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException e) {
        continue;
      }
    }
    throw new IllegalStateException("no port is free from " + from);
  }

  @Test
  void theCommandsOfThePageWork() throws Exception {
    assumeTrue(isThere("curl") && isThere("openssl"), "curl or openssl is not installed");
    String portal = String.valueOf(freePort(21_000));
    String admin = String.valueOf(freePort(22_000));
    Served served = null;
    int tried = 0;
    try {
      for (Line line : lines()) {
        String command = line.command().replace("8443", portal).replace("8081", admin);
        tried++;
        if (command.startsWith("mesh-sim portal init ")) {
          Cli made =
              Cli.run(
                  "portal", "init", "--domain", "example.com", place.resolve("keys").toString());
          assertEquals(0, made.code(), made.errors());
        } else if (command.startsWith("mesh-sim portal serve ")) {
          served = new Served(place, List.of(command.split(" ")).subList(3, words(command)));
          assertEquals(
              "the portal example.com listens on https://127.0.0.1:" + portal, served.first());
        } else if (command.startsWith("mesh-sim portal hello ")) {
          String words = command.replace(" keys/", " " + place + "/keys/");
          Cli hello = Cli.run(words.substring("mesh-sim ".length()).split(" "));
          assertEquals(0, hello.code(), hello.errors());
          assertTrue(hello.out().contains(line.shows()), hello.out());
        } else {
          run(command, line.shows(), served);
        }
      }
    } finally {
      if (served != null) {
        served.close();
      }
    }
    assertEquals(10, tried);
  }

  private static int words(String command) {
    return command.split(" ").length;
  }

  private void run(String command, String shows, Served served) throws Exception {
    boolean stops = command.startsWith("kill ");
    Process process =
        new ProcessBuilder("sh", "-c", "PORTAL=" + served.id() + "; " + command)
            .directory(place.toFile())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), command + "\n" + out);
    String shown = stops ? String.valueOf(served.ended()) : out;
    assertTrue(shown.contains(shows) && !shows.isEmpty(), command + "\n" + shown);
  }

  private static boolean isThere(String program) {
    for (String directory : System.getenv().getOrDefault("PATH", "").split(":")) {
      if (Files.isExecutable(Path.of(directory, program))) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theDefaultsOfThePageAreThoseOfTheCommand() throws IOException {
    String page = Files.readString(PAGE);
    String help = Cli.run("portal", "serve", "--help").out().replaceAll("\\s+", " ");
    Matcher row = Pattern.compile("\\| `(--[a-z-]+)` \\| ([0-9]+(?:s)?)[^|]* \\|").matcher(page);
    int rows = 0;
    while (row.find()) {
      rows++;
      int at = help.lastIndexOf(row.group(1) + "=");
      String text = help.substring(at, Math.min(help.length(), help.indexOf("Default:", at) + 40));
      assertTrue(text.contains("Default: " + row.group(2) + "."), row.group() + "\n" + text);
    }
    assertEquals(9, rows);
    assertEquals(6_291_456, ServerLimits.DEFAULT.bodyOctets());
  }
}
