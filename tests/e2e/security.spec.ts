import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPackagedRun, type LaunchedApp, launchApp } from '../support/launch.ts'

let launched: LaunchedApp

beforeAll(async () => {
  launched = await launchApp()
  await launched.page.waitForSelector('[data-app-state="welcome"]')
})

afterAll(() => launched.close())

const violations = (): string[] =>
  launched.complaints.filter((text) => /Content Security Policy|Trusted/i.test(text))

describe('the window', () => {
  it('isolates and sandboxes the page', async () => {
    const preferences: Record<string, unknown> = await launched.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents ?? {}
      // Electron's types do not name this method.
      return Reflect.apply(Reflect.get(contents, 'getLastWebPreferences'), contents, [])
    })
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    })
    // These are absent unless somebody sets them.
    expect(preferences['enableBlinkFeatures'] ?? '').toBe('')
    expect(preferences['nodeIntegrationInWorker'] ?? false).toBe(false)
    expect(preferences['navigateOnDragDrop'] ?? false).toBe(false)
  })

  it('opens the tools for developers only in a development build', async () => {
    const isOpen = await launched.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          contents?.once('devtools-opened', () => resolve(true))
          contents?.openDevTools({ mode: 'detach' })
          setTimeout(() => resolve(false), 3000)
        }),
    )
    await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.closeDevTools(),
    )
    expect(isOpen).toBe(!isPackagedRun)
  })

  it('gives the page nothing of Node or Electron', async () => {
    const names = await launched.page.evaluate(() =>
      ['require', 'process', 'module', 'global', 'Buffer', 'electron', 'ipcRenderer', 'api'].filter(
        (name) => name in window,
      ),
    )
    expect(names).toEqual([])
  })

  it('puts no name on the page that a page of its own would not have', async () => {
    const added = await launched.page.evaluate(() => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow ?? {}))
      frame.remove()
      // What the browser defines only for the top window, and what the page's own libraries define.
      return Object.getOwnPropertyNames(window).filter(
        (name) => !plain.has(name) && !/^(__TSR|\$_TSR|__mantine|__REACT|__rsc|__zod_|\d+$)/.test(name),
      )
    })
    expect(added).toEqual([])
  })
})

