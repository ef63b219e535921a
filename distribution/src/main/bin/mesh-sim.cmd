@echo off
rem Runs the mesh-sim command of an unpacked archive on Windows. Not run by the build, which has no Windows.
setlocal
set "home=%~dp0.."
if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java.exe") else (set "java=java.exe")
set "commit=unknown"
for /f "usebackq tokens=1,2 delims==" %%a in ("%home%\release") do if "%%a"=="commit" set "commit=%%b"
"%java%" -XX:+UseSerialGC -Xshare:auto "-Dmeshsim.home=%home%" "-Dmeshsim.commit=%commit%" "-Dmeshsim.launcher=%~f0" -cp "%home%\lib\*" dev.meshsim.cli.MeshSim %*
exit /b %ERRORLEVEL%
