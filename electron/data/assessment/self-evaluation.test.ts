import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyAnswer } from '../../../shared/assessment/answer.ts'
import { type AnswerText, answerTextSchema } from '../../../shared/assessment/assessment.contract.ts'
import { richTextOf } from '../../../shared/assessment/rich-text.ts'
import type { EvidenceFields } from '../../../shared/evidence/evidence.ts'
import { evidenceStore } from '../evidence/evidence.repository.ts'
import { openTestService, type TestService } from '../testing.ts'

let test: TestService

beforeEach(async () => {
  test = await openTestService()
})
afterEach(() => test.close())

async function anAssessment() {
  const frameworkId = (await test.client.frameworks.list()).find(({ code }) => code === 'esg')?.id ?? ''
  const { record } = await test.client.assessment.create({
    fields: {
      names: { kk: 'Цикл', ru: '', en: '' },
      frameworkId,
      startsOn: '2026-09-01',
      endsOn: '2027-05-31',
      visitOn: null,
      scaleCode: null,
      milestones: [],
      team: [],
      previousCycleId: null,
      isClosed: false,
    },
  })
  return test.client.assessment.addAssessment({
    cycleId: record.id,
    scope: { kind: 'university' },
    leadId: null,
    startFrom: null,
  })
}

async function write(assessmentId: string, change: Partial<AnswerText>) {
  const text = { ...answerTextSchema.parse(emptyAnswer(assessmentId, '1.1.a')), ...change }
  await test.client.assessment.writeAnswer({ assessmentId, criterion: '1.1.a', revision: null, text })
}

/** A file of evidence in the library. */
async function aFile(name: string, confidentiality: EvidenceFields['confidentiality']): Promise<string> {
  const fields: EvidenceFields = {
    names: { kk: name, ru: '', en: '' },
    kind: 'file',
    types: [],
    url: '',
    checkedOn: null,
    isReachable: null,
    ownerId: null,
    validUntil: null,
    confidentiality,
    tags: [],
    languages: [],
    notes: '',
    fileSha256: '',
  }
  const { id } = await test.service.context.database().write((tx) => evidenceStore.insert(tx, fields))
  const path = join(test.folder, `${name}.pdf`)
  await writeFile(path, `%PDF-1.7 ${name}`)
  await test.client.attachments.add({
    owner: { entity: 'evidence', id },
    files: [test.service.files.grant(path)],
  })
  return id
}

/** Runs long work to its end and returns its result. */
async function ended<Result>(started: Promise<AsyncIterator<unknown, Result>>): Promise<Result> {
  const steps = await started
  for (;;) {
    const step = await steps.next()
    if (step.done === true) return step.value
  }
}

const request = (assessmentId: string) => ({
  assessmentId,
  language: 'kk' as const,
  template: 'esg-general',
  scale: null,
})

describe('a self-evaluation report from the records', () => {
  it('holds every criterion of the framework and the text of what is answered', async () => {
    const { id } = await anAssessment()
    await write(id, { level: 3, narrative: richTextOf('Саясат бекітілген, Әділ Ғалым.') })
    const to = test.service.files.grant(join(test.folder, 'report.docx'))
    const result = await ended(test.client.selfEvaluation.export({ ...request(id), format: 'docx', to }))
    expect(result.bytes).toBe((await stat(join(test.folder, 'report.docx'))).size)
    const parts = unzipSync(await readFile(join(test.folder, 'report.docx')))
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(document).toContain('Саясат бекітілген, Әділ Ғалым.')
    const { content } = await test.client.assessment.open({ id, language: 'kk' })
    const codes = content.parts.flatMap(({ standards }) =>
      standards.flatMap(({ criteria }) => criteria.map(({ code }) => code)),
    )
    expect(codes.filter((code) => !document.includes(code))).toEqual([])
  })

  it('counts what is assessed and approved, and refuses an unknown structure', async () => {
    const { id } = await anAssessment()
    await write(id, { level: 3 })
    expect(await test.client.selfEvaluation.check(request(id))).toMatchObject({ assessed: 1, approved: 0 })
    await expect(
      test.client.selfEvaluation.check({ ...request(id), template: 'none' }),
    ).rejects.toMatchObject({ data: { code: 'not-found' } })
  })
})

describe('what goes with a report', () => {
  it('leaves confidential evidence out of the package for reviewers and says so in its list', async () => {
    const { id } = await anAssessment()
    const [open, secret] = [await aFile('Ашық хаттама', 'internal'), await aFile('Құпия іс', 'confidential')]
    await write(id, { level: 3, evidenceIds: [open, secret] })
    const { annexes } = await test.client.selfEvaluation.check(request(id))
    expect(annexes.map(({ number, state }) => [number, state])).toEqual([
      [1, 'file'],
      [2, 'withheld'],
    ])
    const path = join(test.folder, 'reviewers.zip')
    const to = test.service.files.grant(path)
    await ended(
      test.client.selfEvaluation.package({ ...request(id), content: 'reviewers', as: 'archive', to }),
    )
    const files = unzipSync(await readFile(path))
    const names = Object.keys(files).filter((name) => name.startsWith('annexes/'))
    expect(names).toEqual(['annexes/001 Ашық хаттама.pdf'])
    const pages = Object.entries(files).flatMap(([name, bytes]) =>
      name.endsWith('.html') ? [strFromU8(bytes)] : [],
    )
    expect(pages.some((page) => page.includes('Пакетке енгізілмеген: құпия'))).toBe(true)
  })

  it('is a folder with exactly the cited files, also the confidential ones: it stays in the house', async () => {
    const { id } = await anAssessment()
    await aFile('Аталмаған', 'internal')
    await write(id, { level: 2, evidenceIds: [await aFile('Құпия іс', 'confidential')] })
    const path = join(test.folder, 'annexes')
    const to = test.service.files.grant(path)
    const written = await ended(
      test.client.selfEvaluation.package({ ...request(id), content: 'annexes', as: 'folder', to }),
    )
    expect(written.files).toBe(1)
    expect(await readFile(join(path, '001 Құпия іс.pdf'), 'utf8')).toBe('%PDF-1.7 Құпия іс')
  })
})