describe('the page', () => {
  it('comes from the program’s own scheme with a strict policy', async () => {
    const answer = await launched.app.evaluate(async ({ net }) => {
      const response = await net.fetch('app://qosdiplom/index.html')
      return { policy: response.headers.get('content-security-policy'), html: await response.text() }
    })
    expect(launched.page.url()).toMatch(/^app:\/\/qosdiplom\//)
    expect(answer.policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-")
    expect(answer.policy).toContain("connect-src 'none'")
    expect(answer.policy).toContain("require-trusted-types-for 'script'")
    expect(answer.policy).not.toMatch(/unsafe/)
    const nonce = /'nonce-([^']+)'/.exec(answer.policy ?? '')?.[1]
    expect(answer.html).toContain(`content="${nonce}"`)
  })

  it('has come up without a violation of it', () => {
    expect(violations()).toEqual([])
  })

  it('can neither evaluate text nor insert markup or inline code', async () => {
    const outcome = await launched.page.evaluate(async () => {
      const attempt = (work: () => unknown): Promise<string> =>
        new Promise((resolve) => {
          // In a task of its own: what a debugger runs directly is exempt from the policy.
          setTimeout(() => {
            try {
              work()
              resolve('done')
            } catch (error) {
              resolve(error instanceof Error ? error.name : 'refused')
            }
          })
        })
      const results = {
        evaluation: await attempt(() => Reflect.apply(Reflect.get(window, 'eval'), undefined, ['1'])),
        construction: await attempt(() => Reflect.construct(Function, ['return 1'])),
        markup: await attempt(() => {
          document.createElement('div').innerHTML = '<img src=x onerror="window.wasRun = true">'
        }),
        script: await attempt(() => {
          const script = document.createElement('script')
          script.append('window.wasRun = true')
          document.body.append(script)
        }),
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
      return { ...results, wasRun: 'wasRun' in window }
    })
    expect(outcome).toMatchObject({
      evaluation: 'EvalError',
      construction: 'EvalError',
      markup: 'TypeError',
      wasRun: false,
    })
  })

  it('cannot reach the network', async () => {
    const outcome = await launched.page.evaluate(async () => {
      const request = await fetch('https://example.org/').then(
        () => 'answered',
        () => 'refused',
      )
      const image = await new Promise((resolve) => {
        const picture = new Image()
        picture.addEventListener('load', () => resolve('loaded'))
        picture.addEventListener('error', () => resolve('refused'))
        picture.src = 'https://example.org/picture.png'
      })
      const socket = await new Promise((resolve) => {
        try {
          const connection = new WebSocket('wss://example.org/')
          connection.addEventListener('open', () => resolve('open'))
          connection.addEventListener('error', () => resolve('refused'))
        } catch {
          resolve('refused')
        }
      })
      return { request, image, socket }
    })
    expect(outcome).toEqual({ request: 'refused', image: 'refused', socket: 'refused' })
  })

  it('cannot leave, open windows, or show frames', async () => {
    const before = launched.page.url()
    const outcome = await launched.page.evaluate(async () => {
      const opened = window.open('https://example.org/')
      window.location.href = 'https://example.org/'
      await new Promise((resolve) => setTimeout(resolve, 300))
      window.location.href = 'file:///etc/passwd'
      const form = document.createElement('form')
      form.action = 'https://example.org/'
      document.body.append(form)
      form.submit()
      form.remove()
      await new Promise((resolve) => setTimeout(resolve, 300))
      return { opened: opened === null, address: window.location.href }
    })
    expect(outcome).toEqual({ opened: true, address: before })
    expect(launched.app.windows()).toHaveLength(1)
  })

  it('is granted nothing that it asks the system for', async () => {
    const outcome = await launched.page.evaluate(async () => {
      const refused = (work: Promise<unknown>): Promise<string> =>
        work.then(
          () => 'granted',
          () => 'refused',
        )
      return {
        notifications: await Notification.requestPermission(),
        camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await refused(navigator.mediaDevices.getDisplayMedia({ video: true })),
        clipboard: await refused(navigator.clipboard.readText()),
        place: await refused(
          new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        ),
      }
    })
    expect(outcome).toEqual({
      notifications: 'denied',
      camera: 'refused',
      screen: 'refused',
      clipboard: 'refused',
      place: 'refused',
    })
  })

  it('reads no file outside the built page', async () => {
    const statuses = await launched.app.evaluate(async ({ net }) => {
      const addresses = [
        'app://qosdiplom/..%2f..%2fpackage.json',
        'app://qosdiplom/../main/index.js',
        'app://qosdiplom/%2e%2e/main/index.js',
        'app://other/index.html',
        'app://qosdiplom/assets/missing.js',
      ]
      return Promise.all(addresses.map(async (address) => (await net.fetch(address)).status))
    })
    expect(statuses).toEqual([404, 404, 404, 404, 404])
  })

  it('makes no file known by a drop that it made up', async () => {
    await launched.page.evaluate(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['x'], 'passwd'))
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
    })
    const errors = await launched.page.getByRole('alert').count()
    expect(errors).toBe(0)
  })
})

describe('the main process', () => {
  it('refuses messages that do not come from the program’s page', async () => {
    const answered = await launched.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const stranger = new BrowserWindow({ show: false })
      let posted = 0
      stranger.webContents.postMessage = () => {
        posted += 1
      }
      await stranger.loadURL('app://qosdiplom/index.html')
      const event = { sender: stranger.webContents, senderFrame: stranger.webContents.mainFrame }
      ipcMain.emit('ports-wanted', event)
      ipcMain.emit('dropped', event, ['/etc/passwd'])
      stranger.destroy()
      return posted
    })
    expect(answered).toBe(0)
  })
})
