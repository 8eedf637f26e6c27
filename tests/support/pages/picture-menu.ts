import { basename } from 'node:path'
import { expect } from 'vitest'
import { type Desk, isTold } from './desk.ts'

type PictureAction = 'saveSvg' | 'savePng' | 'copy'

/** Does something with the picture of that title by its menu. */
async function choose({ page, t }: Desk, title: string, action: PictureAction): Promise<void> {
  await page.getByRole('button', { name: t('picture:menu', { title }) }).click()
  await page.getByRole('menuitem', { name: t(`picture:${action}`) }).click()
}

/** Saves a picture; the dialog answers with this file. */
export async function savePicture(desk: Desk, title: string, file: string): Promise<void> {
  await desk.stubSave(file)
  await choose(desk, title, file.endsWith('.svg') ? 'saveSvg' : 'savePng')
  await isTold(desk, desk.t('picture:saved', { name: basename(file) }))
}

type Size = { readonly width: number; readonly height: number }

/** The size in the head of a PNG. */
export function pngSize(bytes: Uint8Array): Size {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** The size of the picture that a person would paste now; null: the clipboard has none. */
async function pastedSize({ page }: Desk): Promise<Size | null> {
  const pasted = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const listen = (event: ClipboardEvent): void => {
          event.stopImmediatePropagation()
          const head = event.clipboardData?.files[0]?.slice(0, 24)
          if (head === undefined) resolve([])
          else void head.arrayBuffer().then((bytes) => resolve(Array.from(new Uint8Array(bytes))))
        }
        document.addEventListener('paste', listen, { capture: true, once: true })
        // A key pressed while a menu closes reaches nobody: the next question presses it again.
        setTimeout(() => {
          document.removeEventListener('paste', listen, { capture: true })
          resolve([])
        }, 2000)
      }),
  )
  await page.keyboard.press('ControlOrMeta+V')
  const head = await pasted
  return head.length === 0 ? null : pngSize(Uint8Array.from(head))
}

/** Copies a picture and waits until one of that size can be pasted. */
export async function copyPicture(desk: Desk, title: string, size: Size): Promise<void> {
  await choose(desk, title, 'copy')
  await isTold(desk, desk.t('picture:copied'))
  // The message may still be that of the picture before.
  await expect.poll(() => pastedSize(desk), { timeout: 20_000 }).toEqual(size)
}
