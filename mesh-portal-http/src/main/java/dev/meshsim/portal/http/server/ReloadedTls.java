package dev.meshsim.portal.http.server;

import dev.meshsim.error.MeshException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * TLS that is loaded again when its files have changed. New connections have the new certificate;
 * if it cannot be read, they go on with the old one and the log has the reason.
 */
final class ReloadedTls extends AbstractLifeCycle {

  private static final System.Logger LOG = System.getLogger(ReloadedTls.class.getName());
  private static final int LOOK_MILLIS = 2_000;

  private final TlsFiles files;
  private final Scheduler scheduler;
  private final SslContextFactory.Server factory = new SslContextFactory.Server();
  private String stamp;

  ReloadedTls(TlsFiles files, Scheduler scheduler) {
    this.files = files;
    this.scheduler = scheduler;
    this.stamp = files.stamp();
    use(factory, files.load());
  }

  SslContextFactory.Server factory() {
    return factory;
  }

  private static void use(SslContextFactory to, TlsFiles.Loaded loaded) {
    to.setKeyStore(loaded.store());
    to.setKeyStorePassword(loaded.password());
    to.setKeyManagerPassword(loaded.password());
  }

  @Override
  protected void doStart() {
    again();
  }

  private void again() {
    scheduler.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Loads the files if they have changed since the last look. */
  void look() {
    String now = files.stamp();
    if (!now.equals(stamp)) {
      stamp = now;
      try {
        TlsFiles.Loaded loaded = files.load();
        factory.reload(same -> use(same, loaded));
        LOG.log(System.Logger.Level.INFO, "the certificate was loaded again");
      } catch (MeshException e) {
        LOG.log(System.Logger.Level.ERROR, "the old certificate stays: " + e.problem());
      } catch (Exception e) {
        LOG.log(System.Logger.Level.ERROR, "the old certificate stays", e);
      }
    }
    if (isRunning() || isStarting()) {
      again();
    }
  }
}
