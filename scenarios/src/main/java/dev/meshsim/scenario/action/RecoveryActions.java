package dev.meshsim.scenario.action;

import dev.meshsim.json.MeshJson;
import dev.meshsim.scenario.Quorum;
import dev.meshsim.scenario.ShareRef;
import dev.meshsim.scenario.Step;
import dev.meshsim.scenario.surroundings.MissingThingException;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.share.KeyShare;
import dev.meshsim.share.Secret;
import dev.meshsim.udf.Udf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The actions that escrow the master keys and recover them from shares. */
final class RecoveryActions {

  private RecoveryActions() {}

  static Observation escrow(Stage stage, Step step) {
    PersonalSession personal = stage.actor(step).personal();
    Quorum quorum = step.values().quorum("escrow");
    OfflineEscrowEntry entry = personal.newEscrowEntry(quorum.quorum(), quorum.shares());
    personal.escrow(entry);
    return escrowed(stage, step, quorum, entry);
  }

  static Observation renewEscrow(Stage stage, Step step) {
    Quorum quorum = step.values().quorum("renewEscrow");
    OfflineEscrowEntry entry =
        stage.actor(step).personal().renewEscrow(quorum.quorum(), quorum.shares());
    return escrowed(stage, step, quorum, entry);
  }

  private static Observation escrowed(
      Stage stage, Step step, Quorum quorum, OfflineEscrowEntry entry) {
    Actor player = stage.actor(step);
    PersonalSession personal = player.personal();
    player.made(new Actor.Escrow(entry, personal.udf()));
    stage.privateData().made(step, entry.keyShares());
    display(stage, step, quorum, entry);
    return Observation.ok();
  }

  private static void display(Stage stage, Step step, Quorum quorum, OfflineEscrowEntry entry) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("Quorum", quorum.quorum());
    facts.put("Shares", quorum.shares());
    if (step.values().flag("show")) {
      facts.put("KeyShares", entry.keyShares().stream().map(KeyShare::text).toList());
    }
    stage.privateData().show(step, MeshJson.write(facts));
  }

  static Observation recover(Stage stage, Step step) {
    Actor player = stage.actor(step);
    try (Secret secret = secret(stage, step)) {
      PersonalSession personal = recover(stage, step, secret);
      player.made(personal);
      player.session().device().ifPresent(player::made);
      String machine = step.values().shares("shares").get(0).machine();
      Udf escrowed = stage.player(machine).escrow().profile();
      String administrators = personal.administrators().size() + " administrators";
      return personal.udf().equals(escrowed)
          ? Observation.ok("same profile", administrators)
          : Observation.ok(administrators);
    }
  }

  private static PersonalSession recover(Stage stage, Step step, Secret secret) {
    MeshSession session = stage.actor(step).session();
    String account = step.values().text("recover");
    Optional<String> keep = step.values().optionalText("keep");
    if (step.values().flag("newAccount")) {
      return session.recoverToNewAccount(secret, account);
    }
    Set<Udf> kept =
        keep.map(machine -> Set.of(stage.player(machine).device().udf())).orElse(Set.of());
    List<String> accounts = new ArrayList<>(List.of(account));
    accounts.addAll(step.values().optionalTexts("also"));
    return session.recover(secret, accounts, kept);
  }

  /** The secret of the shares that a step names; the caller closes it. */
  static Secret secret(Stage stage, Step step) {
    List<KeyShare> shares = new ArrayList<>();
    for (ShareRef ref : step.values().shares("shares")) {
      shares.add(share(stage, ref));
    }
    return new Secret(shares);
  }

  private static KeyShare share(Stage stage, ShareRef ref) {
    List<KeyShare> shares = stage.player(ref.machine()).escrow().entry().keyShares();
    if (ref.number() > shares.size()) {
      throw new MissingThingException(
          ref.machine(),
          "share " + ref.number(),
          "its escrow entry has " + shares.size() + " shares");
    }
    KeyShare share = shares.get(ref.number() - 1);
    return ref.typo() ? KeyShare.parse(withTypo(share.text())) : share;
  }

  /** The text with one character in the middle replaced by another of its alphabet. */
  private static String withTypo(String text) {
    StringBuilder typed = new StringBuilder(text);
    int middle = text.length() / 2;
    while (text.charAt(middle) == '-') {
      middle++;
    }
    typed.setCharAt(middle, text.charAt(middle) == 'A' ? 'C' : 'A');
    return typed.toString();
  }
}
