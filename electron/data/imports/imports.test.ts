import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ORPCError } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportRun, ImportSummary, Preview } from '../../../shared/imports/import-result.ts'
import type { InstitutionFields } from '../../../shared/institution/institution.ts'
import type { PartnerFields } from '../../../shared/partners/partner.ts'
import type { AgreementFields } from '../../../shared/agreements/agreement.ts'
import { registerFields } from '../../../tests/fixtures/registers/words.ts'
import type { SheetChoice } from '../../../shared/imports/layout.ts'
import { refusalSchema } from '../../../shared/kernel/app-error.ts'
import type { Progress } from '../../../shared/kernel/contract-base.ts'
import { withoutMeta } from '../../../shared/kernel/record.ts'
import { openTestService, type TestService } from '../testing.ts'
import { readWorkbook } from './read-workbook.ts'

const fixtures = fileURLToPath(new URL('../../../tests/fixtures/registers/', import.meta.url))
const language = 'ru'

let test: TestService
beforeEach(async () => {
  test = await openTestService()
})
afterEach(() => test.close())

const grant = (path: string) => test.service.files.grant(path)
const choiceOf = (path: string): SheetChoice => ({
  file: grant(path),
  encoding: null,
  delimiter: null,
  sheet: null,
  header: null,
})
const fixture = (name: string): SheetChoice => choiceOf(join(fixtures, name))

async function finish<T>(stream: AsyncIterator<Progress, T>): Promise<T> {
  for (;;) {
    const step = await stream.next()
    if (step.done === true) return step.value
  }
}

/** What a person does who agrees with every proposal. */
async function check(choice: SheetChoice): Promise<Preview> {
  const { proposal } = await test.client.imports.inspect(choice)
  if (proposal === null) throw new Error('no header was found')
  return finish(await test.client.imports.check({ choice, layout: proposal.layout }))
}

async function importAll(choice: SheetChoice): Promise<ImportSummary> {
  const { id } = await check(choice)
  return finish(await test.client.imports.apply({ preview: id }))
}

/** The code of the refusal that the work ends with; null when it does not. */
async function refusalOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work
  } catch (error) {
    if (error instanceof ORPCError) return refusalSchema.parse(error.data).code
    throw error
  }
  return null
}

const records = () => test.service.context.registers().records()
const auditRows = async () =>
  (await test.service.context.database().reader.selectFrom('audit').select('sequence').execute()).length

describe('a register of a hundred rows, seven of them wrong', () => {
  it('saves 93 rows and gives 7 back, each with the reason at its cell', async () => {
    const preview = await check(fixture('hundred-rows.xlsx'))
    expect(preview.rows).toEqual({ new: 93, changed: 0, same: 0, refused: 7, warned: 0 })
    const { rows } = await test.client.imports.rows({
      preview: preview.id,
      outcomes: ['refused'],
      withProblems: true,
      offset: 0,
      limit: 100,
    })
    expect(
      rows.map(({ row, problems }) => [row, ...problems.map(({ column, rule }) => [column, rule])]),
    ).toEqual([
      [14, [3, 'import-not-a-date']],
      [27, [1, 'import-unknown-country']],
      [38, [4, 'import-not-a-term']],
      [49, [3, 'signed-without-date']],
      [60, [5, 'import-unknown-word']],
      [71, [4, 'end-before-start']],
      [92, [0, 'import-partner-missing']],
    ])
    const summary = await finish(await test.client.imports.apply({ preview: preview.id }))
    expect(summary.records).toMatchObject({
      partner: { new: 93, changed: 0, same: 0 },
      agreement: { new: 93, changed: 0, same: 0 },
    })
    expect((await records()).agreements).toHaveLength(93)
  })

  it('writes the refused rows with reasons, which can be corrected and imported again', async () => {
    const preview = await check(fixture('hundred-rows.xlsx'))
    await finish(await test.client.imports.apply({ preview: preview.id }))
    const path = join(test.folder, 'refused.xlsx')
    expect(
      await test.client.imports.saveRefused({ from: { preview: preview.id }, to: grant(path), language }),
    ).toEqual({ rows: 7 })
    const [sheet] = (await readWorkbook(path, null)).sheets
    expect(sheet?.rows).toHaveLength(8)
    expect(sheet?.rows[2]?.cells).toEqual([
      'Университет города № 26',
      'Страна Оз',
      '26/Д',
      '27.09.2021',
      '5 лет',
      'действует',
      27,
      expect.stringMatching(/^B: Страны «Страна Оз» нет в списке\. Запишите название страны/u),
    ])
    const again = await check(choiceOf(path))
    expect(again.rows).toEqual({ new: 0, changed: 0, same: 0, refused: 7, warned: 0 })
  })
})

