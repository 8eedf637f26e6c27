import { isAbsolute } from 'node:path'
import { RPCHandler } from '@orpc/server/message-port'
import { type BrowserWindow, ipcMain, type IpcMainEvent, MessageChannelMain } from 'electron'
import { z } from 'zod'
import { channels } from '../../shared/shell/channels.ts'
import { dataPort, shellPort } from '../../shared/shell/ports.ts'
import type { Log } from './log.ts'
import { sortDropped } from './folder-files.ts'
import type { DataService } from './data-service.ts'
import { isOwnFrame } from './security.ts'
import type { createShellRouter } from './shell-router.ts'

const droppedSchema = z.array(z.string().refine((path) => isAbsolute(path))).max(100)

type Parts = {
  router: ReturnType<typeof createShellRouter>
  service: DataService
  log: Log
  window(): BrowserWindow | null
  onDropped(dropped: ReturnType<typeof sortDropped>): void
}

/** What goes between the page and the rest: hands out the two ports and takes dropped files. The only user of `ipcMain`. */
export class PageLink {
  readonly #parts: Parts
  readonly #shell: RPCHandler<object>
  #isConnected = false

  constructor(parts: Parts) {
    this.#parts = parts
    this.#shell = new RPCHandler(parts.router)
    this.#listen(channels.portsWanted, () => this.#handOverPorts())
    this.#listen(channels.dropped, (paths) => this.#takeDropped(paths))
  }

  /** Hands the page a port of the restarted data service, if it had one before. */
  renewDataPort(): void {
    if (this.#isConnected) this.#handOverDataPort()
  }

  /** Listens to the program's own page in its main frame and to nobody else. */
  #listen(channel: string, take: (message: unknown) => void): void {
    ipcMain.on(channel, (event: IpcMainEvent, message: unknown) => {
      const own = this.#parts.window()?.webContents
      if (own === undefined || event.sender !== own || !isOwnFrame(event.senderFrame)) {
        this.#parts.log.error('security', `a message from another page was refused: ${channel}`)
        return
      }
      take(message)
    })
  }

  #handOverPorts(): void {
    this.#isConnected = true
    this.#handOverDataPort()
    const { port1, port2 } = new MessageChannelMain()
    this.#shell.upgrade(port1, { context: {} })
    port1.start()
    this.#post(shellPort, port2)
  }

  #handOverDataPort(): void {
    const { port1, port2 } = new MessageChannelMain()
    this.#parts.service.send({ type: 'connect' }, [port1])
    this.#post(dataPort, port2)
  }

  #post(name: string, port: Electron.MessagePortMain): void {
    this.#parts.window()?.webContents.postMessage(channels.port, name, [port])
  }

  #takeDropped(message: unknown): void {
    const parsed = droppedSchema.safeParse(message)
    const dropped = sortDropped(parsed.success ? parsed.data : [])
    if (dropped.files.length + dropped.folders.length > 0) this.#parts.onDropped(dropped)
  }
}
