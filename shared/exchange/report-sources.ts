import { academicYearLabel } from '../kernel/calendar.ts'
import { nameIn } from '../kernel/localized.ts'
import type { LocalizedText } from '../kernel/record.ts'
import { levels } from '../programmes/programme.ts'
import { countryName } from '../reference/countries.ts'
import { type DoubleDegreeReport, takeDoubleDegreeReport } from '../reports/double-degree.ts'
import type { Comparison } from '../reports/figure.ts'
import { byId, type Register } from '../reports/register.ts'
import type { RowKind } from './form.ts'
import { type FormPeriod, platformNumber, type SourceRow } from './source-row.ts'

type ReportRowKind = Extract<RowKind, `report-${string}`>

/** Rows of the yearly double-degree report; its numbers are those of `takeDoubleDegreeReport`, nothing is counted twice. */
export function reportSources(kind: ReportRowKind, register: Register, period: FormPeriod): SourceRow[] {
  const report = takeDoubleDegreeReport(register, period.academicYear, period.on)
  const common = {
    institution: register.institution,
    period: { ...period, label: academicYearLabel(period.academicYear) },
  }
  return rowsOf[kind](report, register).map((row) => ({
    values: { ...common, row: row.values },
    records: row.records,
    subject: row.subject,
    names: row.names,
    partnerIndex: null,
  }))
}

type ReportRow = Pick<SourceRow, 'records' | 'subject' | 'names'> & { readonly values: object }

type ReportRows = (report: DoubleDegreeReport, register: Register) => ReportRow[]

const rowsOf: Record<ReportRowKind, ReportRows> = {
  'report-total': totals,
  'report-level': byLevel,
  'report-format': byFormat,
  'report-country': byCountry,
  'report-partner': partnerRows,
  'report-programme': programmeRows,
}

function byFormat(report: DoubleDegreeReport): ReportRow[] {
  return report.formats.map(({ level, format, programmes }) =>
    aggregate({ level, format, programmes: flat(programmes) }),
  )
}

function byCountry(report: DoubleDegreeReport): ReportRow[] {
  return report.byCountry.map(({ country, partners, programmes }) => {
    const names = countryNames(country)
    return { ...aggregate({ country, names, partners: partners.value, programmes: programmes.value }), names }
  })
}

/** A number beside last year's, as three values. */
const flat = ({ figure, previous, changePercent }: Comparison): object => ({
  value: figure.value,
  previous,
  changePercent,
})

function aggregate(values: object): ReportRow {
  return { values, records: {}, subject: null, names: { kk: '', ru: '', en: '' } }
}

function totals(report: DoubleDegreeReport): ReportRow[] {
  return [
    aggregate({ indicator: 'programmes', ...flat(report.programmes) }),
    aggregate({ indicator: 'partners', ...flat(report.partners) }),
    aggregate({ indicator: 'countries', ...flat(report.countries) }),
    aggregate({ indicator: 'contingent', ...flat(report.contingent) }),
  ]
}

function byLevel(report: DoubleDegreeReport): ReportRow[] {
  return levels.map((level) =>
    aggregate({
      level,
      programmes: flat(report.programmesByLevel[level]),
      contingent: flat(report.contingentByLevel[level]),
    }),
  )
}

function countryNames(code: string): LocalizedText {
  const name = (language: 'kk' | 'ru' | 'en'): string => (code === '' ? '' : countryName(code, language))
  return { kk: name('kk'), ru: name('ru'), en: name('en') }
}

function partnerRows(report: DoubleDegreeReport, register: Register): ReportRow[] {
  const partners = byId(register.partners)
  const programmeCounts = new Map<string, number>()
  for (const row of report.rows) {
    for (const { id } of row.partners) programmeCounts.set(id, (programmeCounts.get(id) ?? 0) + 1)
  }
  const rows = [...programmeCounts].flatMap(([id, programmes]) => {
    const partner = partners.get(id)
    if (partner === undefined) return []
    const reference = { entity: 'partner', id } as const
    return {
      values: { names: partner.names, country: partner.country, number: platformNumber(partner), programmes },
      records: { partner: { ...reference, isSample: partner.isSample } },
      subject: reference,
      names: {
        kk: nameIn(partner.names, 'kk'),
        ru: nameIn(partner.names, 'ru'),
        en: nameIn(partner.names, 'en'),
      },
    }
  })
  return rows.toSorted((a, b) => (a.values.country + a.subject.id < b.values.country + b.subject.id ? -1 : 1))
}

function programmeRows(report: DoubleDegreeReport, register: Register): ReportRow[] {
  const programmes = byId(register.programmes)
  return report.rows.map((row) => {
    const programme = programmes.get(row.id)
    const reference = { entity: 'programme', id: row.id } as const
    const label = (language: 'kk' | 'ru' | 'en'): string =>
      `${row.code} ${nameIn(row.names, language)}`.trim()
    return {
      values: {
        ...row,
        id: row.id,
        number: programme?.epvoId ?? null,
        registerStatus: programme?.registerStatus ?? null,
        partnerNames: row.partners.map((partner) => nameIn(partner.names, 'ru')).join('; '),
        partnerCountries: [...new Set(row.partners.map((partner) => partner.country))]
          .filter((code) => code !== '')
          .join(', '),
      },
      records: { programme: { ...reference, isSample: programme?.isSample ?? false } },
      subject: reference,
      names: { kk: label('kk'), ru: label('ru'), en: label('en') },
    }
  })
}
