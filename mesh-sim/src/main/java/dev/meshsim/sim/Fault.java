package dev.meshsim.sim;

import dev.meshsim.sim.disk.FaultMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The table of faults: each row has a name, a place and an effect. */
public enum Fault {
  /** The portal does not act. */
  REQUEST_LOST(
      "request lost",
      Place.MESSAGES,
      "The portal never gets the request. The client gets no response."),
  /** The portal acts, and the client does not know. */
  ANSWER_LOST(
      "answer lost",
      Place.MESSAGES,
      "The portal acts on the request. The client gets no response."),
  /** The portal gets the same octets twice. */
  REQUEST_TWICE(
      "request twice",
      Place.MESSAGES,
      "The portal gets the request twice. The client gets the first response."),
  /** A network that sends again what was not answered. */
  REQUEST_AGAIN(
      "request again",
      Place.MESSAGES,
      "The first response is lost, and the request is sent again on the way, without the client."
          + " It gets the second response."),
  /** A response in place of another. */
  ANSWER_LATE(
      "answer late",
      Place.MESSAGES,
      "The portal acts on the request. The client gets no response now, and this response in place"
          + " of its next one from that portal."),
  /** Messages that overtake each other. */
  REQUEST_LATE(
      "request late",
      Place.MESSAGES,
      "The client gets no response. The portal gets the request after the machine's next one."),
  /** A replay. */
  REQUEST_OLD(
      "old request",
      Place.MESSAGES,
      "Before the request the portal gets the machine's previous request again."),
  /** A truncated message. */
  REQUEST_CUT("request cut", Place.MESSAGES, "The portal gets the first half of the request."),
  /** A message with a wrong octet. */
  REQUEST_GARBLED(
      "request garbled", Place.MESSAGES, "The portal gets the request with one wrong bit."),
  /** A truncated message. */
  ANSWER_CUT(
      "answer cut",
      Place.MESSAGES,
      "The portal acts on the request. The client gets the first half of the response."),
  /** A message with a wrong octet. */
  ANSWER_GARBLED(
      "answer garbled",
      Place.MESSAGES,
      "The portal acts on the request. The client gets the response with one wrong bit."),
  /** A response in place of another. */
  ANSWER_OTHER(
      "answer of another",
      Place.MESSAGES,
      "The portal acts on the request. The client gets its previous response from that portal"
          + " again."),
  /** A slow network. */
  ANSWER_SLOW(
      "answer slow",
      Place.MESSAGES,
      "The portal acts on the request. An hour passes before the client gets the response."),
  /** A clock that somebody sets. */
  CLOCK_JUMPS(
      "clock jumps",
      Place.MESSAGES,
      "The portal acts on the request. Before the client gets the response, the machine's clock"
          + " jumps two days ahead, or to the right time if it was wrong."),
  /** A crash before an exchange. */
  CRASH_AT_REQUEST(
      "crash at request",
      Place.MESSAGES,
      "The machine's program is killed before the request is sent, and starts again."),
  /** A crash within an exchange. */
  CRASH_AT_ANSWER(
      "crash at answer",
      Place.MESSAGES,
      "The portal acts on the request. The machine's program is killed before it has the response,"
          + " and starts again."),
  /** A crash before a commit. */
  CRASH_BEFORE_COMMIT(
      "crash before commit",
      Place.COMMITS,
      "The machine's program is killed before the commit, and starts again."),
  /** A crash after a commit. */
  CRASH_AFTER_COMMIT(
      "crash after commit",
      Place.COMMITS,
      "The machine's program is killed when the commit is durable, before it goes on, and starts"
          + " again."),
  /** A program that stands still. */
  PROGRAM_PAUSED(
      "program paused",
      Place.COMMITS,
      "The machine's program stands still for a day before the commit, while all others go on."),
  /** An error of the medium. */
  COMMIT_FAILED(
      "commit failed", Place.COMMITS, "The store fails with an I/O error, once. Nothing changes."),
  /** No space on the medium. */
  DISK_FULL("disk full", Place.COMMITS, "The store has no space for the commit. Nothing changes."),
  /** A power failure within a write. */
  TORN_WRITE(
      "torn write",
      Place.DISK,
      "The program is killed in a write, of which the first half is on the disk, or before another"
          + " change of the disk. It starts again."),
  /** A power failure between two changes. */
  POWER_CUT(
      "power cut",
      Place.DISK,
      "The power fails before a change of the disk. Nothing is left that was not forced, no name"
          + " either. The program starts again."),
  /** A power failure after which a later write is there and an earlier one is not. */
  WRITES_REORDERED(
      "writes reordered",
      Place.DISK,
      "As a power cut, but the last write, and the name of its file, had arrived before what was"
          + " written earlier."),
  /** An error of the medium. */
  DISK_ERROR(
      "disk error",
      Place.DISK,
      "A change of the disk fails with an I/O error, once and half done. What a force fails to"
          + " force is lost when the program ends."),
  /** No space on the medium. */
  NO_SPACE(
      "no space",
      Place.DISK,
      "Nothing on the disk can grow from here on, until the program starts again."),
  /** A bit that turns over while nobody looks. */
  BIT_ROT(
      "bit rot",
      Place.ROT,
      "One bit of a file of the machine's store is wrong when its program starts. If the store"
          + " notices it, the file is put right, and the program starts again."),
  /** A clock that is ahead or behind. */
  CLOCK_WRONG(
      "clock wrong", Place.CLOCK, "The machine's time is ahead of the others' or behind it."),
  /** A program that starts again. */
  MACHINE_RESTARTED(
      "machine restarted",
      Place.MACHINE,
      "The machine's program stops, its store is closed and opened again."),
  /** A computer that is set up anew. */
  MACHINE_WIPED(
      "machine wiped",
      Place.MACHINE,
      "The machine's program stops, all data of the machine is removed, and the program starts"
          + " again."),
  /** A clone. */
  MACHINE_COPIED(
      "machine copied", Place.MACHINE, "Another machine gets the machine's data, keys and all."),
  /** A backup put back. */
  MACHINE_RESTORED(
      "machine restored", Place.MACHINE, "The machine gets the data back that it had before."),
  /** No way to the portal. */
  PORTAL_AWAY("portal away", Place.PORTAL, "No request of any machine reaches the portal."),
  /** A connection that carries one way only. */
  PORTAL_ONE_WAY(
      "portal one-way",
      Place.PORTAL,
      "Requests of every machine reach the portal, which acts on them. No response arrives."),
  /** A crash within a request. */
  PORTAL_CRASHED(
      "portal crashed",
      Place.PORTAL,
      "The portal's program is killed while it acts on a request that changes something, before"
          + " anything is stored or when all is, and starts again. The client gets no response."),
  /** A portal that starts again. */
  PORTAL_RESTARTED(
      "portal restarted", Place.PORTAL, "The portal stops, its store is closed and opened again."),
  /** A backup put back. */
  PORTAL_RESTORED(
      "portal restored", Place.PORTAL, "The portal gets the data back that it had before."),
  /** A request of somebody who may not make it. */
  REQUEST_FORGED(
      "request forged",
      Place.PORTAL,
      "Somebody with keys of their own sends the portal a request that it must refuse.");

