import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test as acceptance } from 'vitest'
import type { RichText } from '../../../shared/assessment/rich-text.ts'
import { emptyRichText } from '../../../shared/assessment/rich-text.ts'
import { allEvidence, emptyEvidence, type EvidenceFields } from '../../../shared/evidence/evidence.ts'
import { openTestService, type TestService } from '../testing.ts'

let test: TestService

beforeEach(async () => {
  test = await openTestService()
})
afterEach(() => test.close())

const asked = { on: '2026-11-22', language: 'en' as const }

async function aFile(name: string, content: string) {
  const path = join(test.folder, name)
  await writeFile(path, content)
  return test.service.files.grant(path)
}

async function addFile(name: string, content: string) {
  const { added } = await test.client.evidence.addFiles({
    files: [await aFile(name, content)],
    language: 'kk',
  })
  const [piece] = added
  if (piece === undefined) throw new Error('no piece was added')
  return piece
}

async function aLink(change: Partial<EvidenceFields> = {}) {
  const fields: EvidenceFields = {
    ...emptyEvidence,
    names: { kk: 'Сайт', ru: '', en: '' },
    types: ['web'],
    url: 'https://university.example/quality',
    ...change,
  }
  return (await test.client.evidence.create({ fields })).record
}

async function anAssessment(frameworkCode = 'esg', previousCycleId: string | null = null) {
  const frameworks = await test.client.frameworks.list()
  const framework = frameworks.find(({ code }) => code === frameworkCode)
  if (framework === undefined) throw new Error(`no framework ${frameworkCode}`)
  const { record: cycle } = await test.client.assessment.create({
    fields: {
      names: { kk: frameworkCode, ru: '', en: '' },
      frameworkId: framework.id,
      startsOn: '2026-09-01',
      endsOn: '2027-05-31',
      visitOn: null,
      scaleCode: null,
      milestones: [],
      team: [],
      previousCycleId,
      isClosed: false,
    },
  })
  return test.client.assessment.addAssessment({
    cycleId: cycle.id,
    scope: { kind: 'university' },
    leadId: null,
    startFrom: null,
  })
}

async function link(
  assessmentId: string,
  criterion: string,
  evidenceIds: string[],
  narrative: RichText = emptyRichText,
) {
  const before = await test.client.assessment.answer({ assessmentId, criterion })
  await test.client.assessment.writeAnswer({
    assessmentId,
    criterion,
    revision: before?.revision ?? null,
    text: {
      level: 3,
      notApplicable: null,
      narrative,
      strengths: '',
      weaknesses: '',
      recommendations: '',
      evidenceIds,
      ownerId: null,
      dueOn: null,
    },
  })
}

async function linkedTo(assessmentId: string, criterion: string) {
  return (await test.client.assessment.answer({ assessmentId, criterion }))?.evidenceIds
}

async function list(change: Partial<typeof allEvidence> = {}, text = '') {
  const filter = { ...allEvidence, ...change }
  return test.client.evidence.list({ text, filter, sort: [], offset: 0, limit: 100, ...asked })
}

async function names(change: Partial<typeof allEvidence>, text = '') {
  return (await list(change, text)).rows.map(({ name }) => name)
}

async function storedContents(): Promise<number> {
  const rows = await test.service.context
    .database()
    .reader.selectFrom('attachment_content')
    .select('sha256')
    .execute()
  return rows.length
}

const cites = (evidenceId: string): RichText => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Саясат бекітілген' },
        { type: 'evidence', attrs: { id: evidenceId } },
      ],
    },
  ],
})

