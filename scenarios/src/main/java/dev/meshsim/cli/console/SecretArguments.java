package dev.meshsim.cli.console;

/**
 * A marker for commands whose arguments may be secrets. No message about such a command, or about
 * one of its subcommands, repeats an argument.
 */
public interface SecretArguments {}