  /** The part of the Mesh in which a fault happens. */
  public enum Place {
    /** The messages between one machine and a portal. */
    MESSAGES("messages", "the next exchange of the machine that acts, one operation in N"),
    /** The commits of one machine to its store. */
    COMMITS("commits", "the next commit of the machine that acts, one operation in N"),
    /** The disk of one machine or portal. */
    DISK(
        "disk",
        "one of the next "
            + Fault.DISK_CHANGES
            + " changes of the disk of a portal or of the machine that acts, one operation in N of"
            + " a run on simulated disks"),
    /** The disk of one machine while no program uses it. */
    ROT("disk", "any bit of the machine that acts, one operation in N of a run on simulated disks"),
    /** The clock of one machine. */
    CLOCK("clock", "before one operation in N"),
    /** One machine and its store. */
    MACHINE("machine", "before one operation in N"),
    /** A portal and its store. */
    PORTAL("portal", "before one operation in N");

    private final String label;
    private final String rate;

    Place(String label, String rate) {
      this.label = label;
      this.rate = rate;
    }

    /** The place in words. */
    public String label() {
      return label;
    }

    /** The meaning of a simulation's rate, one operation in N, for the faults of this place. */
    public String rate() {
      return rate;
    }
  }

  /** A fault of a disk happens to one of so many changes of it that come next. */
  public static final int DISK_CHANGES = 24;

  private final String label;
  private final Place place;
  private final String effect;

  Fault(String label, Place place, String effect) {
    this.label = label;
    this.place = place;
    this.effect = effect;
  }

  /** The name, as scenarios write it. */
  public String label() {
    return label;
  }

  /** The part of the Mesh in which it happens. */
  public Place place() {
    return place;
  }

  /** The effect, in sentences for the reference. */
  public String effect() {
    return effect;
  }

  /** The faults of one place. */
  public static List<Fault> of(Place place) {
    return Arrays.stream(values()).filter(fault -> fault.place == place).toList();
  }

  /** The fault of this name. */
  public static Optional<Fault> named(String label) {
    return Arrays.stream(values()).filter(fault -> fault.label.equals(label)).findFirst();
  }

  /** True for a fault that only stores on a simulated disk can meet. */
  public boolean isOfDisk() {
    return place == Place.DISK || place == Place.ROT;
  }

  /** The way in which a disk fails; empty for a fault that is not planned for a disk. */
  public Optional<FaultMode> mode() {
    return switch (this) {
      case TORN_WRITE -> Optional.of(FaultMode.TORN_MIDDLE);
      case POWER_CUT -> Optional.of(FaultMode.POWER_CUT);
      case WRITES_REORDERED -> Optional.of(FaultMode.REORDERED);
      case DISK_ERROR -> Optional.of(FaultMode.IO_ERROR);
      case NO_SPACE -> Optional.of(FaultMode.DISK_FULL);
      default -> Optional.empty();
    };
  }

  /** The fault by which a disk fails in this way. */
  public static Fault of(FaultMode mode) {
    return of(Place.DISK).stream()
        .filter(fault -> fault.mode().equals(Optional.of(mode)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(mode + " is no fault of the table"));
  }
}
