package dev.meshsim.cli.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.console.InputException;
import dev.meshsim.error.IoReason;
import dev.meshsim.error.Quote;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.portal.http.server.TestCertificate;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mesh-sim portal init}. */
@Command(
    name = "init",
    description = {
      "Makes a key and a self-signed certificate for tests: portal.pem and portal-key.pem.",
      "The certificate is for the domain, mmm. before it, localhost and 127.0.0.1, for a year."
    },
    mixinStandardHelpOptions = true)
public final class InitCommand implements Callable<Integer> {

  private static final String CERTIFICATE = "portal.pem";
  private static final String KEY = "portal-key.pem";

  private final Console console;

  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      required = true,
      description = "The domain of the portal's accounts.")
  private String domain = "";

  @Parameters(paramLabel = "DIR", description = "The directory; made if it is absent.")
  private Path directory = Path.of("");

  public InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String name = AccountName.domain(domain);
    Path certificate = directory.resolve(CERTIFICATE);
    Path key = directory.resolve(KEY);
    for (Path file : new Path[] {certificate, key}) {
      if (Files.exists(file)) {
        throw new InputException(
            Quote.of(file) + " is there already", "name another directory, or remove the file");
      }
    }
    TestCertificate made = TestCertificate.make(World.system(), name);
    try {
      Files.createDirectories(directory);
      DurableFiles files = DurableFiles.real();
      files.replace(key, Bytes.utf8(made.key()));
      files.replace(certificate, Bytes.utf8(made.certificate()));
    } catch (IOException e) {
      throw new InputException(
          "cannot write to " + Quote.of(directory) + ": " + IoReason.of(e),
          "name a directory that may be written to");
    }
    console.line(certificate.toString());
    console.line(key.toString());
    return 0;
  }
}
