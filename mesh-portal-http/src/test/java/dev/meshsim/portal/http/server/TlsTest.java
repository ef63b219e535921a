package dev.meshsim.portal.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.PortalException;
import dev.meshsim.portal.http.HttpPortalException;
import dev.meshsim.portal.http.MeshPortalRemote;
import dev.meshsim.portal.http.PortalConnections;
import dev.meshsim.portal.http.RawSocket;
import dev.meshsim.portal.http.Requests;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS: the files of certificates, HTTP/2, other certificates, and garbage. */
class TlsTest {

  @TempDir private Path place = Path.of("");

  private final MeshPortalDirect portal =
      MeshPortalDirect.open(World.seeded(1), "example.com", new MemoryPortalStore());
  private final List<String> log = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    portal.close();
  }

  private TlsFiles pem(String name, String domain) throws IOException {
    TestCertificate made = TestCertificate.make(World.system(), domain);
    Path certificate = Files.writeString(place.resolve(name + ".pem"), made.certificate());
    Path key = Files.writeString(place.resolve(name + "-key.pem"), made.key());
    return TlsFiles.pem(certificate, key);
  }

  private PortalServer server(TlsFiles files, ServerLimits limits) {
    return PortalServer.start(
        portal, ServerSettings.loopback(limits).withTls(files).withAccessLog(log::add));
  }

  private static String hello(PortalServer server, String domain, PortalConnections connections) {
    return MeshPortalRemote.at(server.address(), domain, Dialect.MESH, connections)
        .exchange(Bytes.utf8(Requests.HELLO))
        .utf8();
  }

  @Test
  void http2IsSpokenUnderTlsAndTheNameIsTheDomain() throws IOException {
    TlsFiles files = pem("server", "example.com");
    try (PortalServer server = server(files, ServerLimits.DEFAULT);
        PortalConnections trusting = PortalConnections.trusting(files.certificates());
        PortalConnections usual = PortalConnections.open()) {
      assertTrue(server.address().tls());
      assertTrue(hello(server, "example.com", trusting).contains("HelloResponse"));
      while (log.isEmpty()) {
        Thread.onSpinWait();
      }
      assertTrue(log.get(0).contains("\"protocol\":\"HTTP/2.0\""), log.get(0));
      Failing.with(
          PortalException.Code.UNREACHABLE, () -> hello(server, "other.example", trusting));
      MeshException e =
          Failing.with(PortalException.Code.UNREACHABLE, () -> hello(server, "example.com", usual));
      assertTrue(e.problem().contains("PKIX"), e.problem());
      assertEquals(1, log.size());
    }
  }

  @Test
  void garbageAndHalfAHandshakeAreCut() throws IOException {
    TlsFiles files = pem("server", "example.com");
    ServerLimits limits =
        ServerLimits.DEFAULT.withTimes(Duration.ofMinutes(1), Duration.ofMillis(400));
    try (PortalServer server = server(files, limits);
        PortalConnections trusting = PortalConnections.trusting(files.certificates())) {
      for (String garbage :
          List.of("", "\u0016\u0003", Requests.post(Requests.HELLO), "\u0000".repeat(70_000))) {
        try (RawSocket raw = new RawSocket(server.address())) {
          try {
            raw.write(garbage);
          } catch (IOException e) {
            // It was cut while it was written.
            continue;
          }
          String answer = raw.rest();
          assertTrue(answer.length() < 100 && !answer.contains("HTTP"), answer);
        }
      }
      assertTrue(soon(server, trusting).contains("HelloResponse"));
    }
  }

  /** A handshake on a busy machine may take longer than the limit of this test. */
  private static String soon(PortalServer server, PortalConnections connections) {
    while (true) {
      try {
        return hello(server, "example.com", connections);
      } catch (PortalException e) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void aChangedCertificateIsLoadedAndABadOneIsNot() throws IOException {
    TlsFiles files = pem("server", "example.com");
    ReloadedTls tls = new ReloadedTls(files, new ScheduledExecutorScheduler());
    String first = tls.factory().getKeyStore().toString();
    tls.look();
    assertEquals(first, tls.factory().getKeyStore().toString());
    pem("server", "renewed.example.com");
    tls.look();
    KeyStore renewed = tls.factory().getKeyStore();
    assertTrue(!first.equals(renewed.toString()));
    Files.writeString(files.certificates(), "nothing");
    tls.look();
    assertEquals(renewed, tls.factory().getKeyStore());
  }

  @Test
  void aPkcs12FileIsRead() throws Exception {
    TlsFiles files = pem("server", "example.com");
    Path store = place.resolve("server.p12");
    TlsFiles.Loaded loaded = files.load();
    KeyStore made = KeyStore.getInstance("PKCS12");
    made.load(null, null);
    made.setKeyEntry(
        "x",
        loaded.store().getKey("portal", new char[0]),
        "secret".toCharArray(),
        loaded.store().getCertificateChain("portal"));
    try (var out = Files.newOutputStream(store)) {
      made.store(out, "secret".toCharArray());
    }
    Path password = Files.writeString(place.resolve("password"), "secret\n");
    TlsFiles pkcs12 = TlsFiles.pkcs12(store, Optional.of(password));
    try (PortalServer server = server(pkcs12, ServerLimits.DEFAULT);
        PortalConnections trusting = PortalConnections.trusting(files.certificates())) {
      assertTrue(hello(server, "mmm.example.com", trusting).contains("HelloResponse"));
    }
    refused(TlsFiles.pkcs12(store, Optional.empty()), "its password is another");
    refused(TlsFiles.pkcs12(files.certificates(), Optional.of(password)), "no PKCS #12 file");
  }

  private void refused(TlsFiles files, String why) {
    MeshException e =
        Failing.with(
            HttpPortalException.Code.BAD_CERTIFICATE, () -> server(files, ServerLimits.DEFAULT));
    assertTrue(e.problem().contains(why), e.problem());
  }

  @Test
  void filesThatDoNotFitAreRefused() throws IOException {
    TlsFiles files = pem("server", "example.com");
    TlsFiles others = pem("other", "example.com");
    Path key = files.key().orElseThrow();
    refused(TlsFiles.pem(key, key), "no certificates in PEM");
    refused(TlsFiles.pem(files.certificates(), files.certificates()), "no BEGIN PRIVATE KEY");
    refused(TlsFiles.pem(place.resolve("none"), key), "there is no such file");
    refused(
        TlsFiles.pem(files.certificates(), others.key().orElseThrow()),
        "is not that of the certificate");
    Path broken =
        Files.writeString(
            place.resolve("broken"),
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    refused(TlsFiles.pem(files.certificates(), broken), "its key is of none of");
  }
}
