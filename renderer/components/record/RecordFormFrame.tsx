import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconDeviceFloppy, IconHistory } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatInstant } from '../../../shared/kernel/format.ts'
import type { RecordMeta } from '../../../shared/kernel/record.ts'
import { printKeys } from '../../app/commands.ts'
import { useText } from '../../app/i18n.ts'
import { useLanguage } from '../../app/preferences.tsx'
import classes from './record.module.css'
import { UnsavedGuard } from './UnsavedGuard.tsx'
import type { RecordForm } from './use-record-form.tsx'

type RecordFormFrameProps<Entry extends RecordMeta, Fields extends object> = {
  readonly form: RecordForm<Entry, Fields>
  /** What the form is about, for people who do not see it. */
  readonly label: string
  /** The sections. */
  readonly children: ReactNode
}

/** A record's form: notices about drafts and conflicts, the sections, and the bar that saves. */
export function RecordFormFrame<Entry extends RecordMeta, Fields extends object>({
  form,
  label,
  children,
}: RecordFormFrameProps<Entry, Fields>) {
  const { attach, isDirty, save, keepDraft, discard } = form
  return (
    <form
      ref={attach}
      className={classes.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="lg" className={classes.sections}>
        <Notices form={form} />
        {children}
      </Stack>
      <SaveBar form={form} />
      <UnsavedGuard isDirty={isDirty} onSave={save} onKeep={keepDraft} onDiscard={discard} />
    </form>
  )
}

function Notices<Entry extends RecordMeta, Fields extends object>({
  form,
}: {
  readonly form: RecordForm<Entry, Fields>
}) {
  const t = useText()
  const language = useLanguage()
  return (
    <>
      {form.draftAt === null ? null : (
        <Alert icon={<IconHistory aria-hidden />} variant="light" p="sm">
          <Group justify="space-between">
            <Text size="sm">
              {t('common:form.draftFound', { at: formatInstant(form.draftAt, language) })}
            </Text>
            <Button variant="default" size="compact-sm" onClick={form.discard}>
              {t('common:form.discard')}
            </Button>
          </Group>
        </Alert>
      )}
      {form.conflict === null ? null : (
        <Alert
          role="alert"
          color="orange"
          variant="light"
          p="sm"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('common:form.conflict.what', { at: formatInstant(form.conflict.updatedAt, language) })}
        >
          <Text size="sm" mb="sm">
            {t('common:form.conflict.choice')}
          </Text>
          <Group gap="sm">
            <Button variant="default" size="compact-sm" onClick={form.discard}>
              {t('common:form.conflict.theirs')}
            </Button>
            <Button variant="default" size="compact-sm" onClick={form.keepMine}>
              {t('common:form.conflict.mine')}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  )
}

function SaveBar<Entry extends RecordMeta, Fields extends object>({
  form,
}: {
  readonly form: RecordForm<Entry, Fields>
}) {
  const t = useText()
  if (!form.isDirty && !form.isNew) return null
  const errors = form.issues.filter(({ severity }) => severity === 'error').length
  return (
    <div className={`${classes.saveBar} qos-no-print`}>
      <Text size="sm" c="dimmed" role="status">
        {errors > 0
          ? t('common:form.errors', { count: errors })
          : form.isDirty
            ? t('common:form.unsaved')
            : t('common:form.notSaved')}
      </Text>
      <Group gap="sm" wrap="nowrap">
        <Button variant="default" onClick={form.discard} disabled={!form.isDirty || form.isSaving}>
          {t('common:form.discard')}
        </Button>
        <Button
          type="submit"
          loading={form.isSaving}
          disabled={form.isReadOnly || form.conflict !== null || !(form.isDirty || form.isNew)}
          leftSection={<IconDeviceFloppy size={18} aria-hidden />}
          title={printKeys('mod+S')}
        >
          {t('common:action.save')}
        </Button>
      </Group>
    </div>
  )
}
