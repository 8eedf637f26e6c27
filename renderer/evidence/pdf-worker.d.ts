/** The part of the PDF reader that reads files; the package describes the types of the other part only. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown
}
