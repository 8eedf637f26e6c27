import type {
  Criterion,
  FrameworkContent,
  LongLocalized,
  Standard,
} from '../../shared/frameworks/framework.ts'

/** The same words in three languages, told apart by the language's name. */
export function inThreeLanguages(text: string): LongLocalized {
  return { kk: `${text} (kk)`, ru: `${text} (ru)`, en: `${text} (en)` }
}

export function criterionOf(code: string, changes: Partial<Criterion> = {}): Criterion {
  return {
    code,
    text: inThreeLanguages(`Criterion ${code}`),
    guidance: inThreeLanguages(`Guidance ${code}`),
    evidenceTypes: ['policy'],
    onlyFor: null,
    number: null,
    isOwn: false,
    ...changes,
  }
}

export function standardOf(code: string, criteria: Criterion[]): Standard {
  return {
    code,
    title: inThreeLanguages(`Standard ${code}`),
    statement: inThreeLanguages(`Statement ${code}`),
    criteria,
  }
}

/** A sound framework of one part with the given standards. */
export function frameworkOf(
  standards: Standard[],
  changes: Partial<FrameworkContent> = {},
): FrameworkContent {
  return {
    format: 'qosdiplom-framework',
    formatVersion: 1,
    code: 'agency',
    version: '2026',
    titles: inThreeLanguages('Standards of an agency'),
    publisher: inThreeLanguages('An agency'),
    licence: inThreeLanguages('May be used freely'),
    source: 'https://example.org/standards',
    kind: 'standards',
    supersedes: null,
    parts: [{ code: '1', title: inThreeLanguages('Part 1'), standards }],
    ...changes,
  }
}
