/**
 * A forger: somebody with keys, an account and devices of their own who sends a portal requests
 * that it must refuse. {@link dev.meshsim.sim.forger.Forgery} is the table of them; {@link
 * dev.meshsim.sim.forger.Forger} makes one and sends it. It knows what everybody can ask the portal
 * for, and has no key of anybody else.
 */
@NullMarked
package dev.meshsim.sim.forger;

import org.jspecify.annotations.NullMarked;
