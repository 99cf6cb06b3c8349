@echo off
rem Starts the command line on Windows: the twin of the script "shop", which says what it does and why.
rem The work is done by the PowerShell lines below the mark; every Windows has it.
setlocal
set "SHOP_SCRIPT=%~f0"
set "SHOP_ROOT=%~dp0."
set "SHOP_COMMAND=%~1"
set "SHOP_APPLICATION=%SHOP_ROOT%"
if defined GOPHER_COURSE_TREE set "SHOP_APPLICATION=%GOPHER_COURSE_TREE%"
set "SHOP_JAVA_FILE=%TEMP%\shop-java-%RANDOM%%RANDOM%.txt"
powershell -NoProfile -ExecutionPolicy Bypass -Command "$text = [IO.File]::ReadAllText($env:SHOP_SCRIPT); Invoke-Expression $text.Substring($text.LastIndexOf('#' + 'POWERSHELL'))"
if errorlevel 1 exit /b 2
set /p SHOP_JDK=<"%SHOP_JAVA_FILE%"
del "%SHOP_JAVA_FILE%"
set "SHOP_FLAGS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m"
if "%~1"=="inspect" set "SHOP_FLAGS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g"
if "%~1"=="tutorial" set "SHOP_FLAGS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx320m"
if "%~1"=="bench" set "SHOP_FLAGS=-Xshare:auto"
if "%~1"=="compare" set "SHOP_FLAGS=-Xshare:auto"
if "%~1"=="faults" set "SHOP_FLAGS=-Xshare:auto"
"%SHOP_JDK%\bin\java.exe" %SHOP_FLAGS% "-Dshop.home=%SHOP_ROOT%" "-Dshop.application.home=%SHOP_APPLICATION%" -jar "%SHOP_ROOT%\tools\cli\target\shop.jar" %*
exit /b %errorlevel%

#POWERSHELL
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path $env:SHOP_ROOT).Path

function Refuse($sentence) {
  [Console]::Error.WriteLine($sentence)
  exit 2
}

function Feature($jdk) {
  $release = Join-Path $jdk 'release'
  if (-not (Test-Path $release)) { return 0 }
  $line = Select-String -Path $release -Pattern '^JAVA_VERSION="?(1\.)?(\d+)' | Select-Object -First 1
  if ($line) { return [int]$line.Matches[0].Groups[2].Value }
  return 0
}

function Runs($jdk) {
  $java = Join-Path $jdk 'bin\java.exe'
  if (-not (Test-Path $java)) { return $false }
  try { $process = Start-Process $java '-version' -NoNewWindow -Wait -PassThru -RedirectStandardError NUL } catch { return $false }
  return $process.ExitCode -eq 0
}

if ($env:SHOP_JAVA_HOME) {
  if (-not (Runs $env:SHOP_JAVA_HOME)) { Refuse "SHOP_JAVA_HOME names $env:SHOP_JAVA_HOME, and the Java there does not start. Nothing was built or started." }
  $jdk = $env:SHOP_JAVA_HOME
} else {
  if ($env:JAVA_HOME -and -not (Runs $env:JAVA_HOME)) {
    Refuse "JAVA_HOME names $env:JAVA_HOME, and the Java there does not start. Nothing was built or started. Point it to a JDK 17 or newer, or unset it."
  }
  $homes = @($env:JAVA_HOME)
  $onPath = Get-Command javac.exe -ErrorAction SilentlyContinue
  if ($onPath) { $homes += Split-Path (Split-Path $onPath.Source) }
  foreach ($vendor in 'Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'Amazon Corretto', 'BellSoft', 'SapMachine') {
    $homes += Get-ChildItem -Directory (Join-Path $env:ProgramFiles $vendor) -ErrorAction SilentlyContinue | ForEach-Object FullName
  }
  $homes += Get-ChildItem -Directory (Join-Path $env:USERPROFILE '.jdks') -ErrorAction SilentlyContinue | ForEach-Object FullName
  $jdk = $homes | Where-Object { $_ -and (Test-Path (Join-Path $_ 'bin\javac.exe')) -and (Feature $_) -ge 17 } |
    Sort-Object { Feature $_ } -Descending | Where-Object { Runs $_ } | Select-Object -First 1
  if (-not $jdk) { Refuse 'No working JDK 17 or newer was found (looked at JAVA_HOME, the PATH and the usual directories). Nothing was built or started.' }
}

$stamp = Join-Path $root 'tools\cli\target\built-by-shop'
$stale = -not (Test-Path $stamp)
foreach ($product in 'monolith\target\gopher-shop.jar', 'extracted-tracker\target\gotracker.jar', 'tools\cli\target\shop.jar', 'tools\broker\target\lib', 'tools\sabotage\target\sabotage.jar') {
  if (-not (Test-Path (Join-Path $root $product))) { $stale = $true }
}
if (-not $stale) {
  $built = (Get-Item $stamp).LastWriteTimeUtc
  foreach ($module in 'foundation', 'data-ownership', 'monolith', 'extracted-tracker', 'tools\launcher', 'tools\lab', 'tools\course', 'tools\cli', 'tools\broker', 'tools\sabotage') {
    $sources = @(Get-Item (Join-Path $root 'pom.xml'), (Join-Path $root "$module\pom.xml") -ErrorAction SilentlyContinue)
    $sources += Get-ChildItem -Recurse (Join-Path $root "$module\src\main") -ErrorAction SilentlyContinue
    if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { $stale = $true }
  }
}
if ($stale) {
  if (-not (Get-Command mvn -ErrorAction SilentlyContinue)) { Refuse 'Maven (mvn) was not found, and the shop must be built first. Nothing was built or started.' }
  [Console]::Error.WriteLine('Building the shop and its command line (once after each change of the sources) ...')
  $begin = Get-Date
  $env:JAVA_HOME = $jdk
  & mvn -q -B -f (Join-Path $root 'pom.xml') -pl 'monolith,extracted-tracker,tools/cli,tools/broker,tools/sabotage' -am package '-Dmaven.test.skip=true' '-Dspotless.check.skip=true' | ForEach-Object { [Console]::Error.WriteLine($_) }
  if ($LASTEXITCODE -ne 0) { Refuse 'The build failed: the reason is above. Nothing was started.' }
  Set-Content $stamp 'built'
  (Get-Item $stamp).LastWriteTime = $begin
}
if ($env:GOPHER_COURSE_TREE -and $env:SHOP_COMMAND -in 'up', 'bench', 'compare', 'faults') {
  [Console]::Error.WriteLine('Building your shop ...')
  $env:JAVA_HOME = $jdk
  & mvn -q -B -f (Join-Path $env:GOPHER_COURSE_TREE 'pom.xml') package '-Dmaven.test.skip=true' | ForEach-Object { [Console]::Error.WriteLine($_) }
  if ($LASTEXITCODE -ne 0) { Refuse 'The build of your shop failed: the reason is above. Nothing was started.' }
}
[IO.File]::WriteAllText($env:SHOP_JAVA_FILE, $jdk)
exit 0
