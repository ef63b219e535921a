package dev.meshsim.portal.mirror;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.files.DurableFiles;
import dev.meshsim.log.LogTree;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordLoader;
import dev.meshsim.log.jlog.JlogPortalStoreProvider;
import dev.meshsim.portal.MeshClient;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.ProvedTransfer;
import dev.meshsim.profile.trust.SeenCheckpoint;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.LogAudit;
import dev.meshsim.transparency.TransferAnswer;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteKey;
import dev.meshsim.transparency.tree.TransparencyException;
import dev.meshsim.transparency.tree.TreeHead;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A mirror of a portal's log in a directory: two {@code .jlog} files and a state file. Each run
 * brings the copy to the latest checkpoint and verifies it: every record by its proof before it is
 * written and by its leaf hash after that, the tree by its root, and every head of the map by the
 * records below it. A run that was stopped at any point is continued by the next one.
 *
 * <p>A copy is verified up to the checkpoint that {@link #run} returns, and never more: after a
 * failure the state file names the checkpoint that it named before.
 */
public final class LogMirror {

  /** The user part of the account that an auditor's requests name; it need not exist. */
  private static final String AUDITOR = "auditor@";

  private final World world;
  private final MeshPortal portal;
  private final RequestEnvelope.Signer auditor;
  private final @Nullable NoteKey key;
  private final DurableFiles files;
  private final Path directory;
  private final Consumer<String> warnings;

  /**
   * A mirror of a portal's log.
   *
   * @param auditor the signer of the requests, whose key is one of the portal's auditors
   * @param key the key of the log; null for the one that the portal shows at first contact, which
   *     the state file keeps
   * @param directory where the copy is; made if it is absent
   * @param warnings gets a line for each thing a person should know
   */
  public LogMirror(
      World world,
      MeshPortal portal,
      RequestEnvelope.Signer auditor,
      @Nullable NoteKey key,
      DurableFiles files,
      Path directory,
      Consumer<String> warnings) {
    this.world = world;
    this.portal = portal;
    this.auditor = auditor;
    this.key = key;
    this.files = files;
    this.directory = directory.toAbsolutePath().normalize();
    this.warnings = warnings;
  }

  /**
   * The result of a run.
   *
   * @param checkpoint the checkpoint up to which the copy is verified
   * @param note the signed checkpoint
   * @param before the records that were verified before this run
   * @param heads the checkpoints whose maps were computed again
   */
  public record Result(Checkpoint checkpoint, Note note, long before, int heads) {}

  /**
   * Brings the copy to the portal's latest checkpoint.
   *
   * @throws TransparencyException {@code transparency.rolled-back} and {@code forked}, with
   *     evidence, if the log does not continue what was seen; {@code withheld} if a record is
   *     missing, {@code bad-proof} if one is not that of the log, {@code false-map} if a checkpoint
   *     names other records as the latest ones; {@code bad-copy} if the directory has another copy
   * @throws dev.meshsim.portal.PortalRefusedException if the portal does not know the auditor or
   *     keeps no log
   */
  public Result run() {
    try (PortalStore store =
        new JlogPortalStoreProvider()
            .over(files)
            .orElseThrow()
            .open(directory, world, warnings)) {
      return new Run(store).go();
    }
  }

  /** One run, which has the directory for itself. */
  private final class Run {

    private final PortalStore store;
    private final ProvedTransfer transfer;
    private MirrorState state;

    Run(PortalStore store) {
      this.store = store;
      this.state = stateOf(store);
      MirrorKeys keys =
          new MirrorKeys(
              portal, key, state.statement(), statement -> keep(state.withStatement(statement)));
      MeshClient client =
          new MeshClient(
              world, "mirror", portal, AccountName.parse(AUDITOR + portal.domain()));
      this.transfer = ProvedTransfer.all(portal, client, this::signer, keys);
    }

    private MirrorState stateOf(PortalStore copy) {
      MirrorState kept = MirrorState.read(files, directory);
      if (kept == null) {
        if (copy.tree().size() > 0) {
          throw bad("the directory has records, and no state file of a mirror");
        }
        return MirrorState.first(portal.domain());
      }
      if (!kept.domain().equals(portal.domain())) {
        throw TransparencyException.otherOrigin(kept.domain(), portal.domain());
      }
      HeadProof verified = kept.verified();
      if (verified != null && !has(copy.tree(), treeOf(verified))) {
        throw bad("its records are not those of the checkpoint that its state file names");
      }
      return kept;
    }

    /** The auditor, who names the latest checkpoint that the portal has shown. */
    private RequestEnvelope.Signer signer() {
      HeadProof latest = state.latest();
      return auditor.and(SeenCheckpoint.header(latest == null ? "" : latest.checkpoint()));
    }

    private void keep(MirrorState next) {
      next.write(files, directory);
      state = next;
    }

    Result go() {
      HeadProof verified = state.verified();
      long before = verified == null ? 0 : verified.mapHead().number();
      HeadProof head = transfer.checkpoint(state.latest());
      if (!head.equals(state.latest())) {
        keep(state.withTarget(head));
      }
      TreeHead tree = treeOf(head);
      if (store.tree().size() > tree.size()) {
        throw bad("it has more records than the checkpoint of " + tree.size());
      }
      fetch(head, tree.size());
      if (!has(store.tree(), tree)) {
        throw bad("its records lead to another root than the checkpoint of " + tree.size());
      }
      int heads = audit(tree);
      keep(state.withVerified(head));
      Note note = Note.parse(Bytes.utf8(head.checkpoint()));
      return new Result(Checkpoint.verified(note), note, before, heads);
    }

    /** Writes the records up to a checkpoint, each in the transaction that it was written in. */
    private void fetch(HeadProof head, long size) {
      RecordLoader loader = new RecordLoader(store);
      Deque<TransferAnswer.Proved> unwritten = new ArrayDeque<>();
      long last = store.tree().size();
      while (last < size) {
        ProvedTransfer.Page page = transfer.page(head, last);
        for (TransferAnswer.Proved record : page.records()) {
          loader.add(record.log(), record.item());
          unwritten.add(record);
        }
        loader.write();
        requireWritten(unwritten);
        last = page.next();
      }
      if (!unwritten.isEmpty()) {
        throw TransparencyException.badProof(
            "the last transaction before the checkpoint of " + size + " has no end");
      }
    }

    /** Compares the leaves of the records that were written with those of the log. */
    private void requireWritten(Deque<TransferAnswer.Proved> unwritten) {
      LogTree written = store.tree();
      while (!unwritten.isEmpty() && unwritten.getFirst().item().number() <= written.size()) {
        TransferAnswer.Proved record = unwritten.removeFirst();
        long number = record.item().number();
        if (!written.proofs().leaf(number - 1).equals(record.leaf())) {
          throw bad(
              "record " + number + " names another prior record or other marks than a copy has");
        }
      }
    }

    /** Computes every head of the map again; the last one ends the checkpoint. */
    private int audit(TreeHead tree) {
      List<LogAudit.Entry> heads = LogAudit.of(store).checkpoints();
      for (LogAudit.Entry entry : heads) {
        String problem = entry.problem();
        if (problem != null) {
          throw TransparencyException.falseMap(portal.domain(), entry.tree().size(), problem);
        }
      }
      if (heads.isEmpty() || !heads.get(heads.size() - 1).tree().equals(tree)) {
        throw TransparencyException.falseMap(
            portal.domain(), tree.size(), "its last record is no head of the map");
      }
      return heads.size();
    }

    private TransparencyException bad(String problem) {
      return TransparencyException.badCopy(directory.toString(), problem);
    }
  }

  private static TreeHead treeOf(HeadProof head) {
    return Checkpoint.verified(Note.parse(Bytes.utf8(head.checkpoint()))).tree();
  }

  private static boolean has(LogTree copy, TreeHead tree) {
    return copy.size() >= tree.size() && copy.head(tree.size()).equals(tree);
  }
}
