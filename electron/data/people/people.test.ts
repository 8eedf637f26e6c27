import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPartner } from '../../../tests/support/builders.ts'
import { contract } from '../../../shared/contract.ts'
import type { PersonFields } from '../../../shared/people/person.ts'
import { openTestService, type TestService } from '../testing.ts'
import { procedureDeeds } from './procedure-deeds.ts'

let test: TestService

beforeEach(async () => {
  test = await openTestService()
})
afterEach(() => test.close())

const aPerson = (name: string, role: PersonFields['role']): PersonFields => ({
  name,
  position: '',
  email: '',
  role,
})

/** An administrator who works, and a person of the role. */
async function withPeople(role: PersonFields['role']) {
  const { client } = test
  const admin = await client.people.create({ fields: aPerson('Айгүл', 'administrator') })
  await client.people.workAs({ id: admin.record.id })
  const other = await client.people.create({ fields: aPerson('Болат', role) })
  return { admin: admin.record, other: other.record }
}

/** Every procedure of the contract by its path. */
function pathsOf(node: object, path: readonly string[] = []): string[] {
  if ('~orpc' in node) return [path.join('.')]
  return Object.entries(node).flatMap(([name, child]) => pathsOf(child, [...path, name]))
}

const readingNames =
  /\.(list|get|validate|check|rows|history|inspect|paste|preview|preflight|state|changes|forms|deadlines|packages|package|verify|verifyFile|submissions|receivers|years|doubleDegree|summary|letter|find|problems|totals|statusOf|working|compare|offered|scales|draftRenewal|changedSince|integrity|cycles|assessments|open|supplements|answer|answerHistory|weakCriteria|numbers|bank|results|evidenceChoices|templates|outboxPause|uses|tags)$/
/** They write files that a person chose, or concern the workspace file itself. */
const besideTheRecords =
  /^workspace\.|\.(save(As|Report|Questions|Report|Questions|Letter|Deqar|Picture|Table|Refused|Template|Package|Journal)|export|testReceiver|workAs)$/

describe('who works with a workspace', () => {
  it('needs no choice while there are no people, and the user of the computer stands in the trail', async () => {
    const { record } = await test.client.partners.create({ fields: aPartner() })
    expect(await test.client.people.working()).toEqual({ person: null, mustChoose: false })
    const [row] = await test.client.workspace.history({ entity: 'partner', id: record.id })
    expect(row?.actor).toBe('tester')
  })

  it('stands with name and computer user at every change', async () => {
    const { other } = await withPeople('contributor')
    await test.client.people.workAs({ id: other.id })
    const { record } = await test.client.partners.create({ fields: aPartner() })
    const [row] = await test.client.workspace.history({ entity: 'partner', id: record.id })
    expect(row?.actor).toBe('Болат (tester)')
  })

  it('must be chosen before writing once there are people, and again after the workspace was opened anew', async () => {
    await withPeople('contributor')
    await test.service.openWorkspace(test.path)
    expect(await test.client.people.working()).toEqual({ person: null, mustChoose: true })
    await expect(test.client.partners.create({ fields: aPartner() })).rejects.toMatchObject({
      data: { code: 'nobody-working' },
    })
  })

  it('cannot do what the role does not permit; nothing is written', async () => {
    const { other } = await withPeople('viewer')
    await test.client.people.workAs({ id: other.id })
    await expect(test.client.partners.create({ fields: aPartner() })).rejects.toMatchObject({
      data: { code: 'not-allowed', params: { person: 'Болат', role: 'viewer', deed: 'edit-register' } },
    })
    expect((await test.client.workspace.state())?.counts.partner).toBe(0)
  })

  it('always has an administrator left', async () => {
    const { client } = test
    await expect(client.people.create({ fields: aPerson('Дана', 'manager') })).rejects.toMatchObject({
      data: { code: 'last-administrator' },
    })
    const { admin } = await withPeople('manager')
    await expect(client.people.remove({ records: [admin] })).rejects.toMatchObject({
      data: { code: 'last-administrator' },
    })
    const { id, revision } = admin
    await expect(
      client.people.save({ id, revision, fields: aPerson('Айгүл', 'viewer') }),
    ).rejects.toMatchObject({ data: { code: 'last-administrator' } })
  })

  it('keeps a renamed person at work under the new name', async () => {
    const { admin } = await withPeople('manager')
    const { id, revision } = admin
    await test.client.people.save({ id, revision, fields: aPerson('Айгүл С.', 'administrator') })
    const { record } = await test.client.partners.create({ fields: aPartner() })
    const [row] = await test.client.workspace.history({ entity: 'partner', id: record.id })
    expect(row?.actor).toBe('Айгүл С. (tester)')
  })
})

describe('the deeds of procedures', () => {
  const paths = pathsOf(contract)

  it('name procedures that exist', () => {
    expect(Object.keys(procedureDeeds).filter((path) => !paths.includes(path))).toEqual([])
  })

  it('cover every procedure that writes records', () => {
    const open = paths.filter(
      (path) => !(path in procedureDeeds) && !readingNames.test(path) && !besideTheRecords.test(path),
    )
    expect(open).toEqual([])
  })
})