describe.each(['kk', 'ru', 'en'] as const)('the messy register in %s', (office) => {
  it('is understood without help and imported but for its two bad rows', async () => {
    const choice = fixture(`register-${office}.xlsx`)
    const { proposal, sheet, sheets } = await test.client.imports.inspect(choice)
    expect(sheet).toBe('Register')
    expect(sheets.map(({ isHidden }) => isHidden)).toEqual([false, true])
    expect(proposal?.layout).toMatchObject({
      header: { firstRow: 4, lastRow: 5 },
      feature: 'double',
      fillDown: false,
    })
    expect(proposal?.columns.map(({ target }) => target.field)).toEqual(registerFields)
    const summary = await importAll(choice)
    expect(summary.rows).toEqual({ new: 9, changed: 0, same: 0, refused: 2, warned: expect.any(Number) })
    const { partners, agreements, programmes, cohorts } = await records()
    expect([partners.length, agreements.length, programmes.length, cohorts.length]).toEqual([8, 8, 9, 17])
    expect(partners.map(({ country }) => country)).toEqual(['FI', 'PL', 'CN', 'FR', 'DE', 'TR', 'KR', 'RU'])
    expect(agreements.map(({ number, signedOn, term }) => [number, signedOn, term])).toEqual(
      registerAgreements,
    )
    expect(
      cohorts
        .filter(({ academicYear }) => academicYear === 2025)
        .reduce((sum, { contingent }) => sum + contingent, 0),
    ).toBe(264)
  })

  it('changes nothing when it is imported again', async () => {
    await importAll(fixture(`register-${office}.xlsx`))
    const before = await auditRows()
    const again = await check(fixture(`register-${office}.xlsx`))
    expect(again.rows).toEqual({ new: 0, changed: 0, same: 9, refused: 2, warned: 0 })
    expect(again.records).toMatchObject({
      partner: { new: 0, changed: 0, same: 8 },
      agreement: { new: 0, changed: 0, same: 8 },
      programme: { new: 0, changed: 0, same: 9 },
      cohort: { new: 0, changed: 0, same: 17 },
    })
    const summary = await finish(await test.client.imports.apply({ preview: again.id }))
    expect(summary.batch).toBeNull()
    expect(await auditRows()).toBe(before)
    expect(await test.client.imports.history()).toHaveLength(1)
  })

  it('leaves programmes that the double-degree form takes without errors', async () => {
    await importAll(fixture(`register-${office}.xlsx`))
    const { institution } = await test.client.institution.get()
    await test.client.institution.save({
      revision: institution.revision,
      fields: {
        names: { kk: 'Дала', ru: 'Дала', en: 'Dala' },
        city: { kk: 'Астана', ru: 'Астана', en: 'Astana' },
        bin: '991240999991',
        epvoId: 512,
        rector: 'A. Serikqyzy',
        website: '',
      },
    })
    const preflight = await test.client.ministry.preflight({
      form: 'VP-32',
      academicYear: 2025,
      on: '2026-11-22',
      language: 'en',
    })
    expect(preflight.errors).toEqual([])
    expect(preflight.rowCount).toBeGreaterThanOrEqual(8)
  })
})

const registerAgreements = [
  ['12/2021', '2021-05-12', { kind: 'fixed', endsOn: '2031-08-31' }],
  ['45', '2020-02-10', { kind: 'auto_renewed', everyYears: 5, noticeMonths: 6 }],
  ['KZ-CN 7', '2022-11-03', { kind: 'fixed', endsOn: '2028-12-31' }],
  ['KZ-CN 8', '2024-06-20', { kind: 'fixed', endsOn: '2029-08-31' }],
  ['3-T/2023', '2023-03-31', { kind: 'perpetual' }],
  ['2019-31', '2019-10-29', { kind: 'auto_renewed', everyYears: 3, noticeMonths: 3 }],
  ['88', '2025-01-15', { kind: 'fixed', endsOn: '2030-08-31' }],
  ['17-М', '2018-04-05', { kind: 'perpetual' }],
]

