import { implement } from '@orpc/server'
import { offered } from '../../../shared/frameworks/crosswalk.ts'
import { type FrameworkContent, wordingOf } from '../../../shared/frameworks/framework.ts'
import type { Framework, FrameworkFields } from '../../../shared/frameworks/framework-record.ts'
import {
  checkFramework,
  compareFrameworks,
  copyFramework,
} from '../../../shared/frameworks/framework-rules.ts'
import { frameworksContract } from '../../../shared/frameworks/frameworks.contract.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { RevisionReference } from '../../../shared/kernel/record.ts'
import type { DataContext } from '../context.ts'
import type { Reader } from '../workspace/database.ts'
import { frameworkStore, newestWording, withContent } from './framework.repository.ts'
import { installBuiltInFrameworks } from './install-built-in.ts'
import { toSummaries } from './framework-summaries.ts'
import { readFrameworkFile } from './read-framework-file.ts'
import { allCrosswalks, allScales, listSupplements, supplementStore } from './supplement.repository.ts'
import { removeSupplements, saveSupplement } from './save-supplement.ts'

export function createFrameworksRouter(context: DataContext) {
  const os = implement(frameworksContract)
  const { care, files, log } = context
  care.onOpened.push((database) => installBuiltInFrameworks(database, log))

  const cache = () => context.registers().upToDate()
  const get = (id: string): Promise<Framework> => frameworkStore.get(context.database().reader, id)

  /** A new record under a code and version that nothing else has. */
  async function insert(fields: FrameworkFields) {
    const record = await context.database().write(async (tx) => {
      await assertFree(tx.trx, fields.content)
      return frameworkStore.insert(tx, fields)
    })
    return withProblems(record)
  }

  async function change(reference: RevisionReference, changed: (before: Framework) => FrameworkFields) {
    const fields = changed(await get(reference.id))
    return withProblems(await context.database().write((tx) => frameworkStore.update(tx, reference, fields)))
  }

  async function assertNotBuiltIn(ids: readonly string[]): Promise<void> {
    const found = await frameworkStore.listByIds(context.database().reader, ids)
    const builtIn = found.find(({ origin }) => origin === 'built-in')
    if (builtIn !== undefined) throw new AppError('framework-built-in', { code: builtIn.content.code })
  }

  return os.router({
    list: os.list.handler(async () => toSummaries(await cache())),
    get: os.get.handler(async ({ input }) => withProblems(await get(input.id))),
    validate: os.validate.handler(({ input }) => checkFramework(input.content)),
    load: os.load.handler(async ({ input }) => {
      const known = [...(await cache()).framework.values()].map(({ content }) => content)
      const content = await readFrameworkFile(files, input.file, known)
      if (content.format !== 'qosdiplom-framework')
        return { kind: 'supplement' as const, record: await saveSupplement(context, content) }
      const fields = withContent(content, { origin: 'loaded', state: 'published', basedOn: null })
      return { kind: 'framework' as const, ...(await insert(fields)) }
    }),
    export: os.export.handler(async ({ input }) => {
      const { content } = await get(input.id)
      await files.write(input.to, `${JSON.stringify(content, null, 2)}\n`)
    }),
    create: os.create.handler(({ input }) =>
      insert(withContent(input.content, { origin: 'own', state: 'draft', basedOn: null })),
    ),
    copy: os.copy.handler(async ({ input: { id, ...reference } }) => {
      const { content } = await get(id)
      const basedOn = { code: content.code, version: content.version }
      return insert(
        withContent(copyFramework(content, reference), { origin: 'own', state: 'draft', basedOn }),
      )
    }),
    save: os.save.handler(({ input: { content, ...reference } }) =>
      change(reference, ({ origin, state, basedOn }) => withContent(content, { origin, state, basedOn })),
    ),
    publish: os.publish.handler(({ input }) =>
      change(input, ({ content, origin, basedOn }) => {
        assertPublishable(content)
        return withContent(content, { origin, state: 'published', basedOn })
      }),
    ),
    remove: os.remove.handler(async ({ input }) => {
      await assertNotBuiltIn(input.records.map(({ id }) => id))
      return {
        removed: await context.database().write((tx) => frameworkStore.removeMany(tx, input.records)),
      }
    }),
    restore: os.restore.handler(async ({ input }) => ({
      restored: await context.database().write((tx) => frameworkStore.restoreMany(tx, input.ids)),
    })),
    compare: os.compare.handler(async ({ input }) =>
      compareFrameworks((await get(input.before)).content, (await get(input.after)).content),
    ),
    offered: os.offered.handler(async ({ input }) =>
      offered(allCrosswalks((await cache()).supplement), input.from, input.code),
    ),
    scales: os.scales.handler(async () => allScales((await cache()).supplement)),
    supplements: os.supplements.handler(async () => listSupplements((await cache()).supplement)),
    removeSupplements: os.removeSupplements.handler(async ({ input }) => ({
      removed: await removeSupplements(context, input.records),
    })),
    restoreSupplements: os.restoreSupplements.handler(async ({ input }) => ({
      restored: await context.database().write((tx) => supplementStore.restoreMany(tx, input.ids)),
    })),
  })
}

/** A later wording of an edition is taken beside the earlier ones; anything else needs a code and version of its own. */
async function assertFree(db: Reader, content: FrameworkContent): Promise<void> {
  const { code, version } = content
  const newest = await newestWording(db, content)
  if (newest >= wordingOf(content)) throw new AppError('framework-exists', { code, version })
}

const withProblems = (record: Framework) => ({ record, problems: checkFramework(record.content) })

function assertPublishable(content: FrameworkContent): void {
  const errors = checkFramework(content).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new AppError('invalid-record', { count: errors.length }, errors)
}
