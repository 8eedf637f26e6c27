import type { AddedFiles } from '../../../shared/evidence/evidence.contract.ts'
import { emptyEvidence, type Evidence, type EvidenceFields } from '../../../shared/evidence/evidence.ts'
import type { FileGrant } from '../../../shared/kernel/contract-base.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import { type Language, type RevisionReference, withoutMeta } from '../../../shared/kernel/record.ts'
import { assertSizes, type ChosenFile, keepOnlyFile, readChosenFile } from '../attachments/kept-files.ts'
import type { DataContext } from '../context.ts'
import { evidenceStore } from './evidence.repository.ts'

/** What people call a file: its name without the ending, with spaces where file names have underscores. */
function titleOf(fileName: string): string {
  const title = fileName
    .replace(/\.[^.]{1,8}$/, '')
    .replaceAll('_', ' ')
    .trim()
  return (title === '' ? fileName : title).slice(0, 500)
}

function fieldsOf(file: ChosenFile, language: Language): EvidenceFields {
  return {
    ...emptyEvidence,
    kind: 'file',
    names: { ...emptyEvidence.names, [language]: titleOf(file.name) },
    fileSha256: file.sha256,
  }
}

/**
 * Makes a piece of evidence of each file, one transaction per file: a folder of thousands need not be in memory at once.
 * A file whose content a live piece already has makes none. Refuses with `attachment-too-large` before anything is
 * written.
 */
export async function addFiles(
  context: DataContext,
  files: readonly FileGrant[],
  language: Language,
): Promise<AddedFiles> {
  await assertSizes(context, files)
  const cache = await context.registers().upToDate()
  const known = new Map<string, Evidence>()
  for (const piece of cache.evidence.values()) if (piece.fileSha256 !== '') known.set(piece.fileSha256, piece)
  const result: AddedFiles = { added: [], existing: [] }
  for (const grant of files) {
    const file = await readChosenFile(context, grant)
    const same = known.get(file.sha256)
    if (same !== undefined) {
      result.existing.push({ fileName: file.name, id: same.id, name: nameIn(same.names, language) })
      continue
    }
    const piece = await context.database().write(async (tx) => {
      const record = await evidenceStore.insert(tx, fieldsOf(file, language))
      await keepOnlyFile(tx, { entity: 'evidence', id: record.id }, file)
      return record
    })
    known.set(file.sha256, piece)
    result.added.push(piece)
  }
  return result
}

/** Puts another file in the place of the piece's own. The former stays in the history of the workspace. */
export async function replaceFile(
  context: DataContext,
  { id, revision }: RevisionReference,
  grant: FileGrant,
): Promise<Evidence> {
  await assertSizes(context, [grant])
  const file = await readChosenFile(context, grant)
  return context.database().write(async (tx) => {
    const before = await evidenceStore.get(tx.trx, id)
    await keepOnlyFile(tx, { entity: 'evidence', id }, file)
    const fields = { ...withoutMeta<EvidenceFields>(before), fileSha256: file.sha256 }
    return evidenceStore.update(tx, { id, revision }, fields)
  })
}
