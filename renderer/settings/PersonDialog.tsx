import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Person, type PersonFields, roleSchema } from '../../shared/people/person.ts'
import { data } from '../app/client.ts'
import { describeError } from '../app/describe-error.ts'
import { useText } from '../app/i18n.ts'

type PersonDialogProps = {
  /** Null: a new one. */
  readonly person: Person | null
  /** The first one must be able to add the others. */
  readonly isFirst: boolean
  readonly onClose: () => void
}

/** Name, position and role of somebody who works with the workspace. */
export function PersonDialog({ person, isFirst, onClose }: PersonDialogProps) {
  const t = useText()
  const [fields, setFields] = useState<PersonFields>({
    name: person?.name ?? '',
    position: person?.position ?? '',
    email: person?.email ?? '',
    role: person?.role ?? (isFirst ? 'administrator' : 'contributor'),
  })
  const set = (change: Partial<PersonFields>) => setFields((current) => ({ ...current, ...change }))
  const save = useMutation({
    mutationFn: () =>
      person === null
        ? data.people.create({ fields })
        : data.people.save({ id: person.id, revision: person.revision, fields }),
    onSuccess: onClose,
  })
  const refusal = save.isError ? describeError(save.error) : null
  return (
    <Modal
      opened
      onClose={onClose}
      title={person === null ? t('people:add') : person.name}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('people:name')}
            value={fields.name}
            required
            data-autofocus
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            label={t('people:position')}
            value={fields.position}
            onChange={(event) => set({ position: event.currentTarget.value })}
          />
          <TextInput
            label={t('people:email')}
            type="email"
            value={fields.email}
            onChange={(event) => set({ email: event.currentTarget.value })}
          />
          <Select
            label={t('people:role')}
            description={isFirst ? t('people:firstIsAdministrator') : t(`people:roleHelp.${fields.role}`)}
            data={roleSchema.options.map((role) => ({ value: role, label: t(`people:roles.${role}`) }))}
            value={fields.role}
            disabled={isFirst}
            allowDeselect={false}
            onChange={(role) => {
              const parsed = roleSchema.safeParse(role)
              if (parsed.success) set({ role: parsed.data })
            }}
          />
          {refusal === null ? null : (
            <Text role="alert" c="var(--qos-bad)" size="sm">
              {refusal.what} {refusal.remedy}
            </Text>
          )}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('common:action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
