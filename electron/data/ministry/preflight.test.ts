import { describe, expect, it } from 'vitest'
import { fillForm } from '../../../shared/exchange/fill-form.ts'
import { type Findings, preflight } from '../../../shared/exchange/preflight.ts'
import type { RecordProblem } from '../../../shared/kernel/problem.ts'
import type { RegisterEntity } from '../../../shared/kernel/record.ts'
import { createI18n, describeProblem } from '../../../shared/locales/i18n.ts'
import type { FormId } from '../../../shared/ministry/ministry.ts'
import type { Register } from '../../../shared/reports/register.ts'
import { ministryPeriod, ministryRegister } from '../../../tests/support/ministry-register.ts'
import { testId } from '../../../tests/support/register-of.ts'
import { formOn, mappingOn } from './forms.ts'

type Change = Partial<{
  institution: Partial<Register['institution']>
  partner: Partial<Register['partners'][number]>
  agreement: Partial<Register['agreements'][number]>
  programme: Partial<Register['programmes'][number]>
  cohort: Partial<Register['cohorts'][number]>
}>

/** The records with the fields of one of them changed. */
function first<R extends { id: string }>(records: readonly R[], id: string, fields: Partial<R> = {}): R[] {
  return records.map((record) => (record.id === id ? { ...record, ...fields } : record))
}

/** The sound register with the first partner, agreement, programme and cohort changed. */
function changed(change: Change): Register {
  const register = ministryRegister()
  return {
    ...register,
    institution: { ...register.institution, ...change.institution },
    partners: first(register.partners, testId('p', 1), change.partner),
    agreements: first(register.agreements, testId('a', 1), change.agreement),
    programmes: first(register.programmes, testId('g', 1), change.programme),
    cohorts: first(register.cohorts, testId('c', 1), change.cohort),
  }
}

function check(form: FormId, register: Register): Findings {
  const definition = formOn(form, ministryPeriod.on)
  const sections = fillForm(definition, mappingOn(ministryPeriod.on), register, ministryPeriod)
  return preflight(definition, sections, register, 'en')
}

const ids: Record<RegisterEntity, string> = {
  institution: testId('i', 1),
  partner: testId('p', 1),
  agreement: testId('a', 1),
  programme: testId('g', 1),
  cohort: testId('c', 1),
}

type Case = [
  rule: RecordProblem['rule'],
  severity: 'error' | 'warning',
  form: FormId,
  entity: RegisterEntity,
  field: string,
  change: Change,
]
const names = { kk: 'Атау', ru: 'Название', en: '' }
const partner = { partnerId: testId('p', 1), agreementId: testId('a', 1), degree: '' }

