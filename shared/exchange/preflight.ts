import { isBin } from '../kernel/bin.ts'
import { errorAt, type Problem, type RecordProblem, type RuleId, warningAt } from '../kernel/problem.ts'
import type { Language, RecordReference } from '../kernel/record.ts'
import type { Register } from '../reports/register.ts'
import { canonicalJson } from './canonical-json.ts'
import type { FilledSection } from './fill-form.ts'
import type { FormDefinition, FormEntity } from './form.ts'
import { checkCells } from './preflight-cells.ts'
import { checkRows } from './preflight-rows.ts'

/** Everything that stands between the records and the form, in the order of the form. */
export type Findings = {
  readonly errors: RecordProblem[]
  readonly warnings: RecordProblem[]
  /** Records of the subject that are not in the form; for knowledge, nothing has to be accepted. */
  readonly leftOut: RecordProblem[]
}

/**
 * Checks a filled form: what the receiver requires (errors stop the export) and what a person has to know and accept
 * (warnings). Every finding names the record and the field in which it is corrected; the same finding appears once.
 */
export function preflight(
  form: FormDefinition,
  sections: readonly FilledSection[],
  register: Register,
  language: Language,
): Findings {
  const found = distinct([
    ...checkInstitution(form, register),
    ...sections.flatMap((section) => [...checkRows(section, language), ...checkCells(section, language)]),
    ...checkForm(sections),
  ])
  const leftOut = sections.flatMap((section) =>
    section.leftOut.map(({ source, rule }) => ({
      ...warningAt(rule, ''),
      record: source.subject,
      label: source.names[language],
    })),
  )
  return {
    errors: found.filter((problem) => problem.severity === 'error'),
    warnings: found.filter((problem) => problem.severity === 'warning'),
    leftOut: distinct(leftOut),
  }
}

function checkInstitution(form: FormDefinition, register: Register): RecordProblem[] {
  const { institution } = register
  const at = (rule: RuleId, field: string): RecordProblem => ({
    ...errorAt(rule, field),
    record: { entity: 'institution', id: institution.id },
    label: '',
  })
  const problems: RecordProblem[] = []
  if (institution.bin === '') problems.push(at('ministry-bin-missing', 'bin'))
  else if (!isBin(institution.bin)) problems.push(at('ministry-bin-invalid', 'bin'))
  if (form.needsUniversityNumber && institution.epvoId === null) {
    problems.push(at('ministry-university-number-missing', 'epvoId'))
  }
  return problems
}

/** A warning about the form as a whole. */
function onForm(rule: RuleId, params: Problem['params'] = {}): RecordProblem {
  return { ...warningAt(rule, '', params), record: null, label: '' }
}

function checkForm(sections: readonly FilledSection[]): RecordProblem[] {
  const problems: RecordProblem[] = []
  if (sections[0]?.rows.length === 0) problems.push(onForm('ministry-form-empty'))
  const samples = sampleRecords(sections)
  if (samples > 0) problems.push(onForm('ministry-sample-records', { count: samples }))
  const unpublished = sections.flatMap(({ columns, rows }) =>
    rows.length === 0
      ? []
      : columns.filter(({ mapped }) => mapped.isListUnpublished).map(({ mapped }) => mapped.field),
  )
  if (unpublished.length > 0)
    problems.push(onForm('ministry-list-unpublished', { fields: unpublished.join(', ') }))
  return problems
}

/** How many invented records the form would carry. */
export function sampleRecords(sections: readonly FilledSection[]): number {
  const samples = new Set<string>()
  const entities: readonly FormEntity[] = ['partner', 'agreement', 'programme', 'cohort', 'accreditation']
  for (const { source } of sections.flatMap(({ rows }) => rows)) {
    for (const entity of entities) {
      const record = source.records[entity]
      if (record?.isSample === true) samples.add(record.id)
    }
  }
  return samples.size
}

function distinct(problems: readonly RecordProblem[]): RecordProblem[] {
  const seen = new Set<string>()
  return problems.filter((problem) => {
    const key = problemKey(problem)
    return seen.has(key) ? false : seen.add(key) !== undefined
  })
}

/** Names a finding by what it says and where, not by the words around it. */
export function problemKey({ rule, severity, field, params, record }: RecordProblem): string {
  return canonicalJson([severity, rule, recordKey(record), field, params])
}

const recordKey = (record: RecordReference | null): string =>
  record === null ? '' : `${record.entity} ${record.id}`
