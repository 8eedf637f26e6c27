@echo off
rem The command line of the installed program: its own binary without a window.
"%~dp0..\Qosdiplom.exe" --log-level=3 --cli -- %*
exit /b %ERRORLEVEL%
