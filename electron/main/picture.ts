import { writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'

const betweenPicturesMs = 500
const mostPictures = 40

/**
 * Leaves a picture of the window as PNG once it has stopped changing: when two pictures in a row are the same.
 * A window that never comes to rest is pictured as it is in the end.
 */
export async function leavePicture(window: BrowserWindow, file: string): Promise<void> {
  let last: Buffer | null = null
  for (let taken = 0; taken < mostPictures; taken++) {
    await wait(betweenPicturesMs)
    const picture = (await window.webContents.capturePage()).toPNG()
    const isAtRest = last !== null && picture.length > 0 && picture.equals(last)
    last = picture
    if (isAtRest && taken > 2) break
  }
  if (last === null || last.length === 0) throw new Error('the window could not be pictured')
  await writeFile(file, last)
}
