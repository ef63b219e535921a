package dev.meshsim.portal.mirror;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.RecordKey;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.protocol.HelloRequest;
import dev.meshsim.protocol.MeshRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.TransferRequest;
import dev.meshsim.protocol.TransferResponse;
import dev.meshsim.transparency.HeadProof;
import dev.meshsim.transparency.MapHead;
import dev.meshsim.transparency.TransferKey;
import dev.meshsim.transparency.TransferQuery;
import dev.meshsim.transparency.note.Checkpoint;
import dev.meshsim.transparency.note.NoteSigner;
import dev.meshsim.transparency.service.ProofMaker;
import dev.meshsim.transparency.tree.TreeHead;
import java.util.List;
import java.util.Objects;

/**
 * A lying portal: it has the keys of an honest one, and answers Transfers from any records, under a
 * checkpoint of all of them, without a check of its own.
 */
final class ForgedLog implements MeshPortal {

  private static final int PAGE = 5;

  private final MeshPortal hello;
  private final PortalStore store;
  private final NoteSigner signer;

  /** A portal that says Hello as the honest one does. */
  ForgedLog(MeshPortal hello, PortalStore store, NoteSigner signer) {
    this.hello = hello;
    this.store = store;
    this.signer = signer;
  }

  @Override
  public String domain() {
    return hello.domain();
  }

  @Override
  public Bytes exchange(Bytes request) {
    Bytes plain =
        RequestEnvelope.isEnvelope(request)
            ? RequestEnvelope.open(Dialect.MESH, request).request()
            : request;
    MeshRequest read = MessageCodec.readRequest(Dialect.MESH, plain);
    if (read instanceof HelloRequest) {
      return hello.exchange(request);
    }
    return MessageCodec.write(Dialect.MESH, answer((TransferRequest) read));
  }

  private TransferResponse answer(TransferRequest request) {
    TransferQuery query = TransferQuery.read(Objects.requireNonNull(request.log()));
    TransferKey key =
        TransferKey.parse(String.valueOf(request.searchConstraints().pageKey()))
            .orElse(new TransferKey(0, TreeHead.EMPTY));
    long size = key.tree().size() == 0 ? store.tree().size() : key.tree().size();
    TreeHead tree = store.tree().head(size);
    HeadProof head =
        new HeadProof(
            signer.sign(new Checkpoint(domain(), tree).text()).octets().utf8(),
            record(new RecordKey(size, LogName.PORTAL, MapHead.KEY)),
            store.tree().proofs().inclusion(size - 1, size));
    List<RecordKey> keys = store.keysAfter(key.number(), (int) Math.min(PAGE, size - key.number()));
    List<DataItem> items = keys.stream().map(this::record).toList();
    long last = key.number() + keys.size();
    return TransferResponse.proved(
        items,
        last < size ? new TransferKey(last, tree).text() : null,
        ProofMaker.transfer(store.tree(), head, query.known(), keys));
  }

  private DataItem record(RecordKey key) {
    PageRequest one = PageRequest.all().atMost(1).after(Long.toString(key.number()));
    return store.scan(key.log(), one).items().get(0);
  }
}
