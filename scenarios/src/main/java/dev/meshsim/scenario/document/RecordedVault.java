package dev.meshsim.scenario.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.report.document.Vault;
import dev.meshsim.scenario.run.SingleRun;
import java.util.List;
import java.util.Optional;

/** The secrets of a case that was run. */
record RecordedVault(SingleRun.Recorded run, Dialect dialect) implements Vault {

  @Override
  public Optional<Hit> find(Bytes octets) {
    return run.secrets()
        .find(octets)
        .map(found -> new Hit(found.secret() + ", " + found.form(), found.at()));
  }

  @Override
  public List<String> machines() {
    return run.secrets().machines();
  }

  @Override
  public Optional<Bytes> open(Bytes encrypted, String machine) {
    return run.secrets().open(encrypted, machine, dialect);
  }

  @Override
  public List<String> shares(int step) {
    return run.shares().getOrDefault(step, List.of());
  }
}
