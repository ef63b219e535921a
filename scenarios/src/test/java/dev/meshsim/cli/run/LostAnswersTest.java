package dev.meshsim.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.meshsim.cli.Cli;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.http.server.PortalServer;
import dev.meshsim.portal.http.server.ServerLimits;
import dev.meshsim.testing.Golden;
import dev.meshsim.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conformance kit at a portal behind a proxy that loses answers. */
class LostAnswersTest {

  @TempDir Path place;

  private final HttpClient client = HttpClient.newHttpClient();
  private final MeshPortalDirect portal =
      MeshPortalDirect.open(World.system(), "example.com", Dialect.MESH, new MemoryPortalStore());
  private final PortalServer server = PortalServer.start(portal, ServerLimits.DEFAULT);
  private HttpServer proxy;
  private Predicate<String> lost = body -> false;

  @BeforeEach
  void start() throws IOException {
    proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.createContext("/", this::pass);
    proxy.start();
  }

  @AfterEach
  void stop() {
    proxy.stop(0);
    server.close();
    portal.close();
  }

  /** The portal acts on each request; the answers to some are lost. */
  private void pass(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    HttpRequest on =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:" + server.address().port() + exchange.getRequestURI()))
            .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try (exchange) {
      HttpResponse<byte[]> answer = client.send(on, HttpResponse.BodyHandlers.ofByteArray());
      if (lost.test(new String(body, StandardCharsets.UTF_8))) {
        exchange.sendResponseHeaders(502, -1);
        return;
      }
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Plays the cases of one file. */
  private Cli conformance(String rule, String file) throws IOException {
    Path cases = Files.createDirectory(place.resolve("suite"));
    Files.copy(Golden.root().resolve("scenarios").resolve(file), cases.resolve("case.yaml"));
    return Cli.run(
        "conformance",
        "http://127.0.0.1:" + proxy.getAddress().getPort(),
        "--rule",
        rule,
        "--cases",
        cases.toString(),
        "--out",
        place.resolve("out").toString());
  }

  @Test
  void aCaseThatLostAnAnswerIsPlayedAgain() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    lost = body -> requests.incrementAndGet() == 2;
    Cli run = conformance("name-taken", "accounts/account-taken.yaml");
    assertEquals(0, run.code(), run.out() + run.errors());
    assertTrue(
        run.out().contains("1 rules kept, 0 broken, 0 not tried; 1 cases played"), run.out());
    assertTrue(run.errors().contains("play 2"), run.errors());
    String first = Files.readString(place.resolve("out/junit.xml"));
    assertTrue(first.contains("a request had no answer"), first);
    String second = Files.readString(place.resolve("out-play-2/junit.xml"));
    assertFalse(second.contains("a request had no answer"), second);
  }

  @Test
  void aPortalThatNeverAnswersARequestBreaksItsRule() throws Exception {
    lost = body -> body.contains("no name");
    Cli run = conformance("name-form", "accounts/bad-name.yaml");
    assertEquals(1, run.code(), run.out() + run.errors());
    assertTrue(run.out().startsWith("broken "), run.out());
    assertTrue(run.out().contains("in each of 3 plays a request had no answer"), run.out());
    assertTrue(run.out().contains("out-play-3"), run.out());
  }

  @Test
  void aPortalThatIsGoneIsNotJudged() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    lost = body -> requests.incrementAndGet() > 2;
    Cli run = conformance("name-taken", "accounts/account-taken.yaml");
    assertEquals(4, run.code(), run.out() + run.errors());
    assertTrue(run.out().startsWith("not tried "), run.out());
    assertTrue(run.out().contains("a request had no answer: "), run.out());
    assertTrue(run.out().contains("0 broken, 1 not tried; 0 cases played"), run.out());
  }

  @Test
  void aRuleIsNotKeptIfOneOfItsCasesHasNoVerdict() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    lost = body -> requests.incrementAndGet() > 1;
    Cli run = conformance("name-form", "accounts/bad-name.yaml");
    assertEquals(4, run.code(), run.out() + run.errors());
    assertTrue(run.out().contains("0 broken, 1 not tried; 1 cases played"), run.out());
  }
}
