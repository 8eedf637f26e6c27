import type { AgreementStatus } from '../../shared/agreements/agreement.ts'
import { compareText } from '../../shared/kernel/collate.ts'
import type { Overview } from '../../shared/overview/overview.ts'
import { countryName } from '../../shared/reference/countries.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { BarItem } from './BarList.tsx'
import { BarSection } from './BarSection.tsx'
import { ContingentTrend } from './ContingentTrend.tsx'
import { DeadlineList } from './DeadlineList.tsx'
import { LapsingList } from './LapsingList.tsx'
import { ProblemCounts } from './ProblemCounts.tsx'
import { RiskList } from './RiskList.tsx'
import { Section } from './Section.tsx'
import classes from './overview.module.css'

/** Colours of the statuses: those of their badges. */
const statusColours: Record<AgreementStatus, string> = {
  expiring: 'var(--qos-warn)',
  renewing: 'var(--qos-info)',
  lapsed: 'var(--qos-bad)',
  active: 'var(--qos-good)',
  upcoming: 'var(--qos-info)',
  draft: 'var(--qos-muted)',
  terminated: 'var(--qos-muted)',
}

/** The blocks of the overview below the main numbers: what needs action first. */
export function OverviewSections({ overview }: { readonly overview: Overview }) {
  const t = useText()
  const { agreements, sources, risks, deadlines, problems, contingent } = overview
  return (
    <>
      <Section
        title={t('overview:section.risks')}
        nothing={risks.length === 0 ? t('overview:noRisks') : undefined}
      >
        <RiskList risks={risks} />
      </Section>
      <div className={classes.sections}>
        <AgreementBars overview={overview} />
        <Section
          title={t('overview:section.lapsing')}
          source={{ sources, entity: 'agreement' }}
          nothing={agreements.lapsing.length === 0 ? t('overview:noLapsing') : undefined}
        >
          <LapsingList lapsing={agreements.lapsing} />
        </Section>
        <Section
          title={t('overview:section.deadlines')}
          nothing={deadlines.length === 0 ? t('overview:noDeadlines') : undefined}
        >
          <DeadlineList deadlines={deadlines} />
        </Section>
        <ProgrammeBars overview={overview} />
        <ContingentTrend trend={contingent.trend} sources={sources} />
        <CountryBars overview={overview} />
        <Section
          title={t('overview:section.problems')}
          nothing={problems.records.length === 0 ? t('overview:noProblems') : undefined}
        >
          <ProblemCounts problems={problems} />
        </Section>
      </div>
    </>
  )
}

type PartProps = { readonly overview: Overview }

function AgreementBars({ overview: { agreements, sources } }: PartProps) {
  const t = useText()
  const statuses = agreements.byStatus.map(({ status, figure }): BarItem => ({
    key: status,
    label: t(`agreements:status.${status}`),
    figure,
    colour: statusColours[status],
  }))
  const declarative: BarItem = {
    key: 'declarative',
    label: t('agreements:status.declarative'),
    figure: agreements.declarative,
    colour: 'var(--qos-note)',
  }
  return (
    <BarSection
      name="agreements-by-status"
      title={t('overview:section.agreements')}
      what={t('reports:column.status')}
      source={{ sources, entity: 'agreement' }}
      items={[...statuses, declarative]}
    />
  )
}

function ProgrammeBars({ overview: { programmes, sources } }: PartProps) {
  const t = useText()
  const items = programmes.cells.map(({ level, format, figure }): BarItem => ({
    key: `${level} ${format}`,
    group: t(`programmes:levels.${level}`),
    label: format === '' ? t('overview:withoutFormat') : format,
    figure,
    colour: `var(--qos-level-${level})`,
  }))
  return (
    <BarSection
      name="programmes-by-format"
      title={t('overview:section.programmes')}
      what={t('programmes:field.format')}
      source={{ sources, entity: 'programme' }}
      items={items}
      nothing={t('overview:noProgrammes')}
    />
  )
}

function CountryBars({ overview: { partners, sources } }: PartProps) {
  const t = useText()
  const language = useLanguage()
  const nameOf = (country: string): string =>
    country === '' ? t('overview:unknownCountry') : countryName(country, language)
  const compare = compareText(language)
  const items = partners.byCountry
    .map(({ country, figure }): BarItem => ({
      key: country,
      label: nameOf(country),
      figure,
      colour: 'var(--mantine-primary-color-filled)',
    }))
    .toSorted((a, b) => b.figure.value - a.figure.value || compare(a.label, b.label))
  return (
    <BarSection
      name="partners-by-country"
      title={t('overview:section.countries')}
      what={t('partners:field.country')}
      source={{ sources, entity: 'partner' }}
      items={items}
      nothing={t('overview:noPartners')}
      isLong
    />
  )
}
