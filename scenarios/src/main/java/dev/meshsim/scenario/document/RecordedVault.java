package dev.meshsim.scenario.document;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.report.document.Vault;
import dev.meshsim.sim.oracle.RunSecrets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The secrets of a case that was run. */
record RecordedVault(RunSecrets secrets, Map<Integer, List<String>> shares, Dialect dialect)
    implements Vault {

  @Override
  public Optional<Hit> find(Bytes octets) {
    return secrets
        .find(octets)
        .map(found -> new Hit(found.secret() + ", " + found.form(), found.at()));
  }

  @Override
  public List<String> machines() {
    return secrets.machines();
  }

  @Override
  public Optional<Bytes> open(Bytes encrypted, String machine) {
    return secrets.open(encrypted, machine, dialect);
  }

  @Override
  public List<String> shares(int step) {
    return shares.getOrDefault(step, List.of());
  }
}
