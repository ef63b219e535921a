/** Keeps a simulated machine in files (D8 5.2). */
@NullMarked
package dev.meshsim.store.file;

import org.jspecify.annotations.NullMarked;
