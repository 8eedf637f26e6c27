import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../shared/exchange/canonical-json.ts'
import {
  type FrameworkContent,
  type FrameworkReference,
  wordingOf,
} from '../../../shared/frameworks/framework.ts'
import {
  type Framework,
  type FrameworkFields,
  frameworkFieldsSchema,
} from '../../../shared/frameworks/framework-record.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Reader } from '../workspace/database.ts'
import { createJsonStore } from '../workspace/json-store.ts'
import type { RecordStore } from '../workspace/record-store.ts'

const editionName = ({ code, version }: FrameworkReference): string => `framework ${code} ${version}`

/** Each wording of an edition is a record of its own; the first has the plain name of the edition. */
function uniqueName(content: FrameworkContent): string {
  const wording = wordingOf(content)
  return wording === 1 ? editionName(content) : `${editionName(content)} wording ${wording}`
}

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

/** The newest wording of an edition that the workspace has, live; 0: none. Their contents are not read. */
export async function newestWording(db: Reader, edition: FrameworkReference): Promise<number> {
  const name = editionName(edition)
  const rows = await db
    .selectFrom('record_fields')
    .innerJoin('record', 'record.id', 'record_fields.id')
    .select('record_fields.unique_name')
    .where((where) =>
      where.or([
        where('record_fields.unique_name', '=', name),
        where('record_fields.unique_name', 'like', `${name} wording %`),
      ]),
    )
    .where('record.deleted_at', 'is', null)
    .execute()
  const wordings = rows.map(({ unique_name }) => Number(unique_name?.split(' wording ')[1] ?? 1))
  return Math.max(0, ...wordings)
}
