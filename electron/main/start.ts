import { join, resolve } from 'node:path'
import { app } from 'electron'
import { declareAppScheme } from './app-protocol.ts'
import { Program } from './program.ts'
import { readStartArguments } from './start-arguments.ts'

/** Where the program keeps its settings. A development build has its own, so that it cannot spoil the installed one's. */
function chooseUserData(): void {
  const chosen = app.commandLine.getSwitchValue('user-data-dir')
  if (chosen !== '') app.setPath('userData', resolve(chosen))
  else if (!app.isPackaged) app.setPath('userData', join(app.getPath('appData'), 'Qosdiplom-development'))
}

/** Starts the program, or brings the running one to the front. Has to be called before Electron is ready. */
export function startProgram(): void {
  const args = readStartArguments(process.argv.slice(1), process.cwd())
  chooseUserData()
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  // As root there is no sandbox, and asking for one would end every child process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  app.setAppUserModelId('qosdiplom.desktop')
  declareAppScheme()

  let program: Program | null = null
  let openFirst = args
  app.on('second-instance', (_event, argv, folder) =>
    program?.openAgain(readStartArguments(argv.slice(1), folder)),
  )
  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (program === null) openFirst = { ...openFirst, workspace: path }
    else program.openAgain({ workspace: path, screenshot: null })
  })
  app
    .whenReady()
    .then(() => {
      program = new Program()
      return program.run(openFirst)
    })
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      app.exit(1)
    })
}
