import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconAlertCircle, IconAlertTriangle, IconPackageExport } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { academicYearLabel, academicYearOf } from '../../shared/kernel/calendar.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { formatNumber } from '../../shared/kernel/format.ts'
import {
  type FormId,
  type FormRequest,
  formRequestSchema,
  type Preflight,
} from '../../shared/ministry/ministry.ts'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLongWork } from '../app/long-work.ts'
import { useOpenRecord } from '../app/open-record.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { AcademicYearField } from '../components/AcademicYearField.tsx'
import { DayField } from '../components/DayField.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { ProblemList } from '../components/ProblemList.tsx'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import { MinistryPage, Section } from './MinistryPage.tsx'
import classes from './ministry.module.css'
import { PackageTable } from './PackageTable.tsx'
import { Preview } from './Preview.tsx'

/** One form: for which year and day, what stands in the way, the rows as they will be sent, and the packages made. */
export function FormPage({ form }: { readonly form: FormId }) {
  const t = useText()
  const language = useLanguage()
  const today = useToday()
  const thisYear = academicYearOf(today)
  const { academicYear, on, choose } = usePeriod(thisYear, today)
  const request: FormRequest = { form, academicYear, on, language }
  const forms = useQuery(
    orpc.ministry.forms.queryOptions({
      input: { academicYear, on: today, language },
      placeholderData: keepPreviousData,
    }),
  )
  const preflight = useQuery(
    orpc.ministry.preflight.queryOptions({ input: request, placeholderData: keepPreviousData }),
  )
  const definition = forms.data?.find((candidate) => candidate.form === form)

  return (
    <MinistryPage title={t(`ministry:formName.${form}`)} hasBack>
      <Stack gap="xs" pt="md">
        <Text fw={700}>{definition?.title}</Text>
        <Text maw={760}>{definition?.purpose}</Text>
        {definition === undefined ? null : (
          <Text size="xs" c="dimmed">
            {t('ministry:formVersion', {
              version: definition.formVersion,
              mapping: definition.mappingVersion,
              document: definition.source.document,
              place: definition.source.place,
            })}
          </Text>
        )}
        <div className={classes.controls}>
          <AcademicYearField
            label={t('ministry:academicYear')}
            value={academicYear}
            usual={thisYear}
            required
            onChange={(year) => choose({ academicYear: year ?? thisYear, on })}
          />
          <DayField
            label={t('ministry:asOf')}
            value={on}
            isRequired
            onChange={(day) => choose({ academicYear, on: day ?? today })}
          />
        </div>
      </Stack>
      {preflight.isError ? (
        <ErrorNotice error={preflight.error} onRetry={() => void preflight.refetch()} />
      ) : null}
      {preflight.data === undefined ? null : (
        <Checked
          key={preflight.data.warningsDigest}
          preflight={preflight.data}
          request={request}
          isChecking={preflight.isPlaceholderData}
        />
      )}
      <Section title={t('ministry:preview.title')}>
        <Preview request={request} />
      </Section>
      <Section title={t('ministry:packages', { year: academicYearLabel(academicYear) })}>
        <PackageTable form={form} academicYear={academicYear} />
      </Section>
    </MinistryPage>
  )
}

const periodSchema = z.object({
  year: formRequestSchema.shape.academicYear.optional().catch(undefined),
  on: formRequestSchema.shape.on.optional().catch(undefined),
})

type Period = Pick<FormRequest, 'academicYear' | 'on'>

/** Year and day stand in the address: whoever opens a record from here and comes back finds them as they were. */
function usePeriod(thisYear: number, today: Day): Period & { choose: (period: Period) => void } {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const { year = thisYear, on = today } = periodSchema.parse(search)
  return {
    academicYear: year,
    on,
    choose: (period) =>
      void navigate({ to: '.', search: { year: period.academicYear, on: period.on }, replace: true }),
  }
}

