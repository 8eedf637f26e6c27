import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../shared/exchange/canonical-json.ts'
import type { FrameworkContent, FrameworkReference } from '../../../shared/frameworks/framework.ts'
import {
  type Framework,
  type FrameworkFields,
  frameworkFieldsSchema,
} from '../../../shared/frameworks/framework-record.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Reader } from '../workspace/database.ts'
import { createJsonStore } from '../workspace/json-store.ts'
import type { RecordStore } from '../workspace/record-store.ts'

const uniqueName = ({ code, version }: FrameworkReference): string => `framework ${code} ${version}`

const store = createJsonStore<FrameworkFields>({
  entity: 'framework',
  schema: frameworkFieldsSchema,
  references: () => [],
  uniqueName: ({ content }) => uniqueName(content),
})

/** The frameworks of the workspace. A published one is frozen: a change of it is refused with `framework-frozen`. */
export const frameworkStore: RecordStore<Framework, FrameworkFields> = {
  ...store,
  async update(tx, reference, fields) {
    const { state, content } = await store.get(tx.trx, reference.id)
    if (state === 'published')
      throw new AppError('framework-frozen', { code: content.code, version: content.version })
    return store.update(tx, reference, fields)
  },
}

/** The fields of a framework with this content; the hash follows from it. */
export function withContent(
  content: FrameworkContent,
  rest: Omit<FrameworkFields, 'content' | 'sha256'>,
): FrameworkFields {
  return { ...rest, content, sha256: createHash('sha256').update(canonicalJson(content)).digest('hex') }
}

/** Which of the editions the workspace has, live; without reading their contents. */
export async function findInstalled<E extends FrameworkReference>(
  db: Reader,
  editions: readonly E[],
): Promise<E[]> {
  const rows = await db
    .selectFrom('record_fields')
    .innerJoin('record', 'record.id', 'record_fields.id')
    .select('record_fields.unique_name')
    .where('record_fields.unique_name', 'in', editions.map(uniqueName))
    .where('record.deleted_at', 'is', null)
    .execute()
  const names = new Set(rows.map(({ unique_name }) => unique_name))
  return editions.filter((edition) => names.has(uniqueName(edition)))
}
