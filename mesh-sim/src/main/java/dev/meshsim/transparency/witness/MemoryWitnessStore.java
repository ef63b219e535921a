package dev.meshsim.transparency.witness;

import dev.meshsim.transparency.note.Note;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The last cosigned checkpoints of a witness, in memory: for simulations. */
public final class MemoryWitnessStore implements WitnessStore {

  private final Map<String, Note> latest = new ConcurrentHashMap<>();

  @Override
  public Optional<Note> latest(String origin) {
    return Optional.ofNullable(latest.get(origin));
  }

  @Override
  public void put(String origin, Note cosigned) {
    latest.put(origin, cosigned);
  }

  @Override
  public void close() {}
}