type CheckedProps = {
  readonly preflight: Preflight
  readonly request: FormRequest
  /** What is shown is the answer to an earlier question; the one to this is on its way. */
  readonly isChecking: boolean
}

function Checked({ preflight, request, isChecking }: CheckedProps) {
  const t = useText()
  const language = useLanguage()
  const openRecord = useOpenRecord()
  const { errors, warnings, leftOut, rowCount } = preflight
  return (
    <Section title={t('ministry:preflight.title')}>
      <Stack gap="md" className={classes.checking} aria-busy={isChecking}>
        <Verdict preflight={preflight} />
        <Text>
          {t('ministry:preflight.rows', { count: rowCount, rows: formatNumber(rowCount, language) })}
        </Text>
        {errors.length === 0 ? null : <ProblemList problems={errors} onOpen={openRecord} />}
        {warnings.length === 0 ? null : (
          <details open={errors.length === 0}>
            <summary>{t('ministry:preflight.warnings', { count: warnings.length })}</summary>
            <ProblemList problems={warnings} onOpen={openRecord} />
          </details>
        )}
        {leftOut.length === 0 ? null : (
          <details>
            <summary>{t('ministry:preflight.leftOut', { count: leftOut.length })}</summary>
            <ProblemList problems={leftOut} onOpen={openRecord} />
          </details>
        )}
        <BuildPackage preflight={preflight} request={request} isChecking={isChecking} />
      </Stack>
    </Section>
  )
}

function Verdict({ preflight: { errors, warnings } }: { readonly preflight: Preflight }) {
  const t = useText()
  if (errors.length > 0) {
    return (
      <div className={classes.verdict} data-tone="bad" role="status">
        <IconAlertCircle size={20} aria-hidden />
        {t('ministry:preflight.errors', { count: errors.length })}
      </div>
    )
  }
  if (warnings.length > 0) {
    return (
      <div className={classes.verdict} data-tone="warn" role="status">
        <IconAlertTriangle size={20} aria-hidden />
        {t('ministry:preflight.onlyWarnings', { count: warnings.length })}
      </div>
    )
  }
  return (
    <div className={classes.verdict} data-tone="good" role="status">
      <IconCircleCheck size={20} aria-hidden />
      {t('ministry:preflight.clean')}
    </div>
  )
}

/** Builds the next revision; warnings must be accepted, and the package keeps them. */
function BuildPackage({ preflight, request, isChecking }: CheckedProps) {
  const t = useText()
  const navigate = useNavigate()
  const isReadOnly = useIsReadOnly()
  const [isAccepted, setAccepted] = useState(false)
  const work = useLongWork(data.ministry.build)
  const { errors, warnings, warningsDigest } = preflight
  const mustAccept = warnings.length > 0

  async function build() {
    const acceptedWarnings = mustAccept ? warningsDigest : null
    const built = await work.run({ ...request, acceptedWarnings })
    if (built !== null) await navigate({ to: '/ministry/$id', params: { id: built.id } })
  }

  return (
    <Stack gap="sm">
      {mustAccept && errors.length === 0 ? (
        <Checkbox
          checked={isAccepted}
          onChange={(event) => setAccepted(event.currentTarget.checked)}
          label={t('ministry:build.accept', { count: warnings.length })}
        />
      ) : null}
      <Group gap="md">
        <Button
          leftSection={<IconPackageExport size={16} aria-hidden />}
          disabled={isReadOnly || isChecking || errors.length > 0 || (mustAccept && !isAccepted)}
          loading={work.isRunning}
          onClick={() => void build()}
        >
          {t('ministry:build.action')}
        </Button>
        {errors.length > 0 ? (
          <Text size="sm" c="dimmed">
            {t('ministry:build.afterErrors')}
          </Text>
        ) : null}
      </Group>
      {work.isRunning ? (
        <ProgressPanel progress={work.progress} label={t('ministry:build.running')} onCancel={work.cancel} />
      ) : null}
      {work.error === null ? null : <ErrorNotice error={work.error} />}
    </Stack>
  )
}