const cases: Case[] = [
  ['ministry-bin-missing', 'error', 'DD-63', 'institution', 'bin', { institution: { bin: '' } }],
  ['ministry-bin-invalid', 'error', 'VP-32', 'institution', 'bin', { institution: { bin: '991240999992' } }],
  [
    'ministry-university-number-missing',
    'error',
    'VP-40',
    'institution',
    'epvoId',
    { institution: { epvoId: null } },
  ],
  ['ministry-programme-name-missing', 'error', 'VP-32', 'programme', 'names.en', { programme: { names } }],
  ['ministry-code-missing', 'error', 'VP-32', 'programme', 'code', { programme: { code: '' } }],
  ['ministry-code-shape', 'error', 'VP-32', 'programme', 'code', { programme: { code: '6B0610' } }],
  [
    'ministry-code-shape-interdisciplinary',
    'error',
    'VP-32',
    'programme',
    'code',
    { programme: { features: ['double', 'interdisciplinary'] } },
  ],
  [
    'ministry-programme-number-missing',
    'warning',
    'VP-32',
    'programme',
    'epvoId',
    { programme: { epvoId: null } },
  ],
  ['ministry-partner-missing', 'error', 'VP-32', 'programme', 'partners', { programme: { partners: [] } }],
  [
    'ministry-partner-twice',
    'error',
    'VP-32',
    'programme',
    'partners.1.partnerId',
    { programme: { partners: [partner, partner] } },
  ],
  [
    'ministry-several-partners',
    'warning',
    'VP-32',
    'programme',
    'partners',
    { programme: { partners: [partner, { ...partner, partnerId: testId('p', 3) }] } },
  ],
  [
    'ministry-partner-number-missing',
    'warning',
    'VP-32',
    'partner',
    'identifiers',
    { partner: { identifiers: [] } },
  ],
  [
    'ministry-partner-name-missing',
    'error',
    'VP-40',
    'partner',
    'names',
    { partner: { names: { kk: '', ru: '', en: '' } } },
  ],
  ['ministry-country-missing', 'error', 'VP-40', 'partner', 'country', { partner: { country: '' } }],
  [
    'ministry-agreement-missing',
    'error',
    'VP-32',
    'programme',
    'partners.0.agreementId',
    { programme: { partners: [{ ...partner, agreementId: null }] } },
  ],
  [
    'ministry-agreement-not-signed',
    'error',
    'VP-32',
    'agreement',
    'stage',
    { agreement: { stage: 'negotiation' } },
  ],
  [
    'ministry-contract-date-missing',
    'error',
    'VP-32',
    'agreement',
    'signedOn',
    { agreement: { signedOn: null } },
  ],
  ['ministry-contract-end-missing', 'error', 'VP-32', 'agreement', 'term', { agreement: { term: null } }],
  [
    'ministry-contract-without-end',
    'warning',
    'VP-32',
    'agreement',
    'term',
    { agreement: { term: { kind: 'perpetual' } } },
  ],
  [
    'ministry-termless-without-end',
    'warning',
    'VP-40',
    'agreement',
    'term',
    { agreement: { term: { kind: 'perpetual' } } },
  ],
  [
    'ministry-contract-dates',
    'error',
    'VP-32',
    'agreement',
    'term.endsOn',
    { agreement: { startsOn: '2028-01-01', term: { kind: 'fixed', endsOn: '2027-08-31' } } },
  ],
  [
    'ministry-contract-not-in-force',
    'warning',
    'VP-32',
    'agreement',
    'term',
    { agreement: { term: { kind: 'fixed', endsOn: '2026-05-19' } } },
  ],
  [
    'ministry-teachers-missing',
    'error',
    'VP-32',
    'programme',
    'partnerTeachers',
    { programme: { partnerTeachers: null } },
  ],
  ['ministry-plan-missing', 'error', 'VP-32', 'programme', 'plan', { programme: { plan: [] } }],
  [
    'ministry-no-period-at-partner',
    'error',
    'VP-32',
    'programme',
    'plan',
    { programme: { plan: [{ partnerId: null, credits: 30, startsOn: null, endsOn: null }] } },
  ],
  ['ministry-award-missing', 'error', 'VP-32', 'programme', 'award', { programme: { award: null } }],
  [
    'ministry-value-without-code',
    'warning',
    'VP-32',
    'programme',
    'award',
    { programme: { award: 'one_joint' } },
  ],
  [
    'ministry-text-too-long',
    'error',
    'VP-40',
    'agreement',
    'subject',
    { agreement: { subject: 'ә'.repeat(513) } },
  ],
  [
    'ministry-text-unreadable',
    'error',
    'VP-40',
    'agreement',
    'subject',
    { agreement: { subject: 'a\u0007b' } },
  ],
  ['ministry-subject-missing', 'warning', 'VP-40', 'agreement', 'subject', { agreement: { subject: '' } }],
  ['ministry-start-missing', 'warning', 'VP-40', 'agreement', 'startsOn', { agreement: { startsOn: null } }],
  [
    'ministry-document-name-missing',
    'error',
    'VP-40',
    'agreement',
    'title',
    { agreement: { title: '', number: '' } },
  ],
  [
    'ministry-agreement-twice',
    'warning',
    'VP-40',
    'agreement',
    'number',
    { agreement: { number: 'CZ-7', partnerIds: [testId('p', 3)] } },
  ],
  ['ministry-funding-sum', 'warning', 'VP-32', 'cohort', 'funding', { cohort: { funding: { own: 1 } } }],
  ['ministry-learners-missing', 'warning', 'VP-32', 'programme', '', { cohort: { academicYear: 2019 } }],
  ['ministry-report-country-missing', 'warning', 'DD-63', 'partner', 'country', { partner: { country: '' } }],
  [
    'ministry-report-partner-missing',
    'warning',
    'DD-63',
    'programme',
    'partners',
    { programme: { partners: [] } },
  ],
  ['ministry-report-format-missing', 'warning', 'DD-63', 'programme', 'plan', { programme: { plan: [] } }],
]

