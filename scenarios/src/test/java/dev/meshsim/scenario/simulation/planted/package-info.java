/**
 * Planted defects: changes of single methods of the product, made in a class loader of a test. The
 * simulator must find each within its budget of seeds.
 */
@NullMarked
package dev.meshsim.scenario.simulation.planted;

import org.jspecify.annotations.NullMarked;
