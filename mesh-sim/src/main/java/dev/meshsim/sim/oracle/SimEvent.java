package dev.meshsim.sim.oracle;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.MachineRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event of a simulated Mesh, as an oracle sees it. */
public sealed interface SimEvent {

  /**
   * A person begins an operation.
   *
   * @param machine the machine that acts; empty if the surroundings change
   * @param word the operation, as scenarios write it: {@code connectClose}
   * @param arguments its keys and values, as scenarios write them
   */
  record Began(String machine, String word, Map<String, String> arguments) implements SimEvent {

    /** Copies the map. */
    public Began {
      arguments = Map.copyOf(arguments);
    }
  }

  /**
   * An operation has ended.
   *
   * @param began its begin
   * @param sentences the outcome, as scenarios expect it: {@code ok}, {@code error portal.refused}
   * @param failure the failure that it ended with, typed or not
   */
  record Ended(Began began, List<String> sentences, Optional<Throwable> failure)
      implements SimEvent {

    /** Copies the list. */
    public Ended {
      sentences = List.copyOf(sentences);
    }

    /** True if the call has not failed; its program may have stopped within it. */
    public boolean succeeded() {
      return failure.isEmpty();
    }

    /** True if the call came to its end and did what was asked. */
    public boolean done() {
      return succeeded() && sentences.contains("ok");
    }
  }

  /**
   * A portal has answered a request. What the client received may differ, or be nothing.
   *
   * @param machine the machine on whose connection it came
   * @param portal the portal's domain
   * @param request the octets that reached the portal
   * @param response the octets that the portal gave
   */
  record Exchanged(String machine, String portal, Bytes request, Bytes response)
      implements SimEvent {}

  /**
   * A machine received a response.
   *
   * @param request the octets that the machine sent
   * @param response the octets that it received, true or not
   */
  record Received(String machine, String portal, Bytes request, Bytes response)
      implements SimEvent {}

  /**
   * A portal has answered a forged request.
   *
   * @param forgery its name in the table of forgeries
   * @param request the octets that reached the portal
   * @param response the octets that the portal gave
   */
  record Forged(String portal, String forgery, Bytes request, Bytes response) implements SimEvent {

    @Override
    public String toString() {
      return "forged request to " + portal + ": " + forgery;
    }
  }

  /** A machine's store has acknowledged a commit. */
  record Committed(String machine, List<MachineChange> changes) implements SimEvent {

    /** Copies the list. */
    public Committed {
      changes = List.copyOf(changes);
    }
  }

  /**
   * A commit of a machine's store has failed or was cut short, so that its changes are there as a
   * whole or not at all.
   */
  record CommitFailed(String machine, List<MachineChange> changes) implements SimEvent {

    /** Copies the list. */
    public CommitFailed {
      changes = List.copyOf(changes);
    }
  }

  /**
   * A machine has made a secret that is in none of its commits: a share of an escrow, for example.
   *
   * @param what what it is: {@code share 2}
   * @param octets the secret; the caller closes it afterwards
   */
  record SecretMade(String machine, String what, SecretBytes octets) implements SimEvent {}

  /** A machine's program started again, with the data that its store had kept. */
  record Restarted(String machine) implements SimEvent {}

  /**
   * A machine's data was replaced from outside.
   *
   * @param from the machine whose data it has now; empty if its own backup was put back, or if it
   *     was wiped
   */
  record Replaced(String machine, Optional<String> from) implements SimEvent {}

  /**
   * A machine's program started while one bit of a file was wrong. The file is right again when it
   * starts next.
   *
   * @param file the name of the file that had the bit
   * @param noticed the problems that the store reported, each with its place; none if it reported
   *     nothing
   * @param failure the failure to open the store or to read a record of it
   * @param read the records that the store gave
   */
  record Rotted(
      String machine,
      String file,
      List<String> noticed,
      Optional<Throwable> failure,
      List<MachineRecord> read)
      implements SimEvent {

    /** Copies the lists. */
    public Rotted {
      noticed = List.copyOf(noticed);
      read = List.copyOf(read);
    }

    @Override
    public String toString() {
      return "wrong bit in " + file + " of " + machine + ", noticed: " + noticed;
    }
  }

  /**
   * The store of a machine or portal that starts again does not open.
   *
   * @param place the machine or portal
   */
  record NotOpened(String place, Throwable failure) implements SimEvent {

    /** The code and the problem of a failure of this program, or the class of another. */
    public String why() {
      return SimEvent.why(failure);
    }

    @Override
    public String toString() {
      return place + " does not open: " + why();
    }
  }

  /** A portal started again, with the data that its store had kept. */
  record PortalRestarted(String portal) implements SimEvent {}

  /** A portal's data was replaced by a backup. */
  record PortalReplaced(String portal) implements SimEvent {}

  /**
   * A fault took effect.
   *
   * @param place the machine or portal
   * @param fault its name in the table of faults
   */
  record Faulted(String place, String fault) implements SimEvent {}

  /**
   * A witness has cosigned a checkpoint.
   *
   * @param honest false if it cosigns whatever it is asked to
   * @param checkpoint the signed note that it was asked about
   */
  record Cosigned(String witness, boolean honest, String checkpoint) implements SimEvent {

    @Override
    public String toString() {
      return witness + " cosigned " + Sha256.of(Bytes.utf8(checkpoint)).hex();
    }
  }

  /**
   * A portal has made a checkpoint of another one a record of its log, as one that continues those
   * before.
   *
   * @param portal the domain of the portal that has the record
   * @param checkpoint the signed note of the other portal
   */
  record PeerSeen(String portal, String checkpoint) implements SimEvent {

    @Override
    public String toString() {
      return portal + " noted " + Sha256.of(Bytes.utf8(checkpoint)).hex();
    }
  }

  /**
   * A witness or another portal has evidence of what a portal did to its log.
   *
   * @param by the witness, or the domain of the portal that has it
   * @param portal the domain of the portal whose log it is
   * @param evidence its text, as a file has it
   */
  record Accused(String by, String portal, Bytes evidence) implements SimEvent {

    @Override
    public String toString() {
      return by + " has evidence of " + portal + ", " + Sha256.of(evidence).hex();
    }
  }

  /**
   * The run cannot go on: something outside of the operations has failed.
   *
   * @param failure the failure, which is no expected one
   */
  record BrokeOff(Throwable failure) implements SimEvent {

    /** The code and the problem of a failure of this program, or the class of another. */
    public String why() {
      return SimEvent.why(failure);
    }
  }

  /** No fault happens from here on, and every machine has tried to catch up. */
  record Settled() implements SimEvent {}

  private static String why(Throwable failure) {
    return failure instanceof MeshException known
        ? known.code() + ", " + known.problem()
        : failure.getClass().getSimpleName();
  }
}
