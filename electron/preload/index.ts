import { ipcRenderer, webUtils } from 'electron'
import { channels } from '../../shared/shell/channels.ts'
import { portsWanted } from '../../shared/shell/ports.ts'

// The page gets nothing but its two ports: no function, no object of Electron, no path.

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === portsWanted) ipcRenderer.send(channels.portsWanted)
})

ipcRenderer.on(channels.port, (event, name: string) => {
  window.postMessage(name, window.location.origin, event.ports)
})

// Without this the window would show the dropped file instead of the program.
window.addEventListener('dragover', (event) => event.preventDefault())

window.addEventListener('drop', (event) => {
  event.preventDefault()
  // A page can make up a drop and a file, but only a person's drop is trusted and only a real file has a path.
  if (!event.isTrusted) return
  const paths = [...(event.dataTransfer?.files ?? [])].map((file) => webUtils.getPathForFile(file))
  ipcRenderer.send(
    channels.dropped,
    paths.filter((path) => path !== ''),
  )
})
