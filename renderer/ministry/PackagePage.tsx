import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconDeviceFloppy, IconShieldCheck } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { academicYearLabel, academicYearOf } from '../../shared/kernel/calendar.ts'
import { formatBytes, formatDay, formatInstant } from '../../shared/kernel/format.ts'
import type { PackageDetail } from '../../shared/ministry/ministry.ts'
import { data, orpc, shell } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useOpenRecord } from '../app/open-record.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { Facts } from '../components/Facts.tsx'
import { ProblemList } from '../components/ProblemList.tsx'
import { acceptedProblems } from './accepted-problems.ts'
import { MinistryPage, Section } from './MinistryPage.tsx'
import classes from './ministry.module.css'
import { OutboxPauseNotice } from './OutboxPauseNotice.tsx'
import { Receipt } from './Receipt.tsx'
import { SendPackage } from './SendPackage.tsx'
import { PackageBadge } from './states.tsx'
import { SubmissionHistory } from './SubmissionHistory.tsx'
import { VerificationResult } from './VerificationResult.tsx'

/** One package: what it says of itself, its files with their hashes, where it was sent and what was answered. */
export function PackagePage({ id }: { readonly id: string }) {
  const t = useText()
  const detail = useQuery(orpc.ministry.package.queryOptions({ input: { id } }))
  const parts = useFormParts(detail.data?.summary)
  if (detail.isError) return <ErrorNotice error={detail.error} onRetry={() => void detail.refetch()} />
  if (detail.data === undefined) return null
  const { summary, manifest, submissions, receipts } = detail.data
  return (
    <MinistryPage
      title={`${t(`ministry:formName.${summary.form}`)} · ${academicYearLabel(summary.academicYear)}`}
      count={t('ministry:revision', { revision: summary.revision })}
      actions={<SavePackage id={id} fileName={summary.fileName} />}
      hasBack
    >
      <Stack gap="md" pt="md">
        <Group gap="md">
          <PackageBadge state={summary.state} />
          {summary.isSample ? <Text c="dimmed">{t('ministry:hasSamples')}</Text> : null}
        </Group>
        <PackageFacts detail={detail.data} />
      </Stack>
      {receipts.map((receipt) => (
        <Section key={receipt.id} title={t('ministry:receipt.title')}>
          <Receipt receipt={receipt} parts={parts} />
        </Section>
      ))}
      <Section title={t('ministry:send.title')}>
        <OutboxPauseNotice />
        <SendPackage packageId={id} submissions={submissions} />
        <SubmissionHistory submissions={submissions} />
      </Section>
      <Section title={t('ministry:files')}>
        <Files detail={detail.data} />
        <Verify id={id} />
      </Section>
      {manifest.warningsAccepted.length === 0 ? null : (
        <Section title={t('ministry:acceptedWarnings')}>
          <AcceptedWarnings detail={detail.data} />
        </Section>
      )}
    </MinistryPage>
  )
}

/** What the tables of a package's form are called, by their path in it. */
function useFormParts(summary: PackageDetail['summary'] | undefined): ReadonlyMap<string, string> {
  const language = useLanguage()
  const on = useToday()
  const academicYear = summary?.academicYear ?? academicYearOf(on)
  const forms = useQuery(orpc.ministry.forms.queryOptions({ input: { academicYear, on, language } })).data
  const definition = forms?.find(({ form }) => form === summary?.form)
  return new Map(definition?.parts.map(({ file, title }) => [file, title]))
}

function PackageFacts({ detail: { summary, manifest, previous } }: { readonly detail: PackageDetail }) {
  const t = useText()
  const language = useLanguage()
  return (
    <Facts
      facts={[
        [t('ministry:manifest.file'), `${summary.fileName} · ${formatBytes(summary.size, language)}`],
        [t('ministry:manifest.bin'), manifest.bin],
        [t('ministry:manifest.on'), formatDay(summary.on, language)],
        [t('ministry:manifest.createdAt'), formatInstant(summary.createdAt, language)],
        [t('ministry:manifest.versions'), `${manifest.formVersion} / ${manifest.mappingVersion}`],
        [
          t('ministry:manifest.sha256'),
          <span key="hash" className={classes.hash}>
            {summary.manifestSha256}
          </span>,
        ],
        [
          t('ministry:manifest.previous'),
          previous === null ? (
            t('ministry:manifest.first')
          ) : (
            <Anchor key="previous" component={Link} to={`/ministry/${previous.id}`}>
              {previous.fileName}
            </Anchor>
          ),
        ],
      ]}
    />
  )
}

function SavePackage({ id, fileName }: { readonly id: string; readonly fileName: string }) {
  const t = useText()
  const save = useMutation({
    mutationFn: async () => {
      const to = await shell.chooseTarget({ purpose: 'package', suggestedName: fileName })
      if (to === null) return null
      await data.ministry.savePackage({ id, to })
      return to.name
    },
    onSuccess: (name) => {
      if (name !== null) notifyDone(t('ministry:packageSaved', { name }))
    },
    onError: notifyRefusal,
  })
  return (
    <Button
      variant="default"
      leftSection={<IconDeviceFloppy size={16} aria-hidden />}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      {t('ministry:savePackage')}
    </Button>
  )
}

function Files({ detail: { manifest } }: { readonly detail: PackageDetail }) {
  const t = useText()
  const language = useLanguage()
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('ministry:column.file')}</th>
          <th scope="col">{t('ministry:column.rows')}</th>
          <th scope="col">{t('ministry:column.size')}</th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        {manifest.files.map(({ path, rows, size, sha256 }) => (
          <tr key={path}>
            <td>{path}</td>
            <td className="qos-figures">{rows ?? ''}</td>
            <td className="qos-figures">{formatBytes(size, language)}</td>
            <td className={classes.hash}>{sha256}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Verify({ id }: { readonly id: string }) {
  const t = useText()
  const verify = useMutation({ mutationFn: () => data.ministry.verify({ id }), onError: notifyRefusal })
  return (
    <Stack gap="sm" mt="sm">
      <Group>
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >
          {t('ministry:verify.action')}
        </Button>
      </Group>
      {verify.data === undefined ? null : <VerificationResult verification={verify.data} />}
    </Stack>
  )
}

function AcceptedWarnings({ detail: { manifest } }: { readonly detail: PackageDetail }) {
  const openRecord = useOpenRecord()
  return <ProblemList problems={acceptedProblems(manifest.warningsAccepted)} onOpen={openRecord} />
}
