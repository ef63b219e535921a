package dev.meshsim.cli.console;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;

/**
 * Converts a path argument; refuses an empty one, which would silently be the working directory.
 */
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
