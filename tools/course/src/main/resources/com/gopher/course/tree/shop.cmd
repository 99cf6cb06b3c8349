@echo off
rem Starts the course's command line on the project in this directory.
setlocal
set "home=%GOPHER_COURSE_HOME%"
if not defined home if exist "%~dp0.course\home" set /p home=<"%~dp0.course\home"
if not defined home goto missing
if not exist "%home%\shop.cmd" goto missing
set "GOPHER_COURSE_TREE=%~dp0."
call "%home%\shop.cmd" %*
exit /b %errorlevel%

:missing
echo The course was expected in %home%, and is not there. Nothing was changed. 1>&2
echo Set GOPHER_COURSE_HOME to the directory of its clone, and run the same command again. 1>&2
exit /b 2
