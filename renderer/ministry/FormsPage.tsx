import { Anchor, Button, Group, Menu, Text } from '@mantine/core'
import { IconDots, IconFileCheck, IconFileImport, IconNotebook, IconServer } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { academicYearLabel, academicYearOf, daysBetween } from '../../shared/kernel/calendar.ts'
import { formatDay } from '../../shared/kernel/format.ts'
import type { Deadline, FormId, FormOverview } from '../../shared/ministry/ministry.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { MinistryPage, Section } from './MinistryPage.tsx'
import classes from './ministry.module.css'
import { Outbox } from './Outbox.tsx'
import { OutboxPauseNotice } from './OutboxPauseNotice.tsx'
import { PackageBadge } from './states.tsx'
import { useMinistryFiles } from './use-ministry-files.ts'
import { VerificationDialog } from './VerificationDialog.tsx'

/** The forms with deadline and state of this academic year, what is in the outbox, and the next deadlines. */
export function FormsPage() {
  const t = useText()
  const language = useLanguage()
  const on = useToday()
  const navigate = useNavigate()
  const files = useMinistryFiles()
  const academicYear = academicYearOf(on)
  const forms = useQuery(orpc.ministry.forms.queryOptions({ input: { academicYear, on, language } }))
  const deadlines = useQuery(orpc.ministry.deadlines.queryOptions({ input: { on, language } }))

  return (
    <MinistryPage
      title={t('common:place.ministry')}
      count={t('ministry:yearOf', { year: academicYearLabel(academicYear) })}
      actions={
        <Group gap="xs" wrap="nowrap">
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden />}
            onClick={files.importAnswer}
          >
            {t('ministry:importAnswer')}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" px="xs" aria-label={t('ministry:more')} title={t('ministry:more')}>
                <IconDots size={16} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconServer size={16} aria-hidden />}
                onClick={() => void navigate({ to: '/ministry/$id', params: { id: 'receivers' } })}
              >
                {t('ministry:receivers.title')}
              </Menu.Item>
              <Menu.Item leftSection={<IconFileCheck size={16} aria-hidden />} onClick={files.verifyFile}>
                {t('ministry:verifyFile')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconNotebook size={16} aria-hidden />}
                onClick={() => files.saveJournal('xlsx')}
              >
                {t('ministry:saveJournal')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      }
    >
      <OutboxPauseNotice />
      {forms.isError ? <ErrorNotice error={forms.error} onRetry={() => void forms.refetch()} /> : null}
      <Section title={t('ministry:forms')}>
        <FormTable forms={forms.data ?? []} />
      </Section>
      <Section title={t('ministry:outbox.title')}>
        <Outbox />
      </Section>
      <Section title={t('ministry:deadlines')}>
        <Deadlines deadlines={deadlines.data ?? []} />
      </Section>
      <VerificationDialog verification={files.verification} onClose={files.closeVerification} />
    </MinistryPage>
  )
}

function FormTable({ forms }: { readonly forms: readonly FormOverview[] }) {
  const t = useText()
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('ministry:column.number')}</th>
            <th scope="col">{t('ministry:column.form')}</th>
            <th scope="col">{t('ministry:column.due')}</th>
            <th scope="col">{t('ministry:column.latest')}</th>
          </tr>
        </thead>
        <tbody>
          {forms.map((form) => (
            <tr key={form.form}>
              <td className={classes.number}>{numberOf(form.form, t)}</td>
              <td>
                <Anchor component={Link} to={`/ministry/${form.form}`} fw={700}>
                  {form.title}
                </Anchor>
                <Text size="sm">{form.purpose}</Text>
                <Text size="xs" c="dimmed">
                  {t('common:problem.source', { source: form.source.document })}
                </Text>
              </td>
              <td className={classes.short}>
                <DueDay deadline={form.deadline} />
              </td>
              <td className={classes.short}>
                {form.latest === null ? (
                  <Text c="dimmed">{t('ministry:noPackageYet')}</Text>
                ) : (
                  <Group gap="xs">
                    <PackageBadge state={form.latest.state} />
                    <Anchor component={Link} to={`/ministry/${form.latest.id}`}>
                      {t('ministry:revision', { revision: form.latest.revision })}
                    </Anchor>
                  </Group>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The number of a form; the yearly report has a name of its own and none. */
function numberOf(form: FormId, t: ReturnType<typeof useText>): string {
  return form === 'DD-63' ? '—' : t(`ministry:formName.${form}`)
}

function DueDay({ deadline }: { readonly deadline: Deadline | null }) {
  const t = useText()
  const language = useLanguage()
  const on = useToday()
  if (deadline === null) return <Text c="dimmed">{t('ministry:noDeadline')}</Text>
  return (
    <>
      {formatDay(deadline.on, language)}
      <Text size="xs" c="dimmed">
        {t('ministry:daysLeft', { count: daysBetween(on, deadline.on) })}
      </Text>
    </>
  )
}

function Deadlines({ deadlines }: { readonly deadlines: readonly Deadline[] }) {
  const t = useText()
  const language = useLanguage()
  return (
    <table className={classes.table}>
      <tbody>
        {deadlines.map((deadline) => (
          <tr key={`${deadline.id}-${deadline.on}`}>
            <td className="qos-figures">{formatDay(deadline.on, language)}</td>
            <td>
              {deadline.title}
              <Text size="xs" c="dimmed">
                {t('common:problem.source', { source: deadline.source })}
              </Text>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
