import { Button, Select, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft, IconFileImport } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FileGrant } from '../../shared/kernel/contract-base.ts'
import { academicYearOf } from '../../shared/kernel/calendar.ts'
import { emptySurvey, type SurveyFields } from '../../shared/surveys/survey.ts'
import type { ColumnChoice } from '../../shared/surveys/survey-file.ts'
import type { SurveyPreview } from '../../shared/surveys/surveys.contract.ts'
import { data, shell } from '../app/client.ts'
import { useDroppedFiles } from '../app/dropped-files.ts'
import { useText } from '../app/i18n.ts'
import { notifyRefusal, offerUndo } from '../app/notify.tsx'
import { useToday } from '../app/today.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { ButtonLink } from '../components/links.tsx'
import { PlaceHeader } from '../components/PlaceHeader.tsx'
import classes from '../stakeholders/stakeholders.module.css'
import { ColumnTable } from './ColumnTable.tsx'
import { ImportHead } from './ImportHead.tsx'

type Request = {
  readonly file: FileGrant
  readonly sheet: string | null
  readonly choices: ColumnChoice[] | null
  readonly quotes: 'none' | 'unmarked' | 'all'
}
type Reading = { readonly request: Request; readonly preview: SurveyPreview }

/** Import of survey results: choose a file, see how it is understood, correct it, take it over as one survey. */
export function ImportPage() {
  const t = useText()
  const work = useSurveyImport()
  const { reading, head } = work
  useDroppedFiles(([file]) => {
    if (file !== undefined) work.read({ file, sheet: null, choices: null, quotes: 'unmarked' })
  })
  return (
    <div className={classes.place}>
      <PlaceHeader
        title={t('surveys:import.title')}
        count={reading?.request.file.name}
        actions={
          <>
            <ButtonLink to="/surveys" variant="default" leftSection={<IconArrowLeft size={18} aria-hidden />}>
              {t('surveys:import.back')}
            </ButtonLink>
            <Button
              variant={reading === null ? 'filled' : 'default'}
              leftSection={<IconFileImport size={18} aria-hidden />}
              loading={work.isBusy && reading === null}
              onClick={work.choose}
            >
              {t('surveys:import.choose')}
            </Button>
            {reading === null ? null : (
              <Button loading={work.isBusy} onClick={work.take}>
                {t('surveys:import.take')}
              </Button>
            )}
          </>
        }
      />
      <div className={classes.scroll}>
        {reading === null ? (
          <EmptyState
            icon={IconFileImport}
            title={t('surveys:import.empty.title')}
            text={t('surveys:import.empty.text')}
          />
        ) : (
          <Stack gap="lg" maw={1200}>
            <ImportHead head={head} onChange={work.setHead} />
            <Understood reading={reading} onRead={work.read} />
            <ColumnTable
              preview={reading.preview}
              onChange={(choices) => work.read({ ...reading.request, choices })}
            />
            <Problems preview={reading.preview} />
          </Stack>
        )}
      </div>
    </div>
  )
}

function useSurveyImport() {
  const t = useText()
  const navigate = useNavigate()
  const today = useToday()
  const [reading, setReading] = useState<Reading | null>(null)
  const [head, setHead] = useState<SurveyFields>(() => emptySurvey(academicYearOf(today)))
  const [isBusy, setBusy] = useState(false)
  const during = (work: () => Promise<void>) => {
    setBusy(true)
    work()
      .catch(notifyRefusal)
      .finally(() => setBusy(false))
  }
  const load = async (request: Request) => {
    setReading({ request, preview: await data.surveys.preview(request) })
  }
  return {
    reading,
    head,
    setHead,
    isBusy,
    read: (request: Request) => during(() => load(request)),
    choose: () =>
      during(async () => {
        const [file] = await shell.chooseFiles({ purpose: 'register', multiple: false })
        if (file !== undefined) await load({ file, sheet: null, choices: null, quotes: 'unmarked' })
      }),
    take: () =>
      during(async () => {
        if (reading === null) return
        const { names, audience, period, programmeId, invited } = head
        const fields = { names, audience, period, programmeId, invited }
        const { record } = await data.surveys.take({ ...reading.request, head: fields })
        offerUndo(t('surveys:import.done'), () => data.surveys.remove({ records: [record] }))
        await navigate({ to: '/surveys/$id', params: { id: record.id } })
      }),
  }
}

type UnderstoodProps = { readonly reading: Reading; readonly onRead: (request: Request) => void }

/** How the file was understood, and what becomes of the answers in words. */
function Understood({ reading, onRead }: UnderstoodProps) {
  const t = useText()
  const { preview, request } = reading
  const unknown = preview.programmes.filter(({ isKnown, name }) => !isKnown && name !== '')
  const lines = [
    t(`surveys:import.layout.${preview.layout}`),
    t('surveys:import.answered', { count: preview.answered }),
    ...(preview.problemCount > 0 ? [t('surveys:import.problems', { count: preview.problemCount })] : []),
    ...(preview.pooled > 0 ? [t('surveys:import.pooled', { count: preview.pooled })] : []),
    ...(preview.hiddenQuestions > 0
      ? [t('surveys:import.hiddenQuestions', { count: preview.hiddenQuestions })]
      : []),
    ...(unknown.length > 0
      ? [t('surveys:import.unknownProgrammes', { names: unknown.map(({ name }) => name).join(', ') })]
      : []),
  ]
  return (
    <div>
      <div role="status">
        {lines.map((line) => (
          <Text key={line} size="sm">
            {line}
          </Text>
        ))}
      </div>
      {preview.sheets.length > 1 ? (
        <Select
          label={t('surveys:import.sheet')}
          maw={360}
          data={preview.sheets}
          value={preview.sheet}
          allowDeselect={false}
          onChange={(sheet) => onRead({ ...request, sheet, choices: null })}
        />
      ) : null}
      {preview.texts === 0 ? null : (
        <Select
          label={t('surveys:import.quotes', { count: preview.texts })}
          maw={560}
          data={(['unmarked', 'none', 'all'] as const).map((value) => ({
            value,
            label: t(`surveys:import.quotesChoice.${value}`, { marked: preview.markedTexts }),
          }))}
          value={request.quotes}
          allowDeselect={false}
          onChange={(value) =>
            onRead({ ...request, quotes: value === 'all' || value === 'none' ? value : 'unmarked' })
          }
        />
      )}
    </div>
  )
}

function Problems({ preview }: { readonly preview: SurveyPreview }) {
  const t = useText()
  if (preview.problems.length === 0) return null
  return (
    <section>
      <Title order={2} size="md" mb="xs">
        {t('surveys:import.problemsTitle')}
      </Title>
      {preview.problems.map(({ kind, row, title, value }) => (
        <Text key={`${row} ${title} ${kind}`} size="sm">
          {t(`surveys:import.problem.${kind}`, { row, title, value })}
        </Text>
      ))}
    </section>
  )
}
