import { Button, Kbd, Tabs, Text } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import type { OpenAssessment } from '../../shared/assessment/assessment.contract.ts'
import { criteriaByStandard } from '../../shared/assessment/score.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage, usePreferences } from '../app/preferences.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { PlaceHeader } from '../components/PlaceHeader.tsx'
import { SampleBadge } from '../components/SampleBadge.tsx'
import { CriterionPane } from './CriterionPane.tsx'
import { StandardPictures } from './pictures/StandardPictures.tsx'
import { ReportDialog } from './ReportDialog.tsx'
import { SectionPane } from './SectionPane.tsx'
import { StandardsNav } from './StandardsNav.tsx'
import { Trail } from './Trail.tsx'
import classes from './assessment.module.css'

/** One assessment: standards and criteria at the left, the answer to one of them beside. */
export function WorkPage() {
  const { id }: { id?: string } = useParams({ strict: false })
  const language = useLanguage()
  const open = useQuery({
    ...orpc.assessment.open.queryOptions({ input: { id: id ?? '', language } }),
    enabled: id !== undefined,
  })
  if (open.error !== null) return <ErrorNotice error={open.error} onRetry={() => void open.refetch()} />
  return open.data === undefined ? <div aria-busy="true" /> : <Work key={id} open={open.data} />
}

const searchSchema = z.object({ at: z.string().optional() })

/** When this assessment was looked at before; remembered on this computer, and from now on it is now. */
function useLastLook(id: string): string {
  const { preferences, remember } = usePreferences()
  const view = `looked:${id}`
  const [before] = useState(() => z.iso.datetime().catch('').parse(preferences.views[view]))
  useEffect(() => remember(view, new Date().toISOString()), [remember, view])
  return before
}

function Work({ open }: { readonly open: OpenAssessment }) {
  const t = useText()
  const language = useLanguage()
  const navigate = useNavigate()
  const search = searchSchema.catch({}).parse(useSearch({ strict: false }))
  const [isReporting, setReporting] = useState(false)
  const lastLook = useLastLook(open.summary.id)
  const { summary, content, cycle } = open
  const places = criteriaByStandard(content, summary.isDoubleDegree).flatMap(({ standard, criteria }) => [
    ...criteria,
    `section:${standard}`,
  ])
  const criteria = places.filter((place) => !place.startsWith('section:'))
  const at = places.find((place) => place === search.at) ?? criteria[0] ?? ''
  const go = (place: string) =>
    void navigate({ to: '/assessment/work/$id', params: { id: summary.id }, search: { at: place } })
  const step = (by: number) => {
    const next = criteria[criteria.indexOf(at) + by]
    if (next !== undefined && criteria.includes(at)) go(next)
  }
  return (
    <>
      <Trail cycle={{ id: cycle.id, name: nameIn(cycle.names, language) }} />
      <PlaceHeader
        title={summary.title}
        actions={
          <>
            {summary.isSample ? <SampleBadge /> : null}
            <Button
              variant="default"
              leftSection={<IconFileText size={18} aria-hidden />}
              onClick={() => setReporting(true)}
            >
              {t('assessment:report.title')}
            </Button>
          </>
        }
      />
      <Tabs defaultValue="work" keepMounted={false} className={classes.tabs}>
        <Tabs.List aria-label={t('common:panel.parts')}>
          <Tabs.Tab value="work">{t('assessment:work.texts')}</Tabs.Tab>
          <Tabs.Tab value="pictures">{t('assessment:picture.title')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="work" className={classes.tabPanel}>
          <div
            className={classes.work}
            role="presentation"
            onKeyDown={(event) => {
              if (!event.altKey || (event.key !== 'PageDown' && event.key !== 'PageUp')) return
              event.preventDefault()
              step(event.key === 'PageDown' ? 1 : -1)
            }}
          >
            <StandardsNav open={open} at={at} lastLook={lastLook} onGo={go} />
            <div className={classes.pane} id="answer" tabIndex={-1}>
              <Text size="xs" c="dimmed" className={classes.keys}>
                <Kbd size="xs">Alt</Kbd> + <Kbd size="xs">PageUp</Kbd> / <Kbd size="xs">PageDown</Kbd>{' '}
                {t('assessment:work.keys')}
              </Text>
              {at.startsWith('section:') ? (
                <SectionPane key={at} open={open} standard={at.slice('section:'.length)} />
              ) : (
                <CriterionPane key={at} open={open} criterion={at} onStep={step} />
              )}
            </div>
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="pictures" className={classes.tabPanel}>
          <div className={classes.page}>
            <StandardPictures
              name="assessment-standards"
              series={[
                { key: summary.id, title: summary.title, standards: summary.standards, total: summary.total },
              ]}
            />
          </div>
        </Tabs.Panel>
      </Tabs>
      {isReporting ? <ReportDialog open={open} onClose={() => setReporting(false)} /> : null}
    </>
  )
}
