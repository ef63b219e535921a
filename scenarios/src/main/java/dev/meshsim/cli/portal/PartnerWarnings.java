package dev.meshsim.cli.portal;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.transparency.note.AddCheckpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.service.PeerPort;
import dev.meshsim.transparency.tree.Tile;
import dev.meshsim.transparency.witness.WitnessAnswer;
import dev.meshsim.transparency.witness.WitnessPort;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The warnings about witnesses and peers, which are asked again and again: a line is given once,
 * until the partner fails in another way or has answered in between. Thread-safe.
 */
final class PartnerWarnings implements Consumer<String> {

  private static final String WITNESS = "the witness ";
  private static final String PEER = "the peer ";

  private final Consumer<String> notes;
  private final Map<String, String> last = new HashMap<>();

  /** Gives the lines to somebody. */
  PartnerWarnings(Consumer<String> notes) {
    this.notes = notes;
  }

  /** Takes a line of the form {@code the witness NAME: problem}; names have no spaces. */
  @Override
  public synchronized void accept(String line) {
    int end = line.indexOf(": ");
    String whose = end < 0 ? line : line.substring(0, end);
    if (!line.equals(last.put(whose, line))) {
      notes.accept(line);
    }
  }

  private synchronized void answered(String whose) {
    if (last.remove(whose) != null) {
      notes.accept(whose + " answers again");
    }
  }

  /** A witness whose cosignatures end its warnings. */
  WitnessPort heard(String name, WitnessPort port) {
    return new WitnessPort() {
      @Override
      public WitnessAnswer add(AddCheckpoint request) {
        WitnessAnswer answer = port.add(request);
        if (answer instanceof WitnessAnswer.Cosigned) {
          answered(WITNESS + name);
        }
        return answer;
      }

      @Override
      public Optional<Note> latest(String originHash) {
        return port.latest(originHash);
      }
    };
  }

  /** A peer whose checkpoint ends the warnings that it does not answer. */
  PeerPort heard(String name, PeerPort port) {
    return new PeerPort() {
      private volatile boolean silent;

      @Override
      public Bytes checkpoint() {
        Bytes checkpoint;
        try {
          checkpoint = port.checkpoint();
        } catch (MeshException e) {
          silent = true;
          throw e;
        }
        if (silent) {
          silent = false;
          answered(PEER + name);
        }
        return checkpoint;
      }

      @Override
      public Bytes tile(Tile tile) {
        return port.tile(tile);
      }

      @Override
      public Bytes keys() {
        return port.keys();
      }
    };
  }
}
