import type { Day } from '../../../shared/kernel/day.ts'
import type { Language, RecordReference } from '../../../shared/kernel/record.ts'
import { renderPdf } from '../reports/pdf.ts'
import type { SampleFile } from './sample-records.ts'

/** A sample's file with its content, as an attachment is stored. */
export type RenderedFile = {
  readonly owner: RecordReference
  readonly file: { readonly name: string; readonly mediaType: string; readonly content: Uint8Array }
}

/** Puts the texts of a sample's files into one-page PDFs. */
export async function renderSampleFiles(
  files: readonly SampleFile[],
  today: Day,
  language: Language,
): Promise<RenderedFile[]> {
  const rendered: RenderedFile[] = []
  for (const { owner, name, title, text } of files) {
    const frame = {
      title,
      subject: text,
      author: '',
      language,
      changedAt: `${today}T00:00:00.000Z`,
      footer: () => '',
    }
    const { bytes: content } = await renderPdf(frame, [
      { text: title, fontSize: 16, bold: true, margin: [0, 0, 0, 12] },
      { text, fontSize: 11 },
    ])
    rendered.push({ owner, file: { name, mediaType: 'application/pdf', content } })
  }
  return rendered
}
