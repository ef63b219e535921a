package dev.meshsim.portal.mirror;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.DataItem;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.protocol.TransferRequest;
import dev.meshsim.protocol.TransferResponse;
import dev.meshsim.transparency.TransferAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A portal that changes its answers to Transfers. The first Transfer of a run asks for the
 * checkpoint, those after it for pages.
 */
final class LyingPortal implements MeshPortal {

  /** A lie about one page. */
  @FunctionalInterface
  interface Lie {

    /**
     * The answer to give.
     *
     * @param call the number of the Transfer in this run, from 0
     */
    TransferResponse about(int call, TransferResponse honest);
  }

  private final MeshPortal honest;
  private final Lie lie;
  private int calls;

  LyingPortal(MeshPortal honest, Lie lie) {
    this.honest = honest;
    this.lie = lie;
  }

  /** A portal that lies about the second page only. */
  static LyingPortal aboutTheSecondPage(MeshPortal honest, UnaryOperator<TransferResponse> lie) {
    return new LyingPortal(honest, (call, response) -> call == 2 ? lie.apply(response) : response);
  }

  @Override
  public String domain() {
    return honest.domain();
  }

  @Override
  public Bytes exchange(Bytes request) {
    Bytes answer = honest.exchange(request);
    if (!isTransfer(request)) {
      return answer;
    }
    MeshResponse read = MessageCodec.readResponse(Dialect.MESH, answer, Transaction.TRANSFER);
    return read instanceof TransferResponse response && response.log() != null
        ? MessageCodec.write(Dialect.MESH, lie.about(calls++, response))
        : answer;
  }

  private static boolean isTransfer(Bytes request) {
    return RequestEnvelope.isEnvelope(request)
        && MessageCodec.readRequest(
                Dialect.MESH, RequestEnvelope.open(Dialect.MESH, request).request())
            instanceof TransferRequest;
  }

  /** A page whose records and proofs can be changed. */
  static final class Page {

    final List<DataItem> items;
    final List<TransferAnswer.Place> places;
    private final TransferAnswer answer;
    @Nullable String key;

    Page(TransferResponse response) {
      this.answer = TransferAnswer.read(Objects.requireNonNull(response.log()));
      this.items = new ArrayList<>(Objects.requireNonNull(response.dataItems()));
      this.places = new ArrayList<>(answer.places());
      this.key = response.pageKey();
    }

    TransferResponse response() {
      return TransferResponse.proved(
          items, key, new TransferAnswer(answer.head(), answer.continued(), places));
    }
  }
}
