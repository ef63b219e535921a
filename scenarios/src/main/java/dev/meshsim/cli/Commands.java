package dev.meshsim.cli;

import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.log.LogCommand;
import dev.meshsim.cli.log.LogExportCommand;
import dev.meshsim.cli.log.LogImportCommand;
import dev.meshsim.cli.log.LogReplayCommand;
import dev.meshsim.cli.profile.EscrowCommand;
import dev.meshsim.cli.profile.ProfileCommand;
import dev.meshsim.cli.profile.ShareCommand;
import dev.meshsim.cli.profile.UdfCommand;
import dev.meshsim.cli.run.RunCommand;
import dev.meshsim.cli.run.TranscriptCommand;
import dev.meshsim.cli.run.VectorsCommand;
import dev.meshsim.cli.store.StoreCommand;
import picocli.CommandLine;

/** Makes the subcommands, with their streams and without reflection. */
final class Commands implements CommandLine.IFactory {

  private final Console console;

  Commands(Console console) {
    this.console = console;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Object made;
    if (type == RunCommand.class) {
      made = new RunCommand(console);
    } else if (type == TranscriptCommand.class) {
      made = new TranscriptCommand(console);
    } else if (type == ShareCommand.class) {
      made = new ShareCommand();
    } else if (type == ShareCommand.Split.class) {
      made = new ShareCommand.Split(console);
    } else if (type == ShareCommand.Combine.class) {
      made = new ShareCommand.Combine(console);
    } else if (type == StoreCommand.class) {
      made = new StoreCommand();
    } else if (type == StoreCommand.ListKinds.class) {
      made = new StoreCommand.ListKinds(console);
    } else if (type == StoreCommand.Check.class) {
      made = new StoreCommand.Check(console);
    } else if (type == StoreCommand.Export.class) {
      made = new StoreCommand.Export(console);
    } else if (type == StoreCommand.Import.class) {
      made = new StoreCommand.Import(console);
    } else if (type == LogCommand.class) {
      made = new LogCommand();
    } else if (type == LogCommand.Show.class) {
      made = new LogCommand.Show(console);
    } else if (type == LogCommand.Verify.class) {
      made = new LogCommand.Verify(console);
    } else if (type == LogImportCommand.class) {
      made = new LogImportCommand(console);
    } else if (type == LogReplayCommand.class) {
      made = new LogReplayCommand(console);
    } else if (type == LogExportCommand.class) {
      made = new LogExportCommand(console);
    } else if (type == EscrowCommand.class) {
      made = new EscrowCommand();
    } else if (type == EscrowCommand.Open.class) {
      made = new EscrowCommand.Open(console);
    } else if (type == ProfileCommand.class) {
      made = new ProfileCommand();
    } else if (type == ProfileCommand.Open.class) {
      made = new ProfileCommand.Open(console);
    } else if (type == VectorsCommand.class) {
      made = new VectorsCommand();
    } else if (type == VectorsCommand.Write.class) {
      made = new VectorsCommand.Write(console);
    } else if (type == UdfCommand.class) {
      made = new UdfCommand(console);
    } else {
      return CommandLine.defaultFactory().create(type);
    }
    return type.cast(made);
  }
}
