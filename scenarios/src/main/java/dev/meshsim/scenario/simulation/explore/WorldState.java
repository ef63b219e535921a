package dev.meshsim.scenario.simulation.explore;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.Sha256;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.scenario.judge.TraceDigest;
import dev.meshsim.sim.oracle.Scene;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.sim.schedule.Waiting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state of a world, as a digest: the time, for each machine all that it has done and been
 * answered, and the records of each portal, in whichever order they were written. A program depends
 * on its past and on its seed only, so two worlds of one scenario with equal states go on alike.
 */
final class WorldState {

  private final Scene scene;
  private final Map<String, byte[]> pasts = new TreeMap<>();

  WorldState(Scene scene) {
    this.scene = scene;
  }

  /** Adds an event to the past of its machine. */
  void saw(SimEvent event) {
    if (event instanceof SimEvent.Exchanged exchanged) {
      add(exchanged.machine(), event, exchanged.request(), exchanged.response());
    } else if (event instanceof SimEvent.Received received) {
      add(received.machine(), event, received.request(), received.response());
    } else if (event instanceof SimEvent.Began began) {
      add(began.machine(), event);
    } else if (event instanceof SimEvent.Ended ended) {
      add(ended.began().machine(), event);
    } else if (event instanceof SimEvent.Committed committed) {
      add(committed.machine(), event);
    } else if (event instanceof SimEvent.CommitFailed failed) {
      add(failed.machine(), event);
    } else {
      // The others are about portals and faults; their texts name the machine, if there is one.
      add("", event);
    }
  }

  private void add(String machine, SimEvent event, Bytes... messages) {
    MessageDigest digest = Sha256.begin();
    digest.update(pasts.getOrDefault(machine, new byte[0]));
    digest.update(TraceDigest.line(event).getBytes(StandardCharsets.UTF_8));
    for (Bytes message : messages) {
      digest.update(Sha256.of(message).toArray());
    }
    pasts.put(machine, digest.digest());
  }

  /** The digest of the present state, in hexadecimal. */
  String digest(List<Waiting> waiting) {
    MessageDigest digest = Sha256.begin();
    put(digest, scene.now().toString());
    pasts.forEach(
        (machine, past) -> {
          put(digest, machine);
          digest.update(past);
        });
    waiting.forEach(each -> put(digest, each.toString()));
    for (String portal : scene.portals()) {
      put(digest, portal);
      records(portal).forEach(digest::update);
    }
    return Bytes.of(digest.digest()).hex();
  }

  /** The digests of a portal's records, sorted: their numbers depend on the order. */
  private List<byte[]> records(String portal) {
    List<byte[]> all = new ArrayList<>();
    for (LogName log : LogName.values()) {
      for (DataItem item : scene.portalStore(portal).scan(log, PageRequest.all()).items()) {
        MessageDigest digest = Sha256.begin();
        put(digest, log + " " + item.action() + " " + item.primaryKey() + " " + item.keys());
        Bytes text = item.text();
        digest.update(text == null ? new byte[0] : text.toArray());
        all.add(digest.digest());
      }
    }
    Collections.sort(all, Arrays::compare);
    return all;
  }

  private static void put(MessageDigest digest, String text) {
    digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
