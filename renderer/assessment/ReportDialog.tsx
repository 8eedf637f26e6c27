import { Alert, Button, Divider, Group, Modal, Select, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconFileTypeDocx, IconFileTypePdf, IconFolder, IconFolderOpen, IconZip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { OpenAssessment } from '../../shared/assessment/assessment.contract.ts'
import type { SelfEvaluationRequest } from '../../shared/assessment/report/self-evaluation.contract.ts'
import type { FileGrant } from '../../shared/kernel/contract-base.ts'
import { formatNumber } from '../../shared/kernel/format.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { languages, languageSchema } from '../../shared/kernel/record.ts'
import { data, orpc, shell } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLongWork } from '../app/long-work.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { ProgressPanel } from '../components/ProgressPanel.tsx'
import classes from './assessment.module.css'

type ReportDialogProps = { readonly open: OpenAssessment; readonly onClose: () => void }

/** Language, structure and scale of the self-evaluation report, and its files. */
export function ReportDialog({ open, onClose }: ReportDialogProps) {
  const t = useText()
  const language = useLanguage()
  const templates = useQuery(orpc.selfEvaluation.templates.queryOptions()).data
  const scales = useQuery(orpc.frameworks.scales.queryOptions()).data ?? []
  const [request, setRequest] = useState<Omit<SelfEvaluationRequest, 'template'>>({
    assessmentId: open.summary.id,
    language,
    scale: open.cycle.scaleCode,
  })
  const [chosen, setTemplate] = useState<string | null>(null)
  const template = templates?.find(({ code }) => code === chosen) ?? templates?.[0]
  const languageLabel = useId()
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('assessment:report.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {template === undefined ? (
        <div aria-busy="true" />
      ) : (
        <Stack gap="md">
          <div>
            <Text id={languageLabel} size="sm" fw={500} mb={4}>
              {t('assessment:report.language')}
            </Text>
            <SegmentedControl
              fullWidth
              aria-labelledby={languageLabel}
              value={request.language}
              onChange={(value) => setRequest({ ...request, language: languageSchema.parse(value) })}
              data={languages.map((each) => ({ value: each, label: t(`common:language.${each}`) }))}
            />
          </div>
          <Select
            label={t('assessment:report.template')}
            description={nameIn(template.source, language)}
            allowDeselect={false}
            data={(templates ?? []).map(({ code, titles }) => ({
              value: code,
              label: nameIn(titles, language),
            }))}
            value={template.code}
            onChange={setTemplate}
          />
          <Select
            label={t('assessment:cycle.scale')}
            clearable
            placeholder={t('assessment:cycle.ownScale')}
            data={scales.map(({ code, titles }) => ({ value: code, label: nameIn(titles, language) }))}
            value={request.scale}
            onChange={(scale) => setRequest({ ...request, scale })}
          />
          <Check request={{ ...request, template: template.code }} />
          <Files request={{ ...request, template: template.code }} title={open.summary.title} />
        </Stack>
      )}
    </Modal>
  )
}

