import { MultiSelect } from '@mantine/core'
import { IconChartRadar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { PlaceHeader } from '../components/PlaceHeader.tsx'
import { StandardPictures } from './pictures/StandardPictures.tsx'
import { Trail } from './Trail.tsx'
import { useAllAssessments } from './use-all-assessments.ts'
import classes from './assessment.module.css'

/** As many as a picture can tell apart. */
const most = 5

/** Assessments of any cycles and scopes beside each other, in the order of their cycles. */
export function ComparePage() {
  const t = useText()
  const language = useLanguage()
  const all = useAllAssessments()
  const [chosen, setChosen] = useState<string[]>([])
  const compared = useQuery({
    ...orpc.assessment.compare.queryOptions({ input: { ids: chosen, language } }),
    enabled: chosen.length > 0,
  })
  const shown = (chosen.length === 0 ? [] : (compared.data ?? [])).toSorted((a, b) =>
    a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0,
  )
  return (
    <>
      <Trail />
      <PlaceHeader title={t('assessment:compare.title')} />
      <div className={classes.page}>
        <MultiSelect
          label={t('assessment:compare.choose')}
          description={t('assessment:compare.help')}
          searchable
          maxValues={most}
          nothingFoundMessage={t('common:select.nothing')}
          data={all.map(({ id, title, cycleName }) => ({ value: id, label: `${title} · ${cycleName}` }))}
          value={chosen}
          onChange={setChosen}
        />
        {shown.length === 0 ? (
          <EmptyState icon={IconChartRadar} title={t('assessment:compare.emptyTitle')} />
        ) : (
          <StandardPictures
            name="compared-standards"
            series={shown.map(({ id, title, cycleName, standards, total }) => ({
              key: id,
              title: `${title} · ${cycleName}`,
              standards,
              total,
            }))}
          />
        )}
      </div>
    </>
  )
}
