@call "%~dp0mesh-sim.cmd" manager %*
