import { useMemo } from 'react'
import {
  accreditationKindSchema,
  accreditationSourceSchema,
  accreditationStateSchema,
  type accreditationColumns,
  type AccreditationSummary,
} from '../../shared/accreditation/accreditation.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { formatDay, formatNumber } from '../../shared/kernel/format.ts'
import type { Translate } from '../../shared/locales/i18n.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { TableColumn } from '../components/DataTable.tsx'
import { IncompleteBadge, StateBadge } from './StateBadge.tsx'

type Column = TableColumn<AccreditationSummary, (typeof accreditationColumns)[number]>

/** State and gaps of a record as one text, for export and copying. */
const stateText = (t: Translate, { state, missing }: AccreditationSummary): string =>
  missing.length === 0
    ? t(`accreditation:state.${state}`)
    : `${t(`accreditation:state.${state}`)}, ${t('accreditation:incomplete')}`

/** The columns of the register of accreditations. */
export function useAccreditationColumns(): readonly Column[] {
  const t = useText()
  const language = useLanguage()
  return useMemo(() => {
    const day = (value: Day | null) => (value === null ? '' : formatDay(value, language))
    const count = (value: number) => (value === 0 ? '' : formatNumber(value, language))
    return [
      {
        key: 'object',
        title: t('accreditation:field.object'),
        width: 320,
        sort: 'objectName',
        group: (value) => value,
        text: (row) => row.objectName,
      },
      {
        key: 'agency',
        title: t('accreditation:field.agencyId'),
        width: 120,
        sort: 'agencyName',
        group: (value) => value,
        text: (row) => row.agencyName,
      },
      {
        key: 'state',
        title: t('accreditation:column.state'),
        width: 270,
        sort: 'state',
        filter: 'states',
        group: (value) => t(`accreditation:state.${accreditationStateSchema.parse(value)}`),
        text: (row) => stateText(t, row),
        render: (row) => (
          <>
            <StateBadge state={row.state} /> <IncompleteBadge missing={row.missing} />
          </>
        ),
      },
      {
        key: 'ends',
        title: t('accreditation:field.validTo'),
        width: 120,
        sort: 'endsOn',
        align: 'end',
        filter: 'ends',
        day: (row) => row.endsOn,
        text: (row) => day(row.endsOn),
      },
      {
        key: 'from',
        title: t('accreditation:field.validFrom'),
        width: 120,
        sort: 'validFrom',
        align: 'end',
        day: (row) => row.validFrom,
        text: (row) => day(row.validFrom),
      },
      {
        key: 'scope',
        title: t('accreditation:field.isInternational'),
        width: 140,
        sort: 'isInternational',
        text: (row) => t(`accreditation:scope.${row.isInternational ? 'international' : 'national'}`),
      },
      {
        key: 'kind',
        title: t('accreditation:field.kind'),
        width: 170,
        sort: 'kind',
        group: (value) => t(`accreditation:kind.${accreditationKindSchema.parse(value)}`),
        text: (row) => t(`accreditation:kind.${row.kind}`),
      },
      {
        key: 'decision',
        title: t('accreditation:field.decision'),
        width: 200,
        sort: 'decision',
        text: (row) =>
          row.decision === null
            ? t('accreditation:decisionUnknown')
            : t(`accreditation:decision.${row.decision}`),
      },
      {
        key: 'conditions',
        title: t('accreditation:column.openConditions'),
        width: 150,
        sort: 'openConditions',
        align: 'end',
        number: (row) => row.openConditions,
        text: (row) => count(row.openConditions),
      },
      {
        key: 'source',
        title: t('accreditation:field.source'),
        width: 150,
        sort: 'source',
        filter: 'sources',
        group: (value) => t(`accreditation:source.${accreditationSourceSchema.parse(value)}`),
        text: (row) => t(`accreditation:source.${row.source}`),
      },
      {
        key: 'files',
        title: t('accreditation:column.files'),
        width: 90,
        sort: 'attachmentCount',
        align: 'end',
        number: (row) => row.attachmentCount,
        text: (row) => count(row.attachmentCount),
      },
      {
        key: 'certificate',
        title: t('accreditation:field.certificateNumber'),
        width: 150,
        sort: 'certificateNumber',
        isExtra: true,
        text: (row) => row.certificateNumber,
      },
      {
        key: 'source-id',
        title: t('accreditation:field.sourceId'),
        width: 140,
        isExtra: true,
        text: (row) => row.sourceId,
      },
    ] satisfies Column[]
  }, [t, language])
}