describe('the library of evidence', () => {
  acceptance(
    'Q7: one file linked to three criteria is stored once; removing it names the three, takes it out of them and can be undone',
    async () => {
      const piece = await addFile('Сапа_саясаты.pdf', '%PDF-1.4 policy')
      expect(piece.names.kk).toBe('Сапа саясаты')
      const { id: assessmentId } = await anAssessment()
      await link(assessmentId, '1.1.a', [piece.id], cites(piece.id))
      await link(assessmentId, '1.2.a', [piece.id])
      await link(assessmentId, '1.9.b', [piece.id])
      expect(await storedContents()).toBe(1)
      expect((await list()).rows.map(({ useCount }) => useCount)).toEqual([3])

      const { id, revision } = piece
      const references = { records: [{ id, revision }] }
      await expect(test.client.evidence.remove(references)).rejects.toMatchObject({
        data: { code: 'still-needed', params: { count: 3 } },
      })
      const uses = await test.client.evidence.uses({ ids: [id], language: 'kk' })
      expect(uses.map(({ criterion, isCited }) => [criterion, isCited])).toEqual([
        ['1.1.a', true],
        ['1.2.a', false],
        ['1.9.b', false],
      ])

      await test.client.evidence.removeEverywhere(references)
      for (const criterion of ['1.1.a', '1.2.a', '1.9.b'])
        expect(await linkedTo(assessmentId, criterion)).toEqual([])
      expect((await list()).unfiltered).toBe(0)
      expect((await test.client.workspace.integrity({})).ok).toBe(true)

      const undone = await test.client.evidence.restoreEverywhere({ ids: [id] })
      expect(undone.answerCount).toBe(3)
      for (const criterion of ['1.1.a', '1.2.a', '1.9.b'])
        expect(await linkedTo(assessmentId, criterion)).toEqual([id])
      const answer = await test.client.assessment.answer({ assessmentId, criterion: '1.1.a' })
      expect(answer?.narrative).toEqual(cites(id))
      expect(await storedContents()).toBe(1)
    },
  )

  it('gives the evidence back to an answer that somebody changed meanwhile, and keeps the new text', async () => {
    const [one, other] = [await addFile('a.txt', 'a'), await addFile('b.txt', 'b')]
    const { id: assessmentId } = await anAssessment()
    await link(assessmentId, '1.1.a', [one.id, other.id])
    const { id, revision } = one
    await test.client.evidence.removeEverywhere({ records: [{ id, revision }] })
    await link(assessmentId, '1.1.a', [other.id], cites(other.id))
    await test.client.evidence.restoreEverywhere({ ids: [id] })
    const answer = await test.client.assessment.answer({ assessmentId, criterion: '1.1.a' })
    expect(answer?.evidenceIds).toEqual([one.id, other.id])
    expect(answer?.narrative).toEqual(cites(other.id))
  })

  it('removes nothing when one of the answers is in a locked section', async () => {
    const piece = await addFile('a.txt', 'a')
    const assessment = await anAssessment()
    await link(assessment.id, '1.1.a', [piece.id])
    await link(assessment.id, '1.2.a', [piece.id])
    const { id, revision } = assessment
    await test.client.assessment.lockSection({ id, revision, standard: '1.2' })
    const removal = test.client.evidence.removeEverywhere({
      records: [{ id: piece.id, revision: piece.revision }],
    })
    await expect(removal).rejects.toMatchObject({ data: { code: 'section-locked' } })
    expect(await linkedTo(assessment.id, '1.1.a')).toEqual([piece.id])
  })

  it('offers the piece that is there when the same content is added again', async () => {
    const piece = await addFile('policy.pdf', '%PDF-1.4 policy')
    const files = [
      await aFile('copy.pdf', '%PDF-1.4 policy'),
      await aFile('new.pdf', '%PDF-1.4 new'),
      await aFile('new-again.pdf', '%PDF-1.4 new'),
    ]
    const { added, existing } = await test.client.evidence.addFiles({ files, language: 'kk' })
    expect(added.map(({ names }) => names.kk)).toEqual(['new'])
    expect(existing).toEqual([
      { fileName: 'copy.pdf', id: piece.id, name: 'policy' },
      { fileName: 'new-again.pdf', id: added[0]?.id, name: 'new' },
    ])
    expect((await list()).unfiltered).toBe(2)
  })

  it('puts a new edition in the place of a file and keeps kind and file from the form', async () => {
    const piece = await addFile('policy.txt', 'first')
    const { id, revision } = piece
    const replaced = await test.client.evidence.replaceFile({
      id,
      revision,
      file: await aFile('policy-2.txt', 'second'),
    })
    expect(replaced.fileSha256).not.toBe(piece.fileSha256)
    const { file, content } = await test.client.evidence.preview({ id })
    expect(file?.name).toBe('policy-2.txt')
    expect(Buffer.from(content ?? '', 'base64').toString()).toBe('second')
    const fields = { ...emptyEvidence, names: { kk: 'Басқа', ru: '', en: '' }, types: ['policy' as const] }
    const { record } = await test.client.evidence.save({ id, revision: replaced.revision, fields })
    expect([record.kind, record.fileSha256]).toEqual(['file', replaced.fileSha256])
  })

  it('changes tags, owner and days of several pieces at once, and takes it back', async () => {
    const [one, other] = [await aLink({ tags: ['сапа'] }), await aLink({ tags: ['сапа', '2024'] })]
    const records = [one, other].map(({ id, revision }) => ({ id, revision }))
    const { changed, before } = await test.client.evidence.changeMany({
      records,
      change: { addTags: ['2026', 'сапа'], removeTags: ['2024'], validUntil: '2027-08-31' },
    })
    const { rows } = await list({ tags: ['2026'] })
    expect(rows.map(({ tags, validUntil }) => [tags, validUntil])).toEqual([
      [['сапа', '2026'], '2027-08-31'],
      [['сапа', '2026'], '2027-08-31'],
    ])
    await test.client.evidence.saveMany({
      records: before.map(({ id, revision: _revision, ...fields }, index) => ({
        id,
        revision: changed[index]?.revision ?? 0,
        fields,
      })),
    })
    expect((await list()).rows.map(({ tags }) => tags)).toEqual([['сапа'], ['сапа', '2024']])
  })

  it('is narrowed by use, validity, type and words, and found by the search', async () => {
    const used = await aLink({ names: { kk: 'Түлектер сауалнамасы', ru: '', en: '' }, types: ['survey'] })
    await aLink({ names: { kk: 'Ескі жоспар', ru: '', en: '' }, types: ['plan'], validUntil: '2026-01-31' })
    const { id } = await anAssessment()
    await link(id, '1.9.a', [used.id])
    expect(await names({ isUsed: true })).toEqual(['Түлектер сауалнамасы'])
    expect(await names({ validities: ['outdated'] })).toEqual(['Ескі жоспар'])
    expect(await names({ types: ['survey'] })).toEqual(['Түлектер сауалнамасы'])
    expect(await names({}, 'ТҮЛЕКТЕР')).toEqual(['Түлектер сауалнамасы'])
    const { hits } = await test.client.search.find({ text: 'сауалнама', limit: 10, language: 'kk' })
    expect(hits.map(({ record }) => record)).toContainEqual({ entity: 'evidence', id: used.id })
  })
})