describe('the same programmes in three languages', () => {
  it('are found again by code and partner when the partners are known in all languages', async () => {
    await importAll(fixture('register-ru.xlsx'))
    const { partners } = await records()
    const names = [
      ['Солтүстік көлдер университеті', 'University of Northern Lakes'],
      ['Вестмарк технологиялық университеті', 'Vestmark University of Technology'],
    ]
    for (const [index, [kk = '', en = '']] of names.entries()) {
      const partner = partners[index]
      if (partner === undefined) throw new Error('the register has fewer partners')
      const { id, revision } = partner
      const fields = { ...withoutMeta<PartnerFields>(partner), names: { ...partner.names, kk, en } }
      await test.client.partners.save({ id, revision, fields })
    }
    const preview = await check(fixture('register-en.xlsx'))
    const { rows } = await test.client.imports.rows({
      preview: preview.id,
      outcomes: [],
      withProblems: false,
      offset: 0,
      limit: 3,
    })
    // Degree and owner are written in another language, so the known programmes change; none is made anew.
    expect(rows.map(({ outcome }) => outcome)).toEqual(['changed', 'changed', 'changed'])
  })
})

describe('a Windows-1251 table', () => {
  it('is read with its encoding and delimiter, and blank cells repeat the partner above', async () => {
    const choice = fixture('agreements-1251.csv')
    const { encoding, delimiter, proposal } = await test.client.imports.inspect(choice)
    expect([encoding, delimiter, proposal?.layout.fillDown]).toEqual(['windows-1251', ';', true])
    await importAll(choice)
    const { partners, agreements } = await records()
    expect(partners.map(({ names, country }) => [names.ru, country])).toEqual([
      ['Варненский институт экономики', 'BG'],
      ['Университет "Адриатика"', 'IT'],
      ['Морская академия Триеста', 'IT'],
    ])
    expect(agreements.map(({ number, partnerIds }) => [number, partnerIds.length])).toEqual([
      ['11', 1],
      ['12', 1],
      ['13', 2],
    ])
    expect(agreements[0]?.partnerIds).toEqual(agreements[1]?.partnerIds)
  })
})

describe('an import that is cancelled or fails', () => {
  it('writes nothing when the person cancels in the middle', async () => {
    const { id } = await check(fixture('hundred-rows.xlsx'))
    const controller = new AbortController()
    const before = await auditRows()
    const stream = await test.client.imports.apply({ preview: id }, { signal: controller.signal })
    const work = (async () => {
      for (;;) {
        const step = await stream.next()
        if (step.done === true) return step.value
        if (step.value.stage === 'writing' && step.value.done > 0) controller.abort()
      }
    })()
    await expect(work).rejects.toThrow(/abort/iu)
    expect(await auditRows()).toBe(before)
    expect((await records()).partners).toEqual([])
    expect(await test.client.imports.history()).toEqual([])
  })

  it('refuses a preview that the register has outgrown', async () => {
    const { id } = await check(fixture('agreements-1251.csv'))
    await importAll(fixture('agreements-1251.csv'))
    expect(await refusalOf((async () => finish(await test.client.imports.apply({ preview: id })))())).toBe(
      'import-preview-outdated',
    )
  })

  it('still applies a preview when the register changed elsewhere', async () => {
    const { id } = await check(fixture('agreements-1251.csv'))
    const { institution } = await test.client.institution.get()
    const names = { kk: 'Дала', ru: 'Дала', en: 'Dala' }
    const fields = { ...withoutMeta<InstitutionFields>(institution), names }
    await test.client.institution.save({ revision: institution.revision, fields })
    const summary = await finish(await test.client.imports.apply({ preview: id }))
    expect(summary.records.agreement.new).toBe(3)
  })
})

const termsOf = ({ agreements }: Awaited<ReturnType<typeof records>>) =>
  new Map(
    agreements.toSorted((a, b) => (a.number < b.number ? -1 : 1)).map(({ number, term }) => [number, term]),
  )

