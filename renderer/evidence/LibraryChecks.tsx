import { Button, Drawer, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { EvidenceFindingRow } from '../../shared/evidence/evidence.contract.ts'
import type { RecordReference } from '../../shared/kernel/record.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { recordPaths, useOpenRecord } from '../app/open-record.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { ProblemList } from '../components/ProblemList.tsx'

/** The five checks in the order of what hurts most, each with the rules that belong to it. */
const groups = [
  ['dead', ['evidence-file-dead', 'evidence-link-dead']],
  ['evidence-file-changed', ['evidence-file-changed']],
  ['evidence-none-for-criterion', ['evidence-none-for-criterion']],
  ['evidence-outdated', ['evidence-outdated']],
  ['evidence-unused', ['evidence-unused']],
] as const

/** Findings of one check that are shown at once. */
const shownAtOnce = 50

/** How many findings the library has; opens the list of them with the way out of each. */
export function LibraryChecks() {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const language = useLanguage()
  const on = useToday()
  const findings = useQuery({
    ...orpc.evidence.problems.queryOptions({ input: { language, on } }),
    placeholderData: keepPreviousData,
  })
  const count = findings.data?.length ?? 0
  const Sign = count === 0 ? IconCircleCheck : IconAlertTriangle
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<Sign size={18} aria-hidden />}
        onClick={() => setOpen(true)}
        aria-label={`${t('evidence:checks.title')}: ${countWord(t, count)}`}
      >
        {countWord(t, count)}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="right"
        size="lg"
        title={t('evidence:checks.title')}
        closeButtonProps={{ 'aria-label': t('common:action.close') }}
      >
        {findings.error === null ? (
          <Findings findings={findings.data ?? []} onLeave={() => setOpen(false)} />
        ) : (
          <ErrorNotice error={findings.error} onRetry={() => void findings.refetch()} />
        )}
      </Drawer>
    </>
  )
}

const countWord = (t: ReturnType<typeof useText>, count: number): string =>
  count === 0 ? t('evidence:checks.none') : t('evidence:checks.open', { count })

type FindingsProps = { readonly findings: readonly EvidenceFindingRow[]; readonly onLeave: () => void }

function Findings({ findings, onLeave }: FindingsProps) {
  const t = useText()
  const open = useOpenRecord()
  const navigate = useNavigate()
  const go = (record: RecordReference) => {
    const place = findings.find((finding) => finding.record?.id === record.id)?.place ?? null
    onLeave()
    if (place === null) return open(record)
    const { assessmentId, criterion } = place
    return void navigate({
      to: recordPaths.assessment,
      params: { id: assessmentId },
      search: { criterion },
    })
  }
  if (findings.length === 0) return <Text c="dimmed">{t('evidence:checks.none')}</Text>
  return (
    <Stack gap="lg">
      {groups.map(([group, rules]) => (
        <Group
          key={group}
          title={t(`evidence:checks.groups.${group}`)}
          findings={findings.filter(({ rule }) => rules.some((known) => known === rule))}
          onOpen={go}
        />
      ))}
    </Stack>
  )
}

type GroupProps = {
  readonly title: string
  readonly findings: readonly EvidenceFindingRow[]
  readonly onOpen: (record: RecordReference) => void
}

function Group({ title, findings, onOpen }: GroupProps) {
  const t = useText()
  const id = useId()
  if (findings.length === 0) return null
  const hidden = findings.length - shownAtOnce
  return (
    <section aria-labelledby={id}>
      <Title order={3} size="sm" id={id} mb="xs">
        {title} ({findings.length})
      </Title>
      <ProblemList problems={findings.slice(0, shownAtOnce)} onOpen={onOpen} />
      {hidden > 0 ? (
        <Text size="sm" c="dimmed">
          {t('evidence:checks.more', { count: hidden })}
        </Text>
      ) : null}
    </section>
  )
}
