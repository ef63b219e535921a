package dev.meshsim.transparency.tree;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;

/** A log, a proof or a signed note that does not hold. */
public class TransparencyException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    BAD_PROOF(
        "transparency.bad-proof", "A proof about a log does not show what it is for.", Texts.ASK),
    BAD_NOTE(
        "transparency.bad-note",
        "A text is not a signed note, or not one of a checkpoint.",
        "give the octets as the log publishes them, with every line feed"),
    BAD_REQUEST(
        "transparency.bad-request",
        "A text is not a request to a witness.",
        "send the lines that C2SP tlog-witness describes"),
    BAD_POLICY(
        "transparency.bad-policy",
        "A text is not a policy of witnesses.",
        "write it as C2SP tlog-policy describes: lines of log, witness, group and one quorum"),
    UNWITNESSED(
        "transparency.unwitnessed",
        "A portal shows no checkpoint that enough known witnesses have cosigned lately.",
        "try again later; if this goes on, the portal may show you another log than others"),
    BAD_WITNESS(
        "transparency.bad-witness",
        "A witness gives no cosignature that can be used.",
        "ask the operator of the witness; the portal asks it again"),
    WITNESS_LOST(
        "transparency.witness-lost",
        "A witness does not have the state that goes with its key.",
        "put the newest copy of its state in its place, or make a new witness with a new name"),
    BAD_KEY(
        "transparency.bad-key",
        "A text is not the public key of a log or of a witness.",
        "give the key in the form NAME+ID+KEY, as its owner publishes it"),
    UNSIGNED(
        "transparency.unsigned",
        "A signed note has no signature by a known key.",
        "check that the key is that of the log, and ask its operator"),
    BAD_SIGNATURE(
        "transparency.bad-signature",
        "A signature of a known key does not fit its note.",
        Texts.ASK),
    OTHER_ORIGIN(
        "transparency.other-origin",
        "A checkpoint is of another log.",
        "check the domain and the address of the portal"),
    ROLLED_BACK(
        "transparency.rolled-back",
        "A log has fewer records than a checkpoint of it that was seen before.",
        "keep the checkpoint that was seen, and ask the operator whether an old backup was restored"),
    DROPPED(
        "transparency.dropped",
        "A log lacks a record that the portal has signed a receipt for.",
        Texts.SHOW),
    NOT_LATEST(
        "transparency.not-latest",
        "A portal gives an old record of a key as the latest.",
        Texts.SHOW),
    WITHHELD(
        "transparency.withheld",
        "A portal gives no proof from its log, and is known to have one.",
        "try again later; if this goes on, ask the operator whether the log was given up"),
    BAD_RECEIPT(
        "transparency.bad-receipt",
        "A text is not a receipt that the portal has signed.",
        Texts.ASK),
    FORKED("transparency.forked", "A log has signed two histories.", Texts.SHOW),
    NO_EVIDENCE(
        "transparency.no-evidence",
        "A file is no evidence against a log.",
        "give the file that log follow or a session has written"),
    FALSE_MAP(
        "transparency.false-map",
        "A checkpoint ends with a map that is not that of the log's records.",
        "keep the records and the checkpoint: the portal's operator must explain them"),
    BAD_COPY(
        "transparency.bad-copy",
        "A copy of a log does not have the records of the log.",
        "mirror the log into a new directory; if that fails too, ask the portal's operator"),
    NO_HASH(
        "transparency.no-hash",
        "A stored hash of a log's tree is not there.",
        "run the check of the store; opening it for changes makes the tree again"),
    BAD_TREE(
        "transparency.bad-tree",
        "The stored hashes of a log's tree are not those of its records.",
        "compare the log with a copy; if the log is right, remove the tree and open the store"
            + " again");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private static final class Texts {
    static final String ASK =
        "ask for it again; if this goes on, keep the answer: the portal's operator must explain it";
    static final String SHOW =
        "keep the evidence and show it to others: log evidence verify judges it";
  }

  /** A failure that the portal's own signatures prove; it has the evidence. */
  public static final class Proved extends TransparencyException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // Not kept when the failure is serialized.
    private final transient Bytes evidence;

    private Proved(Code code, String problem, Bytes evidence) {
      super(code, problem);
      this.evidence = evidence;
    }

    /** The evidence as a file has it. */
    public Bytes evidence() {
      return evidence;
    }

    /** The same failure, for a caller that has kept the evidence. */
    public TransparencyException withoutEvidence() {
      return new TransparencyException((Code) errorCode(), problem());
    }
  }

  private TransparencyException(Code code, String problem) {
    super(code, problem);
  }

  /** {@link Code#BAD_PROOF}. */
  public static TransparencyException badProof(String problem) {
    return new TransparencyException(Code.BAD_PROOF, problem);
  }

  /** {@link Code#BAD_NOTE}. */
  public static TransparencyException badNote(String problem) {
    return new TransparencyException(Code.BAD_NOTE, "this is no signed note: " + problem);
  }

  /** {@link Code#BAD_NOTE}, for a note that is not a checkpoint. */
  public static TransparencyException badCheckpoint(String problem) {
    return new TransparencyException(Code.BAD_NOTE, "this is no checkpoint: " + problem);
  }

  /** {@link Code#BAD_REQUEST}. */
  public static TransparencyException badRequest(String problem) {
    return new TransparencyException(
        Code.BAD_REQUEST, "this is no request to a witness: " + problem);
  }

  /** {@link Code#BAD_POLICY}. */
  public static TransparencyException badPolicy(String problem) {
    return new TransparencyException(
        Code.BAD_POLICY, "this is no policy of witnesses: " + Quote.of(problem));
  }

  /** {@link Code#UNWITNESSED}. */
  public static TransparencyException unwitnessed(String log, String problem) {
    return new TransparencyException(
        Code.UNWITNESSED, "the portal " + Quote.brief(log) + " is not witnessed: " + problem);
  }

  /** {@link Code#BAD_WITNESS}. */
  public static TransparencyException badWitness(String name, String problem) {
    return new TransparencyException(
        Code.BAD_WITNESS, "the witness " + Quote.text(name) + " " + problem);
  }

  /** {@link Code#WITNESS_LOST}. */
  public static TransparencyException witnessLost(String name, String problem) {
    return new TransparencyException(
        Code.WITNESS_LOST, "the witness " + Quote.text(name) + " has lost its state: " + problem);
  }

  /** {@link Code#BAD_KEY}. */
  public static TransparencyException badKey(String text, String problem) {
    return new TransparencyException(
        Code.BAD_KEY, Quote.text(text) + " is no key of a log: " + problem);
  }

  /** {@link Code#UNSIGNED}. */
  public static TransparencyException unsigned(String known) {
    return new TransparencyException(
        Code.UNSIGNED, "the note has no signature of " + Quote.brief(known));
  }

  /** {@link Code#BAD_SIGNATURE}. */
  public static TransparencyException badSignature(String name) {
    return new TransparencyException(
        Code.BAD_SIGNATURE, "the signature of " + Quote.text(name) + " does not fit the note");
  }

  /** {@link Code#OTHER_ORIGIN}. */
  public static TransparencyException otherOrigin(String expected, String found) {
    return new TransparencyException(
        Code.OTHER_ORIGIN,
        "the checkpoint is of " + Quote.text(found) + ", not of " + Quote.text(expected));
  }

  /** {@link Code#ROLLED_BACK}. */
  public static TransparencyException rolledBack(String log, long seen, long shown) {
    return new TransparencyException(
        Code.ROLLED_BACK,
        "the log "
            + Quote.brief(log)
            + " had "
            + seen
            + " records, and its checkpoint has only "
            + shown);
  }

  /** A failure of any kind with its evidence; the problem is what the evidence shows. */
  public static Proved proved(Code code, String problem, Bytes evidence) {
    return new Proved(code, problem, evidence);
  }

  /** {@link Code#FORKED}, if what proves it cannot be shown to others. */
  public static TransparencyException forked(String log, long size) {
    return new TransparencyException(
        Code.FORKED,
        "the log " + Quote.brief(log) + " has another history than one of " + size + " records");
  }

  /** {@link Code#NOT_LATEST}, if what proves it cannot be shown to others. */
  public static TransparencyException notLatest(String log, long known, long given) {
    return new TransparencyException(
        Code.NOT_LATEST,
        "the portal "
            + Quote.brief(log)
            + " gives record "
            + given
            + " as the latest of its key, and record "
            + known
            + " is later");
  }

  /** {@link Code#DROPPED}, if what proves it cannot be shown to others. */
  public static TransparencyException dropped(String log, long number) {
    return new TransparencyException(
        Code.DROPPED,
        "the log " + Quote.brief(log) + " lacks record " + number + ", which has a receipt");
  }

  /** {@link Code#WITHHELD}. */
  public static TransparencyException withheld(String log, String what) {
    return new TransparencyException(
        Code.WITHHELD, "the portal " + Quote.brief(log) + " gives no " + what);
  }

  /** {@link Code#BAD_RECEIPT}. */
  public static TransparencyException badReceipt(String problem) {
    return new TransparencyException(
        Code.BAD_RECEIPT, "this is no receipt of the portal: " + problem);
  }

  /** {@link Code#NO_EVIDENCE}. */
  public static TransparencyException noEvidence(String problem) {
    return new TransparencyException(Code.NO_EVIDENCE, "this is no evidence: " + problem);
  }

  /** {@link Code#FALSE_MAP}. */
  public static TransparencyException falseMap(long size, String problem) {
    return new TransparencyException(
        Code.FALSE_MAP, "the head of the map at record " + size + " is false: " + problem);
  }

  /** {@link Code#BAD_COPY}. */
  public static TransparencyException badCopy(String place, String problem) {
    return new TransparencyException(
        Code.BAD_COPY, "the copy in " + Quote.of(place) + " is not one of the log: " + problem);
  }

  /** {@link Code#NO_HASH}. */
  public static TransparencyException noHash(long index, long size) {
    return new TransparencyException(
        Code.NO_HASH, "the tree has " + size + " stored hashes, and none at " + index);
  }

  /** {@link Code#BAD_TREE}. */
  public static TransparencyException badTree(String problem) {
    return new TransparencyException(Code.BAD_TREE, problem);
  }
}