describe('undoing an import', () => {
  it('removes what it made, restores what it changed, and can be done once', async () => {
    await importAll(fixture('agreements-1251.csv'))
    const before = await records()
    const path = join(test.folder, 'later.csv')
    await writeFile(
      path,
      'Вуз-партнёр;Страна;№ договора;Дата;Срок действия\nВарненский институт экономики;Болгария;11;05.03.2020;до 04.03.2035\nНовый университет;Греция;77;01.02.2026;3 года\n',
    )
    const { batch } = await importAll(choiceOf(path))
    expect(termsOf(await records()).get('11')).toEqual({ kind: 'fixed', endsOn: '2035-03-04' })
    const undone = await test.client.imports.undo({ batch: batch ?? '', leaveChanged: false, language })
    expect(undone).toEqual({ undone: 3, left: [] })
    const after = await records()
    expect(termsOf(after)).toEqual(termsOf(before))
    expect(after.partners).toEqual(before.partners)
    const latest = (await test.client.imports.history()).find((entry) => entry.batch === batch)
    expect(latest?.undoneAt).not.toBeNull()
    expect(
      await refusalOf(test.client.imports.undo({ batch: batch ?? '', leaveChanged: false, language })),
    ).toBe('import-undone-already')
    const { ok } = await test.client.workspace.integrity()
    expect(ok).toBe(true)
  })

  it('names records that were changed or used since, and leaves them when told to', async () => {
    const { batch } = await importAll(fixture('agreements-1251.csv'))
    const { agreements } = await records()
    const [changed] = agreements
    if (changed === undefined) throw new Error('nothing was imported')
    const { id, revision } = changed
    const fields = { ...withoutMeta<AgreementFields>(changed), owner: 'C. Later' }
    await test.client.agreements.save({ id, revision, fields })
    const left = await test.client.imports.changedSince({ batch: batch ?? '', language })
    // The agreement was changed; its partner is still needed by it.
    expect(left.map(({ record, label }) => [record.entity, label])).toEqual([
      ['partner', 'Варненский институт экономики'],
      ['agreement', '11'],
    ])
    expect(
      await refusalOf(test.client.imports.undo({ batch: batch ?? '', leaveChanged: false, language })),
    ).toBe('import-undo-changed')
    const result = await test.client.imports.undo({ batch: batch ?? '', leaveChanged: true, language })
    expect(result.undone).toBe(4)
    const after = await records()
    expect([after.partners.length, after.agreements.map(({ number }) => number)]).toEqual([1, ['11']])
  })
})

describe('the steps around an import', () => {
  it('remembers what the columns of a layout meant', async () => {
    const choice = fixture('agreements-1251.csv')
    const { proposal } = await test.client.imports.inspect(choice)
    if (proposal === null) throw new Error('no header was found')
    const mapping = proposal.layout.mapping.map((target) =>
      target.field === 'partner.country' ? { ...target, field: null } : target,
    )
    const { id } = await finish(
      await test.client.imports.check({ choice, layout: { ...proposal.layout, mapping } }),
    )
    await finish(await test.client.imports.apply({ preview: id }))
    const copy = join(test.folder, 'next year.csv')
    await cp(join(fixtures, 'agreements-1251.csv'), copy)
    const again = await test.client.imports.inspect(choiceOf(copy))
    expect(again.proposal?.columns.map(({ basis }) => basis)).toEqual(
      Array.from({ length: 6 }, () => 'remembered'),
    )
    expect(again.proposal?.layout.mapping[2]?.field).toBeNull()
  })

  it('runs in one step for the command line, with a dry run and a file of errors', async () => {
    const errors = join(test.folder, 'errors.xlsx')
    const choice = fixture('hundred-rows.xlsx')
    const dry = await finish(
      await test.client.imports.run({ choice, dryRun: true, errorsTo: null, language }),
    )
    expect([dry.batch, dry.rows.new, (await records()).partners.length]).toEqual([null, 93, 0])
    const run: ImportRun = await finish(
      await test.client.imports.run({ choice, dryRun: false, errorsTo: grant(errors), language }),
    )
    expect(run).toMatchObject({ dryRun: false, rows: { new: 93, refused: 7 }, errorsWritten: true })
    expect(run.refused.map(({ row }) => row)).toEqual([14, 27, 38, 49, 60, 71, 92])
    expect((await readWorkbook(errors, null)).sheets[0]?.rows).toHaveLength(8)
  })

  it('takes files by their content: an old workbook and a layout without records are refused in words', async () => {
    const old = join(test.folder, 'old.xls')
    await writeFile(old, Buffer.from('d0cf11e0a1b11ae100', 'hex'))
    expect(await refusalOf(test.client.imports.inspect(choiceOf(old)))).toBe('import-old-workbook')
    const choice = fixture('agreements-1251.csv')
    const { proposal } = await test.client.imports.inspect(choice)
    if (proposal === null) throw new Error('no header was found')
    const layout = { ...proposal.layout, mapping: [] }
    expect(await refusalOf((async () => finish(await test.client.imports.check({ choice, layout })))())).toBe(
      'import-no-columns',
    )
  })

  it.each(['kk', 'ru', 'en'] as const)(
    'gives a template in %s whose columns are recognised when it comes back',
    async (office) => {
      const path = join(test.folder, 'template.xlsx')
      await test.client.imports.saveTemplate({ to: grant(path), language: office })
      const { sheets, proposal } = await test.client.imports.inspect(choiceOf(path))
      expect(sheets).toHaveLength(2)
      const { templateColumns } = await import('../../../shared/imports/template-columns.ts')
      expect(proposal?.columns.map(({ target }) => target.field)).toEqual([...templateColumns])
    },
  )
})