describe('the checks of the library', () => {
  acceptance('Q8: a workspace with one of each gives exactly five findings', async () => {
    const good = await addFile('good.txt', 'good')
    const dead = await addFile('dead.txt', 'dead')
    const changed = await addFile('changed.txt', 'changed')
    const old = await aLink({ validUntil: '2026-10-31' })
    await aLink({ names: { kk: 'Қолданылмаған', ru: '', en: '' } })
    const { id } = await anAssessment()
    await link(id, '1.1.a', [good.id, dead.id, changed.id, old.id])
    await link(id, '1.1.b', [])
    const drop = async (pieceId: string) => {
      const [file] = await test.client.attachments.list({ owner: { entity: 'evidence', id: pieceId } })
      await test.client.attachments.remove({ id: file?.id ?? '' })
    }
    await drop(dead.id)
    await drop(changed.id)
    const files = [await aFile('other.txt', 'something else')]
    await test.client.attachments.add({ owner: { entity: 'evidence', id: changed.id }, files })

    const findings = await test.client.evidence.problems(asked)
    expect(findings.map(({ rule }) => rule).toSorted()).toEqual([
      'evidence-file-changed',
      'evidence-file-dead',
      'evidence-none-for-criterion',
      'evidence-outdated',
      'evidence-unused',
    ])
    const bare = findings.find(({ rule }) => rule === 'evidence-none-for-criterion')
    expect(bare?.place).toMatchObject({ assessmentId: id, criterion: '1.1.b' })
  })

  it('leave closed cycles alone', async () => {
    const { id, cycleId } = await anAssessment()
    await link(id, '1.1.a', [])
    const { record } = await test.client.assessment.get({ id: cycleId })
    const { revision, createdAt: _created, updatedAt: _updated, isSample: _sample, ...fields } = record
    await test.client.assessment.save({ id: cycleId, revision, fields: { ...fields, isClosed: true } })
    expect(await test.client.evidence.problems(asked)).toEqual([])
  })
})

describe('what is offered for a criterion', () => {
  acceptance(
    'Q9: evidence on ESG 1.9 is offered on ISO 9001 9.1, and accepting makes a link, not a copy',
    async () => {
      const piece = await addFile('monitoring.pdf', '%PDF-1.4 monitoring')
      const esg = await anAssessment('esg')
      const iso = await anAssessment('iso-9001')
      await link(esg.id, '1.9.a', [piece.id])
      const target = { assessmentId: iso.id, criterion: '9.1', ...asked }
      const offers = await test.client.evidence.offered(target)
      expect(offers.map(({ evidence, reasons }) => [evidence.id, reasons[0]?.criterion])).toEqual([
        [piece.id, '1.9.a'],
      ])
      await link(
        iso.id,
        '9.1',
        offers.map(({ evidence }) => evidence.id),
      )
      const { rows } = await list()
      expect(rows.map(({ id, useCount }) => [id, useCount])).toEqual([[piece.id, 2]])
      expect(await storedContents()).toBe(1)
      expect(await test.client.evidence.offered(target)).toEqual([])
    },
  )

  it('comes from the same criterion of the previous cycle', async () => {
    const piece = await aLink()
    const before = await anAssessment('esg')
    await link(before.id, '1.3.a', [piece.id])
    const next = await anAssessment('esg', before.cycleId)
    const offers = await test.client.evidence.offered({
      assessmentId: next.id,
      criterion: '1.3.a',
      ...asked,
    })
    expect(offers.map(({ reasons }) => reasons[0]?.kind)).toEqual(['previous'])
  })
})
