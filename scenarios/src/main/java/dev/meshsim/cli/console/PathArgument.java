package dev.meshsim.cli.console;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;

/** Reads a path of the command line; an empty one would quietly mean the working directory. */
public final class PathArgument implements CommandLine.ITypeConverter<Path> {

  @Override
  public Path convert(String text) {
    if (text.isEmpty()) {
      throw new CommandLine.TypeConversionException("it is empty; . is the working directory");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new CommandLine.TypeConversionException("no file can have the name " + text);
    }
  }
}
