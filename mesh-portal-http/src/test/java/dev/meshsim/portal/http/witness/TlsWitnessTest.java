package dev.meshsim.portal.http.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.portal.http.HttpPortalException;
import dev.meshsim.portal.http.server.ServerSettings;
import dev.meshsim.portal.http.server.TestCertificate;
import dev.meshsim.portal.http.server.TlsFiles;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.witness.TestLog;
import dev.meshsim.world.World;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness under TLS. */
class TlsWitnessTest {

  private static final TestLog LOG = TestLog.example();
  private static final NoteKey KEY = TestLog.witness().key();

  @Test
  void aServerWithACertificateIsBelievedOnlyIfThatIsTrusted(@TempDir Path place) throws Exception {
    TestCertificate made = TestCertificate.make(World.system(), "w.example");
    Path certificate = Files.writeString(place.resolve("c.pem"), made.certificate());
    TlsFiles files =
        TlsFiles.pem(certificate, Files.writeString(place.resolve("key.pem"), made.key()));
    ServerSettings settings = ServerSettings.loopback(WitnessServer.LIMITS).withTls(files);
    try (WitnessServer server =
        WitnessServer.start(RemoteWitnessTest.witness(), settings, reason -> {})) {
      assertTrue(server.address().tls());
      MeshException failure =
          Failing.with(
              HttpPortalException.Code.NO_WITNESS,
              () -> RemoteWitness.at(KEY, server.address().toString()).add(LOG.request(0, 7)));
      assertTrue(failure.problem().contains("PKIX"), failure.problem());
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .sslContext(trusting(certificate))
              .build()
              .send(
                  HttpRequest.newBuilder(URI.create(server.address() + WitnessPaths.ADD))
                      .POST(
                          HttpRequest.BodyPublishers.ofByteArray(
                              LOG.request(0, 7).octets().toArray()))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), answer.body());
      assertTrue(answer.body().startsWith("\u2014 " + KEY.name() + " "), answer.body());
    }
  }

  private static SSLContext trusting(Path certificate) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(certificate)) {
      store.setCertificateEntry(
          "it", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
