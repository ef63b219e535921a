package dev.meshsim.cli;

import dev.meshsim.cli.bench.BenchCommand;
import dev.meshsim.cli.bench.CompareCommand;
import dev.meshsim.cli.bench.ReportCommand;
import dev.meshsim.cli.console.Console;
import dev.meshsim.cli.document.BuildCommand;
import dev.meshsim.cli.document.DocumentCommand;
import dev.meshsim.cli.log.LogCommand;
import dev.meshsim.cli.log.LogEvidenceCommand;
import dev.meshsim.cli.log.LogExportCommand;
import dev.meshsim.cli.log.LogFollowCommand;
import dev.meshsim.cli.log.LogImportCommand;
import dev.meshsim.cli.log.LogMirrorCommand;
import dev.meshsim.cli.log.LogReplayCommand;
import dev.meshsim.cli.log.LogTreeCommand;
import dev.meshsim.cli.portal.HelloCommand;
import dev.meshsim.cli.portal.InitCommand;
import dev.meshsim.cli.portal.KeysCommand;
import dev.meshsim.cli.portal.PortalCommand;
import dev.meshsim.cli.portal.ServeCommand;
import dev.meshsim.cli.profile.EscrowCommand;
import dev.meshsim.cli.profile.ProfileCommand;
import dev.meshsim.cli.profile.ShareCommand;
import dev.meshsim.cli.profile.UdfCommand;
import dev.meshsim.cli.run.ConformanceCommand;
import dev.meshsim.cli.run.MergeCommand;
import dev.meshsim.cli.run.RunCommand;
import dev.meshsim.cli.run.TranscriptCommand;
import dev.meshsim.cli.run.VectorsCheckCommand;
import dev.meshsim.cli.run.VectorsCommand;
import dev.meshsim.cli.schema.SchemaCheckCommand;
import dev.meshsim.cli.schema.SchemaCommand;
import dev.meshsim.cli.schema.SchemaDiffCommand;
import dev.meshsim.cli.schema.SchemaExportCommand;
import dev.meshsim.cli.simulate.SimulateCommand;
import dev.meshsim.cli.store.StoreCommand;
import dev.meshsim.cli.witness.WitnessCommand;
import dev.meshsim.cli.witness.WitnessInitCommand;
import dev.meshsim.cli.witness.WitnessServeCommand;
import dev.meshsim.cli.wizard.ApplicationVerbs;
import dev.meshsim.cli.wizard.ConnectCommand;
import dev.meshsim.cli.wizard.ConnectVerbs;
import dev.meshsim.cli.wizard.DeviceVerbs;
import dev.meshsim.cli.wizard.ManagerCommand;
import dev.meshsim.cli.wizard.PortalVerbs;
import dev.meshsim.cli.wizard.ProfileVerbs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The registry of all subcommands. A command is registered here and nowhere else; its name, options
 * and help are annotations of its class. The help and {@code docs/cli.md} have the order of this
 * list.
 */
final class Commands {

  private Commands() {}

  /** The whole command, whose subcommands write to the given streams. */
  static CommandLine all(Console console) {
    return group(new MeshSim(), registry(console).values().stream().map(Supplier::get).toArray());
  }

  /**
   * The command with the subcommand that the arguments begin with, so that no time goes into the
   * others; the whole command if they begin otherwise.
   */
  static CommandLine asked(Console console, String... arguments) {
    Supplier<Object> first = arguments.length == 0 ? null : registry(console).get(arguments[0]);
    return first == null ? all(console) : group(new MeshSim(), first.get());
  }

