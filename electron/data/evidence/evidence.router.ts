import { implement } from '@orpc/server'
import { evidenceContract, maxPreviewSize } from '../../../shared/evidence/evidence.contract.ts'
import { fileOfPiece } from '../../../shared/evidence/evidence-checks.ts'
import { checkEvidence } from '../../../shared/evidence/evidence-rules.ts'
import type { EvidenceFields } from '../../../shared/evidence/evidence.ts'
import { listKeptFiles, readKeptFile } from '../attachments/kept-files.ts'
import type { DataContext } from '../context.ts'
import { createRecordUseCases } from '../record-use-cases.ts'
import { addFiles, replaceFile } from './add-evidence.ts'
import { changeMany, saveMany } from './change-many.ts'
import { evidenceStore } from './evidence.repository.ts'
import { listUses } from './evidence-uses.ts'
import { findLibraryProblems } from './find-problems.ts'
import { offerFor } from './offer.ts'
import { removeEverywhere, restoreEverywhere } from './remove-evidence.ts'

/** The file of a piece with its content as base64; content null: too large to be shown. */
async function preview(context: DataContext, id: string) {
  const { reader } = context.database()
  const piece = await evidenceStore.get(reader, id)
  const file = fileOfPiece((await listKeptFiles(reader, 'evidence', id)).get(id) ?? [], piece.fileSha256)
  if (file === undefined) return { file: null, content: null }
  if (file.size > maxPreviewSize) return { file, content: null }
  const { content } = await readKeptFile(reader, file.id)
  return { file, content: Buffer.from(content).toString('base64') }
}

export function createEvidenceRouter(context: DataContext) {
  const os = implement(evidenceContract)
  const pieces = createRecordUseCases<EvidenceFields>(context, {
    store: evidenceStore,
    check: checkEvidence,
    references: (fields) => evidenceStore.references(fields),
  })
  const cache = () => context.registers().upToDate()
  const reader = () => context.database().reader
  return os.router({
    list: os.list.handler(({ input }) => {
      const registers = context.registers()
      return registers.list(registers.evidence, input)
    }),
    get: os.get.handler(({ input }) => pieces.get(input.id)),
    validate: os.validate.handler(({ input }) => pieces.validate(input.fields, input.id)),
    create: os.create.handler(({ input }) => pieces.create(input.fields)),
    save: os.save.handler(async ({ input }) => {
      // What kind a piece is and which file it has, the form cannot change.
      const { kind, fileSha256 } = await evidenceStore.get(reader(), input.id)
      return pieces.save(input, { ...input.fields, kind, fileSha256 })
    }),
    remove: os.remove.handler(({ input }) => pieces.remove(input.records)),
    restore: os.restore.handler(({ input }) => pieces.restore(input.ids)),
    addFiles: os.addFiles.handler(({ input }) => addFiles(context, input.files, input.language)),
    replaceFile: os.replaceFile.handler(({ input: { file, ...reference } }) =>
      replaceFile(context, reference, file),
    ),
    changeMany: os.changeMany.handler(({ input }) => changeMany(context, input.records, input.change)),
    saveMany: os.saveMany.handler(({ input }) => saveMany(context, input.records)),
    uses: os.uses.handler(async ({ input }) => listUses(reader(), await cache(), input.ids, input.language)),
    removeEverywhere: os.removeEverywhere.handler(({ input }) => removeEverywhere(context, input.records)),
    restoreEverywhere: os.restoreEverywhere.handler(({ input }) => restoreEverywhere(context, input.ids)),
    problems: os.problems.handler(async ({ input }) => findLibraryProblems(reader(), await cache(), input)),
    offered: os.offered.handler(async ({ input }) => offerFor(await cache(), input)),
    tags: os.tags.handler(async () => {
      const counts = new Map<string, number>()
      for (const { tags } of (await cache()).evidence.values())
        for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
      return [...counts].map(([tag, count]) => ({ tag, count }))
    }),
    preview: os.preview.handler(({ input }) => preview(context, input.id)),
  })
}
