/** Keeps a simulated machine in an imitation of the Windows registry (D8 5.1). */
@NullMarked
package dev.meshsim.store.registry;

import org.jspecify.annotations.NullMarked;
