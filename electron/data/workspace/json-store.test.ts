import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aPartner } from '../../../tests/support/builders.ts'
import { onBothDialects } from '../../../tests/support/databases.ts'
import { partnerStore } from '../partners/partner.repository.ts'
import { createJsonStore } from './json-store.ts'

const noteSchema = z.object({
  text: z.string(),
  partnerIds: z.array(z.string()),
  /** Came later: what was stored before has none. */
  colour: z.string().default('grey'),
})
type Note = z.infer<typeof noteSchema>

/** A kind of this test only; `person` stands in for its name. */
const noteStore = createJsonStore<Note>({
  entity: 'person',
  schema: noteSchema,
  references: ({ partnerIds }) =>
    partnerIds.map((id, index) => ({ entity: 'partner', id, field: `partnerIds.${index}` })),
  uniqueName: ({ text }) => (text.startsWith('only') ? `note ${text}` : null),
})

const aNote = (text: string, partnerIds: string[] = []): Note => ({ text, partnerIds, colour: 'red' })

onBothDialects('records as JSON', (current) => {
  describe('a record', () => {
    it('comes back as it was written, with its trail', async () => {
      const { database } = current()
      const note = await database.write((tx) => noteStore.insert(tx, aNote('first')))
      const changed = await database.write((tx) => noteStore.update(tx, note, aNote('second')))
      expect(changed).toMatchObject({ text: 'second', revision: 2 })
      expect(await noteStore.listAll(database.reader)).toEqual([changed])
      const trail = await database.reader
        .selectFrom('audit')
        .select(['action', 'after_json'])
        .where('entity_id', '=', note.id)
        .orderBy('sequence')
        .execute()
      expect(trail.map(({ action }) => action)).toEqual(['create', 'change'])
    })

    it('takes the default of a field that came later', async () => {
      const { database } = current()
      const note = await database.write(async (tx) => {
        const made = await noteStore.insert(tx, aNote('old'))
        const fields_json = JSON.stringify({ text: 'old', partnerIds: [] })
        await tx.trx.updateTable('record_fields').set({ fields_json }).where('id', '=', made.id).execute()
        return made
      })
      expect((await noteStore.get(database.reader, note.id)).colour).toBe('grey')
    })

    it('keeps what it points at, until it points elsewhere', async () => {
      const { database } = current()
      const [partner, note] = await database.write(async (tx) => {
        const made = await partnerStore.insert(tx, aPartner())
        return [made, await noteStore.insert(tx, aNote('first', [made.id, made.id]))] as const
      })
      await expect(database.write((tx) => partnerStore.remove(tx, partner))).rejects.toMatchObject({
        refusal: { code: 'still-needed', params: { count: 1, kinds: 'person 1' } },
      })
      await database.write((tx) => noteStore.update(tx, note, aNote('first')))
      await database.write((tx) => partnerStore.remove(tx, partner))
      await expect(
        database.write((tx) => noteStore.update(tx, { ...note, revision: 2 }, aNote('again', [partner.id]))),
      ).rejects.toMatchObject({
        refusal: { code: 'invalid-record', problems: [{ rule: 'reference-missing', field: 'partnerIds.0' }] },
      })
    })

    it('is alone under its name, which a removed one gives free', async () => {
      const { database } = current()
      const note = await database.write((tx) => noteStore.insert(tx, aNote('only one')))
      await expect(database.write((tx) => noteStore.insert(tx, aNote('only one')))).rejects.toMatchObject({
        refusal: { code: 'record-exists' },
      })
      await database.write((tx) => noteStore.remove(tx, note))
      await database.write((tx) => noteStore.insert(tx, aNote('only one')))
      await expect(database.write((tx) => noteStore.restore(tx, note.id))).rejects.toMatchObject({
        refusal: { code: 'record-exists' },
      })
    })
  })
})
