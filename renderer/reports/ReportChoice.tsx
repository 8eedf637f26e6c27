import { Button, Group, Input, Radio, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconFileTypePdf, IconFileTypeXls, IconFolderOpen, IconJson, type Icon } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { academicYearLabel, academicYearOf } from '../../shared/kernel/calendar.ts'
import type { FileGrant } from '../../shared/kernel/contract-base.ts'
import { languages, languageSchema } from '../../shared/kernel/record.ts'
import {
  reportKindSchema,
  type ReportFormat,
  type ReportKind,
  type ReportRequest,
} from '../../shared/reports/report.ts'
import { data, shell } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLongWork } from '../app/long-work.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useToday } from '../app/today.ts'
import { AcademicYearField } from '../components/AcademicYearField.tsx'
import { DayField } from '../components/DayField.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import classes from './reports.module.css'

/** Which report a person asks for. */
export type Choice = ReportRequest & { readonly report: ReportKind }

type ReportChoiceProps = { readonly choice: Choice; readonly onChange: (choice: Choice) => void }

const formats: readonly { readonly format: ReportFormat; readonly icon: Icon }[] = [
  { format: 'pdf', icon: IconFileTypePdf },
  { format: 'xlsx', icon: IconFileTypeXls },
  { format: 'json', icon: IconJson },
]

/** The report, its year, day and language, and the buttons that write the file. */
export function ReportChoice({ choice, onChange }: ReportChoiceProps) {
  const t = useText()
  const today = useToday()
  const languageLabel = useId()
  return (
    <div className={classes.choice}>
      <Stack gap="md">
        <Radio.Group
          label={t('reports:field.report')}
          value={choice.report}
          onChange={(report) => onChange({ ...choice, report: reportKindSchema.parse(report) })}
        >
          <Stack gap="sm" mt={4}>
            {reportKindSchema.options.map((kind) => (
              <Radio
                key={kind}
                value={kind}
                label={t(`reports:kind.${kind}`)}
                description={t(`reports:about.${kind}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <AcademicYearField
          w="100%"
          label={t('reports:field.year')}
          value={choice.academicYear}
          usual={academicYearOf(today)}
          required
          onChange={(year) => year !== null && onChange({ ...choice, academicYear: year })}
        />
        <DayField
          label={t('reports:field.on')}
          value={choice.on}
          isRequired
          onChange={(on) => on !== null && onChange({ ...choice, on })}
        />
        <div>
          <Input.Label labelElement="div" id={languageLabel}>
            {t('reports:field.language')}
          </Input.Label>
          <SegmentedControl
            fullWidth
            mt={4}
            aria-labelledby={languageLabel}
            value={choice.language}
            onChange={(language) => onChange({ ...choice, language: languageSchema.parse(language) })}
            data={languages.map((language) => ({ value: language, label: t(`common:language.${language}`) }))}
          />
        </div>
        <ExportButtons choice={choice} />
      </Stack>
    </div>
  )
}

function ExportButtons({ choice }: { readonly choice: Choice }) {
  const t = useText()
  const work = useLongWork(data.reports.export)
  const [written, setWritten] = useState<FileGrant | null>(null)
  const suggestedName = useSuggestedName(choice)
  const save = async (format: ReportFormat): Promise<void> => {
    const to = await shell.chooseTarget({ purpose: format, suggestedName: `${suggestedName}.${format}` })
    if (to === null) return
    setWritten(null)
    const result = await work.run({ ...choice, format, to })
    if (result === null) return
    setWritten(to)
    notifyDone(t('reports:saved', { name: result.name }))
  }
  return (
    <Stack gap="sm">
      {formats.map(({ format, icon: Icon }, index) => (
        <Button
          key={format}
          variant={index === 0 ? 'filled' : 'default'}
          disabled={work.isRunning}
          leftSection={<Icon size={18} aria-hidden />}
          onClick={() => void save(format).catch(notifyRefusal)}
        >
          {t(`reports:action.${format}`)}
        </Button>
      ))}
      {work.isRunning ? (
        <ProgressPanel
          progress={work.progress}
          label={stageLabel(t, work.progress?.stage)}
          onCancel={work.cancel}
        />
      ) : null}
      {work.error === null ? null : <ErrorNotice error={work.error} />}
      {written === null ? null : (
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="xs" c="dimmed" className={classes.fileName}>
            {t('reports:saved', { name: written.name })}
          </Text>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconFolderOpen size={16} aria-hidden />}
            onClick={() => void shell.reveal({ file: written }).catch(notifyRefusal)}
          >
            {t('reports:action.reveal')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

/** Name of the report with its year or day, in the language of the window; the person can change it. */
function useSuggestedName({ report, academicYear, on }: Choice): string {
  const t = useText()
  const when = report === 'summary' ? on : academicYearLabel(academicYear).replace('/', '-')
  return `${t(`reports:kind.${report}`)} ${when}`
}

function stageLabel(t: ReturnType<typeof useText>, stage: string | undefined): string {
  if (stage === 'writing') return t('reports:stage.writing')
  return stage === 'layout' ? t('reports:stage.layout') : t('reports:stage.records')
}
