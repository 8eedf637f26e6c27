import { describe, expect, it, test as acceptance } from 'vitest'
import type { RichText } from '../assessment/rich-text.ts'
import type { Crosswalk } from '../frameworks/crosswalk.ts'
import { emptyEvidence, validityOn } from './evidence.ts'
import { type CheckedAnswer, type CheckedEvidence, checkLibrary } from './evidence-checks.ts'
import { checkEvidence } from './evidence-rules.ts'
import { offerEvidence, type OfferSource, type OfferTarget } from './offer-evidence.ts'
import { withoutCitations } from './remove-citations.ts'

const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`
const sha = (digit: string) => digit.repeat(64)

const aPiece = (number: number, change: Partial<CheckedEvidence> = {}): CheckedEvidence => ({
  id: id(number),
  kind: 'file',
  validUntil: null,
  isReachable: null,
  checkedOn: null,
  fileSha256: sha('a'),
  storedSha256: sha('a'),
  useCount: 1,
  ...change,
})

const anAnswer = (number: number, change: Partial<CheckedAnswer> = {}): CheckedAnswer => ({
  id: id(number),
  assessmentId: id(900),
  criterion: '1.1.a',
  level: 3,
  evidenceIds: [id(1)],
  ...change,
})

const on = '2026-11-22'
const rulesOf = (pieces: CheckedEvidence[], answers: CheckedAnswer[] = []) =>
  checkLibrary(pieces, answers, on).map(({ problem }) => problem.rule)

describe('the checks of the library', () => {
  acceptance('Q8: a fixture with one of each gives exactly five findings', () => {
    const pieces = [
      aPiece(1),
      aPiece(2, { useCount: 0 }),
      aPiece(3, { validUntil: '2026-11-21' }),
      aPiece(4, { storedSha256: null }),
      aPiece(5, { storedSha256: sha('b') }),
      aPiece(6, { kind: 'link', fileSha256: '', storedSha256: null, isReachable: true }),
    ]
    const answers = [anAnswer(101), anAnswer(102, { criterion: '1.2.b', evidenceIds: [] })]
    const findings = checkLibrary(pieces, answers, on)
    expect(findings.map(({ id: about, problem }) => [about, problem.rule])).toEqual([
      [id(2), 'evidence-unused'],
      [id(3), 'evidence-outdated'],
      [id(4), 'evidence-file-dead'],
      [id(5), 'evidence-file-changed'],
      [id(102), 'evidence-none-for-criterion'],
    ])
  })

  it('take the last day for a day on which a piece may be used', () => {
    expect(rulesOf([aPiece(1, { validUntil: on })])).toEqual([])
    expect(validityOn({ validUntil: on }, on)).toBe('expiring')
    expect(validityOn({ validUntil: '2027-02-21' }, on)).toBe('valid')
  })

  it('ask no evidence of a criterion that is not judged', () => {
    expect(rulesOf([], [anAnswer(1, { level: 0, evidenceIds: [] })])).toEqual([])
  })

  it('name a page that somebody found gone, and say nothing of one that nobody looked at', () => {
    const page = { kind: 'link' as const, fileSha256: '', storedSha256: null }
    expect(rulesOf([aPiece(1, { ...page, isReachable: false, checkedOn: on })])).toEqual([
      'evidence-link-dead',
    ])
    expect(rulesOf([aPiece(1, page)])).toEqual([])
  })
})

const rules = (change: Partial<typeof emptyEvidence>) =>
  checkEvidence({
    ...emptyEvidence,
    names: { kk: 'Сапа саясаты', ru: '', en: '' },
    types: ['policy'],
    url: 'https://university.example/policy',
    ...change,
  }).map(({ rule }) => rule)

describe('the fields of a piece', () => {
  it('are sound with a name, a type and an address', () => {
    expect(rules({})).toEqual([])
  })

  it.each(['', 'university.example', 'file:///etc/passwd', 'javascript:alert(1)', 'https://'])(
    'refuse the address %j',
    (url) => {
      expect(rules({ url })).toEqual(['evidence-url-form'])
    },
  )

  it('need a file where the piece is one, and a day where a page was looked at', () => {
    expect(rules({ kind: 'file', url: '' })).toEqual(['evidence-file-needed'])
    expect(rules({ isReachable: true })).toEqual(['evidence-check-without-day'])
  })
})

describe('what is offered for a criterion', () => {
  const esg = { code: 'esg', version: '2015' }
  const iso = { code: 'iso-9001', version: '2015' }
  const note = { kk: 'x', ru: 'x', en: 'x' }
  const crosswalk: Crosswalk = {
    format: 'qosdiplom-crosswalk',
    formatVersion: 1,
    from: esg,
    to: iso,
    source: note,
    links: [
      { from: '1.9', to: '9.1', strength: 'full', note: null },
      { from: '1.7', to: '9.1', strength: 'partial', note: null },
    ],
  }
  const target: OfferTarget = {
    assessmentId: id(1),
    cycleId: id(10),
    framework: iso,
    criterion: '9.1',
    evidenceIds: [],
    previousCycleId: id(11),
  }
  const source = (change: Partial<OfferSource>): OfferSource => ({
    assessmentId: id(2),
    cycleId: id(12),
    framework: esg,
    criterion: '1.9.a',
    evidenceIds: [id(50)],
    ...change,
  })
  const ids = (sources: OfferSource[], change: Partial<OfferTarget> = {}) =>
    offerEvidence({ ...target, ...change }, sources, [crosswalk]).map(({ evidenceId }) => evidenceId)

  acceptance('Q9: evidence on ESG 1.9 is offered on ISO 9001 9.1, and once it is linked no more', () => {
    expect(offerEvidence(target, [source({})], [crosswalk])).toEqual([
      {
        evidenceId: id(50),
        reasons: [
          { kind: 'crosswalk', assessmentId: id(2), framework: esg, criterion: '1.9.a', strength: 'full' },
        ],
      },
    ])
    expect(ids([source({})], { evidenceIds: [id(50)] })).toEqual([])
  })

  it('comes once with all its reasons, full ones first', () => {
    const partial = source({ criterion: '1.7.b', evidenceIds: [id(51), id(50)] })
    const offers = offerEvidence(target, [partial, source({})], [crosswalk])
    expect(offers.map(({ evidenceId, reasons }) => [evidenceId, reasons.length])).toEqual([
      [id(50), 2],
      [id(51), 1],
    ])
  })

  it('comes from the same criterion of the previous cycle only', () => {
    const same = { framework: iso, criterion: '9.1' }
    expect(ids([source({ ...same, cycleId: id(11) })])).toEqual([id(50)])
    expect(ids([source({ ...same, cycleId: id(12) })])).toEqual([])
    expect(ids([source({ framework: iso, criterion: '9.2', cycleId: id(11) })])).toEqual([])
  })

  it('does not come from standards that the crosswalk does not name', () => {
    expect(ids([source({ criterion: '1.10.a' }), source({ criterion: '1.1.a' })])).toEqual([])
  })
})

describe('a text that loses a citation', () => {
  it('keeps everything else', () => {
    const doc = (cited: boolean): RichText => ({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Бекітілген', marks: [{ type: 'bold' }] },
            ...(cited ? [{ type: 'evidence' as const, attrs: { id: id(1) } }] : []),
            { type: 'evidence', attrs: { id: id(2) } },
          ],
        },
      ],
    })
    expect(withoutCitations(doc(true), new Set([id(1)]))).toEqual(doc(false))
    expect(withoutCitations(doc(true), new Set([id(3)]))).toEqual(doc(true))
  })
})
