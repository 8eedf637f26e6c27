import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPartner } from '../../../tests/support/builders.ts'
import { onBothDialects } from '../../../tests/support/databases.ts'
import { refusalOf } from '../../../tests/support/refusal-of.ts'
import type { ViewState } from '../../../shared/views/saved-view.ts'
import { openTestService, type TestService } from '../testing.ts'
import { insertView, listViews, removeView, restoreView, updateView } from './view.repository.ts'

const state: ViewState = { text: '', filter: {}, sort: [], group: null, columns: null }
const german = { ...state, filter: { countries: ['DE'] } }
const input = { on: '2026-11-22', language: 'kk' } as const

onBothDialects('saved views', (open) => {
  it('come back as they were saved, with their changes in the audit trail', async () => {
    const { database } = open()
    const made = await database.write((tx) =>
      insertView(tx, { place: 'agreements', name: 'Аяқталады', state: german }),
    )
    const changed = await database.write((tx) => updateView(tx, made, { name: 'Жаңа', state }))
    expect(await listViews(database.reader)).toEqual([{ ...made, name: 'Жаңа', state, revision: 2 }])
    await database.write((tx) => removeView(tx, changed))
    expect(await listViews(database.reader)).toEqual([])
    await database.write((tx) => restoreView(tx, made.id))
    expect(await listViews(database.reader)).toMatchObject([{ name: 'Жаңа', revision: 4 }])
    const audit = await database.reader.selectFrom('audit').select(['action', 'entity']).execute()
    expect(audit.map(({ action, entity }) => `${action} ${entity}`)).toEqual([
      'create saved_view',
      'change saved_view',
      'remove saved_view',
      'restore saved_view',
    ])
  })

  it('are not changed by saving what they are', async () => {
    const { database } = open()
    const made = await database.write((tx) => insertView(tx, { place: 'partners', name: 'А', state }))
    await database.write((tx) => updateView(tx, made, { name: 'А', state }))
    expect(await listViews(database.reader)).toEqual([made])
  })
})

describe('the procedures of saved views', () => {
  let test: TestService
  beforeEach(async () => {
    test = await openTestService()
  })
  afterEach(() => test.close())

  it('count what each view shows now', async () => {
    const { client } = test
    await client.views.create({ place: 'partners', name: 'Германия', state: german })
    await client.views.create({ place: 'partners', name: 'Берлин', state: { ...state, text: 'берлин' } })
    await client.views.create({ place: 'agreements', name: 'Бос', state })
    const counts = async () => (await client.views.list(input)).map(({ name, count }) => [name, count])
    expect(await counts()).toEqual([
      ['Германия', 0],
      ['Берлин', 0],
      ['Бос', 0],
    ])
    await client.partners.create({
      fields: aPartner({ names: { kk: 'Берлин университеті', ru: '', en: '' } }),
    })
    await client.partners.create({
      fields: aPartner({ country: 'PL', names: { kk: 'Лодзь', ru: '', en: '' } }),
    })
    expect(await counts()).toEqual([
      ['Германия', 1],
      ['Берлин', 1],
      ['Бос', 0],
    ])
  })

  it('give no count where the filter says nothing to this version', async () => {
    const later = { ...state, filter: { countries: 'every one' } }
    await test.client.views.create({ place: 'programmes', name: 'Ертең', state: later })
    expect(await test.client.views.list(input)).toMatchObject([{ count: null }])
  })

  it('refuse a second name in a place, however it is written, also when a view comes back', async () => {
    const { client } = test
    const first = await client.views.create({ place: 'partners', name: 'Серіктестер', state })
    const twice = client.views.create({ place: 'partners', name: ' СЕРІКТЕСТЕР ', state })
    expect(await refusalOf(twice)).toMatchObject({ code: 'view-name-taken' })
    await client.views.create({ place: 'agreements', name: 'Серіктестер', state })
    await client.views.remove({ id: first.id, revision: 1 })
    await client.views.create({ place: 'partners', name: 'Серіктестер', state })
    expect(await refusalOf(client.views.restore({ id: first.id }))).toMatchObject({ code: 'view-name-taken' })
  })

  it('refuse to write over what somebody else changed meanwhile', async () => {
    const { client } = test
    const made = await client.views.create({ place: 'partners', name: 'А', state })
    await client.views.save({ id: made.id, revision: 1, name: 'Б', state })
    const late = client.views.save({ id: made.id, revision: 1, name: 'В', state })
    expect(await refusalOf(late)).toMatchObject({ code: 'conflict' })
  })
})
