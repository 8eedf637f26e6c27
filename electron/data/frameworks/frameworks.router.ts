import { implement } from '@orpc/server'
import { compareCodes } from '../../../shared/frameworks/codes.ts'
import { offered } from '../../../shared/frameworks/crosswalk.ts'
import {
  criteriaOf,
  type FrameworkContent,
  type FrameworkReference,
  standardsOf,
} from '../../../shared/frameworks/framework.ts'
import type {
  Framework,
  FrameworkFields,
  FrameworkSummary,
} from '../../../shared/frameworks/framework-record.ts'
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
import { builtInCrosswalks, builtInScales } from './built-in.ts'
import { findInstalled, frameworkStore, withContent } from './framework.repository.ts'
import { installBuiltInFrameworks } from './install-built-in.ts'
import { readFrameworkFile } from './read-framework-file.ts'

export function createFrameworksRouter(context: DataContext) {
  const os = implement(frameworksContract)
  const { care, files, log } = context
  care.onOpened.push((database) => installBuiltInFrameworks(database, log))

  const all = async (): Promise<Framework[]> => [...(await context.registers().upToDate()).framework.values()]
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
    list: os.list.handler(async () => (await all()).map(toSummary).toSorted(byEdition)),
    get: os.get.handler(async ({ input }) => withProblems(await get(input.id))),
    validate: os.validate.handler(({ input }) => checkFramework(input.content)),
    load: os.load.handler(async ({ input }) => {
      const content = await readFrameworkFile(files, input.file)
      return insert(withContent(content, { origin: 'loaded', state: 'published', basedOn: null }))
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
    offered: os.offered.handler(({ input }) => offered(builtInCrosswalks, input.from, input.code)),
    scales: os.scales.handler(() => [...builtInScales]),
  })
}

async function assertFree(db: Reader, { code, version }: FrameworkReference): Promise<void> {
  if ((await findInstalled(db, [{ code, version }])).length > 0)
    throw new AppError('framework-exists', { code, version })
}

const withProblems = (record: Framework) => ({ record, problems: checkFramework(record.content) })

function assertPublishable(content: FrameworkContent): void {
  const errors = checkFramework(content).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new AppError('invalid-record', { count: errors.length }, errors)
}

function toSummary({ content, ...rest }: Framework): FrameworkSummary {
  const { code, version, titles, publisher, kind, supersedes } = content
  const problems = checkFramework(content)
  return {
    ...rest,
    code,
    version,
    titles,
    publisher,
    kind,
    supersedes,
    standardCount: standardsOf(content).length,
    criterionCount: criteriaOf(content).length,
    missingTranslations: problems.filter(({ rule }) => rule === 'framework-translation-missing').length,
    errorCount: problems.filter(({ severity }) => severity === 'error').length,
  }
}

const byEdition = (one: FrameworkReference, other: FrameworkReference): number =>
  one.code < other.code ? -1 : one.code > other.code ? 1 : compareCodes(one.version, other.version)
