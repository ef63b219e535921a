package dev.meshsim.scenario.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A scenario file; its children are its cases. */
final class FileDescriptor extends AbstractTestDescriptor {

  FileDescriptor(UniqueId engine, Origin origin) {
    super(origin.id(engine), origin.name(), origin.source());
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }
}
