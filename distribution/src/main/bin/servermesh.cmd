@echo off
rem servermesh DOMAIN [OPTION...]: a portal that keeps its logs in the directory DOMAIN.
set "domain=%~1"
if "%domain%"=="" (echo servermesh: write servermesh DOMAIN, for example servermesh example.com 1>&2 & exit /b 2)
shift
set "options="
:next
if not "%~1"=="" (set options=%options% %1& shift& goto next)
call "%~dp0mesh-sim.cmd" portal serve --domain "%domain%" --store jlog --root "%domain%" %options%
