// Called by electron-builder when the program's folder is complete and before it is signed or compressed.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** A prepared Electron brings a default app, which would run any folder given to it; a release has none. */
export function afterPack(context) {
  const resources =
    context.electronPlatformName === 'darwin'
      ? join(context.appOutDir, `${context.packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : join(context.appOutDir, 'resources')
  const defaultApp = join(resources, 'default_app.asar')
  if (existsSync(defaultApp)) rmSync(defaultApp)
}
