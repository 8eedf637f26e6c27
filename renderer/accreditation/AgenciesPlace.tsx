import { Button } from '@mantine/core'
import { IconArrowLeft, IconBuildingCommunity, IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import {
  agencyRegisterSchema,
  type agencyColumns,
  type AgencyFilter,
  type AgencySummary,
} from '../../shared/accreditation/agency.ts'
import { formatDay, formatNumber } from '../../shared/kernel/format.ts'
import { countryName } from '../../shared/reference/countries.ts'
import { data } from '../app/client.ts'
import { runCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { TableColumn } from '../components/DataTable.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import type { FilterSpec } from '../components/FilterChips.tsx'
import { AnchorLink, ButtonLink } from '../components/links.tsx'
import { RecordPlace } from '../components/RecordPlace.tsx'
import { useListing } from '../components/table/use-listing.ts'
import { agencyList } from './accreditation-list.ts'
import { AgencyPage, NewAgency } from './AgencyPage.tsx'

const showRecord = (id: string | null) => (id === null ? <NewAgency /> : <AgencyPage key={id} id={id} />)

/** The bodies that accredit: those that come with the program and the university's own. */
export function AgenciesPlace() {
  const t = useText()
  const listing = useListing(agencyList, 'agencies')
  return (
    <RecordPlace
      entity="agency"
      view="agencies"
      title={t('accreditation:agency.title')}
      listing={listing}
      columns={useAgencyColumns()}
      filters={useAgencyFilters()}
      calls={data.agencies}
      newTitle={t('accreditation:agency.new')}
      detail={showRecord}
      actions={
        <ButtonLink
          to="/accreditation"
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
        >
          {t('accreditation:plan.back')}
        </ButtonLink>
      }
      empty={
        <EmptyState
          icon={IconBuildingCommunity}
          title={t('accreditation:agency.empty.title')}
          text={t('accreditation:agency.empty.text')}
        >
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => runCommand('new-record')}>
            {t('accreditation:agency.new')}
          </Button>
        </EmptyState>
      }
    />
  )
}

type Column = TableColumn<AgencySummary, (typeof agencyColumns)[number]>

function useAgencyColumns(): readonly Column[] {
  const t = useText()
  const language = useLanguage()
  return useMemo(
    () =>
      [
        {
          key: 'acronym',
          title: t('accreditation:agency.field.acronym'),
          width: 130,
          sort: 'acronym',
          text: (row) => row.acronym || row.name,
        },
        {
          key: 'name',
          title: t('accreditation:agency.field.names'),
          width: 380,
          sort: 'name',
          text: (row) => row.name,
        },
        {
          key: 'country',
          title: t('accreditation:agency.field.country'),
          width: 150,
          sort: 'countryName',
          group: (value) => value,
          text: (row) => row.countryName,
        },
        {
          key: 'deqar',
          title: t('accreditation:agency.field.deqarId'),
          width: 120,
          sort: 'deqarId',
          align: 'end',
          number: (row) => row.deqarId,
          text: (row) => (row.deqarId === null ? '' : String(row.deqarId)),
        },
        {
          key: 'epvo',
          title: t('accreditation:agency.field.epvoIds'),
          width: 150,
          text: (row) => row.epvoIds.join(', '),
        },
        {
          key: 'valid',
          title: t('accreditation:agency.column.validTo'),
          width: 160,
          sort: 'validTo',
          align: 'end',
          day: (row) => row.validTo,
          text: (row) => (row.validTo === null ? '' : formatDay(row.validTo, language)),
        },
        {
          key: 'count',
          title: t('accreditation:title'),
          width: 140,
          sort: 'accreditationCount',
          align: 'end',
          number: (row) => row.accreditationCount,
          text: (row) => (row.accreditationCount === 0 ? '' : formatNumber(row.accreditationCount, language)),
          render: (row) =>
            row.accreditationCount === 0 ? null : (
              <AnchorLink tabIndex={-1} to="/accreditation" search={{ agencyIds: [row.id] }}>
                {formatNumber(row.accreditationCount, language)}
              </AnchorLink>
            ),
        },
      ] satisfies Column[],
    [t, language],
  )
}

function useAgencyFilters(): readonly FilterSpec<AgencyFilter>[] {
  const t = useText()
  const language = useLanguage()
  return [
    {
      kind: 'set',
      id: 'countries',
      title: t('accreditation:agency.field.country'),
      facet: 'countries',
      selected: ({ countries }) => countries,
      change: (countries) => ({ countries: [...countries] }),
      titleOf: (code) => countryName(code, language),
    },
    {
      kind: 'set',
      id: 'registers',
      title: t('accreditation:agency.field.registers'),
      facet: 'registers',
      options: agencyRegisterSchema.options,
      selected: ({ registers }) => registers,
      change: (values) => ({
        registers: agencyRegisterSchema.options.filter((register) => values.includes(register)),
      }),
      titleOf: (value) => t(`accreditation:agency.register.${agencyRegisterSchema.parse(value)}`),
    },
    {
      kind: 'flag',
      id: 'isUsed',
      title: t('accreditation:title'),
      selected: ({ isUsed }) => isUsed,
      change: (isUsed) => ({ isUsed }),
      yes: t('accreditation:agency.used'),
      no: t('accreditation:agency.unused'),
    },
  ]
}
