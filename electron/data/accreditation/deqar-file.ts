import {
  type DeqarProvider,
  deqarHeader,
  type DeqarReport,
  deqarRow,
  homeProvider,
  refuseReport,
} from '../../../shared/accreditation/deqar.ts'
import type { Accreditation } from '../../../shared/accreditation/accreditation.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { normaliseIdentifier } from '../../../shared/partners/identifiers.ts'
import type { Partner } from '../../../shared/partners/partner.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { objectName } from './names.ts'

/** Accreditations as DEQAR's submission file (CSV, UTF-8), for the agency to check and hand in. */
export function writeDeqarFile(cache: RecordCache, records: readonly Accreditation[]): string {
  const reports = records.map((record) => reportOf(cache, record))
  const header = deqarHeader(Math.max(...reports.map(({ providers }) => providers.length)))
  const lines = reports.map((report) => {
    const row = deqarRow(report)
    return header.map((column) => row.get(column) ?? '')
  })
  return `${[header, ...lines].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}

const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Refuses with `deqar-incomplete` or `deqar-one-provider`, naming what is accredited. */
function reportOf(cache: RecordCache, record: Accreditation): DeqarReport {
  const object = objectName(cache, record.object, 'en')
  const agency = record.agencyId === null ? undefined : cache.agency.get(record.agencyId)
  const { validFrom, decision } = record
  if (agency?.deqarId == null || validFrom === null || decision === null)
    throw new AppError('deqar-incomplete', { object })
  const report: DeqarReport = {
    agencyDeqarId: agency.deqarId,
    localIdentifier: record.certificateNumber,
    decision,
    validFrom,
    validTo: record.validTo,
    link: record.reportUrl,
    providers: providersOf(cache, record),
    programme: programmeOf(cache, record),
  }
  if (refuseReport(report)) throw new AppError('deqar-one-provider', { object })
  return report
}

function providerOf(partner: Partner): DeqarProvider {
  const known = partner.identifiers.map(normaliseIdentifier)
  const value = (scheme: string) => known.find((identifier) => identifier.scheme === scheme)?.value ?? ''
  const schac = value('schac')
  return { deqarId: value('deqar'), identifier: schac, resource: schac === '' ? '' : 'SCHAC' }
}

function providersOf(cache: RecordCache, { object }: Accreditation): DeqarProvider[] {
  const [institution] = cache.institution.values()
  const home = institution === undefined ? [] : [homeProvider(institution)]
  if (object.kind === 'partner' || object.kind === 'partner-programme') {
    const partner = cache.partner.get(object.partnerId)
    return partner === undefined ? [] : [providerOf(partner)]
  }
  const programme = object.kind === 'programme' ? cache.programme.get(object.programmeId) : undefined
  if (programme?.features.includes('joint') !== true) return home
  const partners = programme.partners.flatMap(({ partnerId }) => cache.partner.get(partnerId) ?? [])
  return [...home, ...partners.map(providerOf)]
}

function programmeOf(cache: RecordCache, { object }: Accreditation): DeqarReport['programme'] {
  if (object.kind === 'institution' || object.kind === 'partner') return null
  if (object.kind !== 'programme') {
    const code = object.kind === 'other-programme' ? object.code : ''
    const names = { kk: '', ru: '', en: object.name }
    return { names, code, level: null, iscedF: '', credits: null, countries: [], isJoint: false }
  }
  const programme = cache.programme.get(object.programmeId)
  if (programme === undefined) return null
  const credits = programme.plan.reduce((sum, period) => sum + (period.credits ?? 0), 0)
  return {
    names: programme.names,
    code: programme.code,
    level: programme.level,
    iscedF: programme.iscedF,
    credits: credits === 0 ? null : credits,
    countries: ['KZ'],
    isJoint: programme.features.includes('joint'),
  }
}
