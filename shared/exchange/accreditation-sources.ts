import { type Accreditation, accreditationSourceSchema, objectKey } from '../accreditation/accreditation.ts'
import { accreditedName } from '../accreditation/object-name.ts'
import { byEnd, endOf, stateOn } from '../accreditation/state.ts'
import { academicYearLabel } from '../kernel/calendar.ts'
import { nameIn } from '../kernel/localized.ts'
import type { Language, LocalizedText } from '../kernel/record.ts'
import { byId, type Register } from '../reports/register.ts'
import type { RowKind } from './form.ts'
import type { FormPeriod, SourceRow } from './source-row.ts'

/** Rows about accreditation: the university itself, and each of its accreditations. */
export function accreditationSources(
  kind: Extract<RowKind, 'accreditation' | 'institution'>,
  register: Register,
  period: FormPeriod,
): SourceRow[] {
  return kind === 'institution' ? [institutionRow(register, period)] : accreditationRows(register, period)
}

function institutionRow(register: Register, period: FormPeriod): SourceRow {
  const { institution } = register
  const reference = { entity: 'institution' as const, id: institution.id }
  return {
    values: { institution, period: { ...period, label: academicYearLabel(period.academicYear) } },
    records: { institution: { ...reference, isSample: institution.isSample } },
    subject: reference,
    names: institution.names,
    partnerIndex: null,
  }
}

const sources = accreditationSourceSchema.options

/**
 * One row per accreditation of the university and its programmes. Of one object, agency and first day that several
 * sources name, the university's own record stands for all: the certificate is at hand.
 */
function accreditationRows(register: Register, period: FormPeriod): SourceRow[] {
  const own = register.accreditations.filter(
    ({ object }) => object.kind !== 'partner' && object.kind !== 'partner-programme',
  )
  const chosen = new Map<string, Accreditation>()
  for (const record of own.toSorted((a, b) => sources.indexOf(b.source) - sources.indexOf(a.source)))
    chosen.set(
      `${objectKey(record.object)} ${record.agencyId ?? record.id} ${record.validFrom ?? ''}`,
      record,
    )
  return [...chosen.values()]
    .toSorted(
      (a, b) => compare(objectKey(a.object), objectKey(b.object)) || byEnd(a, b) || compare(a.id, b.id),
    )
    .map((record) => rowOf(record, register, period))
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

function rowOf(record: Accreditation, register: Register, period: FormPeriod): SourceRow {
  const programmes = byId(register.programmes)
  const { institution } = register
  const programme = record.object.kind === 'programme' ? programmes.get(record.object.programmeId) : undefined
  const agency = record.agencyId === null ? undefined : byId(register.agencies).get(record.agencyId)
  const subject = { entity: 'accreditation' as const, id: record.id }
  const lookups = { institution, programme: (id: string) => programmes.get(id), partner: () => undefined }
  const names = (language: Language): string =>
    accreditedName(record.object, lookups, (texts: LocalizedText) => nameIn(texts, language))
  return {
    values: {
      institution,
      accreditation: { ...record, endsOn: endOf(record), state: stateOn(record, period.on) },
      object: objectFacts(record, programme === undefined ? null : programme),
      agency: agencyFacts(agency?.epvoIds[0] ?? null, agency?.acronym ?? record.agencyAtSource),
      period: { ...period, label: academicYearLabel(period.academicYear) },
    },
    records: {
      institution: { entity: 'institution', id: institution.id, isSample: institution.isSample },
      accreditation: { ...subject, isSample: record.isSample },
      ...(programme === undefined
        ? {}
        : { programme: { entity: 'programme', id: programme.id, isSample: programme.isSample } }),
    },
    subject,
    names: { kk: names('kk'), ru: names('ru'), en: names('en') },
    partnerIndex: null,
  }
}

const agencyFacts = (number: number | null, name: string): object => ({ number, name })

/** The programme that is accredited; the university as a whole has neither code nor name of a programme. */
function objectFacts(
  { object }: Accreditation,
  programme: { readonly code: string; readonly names: LocalizedText } | null,
): object {
  const facts = { kind: object.kind === 'institution' ? 'institution' : 'programme' }
  if (object.kind === 'other-programme') return { ...facts, code: object.code, name: object.name }
  return programme === null
    ? { ...facts, code: '', name: '' }
    : { ...facts, code: programme.code, name: nameIn(programme.names, 'ru') }
}