describe('preflight', () => {
  it.each(cases)(
    'finds %s (%s) in %s at the %s, field “%s”',
    (rule, severity, form, entity, field, change) => {
      const { errors, warnings } = check(form, changed(change))
      const found = (severity === 'error' ? errors : warnings).filter((problem) => problem.rule === rule)
      expect(found.map(({ record, field: at }) => ({ record, at }))).toContainEqual({
        record: { entity, id: ids[entity] },
        at: field,
      })
      const before = check(form, ministryRegister())
      const known = severity === 'error' ? before.errors : before.warnings
      expect(known.filter((problem) => problem.rule === rule && problem.record?.id === ids[entity])).toEqual(
        [],
      )
    },
  )

  it('accepts a subject of exactly the greatest length', () => {
    expect(check('VP-40', changed({ agreement: { subject: 'ә'.repeat(512) } })).errors).toEqual([])
  })

  it('names a whole partner problem once, however many rows it touches', () => {
    const register = changed({ partner: { identifiers: [] } })
    const programmes = register.programmes.map((programme) => ({ ...programme, partners: [partner] }))
    const { warnings } = check('VP-32', { ...register, programmes })
    expect(warnings.filter(({ rule }) => rule === 'ministry-partner-number-missing')).toHaveLength(1)
  })

  it('warns once that invented records would be sent, with their number', () => {
    const { warnings } = check(
      'VP-32',
      changed({ programme: { isSample: true }, agreement: { isSample: true } }),
    )
    expect(warnings).toContainEqual({
      rule: 'ministry-sample-records',
      severity: 'warning',
      field: '',
      params: { count: 2 },
      record: null,
      label: '',
    })
  })

  it('names the fields whose codes the receiver has not published', () => {
    const unpublished = check('VP-40', ministryRegister()).warnings.find(
      ({ rule }) => rule === 'ministry-list-unpublished',
    )
    expect(unpublished?.params).toEqual({ fields: 'country, programtypeid' })
  })

  it('warns about a form without rows', () => {
    const register = { ...ministryRegister(), programmes: [] }
    expect(check('VP-31', register).warnings.map(({ rule }) => rule)).toEqual(['ministry-form-empty'])
  })

  it('tells what was left out and why, without asking for acceptance', () => {
    const { leftOut, warnings } = check('VP-40', ministryRegister())
    expect(leftOut.map(({ rule, label }) => [rule, label])).toEqual([
      ['ministry-left-out-terminated', 'ENDED · Partner 3'],
      ['ministry-left-out-domestic', 'KZ-1 · Partner 2'],
      ['ministry-left-out-upcoming', 'NEW · TU Berlin'],
      ['ministry-left-out-lapsed', 'OLD · TU Berlin'],
    ])
    expect(warnings.some(({ rule }) => rule.startsWith('ministry-left-out'))).toBe(false)
  })

  it('gives every finding its own words in each language', () => {
    for (const language of ['kk', 'ru', 'en'] as const) {
      const i18n = createI18n(language)
      const sentences = new Set<string>()
      for (const [rule, , form, , , change] of cases) {
        const { errors, warnings } = check(form, changed(change))
        const found = [...errors, ...warnings].find((problem) => problem.rule === rule)
        if (found === undefined) throw new Error(rule)
        const text = describeProblem(i18n.t, found)
        expect(`${text.message} ${text.remedy} ${text.source}`).not.toMatch(/\{\{|undefined|ministry-/)
        sentences.add(text.message)
      }
      expect(sentences.size).toBe(new Set(cases.map(([rule]) => rule)).size)
    }
  })
})
