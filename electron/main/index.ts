// The entry of the program. Electron waits for this module before it is ready, so the scheme can still be declared in
// what is imported here.
const commandLine = process.argv.indexOf('--cli')

if (commandLine >= 0) {
  const { runCommandLine } = await import('./command-line.ts')
  await runCommandLine(process.argv.slice(commandLine + 1))
} else {
  const { startProgram } = await import('./start.ts')
  startProgram()
}