  /** The subcommands by their names. */
  private static Map<String, Supplier<Object>> registry(Console console) {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("run", () -> new RunCommand(console));
    all.put("merge", () -> new MergeCommand(console));
    all.put("transcript", () -> new TranscriptCommand(console));
    all.put("conformance", () -> new ConformanceCommand(console));
    all.put("document", () -> group(new DocumentCommand(), new BuildCommand(console)));
    all.put("simulate", () -> new SimulateCommand(console));
    all.put("log", () -> log(console));
    all.put(
        "share",
        () ->
            group(
                new ShareCommand(),
                new ShareCommand.Split(console),
                new ShareCommand.Combine(console)));
    all.put("escrow", () -> group(new EscrowCommand(), new EscrowCommand.Open(console)));
    all.put("profile", () -> group(new ProfileCommand(), new ProfileCommand.Open(console)));
    all.put(
        "store",
        () ->
            group(
                new StoreCommand(),
                new StoreCommand.ListKinds(console),
                new StoreCommand.Check(console),
                new StoreCommand.Export(console),
                new StoreCommand.Import(console)));
    all.put("portal", () -> portal(console));
    all.put(
        "witness",
        () ->
            group(
                new WitnessCommand(),
                new WitnessInitCommand(console),
                new WitnessServeCommand(console)));
    all.put("manager", () -> manager(console));
    all.put("connect", () -> connect(console));
    all.put("udf", () -> new UdfCommand(console));
    all.put(
        "vectors",
        () ->
            group(
                new VectorsCommand(),
                new VectorsCommand.Write(console),
                new VectorsCheckCommand(console)));
    all.put(
        "schema",
        () ->
            group(
                new SchemaCommand(),
                new SchemaExportCommand(console),
                new SchemaDiffCommand(console),
                new SchemaCheckCommand(console)));
    all.put(
        "bench",
        () ->
            group(
                new BenchCommand(console),
                new CompareCommand(console),
                new ReportCommand(console)));
    all.put("doctor", () -> new DoctorCommand(console));
    return all;
  }

  private static CommandLine log(Console console) {
    return group(
        new LogCommand(),
        new LogCommand.Show(console),
        new LogCommand.Verify(console),
        new LogTreeCommand(console),
        new LogFollowCommand(console),
        new LogMirrorCommand(console),
        group(new LogEvidenceCommand(), new LogEvidenceCommand.Verify(console)),
        new LogImportCommand(console),
        new LogReplayCommand(console),
        new LogExportCommand(console));
  }

  private static CommandLine portal(Console console) {
    return group(
        new PortalCommand(),
        new ServeCommand(console),
        new HelloCommand(console),
        new KeysCommand(console),
        new InitCommand(console));
  }

  private static CommandLine manager(Console console) {
    return group(
        new ManagerCommand(),
        new ProfileVerbs.Show(console),
        new ProfileVerbs.Create(console),
        new PortalVerbs.AddApplication(console),
        new PortalVerbs.RemoveApplication(console),
        new ApplicationVerbs.Read(console),
        new ApplicationVerbs.Update(console),
        new ProfileVerbs.Escrow(console),
        new DeviceVerbs.Pending(console),
        new DeviceVerbs.Accept(console),
        new DeviceVerbs.Reject(console),
        new DeviceVerbs.Remove(console),
        new PortalVerbs.AddAccount(console),
        new PortalVerbs.DeleteAccount(console),
        new PortalVerbs.Publish(console),
        new ProfileVerbs.Recover(console),
        new ProfileVerbs.Delete(console));
  }

  private static CommandLine connect(Console console) {
    return group(
        new ConnectCommand(),
        new ConnectVerbs.Request(console),
        new ConnectVerbs.Await(console),
        new ConnectVerbs.Show(console),
        new ApplicationVerbs.Read(console),
        new ApplicationVerbs.Update(console));
  }

  /** A command that has subcommands; each of these is a command's object or a group. */
  private static CommandLine group(Object command, Object... subcommands) {
    CommandLine group = new CommandLine(command);
    for (Object subcommand : subcommands) {
      // Picocli applies a command's model transformer only in this constructor.
      group.addSubcommand(
          subcommand instanceof CommandLine line ? line : new CommandLine(subcommand));
    }
    return group;
  }
}
