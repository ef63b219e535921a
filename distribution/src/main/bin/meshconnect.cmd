@call "%~dp0mesh-sim.cmd" connect %*