/** What the report lacks, before it leaves the house. */
function Check({ request }: { readonly request: SelfEvaluationRequest }) {
  const t = useText()
  const language = useLanguage()
  const check = useQuery(orpc.selfEvaluation.check.queryOptions({ input: request }))
  if (check.data === undefined) return <div aria-busy="true" />
  const { applicable, assessed, approved, annexes } = check.data
  const numbers = {
    applicable: formatNumber(applicable, language),
    assessed: formatNumber(assessed, language),
    approved: formatNumber(approved, language),
  }
  const marked = annexes.filter(({ state }) => state === 'missing' || state === 'withheld')
  return (
    <Alert color={approved < applicable || marked.length > 0 ? 'orange' : 'teal'} variant="light">
      <Text size="sm">{t('assessment:report.state', numbers)}</Text>
      <Text size="sm">{t('assessment:report.cited', { count: annexes.length })}</Text>
      <ul className={classes.plain}>
        {marked.map(({ number, name, state }) => (
          <li key={number}>
            {t('self-evaluation:annex.cited', { number })}: {name},{' '}
            {state === 'missing' ? t('self-evaluation:annex.missing') : t('assessment:report.withheld')}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

type FilesProps = { readonly request: SelfEvaluationRequest; readonly title: string }

function Files({ request, title }: FilesProps) {
  const t = useText()
  const today = useToday()
  const report = useLongWork(data.selfEvaluation.export)
  const pack = useLongWork(data.selfEvaluation.package)
  const [written, setWritten] = useState<FileGrant | null>(null)
  const work = report.isRunning ? report : pack.isRunning ? pack : null
  const error = report.error ?? pack.error
  const done = (to: FileGrant, result: { name: string } | null) => {
    if (result === null) return
    setWritten(to)
    notifyDone(t('reports:saved', { name: result.name }))
  }
  const saveReport = async (format: 'docx' | 'pdf'): Promise<void> => {
    const name = `${t('self-evaluation:title')} ${title} ${today}`.slice(0, 180)
    const to = await shell.chooseTarget({ purpose: format, suggestedName: `${name}.${format}` })
    if (to === null) return
    setWritten(null)
    done(to, await report.run({ ...request, format, to }))
  }
  const savePackage = async (content: 'annexes' | 'reviewers', as: 'archive' | 'folder'): Promise<void> => {
    const name = `${t(`assessment:report.${content}`)} ${title} ${today}`.slice(0, 180)
    const to = await shell.chooseTarget(
      as === 'folder'
        ? { purpose: 'folder', suggestedName: name }
        : { purpose: 'zip', suggestedName: `${name}.zip` },
    )
    if (to === null) return
    setWritten(null)
    done(to, await pack.run({ ...request, content, as, to }))
  }
  const isBusy = work !== null
  const packageLine = (content: 'annexes' | 'reviewers') => (
    <Group key={content} justify="space-between" align="start" wrap="nowrap">
      <div>
        <Text size="sm" fw={500}>
          {t(`assessment:report.${content}`)}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`assessment:report.${content}Help`)}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        {(['archive', 'folder'] as const).map((as) => (
          <Button
            key={as}
            size="compact-sm"
            variant="default"
            disabled={isBusy}
            aria-label={`${t(`assessment:report.${content}`)}: ${t(`assessment:report.${as}`)}`}
            leftSection={
              as === 'archive' ? <IconZip size={16} aria-hidden /> : <IconFolder size={16} aria-hidden />
            }
            onClick={() => void savePackage(content, as).catch(notifyRefusal)}
          >
            {t(`assessment:report.${as}`)}
          </Button>
        ))}
      </Group>
    </Group>
  )
  return (
    <Stack gap="sm">
      <Group grow>
        <Button
          disabled={isBusy}
          leftSection={<IconFileTypeDocx size={18} aria-hidden />}
          onClick={() => void saveReport('docx').catch(notifyRefusal)}
        >
          {t('assessment:report.docx')}
        </Button>
        <Button
          variant="default"
          disabled={isBusy}
          leftSection={<IconFileTypePdf size={18} aria-hidden />}
          onClick={() => void saveReport('pdf').catch(notifyRefusal)}
        >
          {t('assessment:report.pdf')}
        </Button>
      </Group>
      <Divider />
      {packageLine('annexes')}
      {packageLine('reviewers')}
      {work === null ? null : (
        <ProgressPanel
          progress={work.progress}
          label={work.progress?.stage === 'writing' ? t('reports:stage.writing') : t('reports:stage.layout')}
          onCancel={work.cancel}
        />
      )}
      {error === null ? null : <ErrorNotice error={error} />}
      {written === null ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconFolderOpen size={16} aria-hidden />}
          onClick={() => void shell.reveal({ file: written }).catch(notifyRefusal)}
        >
          {t('reports:action.reveal')}
        </Button>
      )}
    </Stack>
  )
}
