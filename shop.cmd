@echo off
rem Starts the command line on Windows: the twin of the script "shop", which says what it does and why.
rem The work is done by the PowerShell lines below the mark; every Windows has it.
setlocal
set "SHOP_SCRIPT=%~f0"
set "SHOP_ROOT=%~dp0."
set "SHOP_COMMAND=%~1"
set "SHOP_WORDS=%~1 %~2 %~3 %~4 %~5 %~6"
set "SHOP_APPLICATION=%SHOP_ROOT%"
if defined GOPHER_COURSE_TREE set "SHOP_APPLICATION=%GOPHER_COURSE_TREE%"
set "SHOP_JAVA_FILE=%TEMP%\shop-java-%RANDOM%%RANDOM%.txt"
powershell -NoProfile -ExecutionPolicy Bypass -Command "$text = [IO.File]::ReadAllText($env:SHOP_SCRIPT); Invoke-Expression $text.Substring($text.LastIndexOf('#' + 'POWERSHELL'))"
if errorlevel 1 exit /b 2
if defined SHOP_BUILD_ONLY exit /b 0
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

$modules = @{
  castle = 'foundation', 'data-ownership', 'monolith', 'tools\launcher', 'tools\lab', 'tools\course', 'tools\git', 'tools\advise', 'tools\cli'
  city = 'foundation', 'extracted-tracker', 'gateway', 'tools\broker', 'tools\distributed-monolith', 'tools\tracing', 'tools\discovery', 'tools\sabotage'
}
$products = @{
  castle = 'monolith\target\gopher-shop.jar', 'tools\cli\target\shop.jar', 'tools\cli\target\lib'
  city = 'extracted-tracker\target\gotracker.jar', 'gateway\target\gateway.jar', 'tools\broker\target\lib', 'tools\distributed-monolith\target\distributed-monolith.jar', 'tools\tracing\target\tracing.jar', 'tools\discovery\target\discovery.jar', 'tools\sabotage\target\sabotage.jar'
}
$projects = @{ castle = 'monolith,tools/cli'; city = 'extracted-tracker,gateway,tools/broker,tools/distributed-monolith,tools/tracing,tools/discovery,tools/sabotage' }

function Stamp($stage) { Join-Path $root "tools\cli\target\built-by-shop-$stage" }

function Stale($stage) {
  if (-not (Test-Path (Stamp $stage))) { return $true }
  foreach ($product in $products[$stage]) {
    if (-not (Test-Path (Join-Path $root $product))) { return $true }
  }
  $built = (Get-Item (Stamp $stage)).LastWriteTimeUtc
  foreach ($module in $modules[$stage]) {
    $sources = @(Get-Item (Join-Path $root 'pom.xml'), (Join-Path $root "$module\pom.xml") -ErrorAction SilentlyContinue)
    $sources += Get-ChildItem -Recurse (Join-Path $root "$module\src\main") -ErrorAction SilentlyContinue
    if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { return $true }
  }
  return $false
}

function ToFetch($stage) {
  if (Test-Path (Join-Path $root $products[$stage][0])) { return 0 }
  $line = Select-String -Path (Join-Path $root 'docs\results\fetched.txt') -Pattern "^$stage (\d+)" -ErrorAction SilentlyContinue | Select-Object -First 1
  if ($line) { return [int]$line.Matches[0].Groups[1].Value }
  return 0
}

$words = $env:SHOP_WORDS.Split(' ')
if ($env:SHOP_BUILD_ONLY -eq 'city') {
  $stages = @('city')
} else {
  $stages = @('castle')
  $command = $words[0]
  $needsCity = $command -in 'bench', 'compare', 'faults' -or ($command -eq 'tutorial' -and $words[1] -eq 'prepare') -or ($command -in 'up', 'doctor' -and ('city' -in $words -or 'distributed-monolith' -in $words -or '--gateway' -in $words -or '--traces' -in $words -or $words -like '--traces-to*'))
  if ($needsCity -or (Test-Path (Join-Path $root $products['city'][-1]))) { $stages += 'city' }
}
$stale = @($stages | Where-Object { Stale $_ })
if ($stale) {
  if (-not (Get-Command mvn -ErrorAction SilentlyContinue)) { Refuse 'Maven (mvn) was not found, and the shop must be built first. Nothing was built or started.' }
  [Console]::Error.WriteLine('Building the shop and its command line (once after each change of the sources) ...')
  $megabytes = ($stale | ForEach-Object { ToFetch $_ } | Measure-Object -Sum).Sum
  if ($megabytes -gt 0) { [Console]::Error.WriteLine("Maven fetches what it does not have yet, at most about $megabytes MB.") }
  $begin = Get-Date
  $env:JAVA_HOME = $jdk
  & mvn -B -f (Join-Path $root 'pom.xml') -pl (($stale | ForEach-Object { $projects[$_] }) -join ',') -am package '-Dmaven.test.skip=true' '-Dspotless.check.skip=true' |
    Where-Object { $_ -match '^\[INFO\] Building .* \[\d+/\d+\]$' -or $_ -match '^\[ERROR\]' } | ForEach-Object { [Console]::Error.WriteLine($_) }
  if ($LASTEXITCODE -ne 0) { Refuse 'The build failed: the reason is above. Nothing was started.' }
  foreach ($stage in $stale) {
    Set-Content (Stamp $stage) 'built'
    (Get-Item (Stamp $stage)).LastWriteTime = $begin
  }
}
if ($env:GOPHER_COURSE_TREE -and $env:SHOP_COMMAND -in 'up', 'bench', 'compare', 'faults') {
  [Console]::Error.WriteLine('Building your shop ...')
  $env:JAVA_HOME = $jdk
  & mvn -q -B -f (Join-Path $env:GOPHER_COURSE_TREE 'pom.xml') package '-Dmaven.test.skip=true' | ForEach-Object { [Console]::Error.WriteLine($_) }
  if ($LASTEXITCODE -ne 0) { Refuse 'The build of your shop failed: the reason is above. Nothing was started.' }
}
[IO.File]::WriteAllText($env:SHOP_JAVA_FILE, $jdk)
exit 0
