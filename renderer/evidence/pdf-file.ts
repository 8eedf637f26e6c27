// The build for browsers that are not of this year: the newest one calls functions that the window's Chromium lacks.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'

declare global {
  // The reader looks for its worker under this name before it would start one from an address.
  var pdfjsWorker: unknown
}

globalThis.pdfjsWorker = pdfWorker

/** An open PDF file. */
export type PdfFile = {
  readonly pageCount: number
  /** Draws a page, counted from 1; zoom 1 is 96 dots per inch. */
  readonly draw: (canvas: HTMLCanvasElement, page: number, zoom: number, signal: AbortSignal) => Promise<void>
  readonly close: () => void
}

/** Pixels of the largest picture of a page: a page of any size must not take the memory of the program. */
const largestPicture = 16_000_000

/**
 * Opens a PDF file. Its scripts are not run, it reaches no network, and what it asks for beyond drawing (forms, embedded
 * files, links) is left alone. Fonts that it does not carry are those of the system.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const work = getDocument({
    // The reader takes the bytes over: a copy, so that the file can be opened again.
    data: bytes.slice(),
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: true,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: largestPicture,
    verbosity: 0,
  })
  const file = await work.promise
  return {
    pageCount: file.numPages,
    async draw(canvas, number, zoom, signal) {
      const page = await file.getPage(number)
      if (signal.aborted) return
      const wanted = page.getViewport({ scale: (zoom * 96) / 72 })
      const fitting = Math.sqrt(largestPicture / (wanted.width * wanted.height))
      const ratio = Math.min(window.devicePixelRatio, fitting)
      const viewport = page.getViewport({ scale: ((zoom * 96) / 72) * ratio })
      canvas.width = Math.floor(viewport.width)
      canvas.height = Math.floor(viewport.height)
      canvas.style.width = `${Math.floor(viewport.width / ratio)}px`
      canvas.style.height = `${Math.floor(viewport.height / ratio)}px`
      const drawing = page.render({ canvas, viewport, annotationMode: 0 })
      signal.addEventListener('abort', () => drawing.cancel())
      await drawing.promise
    },
    close: () => void work.destroy(),
  }
}
