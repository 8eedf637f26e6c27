import { createHash } from 'node:crypto'
import type { EvidenceFields } from '../../../shared/evidence/evidence.ts'
import type { LocalizedText } from '../../../shared/kernel/record.ts'
import { keepMadePdf } from '../attachments/keep-made-file.ts'
import type { Writer } from '../workspace/database.ts'
import { evidenceStore } from './evidence.repository.ts'

type KeptReport = {
  readonly names: LocalizedText
  readonly types: EvidenceFields['types']
  readonly language: EvidenceFields['languages'][number]
  readonly fileName: string
  readonly content: Uint8Array
}

/** Puts a PDF that the program made into the library of evidence, as it is now; later changes of the records do not change it. */
export async function keepReportAsEvidence(tx: Writer, report: KeptReport): Promise<string> {
  const fileSha256 = createHash('sha256').update(report.content).digest('hex')
  const { id } = await evidenceStore.insert(tx, {
    names: report.names,
    kind: 'file',
    types: report.types,
    url: '',
    checkedOn: null,
    isReachable: null,
    ownerId: null,
    validUntil: null,
    confidentiality: 'internal',
    tags: [],
    languages: [report.language],
    notes: '',
    fileSha256,
  })
  await keepMadePdf(tx, { entity: 'evidence', id }, { name: report.fileName, content: report.content })
  return id
}
