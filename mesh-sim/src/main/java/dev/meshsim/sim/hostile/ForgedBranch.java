package dev.meshsim.sim.hostile;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.DataItem;
import dev.meshsim.protocol.ErrorResponse;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.TransferResponse;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.LogAnswer;
import dev.meshsim.transparency.LogProof;
import dev.meshsim.transparency.TransferAnswer;
import dev.meshsim.transparency.note.Note;
import dev.meshsim.transparency.note.NoteSignature;
import dev.meshsim.transparency.note.NoteSigner;
import java.util.List;
import java.util.Optional;

/**
 * A branch of the portal's log by somebody who has the portal's other keys and not that of its log:
 * the signatures of its checkpoints name the log's key, and another key has made them.
 */
final class ForgedBranch implements Lie {

  private final CopiedPortal branch;

  ForgedBranch(Copies copies) {
    this.branch = copies.open(Copies.Checkpoints.UNWITNESSED);
  }

  @Override
  public Optional<Bytes> tell(Asked asked) {
    Bytes octets = branch.exchange(asked.octets());
    NoteSigner other = asked.impostor().logSigner();
    MeshResponse response = MessageCodec.readResponse(asked.dialect(), octets, asked.transaction());
    if (response instanceof GetResponse found) {
      Bytes log = found.log();
      return log == null
          ? Optional.of(octets)
          : asked.says(found.with(forged(LogAnswer.read(log), other)));
    }
    if (response instanceof ErrorResponse refusal) {
      Bytes denial = refusal.denial();
      return denial == null
          ? Optional.of(octets)
          : asked.says(
              new ErrorResponse(
                  refusal.status(),
                  refusal.statusDescription(),
                  refusal.statusReason(),
                  MeshJson.write(forged(LogAnswer.read(denial), other))));
    }
    if (response instanceof TransferResponse page) {
      Bytes log = page.log();
      List<DataItem> items = page.dataItems();
      return log == null || items == null
          ? Optional.of(octets)
          : asked.says(
              TransferResponse.proved(
                  items, page.pageKey(), forged(TransferAnswer.read(log), other)));
    }
    return Optional.of(octets);
  }

  private static TransferAnswer forged(TransferAnswer answer, NoteSigner other) {
    return new TransferAnswer(forged(answer.head(), other), answer.continued(), answer.places());
  }

  private static LogAnswer forged(LogAnswer answer, NoteSigner other) {
    return new LogAnswer(
        new LogProof(forged(answer.proof().head(), other), answer.proof().map()),
        answer.continued(),
        answer.included(),
        answer.seen(),
        answer.receipt(),
        answer.deletion(),
        answer.witnessed());
  }

  private static HeadProof forged(HeadProof head, NoteSigner other) {
    Note note = head.note();
    NoteSignature right = note.signatures().get(0);
    Bytes wrong = other.sign(note.text()).signatures().get(0).octets();
    Note forged =
        new Note(note.text(), List.of(new NoteSignature(right.name(), right.id(), wrong)));
    return new HeadProof(forged.octets().utf8(), head.mapHead(), head.path());
  }
}
