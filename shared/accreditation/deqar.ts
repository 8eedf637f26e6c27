import type { Institution } from '../institution/institution.ts'
import type { LocalizedText } from '../kernel/record.ts'
import { nameIn } from '../kernel/localized.ts'
import type { Level } from '../programmes/programme.ts'
import type { Decision } from './accreditation.ts'

/** DEQAR's numbers for decisions. */
export const deqarDecisions: Readonly<Record<Decision, string>> = {
  positive: '1',
  conditional: '2',
  negative: '3',
  'not-applicable': '4',
}

/** The columns of one provider in the order of the template. */
const providerColumns = (role: 'institution' | 'platform', number: number): string[] =>
  ['deqar_id', 'eter_id', 'identifier', 'resource'].map((name) => `${role}[${number}].${name}`)

/**
 * The columns of SubmissionTemplate.xlsx in their order (DEQAR documentation, submission by CSV). `providers` is the
 * number of institutions in the file; everything else that may repeat stands once.
 */
export function deqarHeader(providers: number): string[] {
  const numbers = Array.from({ length: Math.max(1, providers) }, (_, index) => index + 1)
  return [
    'agency',
    'contributing_agencies[1]',
    'report_id',
    'local_identifier',
    'activities[1].id',
    'activities[1].group',
    'activities[1].local_identifier',
    'activities[1].agency',
    'status',
    'decision',
    'summary',
    'valid_from',
    'valid_to',
    'date_format',
    'file[1].original_location',
    'file[1].file',
    'file[1].file_name',
    'file[1].display_name',
    'file[1].report_language[1]',
    'link[1]',
    'link_display_name[1]',
    ...numbers.flatMap((number) => providerColumns('institution', number)),
    ...providerColumns('platform', 1),
    'programme[1].identifier[1]',
    'programme[1].name_primary',
    'programme[1].qualification_primary',
    'programme[1].name_alternative[1]',
    'programme[1].qualification_alternative[1]',
    'programme[1].country[1]',
    'programme[1].qf_ehea_level',
    'programme[1].nqf_level',
    'programme[1].degree_outcome',
    'programme[1].workload_ects',
    'programme[1].assessment_certification',
    'programme[1].learning_outcome[1]',
    'programme[1].learning_outcome_description',
    'programme[1].field_study',
    'other_comment',
  ]
}

/** A university as DEQAR knows it. */
export type DeqarProvider = {
  readonly deqarId: string
  readonly identifier: string
  readonly resource: string
}

export type DeqarReport = {
  readonly agencyDeqarId: number
  readonly localIdentifier: string
  readonly decision: Decision
  readonly validFrom: string
  readonly validTo: string | null
  readonly link: string
  readonly providers: readonly DeqarProvider[]
  /** Null: institutional. */
  readonly programme: DeqarProgramme | null
}

export type DeqarProgramme = {
  readonly names: LocalizedText
  readonly code: string
  readonly level: Level | null
  readonly iscedF: string
  readonly credits: number | null
  readonly countries: readonly string[]
  readonly isJoint: boolean
}

/** QF-EHEA levels as DEQAR numbers them: 1 first, 2 second, 3 third cycle. */
const cycles: Record<Level, string> = { bachelor: '1', master: '2', doctoral: '3' }

/** Who the home university is: DEQAR takes national numbers, for Kazakhstan the BIN. */
export function homeProvider({ bin }: Pick<Institution, 'bin'>): DeqarProvider {
  return { deqarId: '', identifier: bin, resource: bin === '' ? '' : 'KZ-BIN' }
}

/** A joint programme needs two providers at least (DEQAR, activity type "joint programme"). */
export function refuseReport({
  providers,
  programme,
}: Pick<DeqarReport, 'providers' | 'programme'>): boolean {
  return programme?.isJoint === true && providers.length < 2
}

/** One line of the template by column name; columns without a value are left out. */
export function deqarRow(report: DeqarReport): ReadonlyMap<string, string> {
  const { programme, providers } = report
  const values: [string, string][] = [
    ['agency', String(report.agencyDeqarId)],
    ['local_identifier', report.localIdentifier],
    // Accreditation is part of the obligatory system nowhere in Kazakhstan: article 9-1 of the law calls it voluntary.
    ['status', '2'],
    ['decision', deqarDecisions[report.decision]],
    ['valid_from', report.validFrom],
    ['valid_to', report.validTo ?? ''],
    ['date_format', '%Y-%m-%d'],
    ['link[1]', report.link],
    ...providers.flatMap(({ deqarId, identifier, resource }, index): [string, string][] => [
      [`institution[${index + 1}].deqar_id`, deqarId],
      [`institution[${index + 1}].identifier`, deqarId === '' ? identifier : ''],
      [`institution[${index + 1}].resource`, deqarId === '' ? resource : ''],
    ]),
    ...(programme === null ? [] : programmeValues(programme)),
  ]
  return new Map(values.filter(([, value]) => value !== ''))
}

function programmeValues(programme: DeqarProgramme): [string, string][] {
  return [
    ['programme[1].identifier[1]', programme.code],
    ['programme[1].name_primary', nameIn(programme.names, 'en')],
    ['programme[1].name_alternative[1]', programme.names.en === '' ? '' : nameIn(programme.names, 'kk')],
    ['programme[1].country[1]', programme.countries[0] ?? ''],
    ['programme[1].qf_ehea_level', programme.level === null ? '' : cycles[programme.level]],
    ['programme[1].degree_outcome', '1'],
    ['programme[1].workload_ects', programme.credits === null ? '' : String(programme.credits)],
    ['programme[1].field_study', programme.iscedF],
  ]
}
